"""A backup a day and a look at every byte, while people go on tapping."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.home_start import HomeStart
from tests.ui.tablet import QUICK
from thermometer.domain.backups import Worry
from thermometer.domain.zones import Zone
from thermometer.store import copying, erasing_journal
from thermometer.ui.atlas import page_of
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.own_places import OneCard
from thermometer.ui.places import HELD_TOGETHER, Backups, Home, Parents, SafePlaceSetup, Week

SOON = replace(QUICK, upkeep=1, upkeep_again=30, step=0)


@pytest.fixture
def start(qtbot: QtBot, folder: Path, clock: FakeClock) -> Iterator[HomeStart]:
    one = HomeStart(qtbot, folder, clock, SOON)
    yield one
    one.close()


def backups(start: HomeStart) -> int:
    return len(list((start.folder / "backups").glob("*.db")))


def test_a_day_without_a_start_gets_its_backup_too(start: HomeStart) -> None:
    start.live_in()
    start.run()
    start.qtbot.waitUntil(lambda: not _busy(start))
    assert backups(start) == 1  # the one of today
    start.clock.advance(timedelta(days=1))
    start.qtbot.waitUntil(lambda: backups(start) == 2)
    start.clock.advance(timedelta(days=1))
    start.qtbot.waitUntil(lambda: backups(start) == 3)


def _busy(start: HomeStart) -> bool:
    return start.opening.upkeep is None or start.opening.upkeep.work.is_working()


def test_the_first_start_of_a_day_makes_one(start: HomeStart) -> None:
    start.live_in().unlink()
    start.run()
    start.qtbot.waitUntil(lambda: backups(start) == 1)
    assert start.window.place == Home()


def test_nobody_is_kept_waiting_by_it(start: HomeStart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "PAGES", 4)
    start.live_in(40).unlink()
    start.run()
    upkeep = start.opening.upkeep
    assert upkeep is not None
    taps = 0
    start.qtbot.waitUntil(upkeep.work.is_working)
    while upkeep.work.is_working():
        (mia,) = start.services.family.people()
        start.services.journal.check_in(mia.id, Zone.YELLOW)
        taps += 1
        QCoreApplication.processEvents()
    assert backups(start) == 1
    assert start.taps() == 41 + taps


def test_closing_in_the_midst_leaves_no_part(
    start: HomeStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "PAGES", 1)
    start.live_in(40).unlink()
    start.run()
    upkeep = start.opening.upkeep
    assert upkeep is not None
    start.qtbot.waitUntil(upkeep.work.is_working)
    start.opening.close()
    assert not list(start.folder.rglob("*.part"))


def damage(start: HomeStart) -> None:
    """A row that refers to nothing: what an examination takes for damage."""
    connection = start.services.stores.database.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("INSERT INTO setting VALUES ('nobody', 1, 'key', '1', 1)")


def test_damage_is_told_to_a_parent_and_never_to_a_child(start: HomeStart) -> None:
    start.live_in()
    start.run()
    damage(start)
    start.qtbot.waitUntil(lambda: start.services.stores.database.found_damaged)
    start.qtbot.waitUntil(lambda: not _busy(start))
    assert start.window.place == Home()
    assert start.window.notice == ""
    start.window.go(Week())
    page = start.window.page
    assert isinstance(page, CornerPage)
    assert page.banner.isVisible()
    assert "damaged" in page.banner.label.text
    assert page.room().top() == page.banner.height()
    page.banner.way.click()
    start.qtbot.waitUntil(lambda: start.opening.trouble is not None)
    start.until_shown(start.card.mend)
    start.card.mend.click()
    assert start.taps() == 4
    assert start.services.safekeeping().worries() == ()


@pytest.mark.parametrize("worry", [Worry.NO_BACKUP, Worry.ALMOST_NO_SPACE])
def test_other_worries_lead_to_the_backups(worry: Worry, start: HomeStart) -> None:
    start.live_in()
    start.run()
    start.qtbot.waitUntil(lambda: not _busy(start))
    upkeep = start.opening.upkeep
    assert upkeep is not None
    upkeep.stop()
    if worry is Worry.NO_BACKUP:
        start.clock.advance(timedelta(days=8))
    else:
        start.services.stores.database.low_space = True
    start.window.go(Parents())
    page = start.window.page
    assert isinstance(page, CornerPage)
    assert page.banner.worry is worry
    assert page.banner.way.isVisible() == (worry is Worry.NO_BACKUP)
    page.banner.way.click()
    assert start.window.place == Backups()


@pytest.mark.parametrize("worry", [Worry.DAMAGED, Worry.NO_BACKUP])
def test_a_page_that_a_child_holds_tells_no_worries(worry: Worry, start: HomeStart) -> None:
    start.live_in()
    start.run()
    start.qtbot.waitUntil(lambda: not _busy(start))
    if worry is Worry.DAMAGED:
        start.services.stores.database.found_damaged = True
    else:
        start.clock.advance(timedelta(days=8))
    (mia,) = start.services.family.people()
    for place in (SafePlaceSetup(), OneCard(mia.id, "water", Zone.YELLOW)):
        start.window.go(place)
        assert start.window.place == place
        page = start.window.page
        assert isinstance(page, CornerPage)
        assert not page.banner.isVisible()
        assert page.room().top() == 0


def test_no_page_that_a_child_can_hold_tells_worries(start: HomeStart) -> None:
    for kind in (kind for kinds in HELD_TOGETHER for kind in kinds):
        page = page_of(kind.__new__(kind))
        assert not issubclass(page, CornerPage) or not page.tells_worries


def test_without_a_worry_there_is_no_banner(start: HomeStart) -> None:
    start.live_in()
    start.run()
    start.window.go(Parents())
    page = start.window.page
    assert isinstance(page, CornerPage)
    assert not page.banner.isVisible()
    assert page.room().top() == 0


def test_what_could_not_be_erased_is_tried_again_and_a_backup_does_not_wait(
    start: HomeStart,
) -> None:
    start.live_in().unlink()
    somebody = uuid4()
    held = start.folder / "corrupt-2026-02-01T000000Z.db"
    held.mkdir()  # what cannot be unlinked
    erasing_journal.begin(start.folder, somebody)
    start.run()
    start.qtbot.waitUntil(lambda: backups(start) == 1)
    assert start.window.place == Home()
    start.qtbot.waitUntil(lambda: not _busy(start))
    assert Worry.ERASING in start.services.worries()
    start.window.go(Parents())
    page = start.window.page
    assert isinstance(page, CornerPage)
    assert page.banner.worry is Worry.ERASING
    assert "not yet erased" in page.banner.label.text
    held.rmdir()
    start.qtbot.waitUntil(lambda: not erasing_journal.is_pending(start.folder))
    assert Worry.ERASING not in start.services.worries()
