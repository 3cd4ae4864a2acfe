"""The screen stays on while a tool or a call is on, and only then."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from tests.ui.tablet import Tablet
from thermometer.domain.zones import Zone
from thermometer.ui import keep_awake
from thermometer.ui.keep_awake import (
    DBusWaker,
    KeepAwake,
    ProcessWaker,
    WindowsWaker,
    for_this_system,
    has_session_bus,
)
from thermometer.ui.places import Home, HowIsItNow

BUS = "DBUS_SESSION_BUS_ADDRESS"


class Remembers:
    """What it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self) -> None:
        self.asked.append("hold")

    def release(self) -> None:
        self.asked.append("release")


class Window(QObject):
    """As much of one as is needed."""

    arrived = Signal(object)


@pytest.fixture
def waker(tablet: Tablet) -> Remembers:
    """What the tablet keeps itself awake with."""
    made = Remembers()
    awake = tablet.window.findChildren(KeepAwake)[-1]
    awake._make = lambda: made
    return made


@pytest.mark.parametrize(
    ("zone", "tool"),
    [(Zone.YELLOW, "push-wall"), (Zone.YELLOW, "squish"), (Zone.RED, "come-please")],
)
def test_a_tool_or_a_call_keeps_it_on(
    tablet: Tablet, waker: Remembers, zone: Zone, tool: str
) -> None:
    tablet.check_in("Mia", zone)
    tablet.let_pass(2 * keep_awake.AFTER_PAINT_MS)
    assert waker.asked == []
    tablet.choose(tool)
    tablet.qtbot.waitUntil(lambda: waker.asked == ["hold"])
    tablet.window.go(Home())
    assert waker.asked == ["hold", "release"]


def test_a_tool_that_is_over_at_once_asks_for_nothing(tablet: Tablet, waker: Remembers) -> None:
    tablet.begin("Mia", Zone.YELLOW, "flower-candle")
    tablet.tap(tablet.tool.stop_button)
    tablet.arrive(HowIsItNow)
    tablet.let_pass(2 * keep_awake.AFTER_PAINT_MS)
    assert waker.asked == []


def test_a_family_let_go_of_lets_go(tablet: Tablet, waker: Remembers) -> None:
    tablet.begin("Mia", Zone.RED, "come-please")
    tablet.qtbot.waitUntil(lambda: waker.asked == ["hold"])
    tablet.window.clear()
    assert waker.asked == ["hold", "release"]


def test_where_there_is_no_screen_nothing_is_asked(qapp: object) -> None:
    assert for_this_system() is None
    awake = KeepAwake()
    window = Window()
    awake.watch(window.arrived)
    awake._hold()
    awake.stop()
    awake.stop()


@pytest.mark.parametrize(
    ("system", "kind"), [("win32", None), ("darwin", ProcessWaker), ("linux", DBusWaker)]
)
def test_each_system_has_its_way(
    qapp: object, monkeypatch: pytest.MonkeyPatch, system: str, kind: type | None
) -> None:
    monkeypatch.setattr(keep_awake, "NO_SCREEN", frozenset())
    monkeypatch.setenv(BUS, "unix:path=/nowhere")
    made = for_this_system(system)
    assert made is None if kind is None or sys.platform == "win32" else isinstance(made, kind)


def test_windows_is_told_what_it_must_leave_on() -> None:
    states: list[int] = []
    waker = WindowsWaker(states.append)
    waker.hold()
    waker.release()
    assert states == [0x80000003, 0x80000000]


def test_a_process_runs_as_long_as_it_is_held(qapp: object) -> None:
    waker = ProcessWaker(sys.executable, "-c", "import threading; threading.Event().wait()")
    for _ in range(2):
        waker.hold()
        waker.hold()
        assert waker.process.waitForStarted()
        waker.release()
        assert waker.process.state() is waker.process.ProcessState.NotRunning


def test_a_session_bus_is_known_by_its_address(tmp_path: Path) -> None:
    folder = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert not has_session_bus({})
    assert not has_session_bus(folder)
    (tmp_path / "bus").touch()
    assert has_session_bus(folder)
    assert has_session_bus({BUS: "unix:path=/x"})


def test_without_the_library_it_may_go_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)
    waker = DBusWaker("never")
    waker.hold()
    waker.release()


def test_a_bus_that_is_not_there_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BUS, "unix:path=/nowhere/at/all")
    waker = DBusWaker("nowhere")
    waker.hold()
    waker.release()


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """The address of a session bus of the test's own, ended with the test."""
    if not shutil.which("dbus-daemon") or not shutil.which("dbus-monitor"):
        pytest.skip("there is no D-Bus here")
    with (tmp_path / "errors").open("w") as errors:
        daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()


# A process of its own: the library reads the bus's address once.
ASKER = """
import sys
from PySide6.QtCore import QCoreApplication
from thermometer.ui.keep_awake import DBusWaker
app = QCoreApplication([])
waker = DBusWaker()
for line in sys.stdin:
    waker.release()
    if line == "hold\\n":
        waker.hold()
"""


def test_the_desktop_is_asked_and_sees_us_go(qtbot: QtBot, bus: str, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    asker = subprocess.Popen(
        [sys.executable, "-c", ASKER],
        stdin=subprocess.PIPE,
        text=True,
        env=os.environ | {BUS: bus},
        cwd=Path(__file__).parents[2],
    )

    def ask(word: str) -> None:
        assert asker.stdin is not None
        asker.stdin.write(word + "\n")
        asker.stdin.flush()

    def is_seen() -> bool:
        """Ask until somebody watches the bus."""
        ask("hold")
        return "member=Inhibit" in seen.read_text()

    with seen.open("w") as file, asker:
        words = ["dbus-monitor", "--address", bus]
        monitor = subprocess.Popen(words, stdout=file, stderr=subprocess.DEVNULL)
        qtbot.waitUntil(is_seen, timeout=20_000)
        assert "path=/org/freedesktop/ScreenSaver" in seen.read_text()
        assert 'string "feelings-thermometer"' in seen.read_text()
        ask("let go")
        qtbot.waitUntil(lambda: ends_alone(seen.read_text()), timeout=20_000)
        monitor.terminate()
        monitor.wait()


def ends_alone(seen: str) -> bool:
    """Whether every connection that asked is gone again."""
    asked = re.findall(r"sender=(\S+).*member=Inhibit", seen)
    lost = re.findall(r"member=NameLost\n\s+string \"(\S+)\"", seen)
    return set(asked) <= set(lost)
