"""Erasing somebody by hand: listed first, held for long, and gone from every page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from tests.store import erased_family as family
from tests.store import records
from tests.store.erased_family import NAME, ZOE, traces
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.locked import PIN, lock_page, touch_digits
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import open_family, reveal
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.store import erasing_files
from thermometer.store.problems import NoSpace
from thermometer.ui.changes import Changes
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.erasing_places import ErasePerson
from thermometer.ui.pages.erase_person import ErasePersonPage
from thermometer.ui.pages.family import FamilyPage
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.places import FamilyPlace, Home, Lock, PersonPlace, Week


def across_threads(tablet: Tablet) -> None:
    """What is changed by a worker is told on the window's thread, as in the program."""
    changes = Changes(tablet.window)
    changes.happened.connect(tablet.window.changed)
    tablet.services = replace(tablet.services, notify=changes.notify)


@pytest.fixture
def three(make_tablet: MakeTablet) -> Tablet:
    """Home of Mum, Leo and Zoë, with a backup."""
    tablet = make_tablet()
    across_threads(tablet)
    family.begin(tablet.services.stores.database)
    tablet.services.lock.take_away(family.MUM.id)
    tablet.services.lock.take_away(ZOE.id)
    tablet.services.safekeeping().make()
    tablet.open()
    return tablet


def open_list(tablet: Tablet, name: str = NAME) -> ErasePersonPage:
    rows = open_family(tablet).rows
    tablet.tap(next(row for row in rows if row.person.name == name).card)
    tablet.tap(reveal(tablet.page(PersonPage).erase))
    page = tablet.page(ErasePersonPage)
    tablet.qtbot.waitUntil(lambda: not page.work.is_working())
    return page


def lines(page: ErasePersonPage) -> list[str]:
    cards = (page.goes, page.others, page.files)
    return [row.words.text for card in cards for row in card.rows]


def hold(tablet: Tablet, page: ErasePersonPage) -> None:
    tablet.window.grab()  # everything has its place
    reveal(page.final.hold)
    with tablet.qtbot.waitSignal(page.final.hold.held):
        tablet.press(page.final.hold)


def test_everything_is_listed_and_nothing_has_gone(three: Tablet) -> None:
    page = open_list(three)
    assert lines(page) == [
        f"{NAME}: name, picture, own words, signs and tools",
        "Check-ins: 2",
        "Tools used: 1",
        "Hard moments: 2",
        "Notes and tags: 1",
        "Own cards, photos and recordings: 2",
        f"Check-ins of others that {NAME} saw: 1",
        f"Calls to which {NAME} came: 1",
        f"Mistaken taps that {NAME} made for others: 1",
        f"Texts that name {NAME}: 11",
        f"Photos of the family’s own tools: {NAME}'s swing",
        f"Backups that are rewritten without {NAME}: 1",
        "What you have taken elsewhere stays as it is",
    ]
    three.tap(page.head.back)
    assert three.is_at(PersonPlace)
    assert NAME in [one.name for one in three.family()]


def test_a_long_hold_erases(three: Tablet) -> None:
    page = open_list(three)
    hold(three, page)
    three.arrive(FamilyPlace)
    assert [row.person.name for row in three.page(FamilyPage).rows] == ["Mum", "Leo"]
    assert traces(three.services.folder) == []
    three.tap(three.page(CornerPage).rail.lock)
    three.arrive(Home)
    assert [panel.person.name for panel in three.home.panels] == ["Mum", "Leo"]
    assert not any(NAME in words for words in three.words())


def test_a_tap_does_not(three: Tablet) -> None:
    page = open_list(three)
    three.tap(reveal(page.final.hold))
    three.let_pass(100)
    assert not page.work.is_working()
    assert NAME in [one.name for one in three.family()]


def test_who_left_meanwhile_is_led_home(three: Tablet, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_list(three)
    goes_on, rewrite = Event(), erasing_files.rewrite

    def slowly(backup: Path, person: str, names: set[str], *, inside: bool) -> None:
        assert goes_on.wait(10)
        rewrite(backup, person, names, inside=inside)

    monkeypatch.setattr(erasing_files, "rewrite", slowly)
    hold(three, page)
    assert page.is_running()
    page.enter(ErasePerson(ZOE.id))  # coming back changes nothing of it
    page.final.hold.held.emit()  # nor does a second hold
    three.window.go(Week())
    goes_on.set()
    three.arrive(Home)
    assert not page.is_running()


def test_what_cannot_be_read_is_removed_and_said(three: Tablet) -> None:
    folder = three.services.folder
    (folder / "backups" / "family-2026-01-01T000000Z.db").write_bytes(b"broken")
    (folder / "corrupt-2026-02-01T000000Z.db").write_bytes(b"broken")
    page = open_list(three)
    assert "Backups that cannot be read, and are removed: 1" in lines(page)
    assert "Files kept aside after damage, which are removed: 1" in lines(page)


def test_many_texts_are_not_all_shown(three: Tablet) -> None:
    for number in range(5):
        line = f"{NAME} is number {number}"
        three.services.stores.mending.keep_line(records.own_line(line))
    page = open_list(three)
    assert page.others.rows[-2].below.text.endswith("and 4 more")


def test_a_parent_decides_about_longer_words(three: Tablet) -> None:
    notes = three.services.stores.mending
    notes.keep_line(records.own_line(f"{NAME}ville"))
    page = open_list(three)
    row = page.others.rows[-1]
    assert row.words.text == f"Longer words in which {NAME} stands, in texts: 1"
    assert row.below.text == f"They stay as they are: “{NAME}ville”"
    for words in ("There, too", "They stay as they are", "There, too"):
        three.window.grab()
        three.tap(reveal(page.others.rows[-1].buttons[0]))
        assert page.others.rows[-1].below.text.startswith(words)
    hold(three, page)
    three.arrive(FamilyPlace)
    assert "…ville" in {line.text for line in notes.lines()}


def test_the_only_pin_is_said(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    tablet.hold_parents()
    mum = tablet.person("Mum").id
    tablet.services.lock.set_pin(mum, PIN)
    tablet.window.go(ErasePerson(mum))
    assert tablet.is_at(Lock)  # this page is not for whoever comes by
    page = lock_page(tablet)
    touch_digits(tablet, page.pin, PIN)
    tablet.arrive(ErasePerson)
    listed = tablet.page(ErasePersonPage)
    tablet.qtbot.waitUntil(lambda: not listed.work.is_working())
    assert listed.goes.rows[-1].words.text == "The PIN"
    assert "hold of three seconds" in listed.goes.rows[-1].below.text
    assert not listed.others.isVisible()


def test_the_last_one_on_home_cannot_go(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(1)
    tablet.open()
    page = open_list(tablet, "Mia")
    assert "the only one" in page.said.text
    assert not page.final.isVisible()
    tablet.tap(page.head.back)
    assert tablet.is_at(PersonPlace)


def test_what_went_wrong_is_said_and_can_be_tried_again(
    three: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_list(three)

    def full(*_: object) -> None:
        raise NoSpace(three.services.stores.database.path)

    with monkeypatch.context() as patch:
        patch.setattr(erasing_files, "rewrite", full)
        hold(three, page)
        three.qtbot.waitUntil(lambda: bool(page.said.text))
    assert "hidden already" in page.said.text
    three.window.grab()
    three.release(reveal(page.final.hold))
    hold(three, page)
    three.arrive(FamilyPlace)
    assert traces(three.services.folder) == []


def test_somebody_who_is_gone_is_not_asked_about(three: Tablet) -> None:
    page = open_list(three)
    three.services.erasing().person(ZOE.id)
    three.window.go(ErasePerson(ZOE.id))
    assert three.window.notice
    assert not page.final.isVisible()
    with pytest.raises(TypeError):
        page.enter(Home())


def test_a_copy_only_if_it_is_asked_for(three: Tablet, tmp_path: Path) -> None:
    page = open_list(three)
    copy = page.copy
    three.tap(reveal(copy.save))
    assert copy.files.dialog is not None
    copy.files.dialog.fileSelected.emit(str(tmp_path / "mine.backup"))
    copy.files.dialog.close()
    three.qtbot.waitUntil(lambda: "Saved as" in copy.card.rows[0].words.text)
    assert (
        NAME
        in three.services.safekeeping().look_into(tmp_path / "mine.backup").holds.people.values()
    )
    hold(three, page)
    three.arrive(FamilyPlace)
    assert (tmp_path / "mine.backup").exists()


def test_a_copy_that_cannot_be_made_is_said(three: Tablet, tmp_path: Path) -> None:
    copy = open_list(three).copy
    told: list[Problem] = []
    copy.trouble.connect(told.append)
    three.tap(reveal(copy.save))
    assert copy.files.dialog is not None
    copy.files.dialog.fileSelected.emit(str(tmp_path / "nowhere" / "mine.backup"))
    three.qtbot.waitUntil(lambda: bool(told))
    assert copy.save.isEnabled()
    three.window.go(FamilyPlace())
    assert copy.files.dialog is None


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280)])
def test_no_word_is_cut_and_every_target_is_large_enough(
    make_tablet: MakeTablet, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(3)
    old = tablet.services.family.add(
        "Great-grandmother Elisabeth-Charlotte", Role.PARENT, AgeBand.ADULT, "owl"
    )
    tablet.services.safekeeping().make()
    tablet.open()
    tablet.services.lock.refuse_offer()
    tablet.window.go(ErasePerson(old.id))
    page = tablet.page(ErasePersonPage)
    tablet.qtbot.waitUntil(lambda: not page.work.is_working())
    bar = page.view.verticalScrollBar()
    for value in (0, bar.maximum()):
        bar.setValue(value)
        assert [each.text for each in drawings.of(tablet.window) if each.is_cut] == []
    small = [
        each.accessibleName()
        for each in tablet.window.findChildren(QAbstractButton)
        if each.isVisible() and min(each.width(), each.height()) < 44
    ]
    assert small == []
    assert all(area.horizontalScrollBar().maximum() == 0 for area in page.findChildren(QScrollArea))
