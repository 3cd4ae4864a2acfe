"""A photo for a card out of a file: only for a hand that knows the PIN."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.devices import a_photo
from tests.ui.locked import PIN, enter, lock_page, lock_up, touch_digits
from tests.ui.own import choose_file, open_card, own_card, photo_file, photo_of
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.own_places import CardFile, OneCard
from thermometer.ui.pages.card_file import CardFilePage
from thermometer.ui.pages.one_card import OneCardPage
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.places import FamilyPlace, Lock, SafePlaceSetup, Week


def dialogs() -> list[QFileDialog]:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog)]
    return [each for each in found if each.isVisible()]


def held_card(tablet: Tablet) -> OneCardPage:
    """The card of a drink of water, as a child holds it: the corner is locked around it."""
    enter(tablet, Week)
    tablet.tap(tablet.page(CornerPage).rail.buttons[SafePlaceSetup])
    setup = tablet.page(SafePlaceSetupPage)
    tablet.tap(reveal(setup.grid.tiles["water"].pencil))
    return tablet.page(OneCardPage)


def test_between_the_set_up_and_a_card_nobody_asks_for_the_pin(locked: Tablet) -> None:
    page = held_card(locked)
    locked.tap(page.head.back)
    setup = locked.page(SafePlaceSetupPage)
    locked.tap(setup.aside.place)
    locked.page(OneCardPage)
    locked.tap(locked.page(CornerPage).rail.buttons[FamilyPlace])
    assert isinstance(locked.window.place, Lock)


def test_a_file_asks_for_the_pin_first(locked: Tablet, tmp_path: Path) -> None:
    page = held_card(locked)
    locked.tap(reveal(page.pictures.file))
    mia = locked.person("Mia").id
    card = OneCard(mia, "water", Zone.YELLOW)
    assert locked.window.place == Lock(CardFile(card))
    assert dialogs() == []
    touch_digits(locked, lock_page(locked).pin, PIN)
    locked.arrive(CardFile)
    assert len(dialogs()) == 1
    choose_file(locked, locked.page(CardFilePage).photos, photo_file(tmp_path))
    locked.arrive(OneCard)
    kept = own_card(locked, "Mia", "water")
    assert kept is not None
    assert kept.picture is not None
    assert photo_of(locked, kept.picture).size().toTuple() == (480, 480)
    assert locked.page(OneCardPage).undo.isEnabled()
    locked.tap(locked.page(CornerPage).rail.buttons[FamilyPlace])
    assert isinstance(locked.window.place, Lock)  # it is in a child's hands again


def test_a_new_tool_is_a_grown_ups(locked: Tablet) -> None:
    enter(locked, Week)
    locked.tap(locked.page(CornerPage).rail.buttons[SafePlaceSetup])
    locked.tap(locked.page(SafePlaceSetupPage).aside.make)
    assert isinstance(locked.window.place, Lock)


def test_without_any_pin_a_hold_comes_before_the_file(tablet: Tablet) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.pictures.file))
    assert isinstance(tablet.window.place, Lock)
    assert dialogs() == []
    button = lock_page(tablet).hold
    tablet.press(button)
    tablet.arrive(CardFile)
    tablet.release(tablet.page(CardFilePage).head)
    assert len(dialogs()) == 1


def test_what_is_no_photo_is_said_and_another_can_be_chosen(locked: Tablet, tmp_path: Path) -> None:
    page = held_card(locked)
    locked.tap(reveal(page.pictures.file))
    touch_digits(locked, lock_page(locked).pin, PIN)
    locked.arrive(CardFile)
    file_page = locked.page(CardFilePage)
    text = tmp_path / "photo.jpg"
    text.write_text("no photo", encoding="utf-8")
    choose_file(locked, file_page.photos, text)
    assert "That is not a picture" in locked.window.notice
    locked.tap(file_page.choose)
    choose_file(locked, file_page.photos, photo_file(tmp_path, a_photo("teal")))
    locked.arrive(OneCard)
    assert own_card(locked, "Mia", "water") is not None


def test_the_dialog_goes_with_the_page(locked: Tablet) -> None:
    page = held_card(locked)
    locked.tap(reveal(page.pictures.file))
    touch_digits(locked, lock_page(locked).pin, PIN)
    locked.arrive(CardFile)
    locked.window._go_home()
    assert dialogs() == []


def test_the_way_back_leads_to_the_card(tablet: Tablet) -> None:
    lock_up(tablet)
    page = held_card(tablet)
    tablet.tap(reveal(page.pictures.file))
    touch_digits(tablet, lock_page(tablet).pin, PIN)
    tablet.arrive(CardFile)
    file_page = tablet.page(CardFilePage)
    assert file_page.photos.files.dialog is not None
    file_page.photos.files.dialog.reject()
    tablet.tap(file_page.head.back)
    assert isinstance(tablet.window.place, OneCard)
