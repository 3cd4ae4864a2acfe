"""The disk is pulled under an open window: taps wait for it, and the family goes on with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.home_start import HomeStart
from tests.ui.tablet import QUICK
from thermometer import app
from thermometer.domain.checkins import CheckIn
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.ui.page import Wish
from thermometer.ui.pages.home import HomePage
from thermometer.ui.places import Home, SafePlace


@pytest.fixture
def start(qtbot: QtBot, folder: Path, clock: FakeClock) -> Iterator[HomeStart]:
    one = HomeStart(qtbot, folder, clock, replace(QUICK, save_again=15))
    yield one
    one.close()


@pytest.fixture
def mia(start: HomeStart) -> Person:
    """She lives here, and the program is open."""
    start.live_in()
    start.run()
    (one,) = start.services.family.people()
    return one


def pull(start: HomeStart) -> Path:
    return start.folder.rename(start.folder.with_name("away"))


def put_back(start: HomeStart, away: Path, *, anew: bool) -> None:
    """The same files or, as a disk that was plugged in again, others."""
    if anew:
        shutil.copytree(away, start.folder)
    else:
        away.rename(start.folder)


@pytest.mark.parametrize("anew", [False, True], ids=["the same files", "plugged in again"])
def test_what_is_held_is_saved_by_itself_when_the_disk_is_back(
    start: HomeStart, mia: Person, *, anew: bool
) -> None:
    away, before = pull(start), start.services
    start.services.journal.check_in(mia.id, Zone.YELLOW)
    assert not start.services.journal.save_held()
    put_back(start, away, anew=anew)
    start.qtbot.waitUntil(lambda: not start.services.journal.unsaved())
    assert start.taps() == 5
    assert (start.services is before) is not anew
    assert start.window.place == Home()
    home = start.window.page
    assert isinstance(home, HomePage)
    assert home.panels[0].thermometer.zone is Zone.YELLOW


def test_nobody_is_called_from_where_they_are_when_the_disk_is_back(
    start: HomeStart, mia: Person
) -> None:
    before = start.services
    start.window.go(SafePlace(mia, Zone.YELLOW))
    away = pull(start)
    start.services.journal.check_in(mia.id, Zone.YELLOW)
    put_back(start, away, anew=True)
    assert start.opening.upkeep
    with start.qtbot.waitSignals([start.opening.upkeep.watching.back] * 3):
        pass
    assert start.services is before
    start.window.go(Home())
    start.qtbot.waitUntil(lambda: start.services is not before)
    assert start.taps() == 5


@pytest.mark.parametrize("anew", [False, True], ids=["the same files", "plugged in again"])
def test_at_the_end_what_is_held_is_saved_if_the_disk_is_back(
    start: HomeStart, mia: Person, *, anew: bool
) -> None:
    away = pull(start)
    tapped = start.services.journal.check_in(mia.id, Zone.YELLOW)
    put_back(start, away, anew=anew)
    start.opening.end()
    again = app.open_family(start.folder, start.clock, lambda _: None)
    assert again.stores.check_ins.between(None, None)[4:] == [tapped]
    again.close()


def test_at_the_end_nothing_is_begun_where_the_disk_is_away(start: HomeStart, mia: Person) -> None:
    pull(start)
    start.services.journal.check_in(mia.id, Zone.YELLOW)
    start.opening.end()
    assert not start.folder.exists()


def test_what_is_held_waits_while_a_sample_family_is_looked_at(
    start: HomeStart, mia: Person
) -> None:
    away = pull(start)
    tapped = start.services.journal.check_in(mia.id, Zone.YELLOW)
    start.window.wished.emit(Wish.LOOK_AROUND)
    start.qtbot.waitUntil(lambda: start.opening.upkeep is None)
    start.qtbot.waitUntil(lambda: start.opening.services is not None)
    assert start.services.journal.unsaved() == ()
    put_back(start, away, anew=False)
    start.window.wished.emit(Wish.BEGIN_ANEW)
    start.qtbot.waitUntil(lambda: start.opening.upkeep is not None)
    assert start.services.stores.check_ins.between(None, None)[4:] == [tapped]


def test_what_is_held_waits_for_a_damaged_file_to_be_rescued(start: HomeStart, mia: Person) -> None:
    away = pull(start)
    tapped = start.services.journal.check_in(mia.id, Zone.YELLOW)
    put_back(start, away, anew=True)
    start.window.wished.emit(Wish.RESCUE)
    start.qtbot.waitUntil(lambda: start.opening.trouble is not None)
    start.qtbot.waitUntil(lambda: start.opening.services is None)
    assert start.opening.trouble
    start.opening.trouble.again.emit()
    assert tapped in start.services.stores.check_ins.between(None, None)


def test_home_goes_on_without_the_disk(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet(timings=replace(QUICK, minute=15))
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    away = tablet.services.folder.rename(tablet.services.folder.with_name("away"))
    tablet.go_home()
    assert tablet.window.notice
    assert tablet.panel("Mia").thermometer.zone is Zone.YELLOW
    clock.advance(timedelta(minutes=121))
    tablet.qtbot.waitUntil(lambda: "Sunday, 21:31" in tablet.words())
    assert tablet.panel("Mia").thermometer.zone is None
    away.rename(tablet.services.folder)


def test_at_the_end_an_older_copy_takes_what_is_held(start: HomeStart, mia: Person) -> None:
    older = Path(shutil.copytree(start.folder, start.folder.with_name("older")))
    start.services.journal.check_in(mia.id, Zone.RED)
    pull(start)
    tapped = start.services.journal.check_in(mia.id, Zone.YELLOW)
    put_back(start, older, anew=True)
    start.opening.end()
    again = app.open_family(start.folder, start.clock, lambda _: None)
    assert tapped in again.stores.check_ins.between(None, None)
    again.close()


def lost_on_the_way(start: HomeStart, mia: Person) -> tuple[Path, CheckIn]:
    """The disk was back, and away again before the family was open; what is held still."""
    away = pull(start)
    tapped = start.services.journal.check_in(mia.id, Zone.YELLOW)
    start.folder.write_text("a file where the folder was", encoding="utf-8")
    start.window.wished.emit(Wish.BEGIN_ANEW)
    start.qtbot.waitUntil(lambda: start.opening.trouble is not None)
    start.folder.unlink()
    return away, tapped


def test_a_loose_plug_is_tried_again_by_itself(start: HomeStart, mia: Person) -> None:
    away, tapped = lost_on_the_way(start, mia)
    put_back(start, away, anew=True)
    start.qtbot.waitUntil(lambda: start.opening.services is not None)
    start.qtbot.waitUntil(lambda: not start.services.journal.unsaved())
    assert tapped in start.services.stores.check_ins.between(None, None)


def test_at_the_end_a_loose_plug_has_lost_nothing(start: HomeStart, mia: Person) -> None:
    away, tapped = lost_on_the_way(start, mia)
    put_back(start, away, anew=True)
    start.opening.end()
    again = app.open_family(start.folder, start.clock, lambda _: None)
    assert tapped in again.stores.check_ins.between(None, None)
    again.close()


def test_what_cannot_be_said_leaves_no_family_open(
    folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_language: str) -> None:
        raise Problem("content-broken", file="sentences.toml", reason="torn")

    with monkeypatch.context() as torn:
        torn.setattr(app, "Sentences", broken)
        with pytest.raises(Problem, match="content-broken"):
            app.open_family(folder, clock, lambda _: None)
    app.open_family(folder, clock, lambda _: None).close()
