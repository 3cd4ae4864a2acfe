"""What every test gets without asking: its own home, place and language, and an honest ending.

The environment is set while this file is read, before anything makes a QApplication.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
import tzlocal

from tests.fakes import BERLIN, FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SCREEN = Path(__file__).parents[1] / "resources" / "tour" / "screen.json"
for _name in list(os.environ):
    if _name.startswith(("QT_", "THERMOMETER_", "LC_")) or _name in ("DISPLAY", "WAYLAND_DISPLAY"):
        del os.environ[_name]
os.environ |= {
    # A screen on which every window of a test fits: Qt finds no widget beyond its edge.
    "QT_QPA_PLATFORM": f"offscreen:configfile={_SCREEN}",
    "LC_ALL": "C.UTF-8",
    "LANG": "C.UTF-8",
    "LANGUAGE": "",
    "TZ": BERLIN,
}
time.tzset()

hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "house")

pytest_plugins = ["tests.endings"]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, and the platform's folders inside it."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    run = folder / "run"
    run.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
    return folder


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still on a Sunday evening in Berlin."""
    return FakeClock()


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Moves the computer to another time zone until the test ends."""

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        tzlocal.reload_localzone()

    yield move
    move(BERLIN)
