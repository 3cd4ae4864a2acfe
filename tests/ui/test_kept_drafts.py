"""What was typed about people and their cards is there again after the corner has locked itself."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.ui.locked import PIN, lock_page, touch_digits
from tests.ui.own import open_card, own_card
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import open_family, open_person, reveal
from thermometer.ui.pages.add_person import AddPersonPage
from thermometer.ui.pages.one_card import OneCardPage
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.places import AddPerson, Home, Lock, PersonPlace


def lock_and_open(tablet: Tablet) -> None:
    """The corner locks itself, and a grown-up opens it again."""
    tablet.services.lock.set_pin(tablet.person("Mum").id, PIN)
    tablet.window._go_home()
    tablet.arrive(Home)
    tablet.tap(tablet.home.frame.parents)
    tablet.arrive(Lock)
    touch_digits(tablet, lock_page(tablet).pin, PIN)
    tablet.qtbot.waitUntil(lambda: not isinstance(tablet.window.place, Lock))


def test_a_name_that_cannot_be_kept_stays_in_its_field(tablet: Tablet) -> None:
    page = open_person(tablet, "Mia")
    page.name.selectAll()
    QTest.keyClicks(page.name, "mum")  # taken
    assert page.has_draft()
    lock_and_open(tablet)
    assert isinstance(tablet.window.place, PersonPlace)
    assert tablet.page(PersonPage).name.text() == "mum"
    assert [person.name for person in tablet.family()] == ["Mia", "Mum"]


def test_somebody_new_is_still_in_the_form(tablet: Tablet) -> None:
    tablet.tap(open_family(tablet).add)
    form = tablet.page(AddPersonPage).form
    QTest.keyClicks(form.name, "Gran")
    tablet.tap(form.ages[9])
    lock_and_open(tablet)
    assert isinstance(tablet.window.place, AddPerson)
    assert form.name.text() == "Gran"
    assert form.ages[9].isChecked()


def test_a_cards_name_that_is_too_long_stays_in_its_field(tablet: Tablet) -> None:
    page = open_card(tablet, "water")
    QTest.keyClicks(reveal(page.name), "my very big blue cup")
    lock_and_open(tablet)
    assert tablet.page(OneCardPage).name.text() == "my very big blue cup"
    assert own_card(tablet, "Mia", "water") is None


def test_a_sentence_that_fits_is_kept_by_the_lock_itself(tablet: Tablet) -> None:
    page = open_card(tablet, "water")
    tablet.tap(reveal(page.sentence.field))
    QTest.keyClicks(page.sentence.field, "Slow sips.")
    lock_and_open(tablet)
    card = own_card(tablet, "Mia", "water")
    assert card is not None
    assert card.sentence == "Slow sips."
