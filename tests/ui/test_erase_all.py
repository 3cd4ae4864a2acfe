"""Erasing everything by hand, and keeping records for a year: told first, done once agreed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.store import records
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.home_start import HomeStart
from tests.ui.settings import part, touch
from tests.ui.tablet import QUICK, Tablet
from tests.ui.test_erase_person import across_threads
from tests.ui.test_family_page import reveal
from thermometer.domain.keeping_for import KeepFor, Keeping
from thermometer.services import keeping_for as services_keeping_for
from thermometer.store import keeping_for
from thermometer.store.problems import NoAccess
from thermometer.ui.erasing_places import EraseAll
from thermometer.ui.keeping_card import KeepingSettings
from thermometer.ui.pages.erase_all import EraseAllPage
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.places import FirstStart, Home, Parents
from thermometer.ui.setting_sections import Section
from thermometer.ui.widgets.trouble_card import TroubleCard


@pytest.fixture
def start(qtbot: QtBot, folder: Path, clock: FakeClock) -> Iterator[HomeStart]:
    one = HomeStart(qtbot, folder, clock, replace(QUICK, upkeep=1, upkeep_again=30, step=0))
    yield one
    one.close()


def erase_all(start: HomeStart) -> None:
    """A parent's hands, from the page of settings on."""
    start.window.go(Parents())
    start.window.go(EraseAll())
    page = start.window.page
    assert isinstance(page, EraseAllPage)
    assert not page.final.hold.isEnabled()
    QTest.keyClicks(page.field, "Erase ")
    start.window.grab()
    reveal(page.final.hold)
    with start.qtbot.waitSignal(page.wish):
        QTest.mousePress(page.final.hold, Qt.MouseButton.LeftButton)


def test_it_ends_at_the_first_start(start: HomeStart) -> None:
    backup = start.live_in()
    start.run()
    erase_all(start)
    start.qtbot.waitUntil(lambda: start.window.place == FirstStart())
    assert start.services.family.people() == ()
    assert not backup.parent.exists()
    assert start.taps() == 0


def test_what_cannot_be_removed_is_said_and_tried_again_by_itself(start: HomeStart) -> None:
    start.live_in()
    start.run()
    stuck = start.folder / "corrupt-2026-02-01T000000Z.db"
    stuck.mkdir()  # it cannot be unlinked
    erase_all(start)
    start.qtbot.waitUntil(lambda: start.opening.trouble is not None)
    card = start.window.findChildren(TroubleCard)[-1]
    assert "Not everything" in card.title.text
    assert str(stuck) in card.sentence.text
    stuck.rmdir()
    start.qtbot.waitUntil(lambda: start.window.place == FirstStart())


def test_a_sample_family_makes_room_for_ones_own(start: HomeStart) -> None:
    start.live_in()
    start.window.show()
    start.opening.start(sample=True)
    erase_all(start)
    start.qtbot.waitUntil(lambda: start.window.place == Home())
    assert [one.name for one in start.services.family.people()] == ["Mia"]


def test_an_interrupted_one_shows_nothing_of_before(start: HomeStart) -> None:
    start.live_in()
    start.run()
    start.services.erasing().begin_everything()
    start.opening.close()
    again = HomeStart(start.qtbot, start.folder, start.clock)
    try:
        again.run()
        assert again.window.place == FirstStart()
    finally:
        again.close()


def test_another_word_does_not_open_the_button(tablet: Tablet) -> None:
    tablet.open_settings()
    tablet.window.go(EraseAll())
    page = tablet.page(EraseAllPage)
    assert page.goes.rows[0].below.text == "Mia, Mum"
    QTest.keyClicks(page.field, "eras")
    assert not page.final.hold.isEnabled()
    QTest.keyClicks(page.field, "e")
    assert page.final.hold.isEnabled()
    tablet.tap(page.head.back)
    assert tablet.is_at(Parents)
    tablet.window.go(EraseAll())
    assert page.field.text() == ""


def test_what_cannot_be_begun_is_said(tablet: Tablet) -> None:
    tablet.open_settings()
    tablet.window.go(EraseAll())
    page = tablet.page(EraseAllPage)
    shutil.rmtree(tablet.services.folder)
    page.final.hold.held.emit()
    assert tablet.window.notice


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280)])
def test_no_word_is_cut_and_every_target_is_large_enough(
    make_tablet: MakeTablet, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(6)
    tablet.open()
    tablet.services.lock.refuse_offer()
    tablet.window.go(EraseAll())
    assert [each.text for each in drawings.of(tablet.window) if each.is_cut] == []
    small = [
        each.accessibleName()
        for each in tablet.window.findChildren(QAbstractButton)
        if each.isVisible() and min(each.width(), each.height()) < 44
    ]
    assert small == []


# ---------------------------------------------------------------------------------- keep for


@pytest.fixture
def old(make_tablet: MakeTablet) -> Tablet:
    """Mia's and Mum's settings, and three taps: of now, of a year and a half ago, of three."""
    tablet = make_tablet()
    across_threads(tablet)
    tablet.people(2)
    for days in (0, 500, 1100):
        tap(tablet, days)
    tablet.open()
    tablet.open_settings()
    return tablet


def tap(tablet: Tablet, days_ago: int) -> None:
    at = tablet.services.clock.now() - timedelta(days=days_ago)
    tablet.services.stores.check_ins.add(records.check_in(tablet.person("Mia").id, at=at))


def keeping(tablet: Tablet) -> KeepingSettings:
    return part(tablet, Section.DATA, KeepingSettings)


def choose(tablet: Tablet, keep_for: KeepFor) -> KeepingSettings:
    card = keeping(tablet)
    touch(tablet, card.choice.flow.chips[keep_for])
    return card


def test_it_is_told_and_only_then_done(old: Tablet) -> None:
    card = choose(old, KeepFor.ONE_YEAR)
    assert "check-ins (2)" in card.told.text
    assert "22 November 2025" in card.told.text
    assert len(old.check_ins()) == 3
    touch(old, card.refuse)
    assert card.choice.flow.chosen == (KeepFor.ALL,)
    assert not card.decision.isVisible()
    choose(old, KeepFor.TWO_YEARS)
    assert "check-ins (1)" in card.told.text
    touch(old, card.agree)
    old.qtbot.waitUntil(lambda: not card.work.is_working())
    assert len(old.check_ins()) == 2
    assert not card.decision.isVisible()
    assert card.choice.flow.chosen == (KeepFor.TWO_YEARS,)
    choose(old, KeepFor.ALL)
    assert old.services.keeping_for().chosen() is KeepFor.ALL


def test_what_came_in_later_is_asked_about(old: Tablet) -> None:
    card = choose(old, KeepFor.ONE_YEAR)
    touch(old, card.agree)
    old.qtbot.waitUntil(lambda: not card.work.is_working())
    tap(old, 600)
    old.page(ParentsPage).enter(Parents())
    assert card.decision.isVisible()
    assert "check-ins (1)" in card.told.text


def test_what_goes_wrong_is_said(old: Tablet, monkeypatch: pytest.MonkeyPatch) -> None:
    def pulled(*_: object) -> None:
        raise NoAccess(old.services.stores.database.path)

    card = keeping(old)
    monkeypatch.setattr(keeping_for, "count", pulled)
    touch(old, card.choice.flow.chips[KeepFor.ONE_YEAR])
    assert old.window.notice
    assert card.choice.flow.chosen == (KeepFor.ALL,)
    monkeypatch.undo()
    choose(old, KeepFor.ONE_YEAR)
    monkeypatch.setattr(services_keeping_for.KeepingFor, "choose", pulled)
    touch(old, card.agree)
    assert card.choice.flow.chosen == (KeepFor.ALL,)
    monkeypatch.undo()
    choose(old, KeepFor.ONE_YEAR)
    monkeypatch.setattr(keeping_for, "erase", pulled)
    touch(old, card.agree)
    old.qtbot.waitUntil(lambda: not card.work.is_working())
    assert len(old.check_ins()) == 3
    monkeypatch.setattr(services_keeping_for.KeepingFor, "chosen", pulled)
    card.show_now()


def test_from_here_everything_can_be_erased(old: Tablet) -> None:
    touch(old, keeping(old).everything)
    assert old.is_at(EraseAll)


def test_each_day_lets_an_old_one_go(start: HomeStart, clock: FakeClock) -> None:
    start.live_in()
    start.run()
    services = start.services
    (mia,) = services.family.people()
    services.stores.check_ins.add(records.check_in(mia.id, at=clock.now() - timedelta(days=360)))
    keep = services.keeping_for()
    keep.choose(KeepFor.ONE_YEAR, keep.preview(KeepFor.ONE_YEAR))
    start.qtbot.waitUntil(lambda: Keeping.of(services.stores.settings.get("keep-for")).is_done)
    assert start.taps() == 5
    clock.advance(timedelta(days=10))
    start.qtbot.waitUntil(lambda: start.taps() == 4)
    assert start.window.place == Home()
