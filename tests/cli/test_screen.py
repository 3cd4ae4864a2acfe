"""Opening the window and the tour, and what happens without a screen."""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import NOW, Run
from thermometer import app
from thermometer.cli import screen
from thermometer.clock import Clock


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the window or the tour was opened with, instead of opening it."""
    found: dict[str, Any] = {}

    def opened(**options: Any) -> int:
        found.update(options)
        return 0

    monkeypatch.setattr(app, "run_window", opened)
    monkeypatch.setattr(app, "run_tour", opened)
    return found


def test_the_window_opens_on_the_family(run: Run, data: Path, called: dict[str, Any]) -> None:
    assert run() == (0, "", "")
    clock: Clock = called.pop("clock")
    assert clock.now().year >= 2024
    assert called == {"folder": data, "sample": False, "fullscreen": False, "language": "en"}


def test_the_window_opens_on_the_sample(run: Run, called: dict[str, Any]) -> None:
    assert run("--sample", "--fullscreen", "--now", NOW, "--language", "de")[0] == 0
    assert (called["sample"], called["fullscreen"], called["language"]) == (True, True, "de")
    assert called["clock"].now().isoformat().startswith("2026-11-14T19:00:0")


def test_the_tour(run: Run, called: dict[str, Any], tmp_path: Path) -> None:
    words = ("tour", tmp_path / "out", "--size", "800x480", "--theme", "dark", "--now", NOW)
    assert run(*words) == (0, "", "")
    del called["clock"]
    folder = tmp_path / "out"
    assert called == {"folder": folder, "size": (800, 480), "theme": "dark", "language": "en"}


@pytest.mark.parametrize(
    ("environment", "system", "missing"),
    [
        ({}, "linux", "none"),
        ({}, "win32", None),
        ({}, "darwin", None),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", None),
        ({"QT_QPA_PLATFORM": "minimal:fontengine=freetype"}, "linux", None),
        ({"QT_QPA_PLATFORM": "nonsense"}, "linux", "unknown"),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", "none"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "linux", "none"),
        ({"DISPLAY": ":987"}, "linux", "none"),
        ({"DISPLAY": "nonsense"}, "linux", "none"),
        ({"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nowhere"}, "linux", "none"),
    ],
)
def test_whether_there_is_a_screen(
    environment: dict[str, str], system: str, missing: str | None
) -> None:
    assert screen.missing(environment, system) == missing


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux and its like have no screen")
def test_a_wayland_display_that_answers(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-1"))
        server.listen()
        environment = {"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert screen.missing(environment, "linux") is None
        assert screen.missing(environment | {"QT_QPA_PLATFORM": "wayland"}, "linux") is None
        assert screen.missing(environment | {"QT_QPA_PLATFORM": "xcb"}, "linux") == "none"


@pytest.fixture
def x_display() -> Iterator[str]:
    """A display that answers; gone again when the test ends."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("needs Xvfb")
    reading, writing = os.pipe()
    started = subprocess.Popen(
        [server, "-displayfd", str(writing), "-noreset", "-screen", "0", "320x240x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as numbers:
        number = numbers.readline().strip()
    yield f":{number}"
    started.terminate()
    started.wait()


def test_an_x_display_that_answers(x_display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert screen.missing({"DISPLAY": x_display}, "linux") is None
    assert screen.missing({"DISPLAY": x_display, "QT_QPA_PLATFORM": "xcb"}, "linux") is None
    assert screen.missing({"DISPLAY": x_display, "QT_QPA_PLATFORM": "wayland"}, "linux") == "none"
    load = ctypes.CDLL

    def lacks_xcb_cursor(name: str) -> ctypes.CDLL:
        if "libqxcb" in name:
            raise OSError("libxcb-cursor.so.0: cannot open shared object file")
        return load(name)

    monkeypatch.setattr(ctypes, "CDLL", lacks_xcb_cursor)
    assert screen.missing({"DISPLAY": x_display}, "linux") == "libraries"


def test_without_libxcb_there_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacks(name: str) -> ctypes.CDLL:
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", lacks)
    assert screen.missing({"DISPLAY": ":0"}, "linux") == "none"


def test_without_a_screen_one_sentence_and_three(
    run: Run, data: Path, called: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "missing", lambda: "none")
    code, out, err = run()
    assert (code, out) == (3, "")
    assert err.count("\n") == 1
    assert "no screen" in err
    assert called == {}
    assert not data.exists()
