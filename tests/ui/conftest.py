"""A tablet on the counter, its family in a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypedDict

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import Unpack

from tests.fakes import FakeClock, FakeSteadyClock
from tests.ui.locked import PIN
from tests.ui.tablet import Tablet
from thermometer import app
from thermometer.clock import SteadyClock
from thermometer.ui.places import Home
from thermometer.ui.timings import Timings


class Wishes(TypedDict, total=False):
    """What a test may want of its tablet."""

    timings: Timings
    size: tuple[int, int]
    theme: str
    steady: SteadyClock
    offers_pin: bool


class MakeTablet(Protocol):
    """Makes a tablet of one's wishes."""

    def __call__(self, **wishes: Unpack[Wishes]) -> Tablet: ...


@pytest.fixture(scope="session")
def nobody_yet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a family of nobody, begun once, as that takes the longest."""
    folder = tmp_path_factory.mktemp("begun") / "family"
    app.open_stores(folder, FakeClock()).database.close()
    return folder


@pytest.fixture
def folder(nobody_yet: Path, tmp_path: Path) -> Path:
    """The folder of this test's family."""
    return Path(shutil.copytree(nobody_yet, tmp_path / "family"))


@pytest.fixture
def make_tablet(qtbot: QtBot, folder: Path, clock: FakeClock) -> Iterator[MakeTablet]:
    """Makes a tablet with any timings, size and theme; it is closed when the test is over."""
    made: list[Tablet] = []

    def make(**wishes: Unpack[Wishes]) -> Tablet:
        tablet = Tablet(qtbot, folder, clock, **wishes)
        made.append(tablet)
        return tablet

    yield make
    for tablet in made:
        tablet.close()


@pytest.fixture
def tablet(make_tablet: MakeTablet) -> Tablet:
    """Home of Mia and Mum, at the size of a laptop."""
    one = make_tablet()
    one.people(2)
    one.open()
    return one


@pytest.fixture
def steady() -> FakeSteadyClock:
    """Measures the lock's waits."""
    return FakeSteadyClock()


@pytest.fixture
def locked(make_tablet: MakeTablet, steady: FakeSteadyClock) -> Tablet:
    """Home of Mia and Mum, whose PIN is set."""
    one = make_tablet(steady=steady)
    one.people(2)
    one.open()
    one.services.lock.set_pin(one.person("Mum").id, PIN)
    one.window.go(Home())
    return one
