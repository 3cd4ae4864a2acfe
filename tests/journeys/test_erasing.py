"""A child moves out, and the family wants every trace of her off the kitchen's tablet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui import drawings
from tests.ui.home_start import HomeStart
from tests.ui.test_family_page import reveal
from thermometer import app
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.repair_steps import Part
from thermometer.domain.zones import Zone
from thermometer.store import erasing_files, erasing_journal
from thermometer.ui.erasing_places import ErasePerson
from thermometer.ui.pages.erase_person import ErasePersonPage
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.places import FamilyPlace, Home, PersonPlace

NAME = "Wilhelmina"


@pytest.fixture
def lived_in(folder: Path, clock: FakeClock) -> str:
    """Three live here, have tapped, fallen out and written; there is a backup. Her id."""
    services = app.open_family(folder, clock, lambda _: None)
    add = services.family.add
    child = add(NAME, Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    leo = add("Leo", Role.CHILD, AgeBand.THREE_TO_FIVE, "bear")
    mum = add("Mum", Role.PARENT, AgeBand.ADULT, "owl")
    for person in (child, leo, mum):
        services.journal.check_in(person.id, Zone.YELLOW)
    moments = services.hard_moments()
    moments.log(mum.id, child.id, note="late for school")
    moments.log(mum.id, leo.id, note=f"he had hit {NAME}")
    services.own_lines().keep(Part.IDEA, f"Shall we fetch {NAME}?")
    services.safekeeping().make()
    services.lock.refuse_offer()
    services.close()
    return str(child.id)


@pytest.fixture
def start(qtbot: QtBot, folder: Path, clock: FakeClock) -> Iterator[HomeStart]:
    one = HomeStart(qtbot, folder, clock)
    yield one
    one.close()


def traces(folder: Path, id_: str) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and any(word in path.read_bytes() for word in (NAME.encode(), id_.encode()))
    ]


def open_list(start: HomeStart) -> ErasePersonPage:
    """From the family's page to what would go."""
    child = next(one for one in start.services.family.people() if one.name == NAME)
    start.window.go(PersonPlace(child.id))
    person = start.window.page
    assert isinstance(person, PersonPage)
    QTest.mouseClick(reveal(person.erase), Qt.MouseButton.LeftButton)
    page = start.window.page
    assert isinstance(page, ErasePersonPage)
    start.qtbot.waitUntil(lambda: not page.work.is_working())
    return page


def hold(start: HomeStart, page: ErasePersonPage) -> None:
    start.window.grab()
    reveal(page.final.hold)
    with start.qtbot.waitSignal(page.final.hold.held):
        QTest.mousePress(page.final.hold, Qt.MouseButton.LeftButton)


def names_on_home(start: HomeStart) -> set[str]:
    start.window.go(Home())
    words = {drawn.text for drawn in drawings.of(start.window)} | drawings.spoken(start.window)
    return {name for name in (NAME, "Leo", "Mum") if any(name in text for text in words)}


def test_she_goes_and_the_others_go_on(start: HomeStart, lived_in: str) -> None:
    start.run()
    assert names_on_home(start) == {NAME, "Leo", "Mum"}
    hold(start, open_list(start))
    start.qtbot.waitUntil(lambda: start.window.place == FamilyPlace())
    assert traces(start.folder, lived_in) == []
    assert names_on_home(start) == {"Leo", "Mum"}
    (moment,) = start.services.stores.repairs.ruptures()
    assert moment.note == "he had hit …"
    leo = start.services.family.people()[0]
    start.services.journal.check_in(leo.id, Zone.GREEN)
    assert start.taps() == 3
    made = start.services.safekeeping().make()
    assert made is not None
    assert set(made.holds.people.values()) == {"Leo", "Mum"}


def test_the_plug_is_pulled_and_home_shows_nothing_of_her_and_does_not_wait(
    start: HomeStart, lived_in: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    start.run()
    page = open_list(start)

    def pulled(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(erasing_files, "rewrite", pulled)
        hold(start, page)
        start.qtbot.waitUntil(lambda: bool(page.said.text))
    assert isinstance(start.window.place, ErasePerson)
    start.opening.close()
    assert erasing_journal.is_pending(start.folder)
    again = HomeStart(start.qtbot, start.folder, clock)
    try:
        again.run()
        assert again.window.place == Home()
        assert names_on_home(again) == {"Leo", "Mum"}
        assert erasing_journal.is_pending(again.folder)
        again.qtbot.waitUntil(lambda: not erasing_journal.is_pending(again.folder), timeout=30_000)
        assert names_on_home(again) == {"Leo", "Mum"}
        assert traces(again.folder, lived_in) == []
    finally:
        again.close()
