"""The family in a parent's hands: real taps on real cards, kept in a real file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.zones import ByZone, Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.pages.add_person import AddPersonPage
from thermometer.ui.pages.family import FamilyPage
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.places import AddPerson, FamilyPlace, Home, PersonPlace

LONG_NAME = "Great-grandmother Elisabeth-Charlotte"


def open_family(tablet: Tablet) -> FamilyPage:
    """From Home, by the rail."""
    tablet.services.lock.refuse_offer()
    tablet.hold_parents()
    tablet.tap(tablet.page(CornerPage).rail.buttons[FamilyPlace])
    return tablet.page(FamilyPage)


def open_person(tablet: Tablet, name: str) -> PersonPage:
    page = open_family(tablet)
    row = next(row for row in page.rows if row.person.name == name)
    tablet.tap(row.card)
    return tablet.page(PersonPage)


def reveal(widget: QWidget) -> QWidget:
    """Scroll to where ``widget`` can be touched."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    assert above is not None
    above.ensureWidgetVisible(widget)
    return widget


def home_names(tablet: Tablet) -> list[str]:
    tablet.tap(tablet.page(CornerPage).rail.lock)
    tablet.arrive(Home)
    return [panel.person.name for panel in tablet.home.panels]


def test_arrows_change_the_order_on_home(tablet: Tablet) -> None:
    page = open_family(tablet)
    assert [row.person.name for row in page.rows] == ["Mia", "Mum"]
    assert not page.rows[0].up.isEnabled()
    assert not page.rows[1].down.isEnabled()
    tablet.tap(page.rows[1].up)
    assert [row.person.name for row in page.rows] == ["Mum", "Mia"]
    assert page.rows[0].card.hasFocus()  # the arrow that was touched leads no further
    assert home_names(tablet) == ["Mum", "Mia"]


def test_an_arrow_keeps_the_focus_while_it_leads_further(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(3)
    tablet.open()
    page = open_family(tablet)
    tablet.press_key(page.rows[0].down, Qt.Key.Key_Space)
    assert [row.person.name for row in page.rows] == ["Mum", "Mia", "Leo"]
    assert page.rows[1].down.hasFocus()


def test_somebody_is_added(tablet: Tablet) -> None:
    page = open_family(tablet)
    tablet.tap(page.add)
    form = tablet.page(AddPersonPage)
    assert not form.save.isEnabled()
    assert not form.has_draft()
    tablet.tap(form.form.roles[Role.PARENT])
    QTest.keyClicks(form.form.name, "Gran")
    assert form.has_draft()
    tablet.tap(form.save)
    tablet.arrive(PersonPlace)
    gran = tablet.person("Gran")
    assert (gran.role, gran.age_band) == (Role.PARENT, AgeBand.ADULT)
    assert tablet.page(PersonPage).head.title == "Gran"
    assert home_names(tablet) == ["Mia", "Mum", "Gran"]


def test_a_name_that_is_taken_is_said_and_can_be_put_right(tablet: Tablet) -> None:
    tablet.tap(open_family(tablet).add)
    form = tablet.page(AddPersonPage)
    QTest.keyClicks(form.form.name, "mia")
    QTest.keyClick(form.form.name, Qt.Key.Key_Return)
    assert tablet.is_at(AddPerson)
    assert "Mia" in tablet.window.notice
    assert form.form.name.text() == "mia"
    tablet.tap(form.head.back)
    assert tablet.is_at(FamilyPlace)


def test_a_full_home_offers_no_place(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(6)
    tablet.open()
    page = open_family(tablet)
    assert not page.add.isVisible()
    assert "All 6 places on Home are taken." in tablet.words()


def test_what_is_touched_is_kept_at_once(tablet: Tablet) -> None:
    page = open_person(tablet, "Mia")
    tablet.tap(page.ages.chips[AgeBand.THREE_TO_FIVE])
    tablet.tap(reveal(page.pictures.pictures["whale"]))
    tablet.tap(reveal(page.words.rows.red.offers.chips["Volcano"]))
    for group_sign in ("hot-face", "louder", "pacing"):
        chips = {k: c for flow in page.signs.flows.values() for k, c in flow.chips.items()}
        tablet.tap(reveal(chips[group_sign]))
    mia = tablet.person("Mia")
    assert (mia.age_band, mia.picture, mia.words.red) == (
        AgeBand.THREE_TO_FIVE,
        "whale",
        "Volcano",
    )
    assert mia.signs == ("hot-face", "louder", "pacing")
    assert page.signs.chosen == mia.signs
    assert page.pictures.pictures["whale"].isChecked()
    tablet.tap(page.rail.lock)
    assert "Volcano" in tablet.words()


def test_a_sixth_sign_is_not_taken(tablet: Tablet) -> None:
    page = open_person(tablet, "Mia")
    chips = {k: c for flow in page.signs.flows.values() for k, c in flow.chips.items()}
    first, sixth = list(chips)[:5], list(chips)[5]
    for sign in first:
        tablet.tap(reveal(chips[sign]))
    tablet.tap(reveal(chips[sixth]))
    assert tablet.person("Mia").signs == tuple(first)
    assert not chips[sixth].isChecked()
    assert page.signs.hint == "5 are chosen. Let one go to choose another."
    tablet.tap(reveal(chips[first[0]]))
    tablet.tap(reveal(chips[sixth]))
    assert tablet.person("Mia").signs == (*first[1:], sixth)


def test_what_is_typed_is_kept_when_the_field_is_left(tablet: Tablet) -> None:
    page = open_person(tablet, "Mia")
    page.name.selectAll()
    QTest.keyClicks(page.name, "Mia-Lou")
    assert page.has_draft()
    assert tablet.person("Mia")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert not page.has_draft()
    assert page.head.title == "Mia-Lou"
    field = page.words.rows.green.field
    field.selectAll()
    QTest.keyClicks(field, "Mossy")
    tablet.tap(page.head.back)  # the page is left: that is enough
    assert tablet.person("Mia-Lou").words.green == "Mossy"


def test_a_taken_name_stays_in_the_field_and_nothing_is_kept(tablet: Tablet) -> None:
    page = open_person(tablet, "Mia")
    page.name.selectAll()
    QTest.keyClicks(page.name, "MUM")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert "Mum" in tablet.window.notice
    assert page.name.text() == "MUM"
    assert [one.name for one in tablet.family()] == ["Mia", "Mum"]
    tablet.tap(page.ages.chips[AgeBand.NINE_TO_TWELVE])
    assert tablet.person("Mia").age_band is AgeBand.NINE_TO_TWELVE


def test_an_emptied_word_becomes_the_usual_one(tablet: Tablet) -> None:
    page = open_person(tablet, "Mum")
    field = page.words.rows.yellow.field
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == tablet.person("Mum").words.yellow == "Frayed"


def test_a_grown_up_has_no_age(tablet: Tablet) -> None:
    page = open_person(tablet, "Mum")
    assert not page.ages.isVisible()
    assert page.head.below == "grown-up"


def test_set_aside_and_back_again(tablet: Tablet) -> None:
    page = open_person(tablet, "Mia")
    tablet.tap(reveal(page.aside))
    assert [one.name for one in tablet.family()] == ["Mum"]
    assert not page.aside.isVisible()
    tablet.tap(page.head.back)
    family = tablet.page(FamilyPage)
    assert [row.person.name for row in family.rows] == ["Mum"]
    tablet.tap(family.aside[0])
    tablet.tap(reveal(tablet.page(PersonPage).back))
    assert home_names(tablet) == ["Mum", "Mia"]


def test_the_last_one_cannot_be_set_aside(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(1)
    tablet.open()
    page = open_person(tablet, "Mia")
    tablet.tap(reveal(page.aside))
    assert "the only one" in tablet.window.notice
    assert [one.name for one in tablet.family()] == ["Mia"]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280)])
def test_no_word_is_cut_and_every_target_is_large_enough(
    make_tablet: MakeTablet, size: tuple[int, int], theme: str
) -> None:
    tablet = make_tablet(size=size, theme=theme)
    mia, *_ = tablet.people(5)
    family = tablet.services.family
    old = family.add(LONG_NAME, Role.PARENT, AgeBand.ADULT, "owl")
    family.archive(mia.id)
    tablet.open()
    tablet.services.lock.refuse_offer()
    for place in (FamilyPlace(), AddPerson(), PersonPlace(old.id), PersonPlace(mia.id)):
        tablet.window.go(place)
        drawn = drawings.of(tablet.window)
        assert [each.text for each in drawn if each.is_cut] == [], place
        small = [
            each.accessibleName()
            for each in tablet.window.findChildren(QAbstractButton)
            if each.isVisible() and min(each.width(), each.height()) < 44
        ]
        assert small == [], place
        assert tablet.page(CornerPage).findChild(QScrollArea) is None or sideways(tablet) == 0


def sideways(tablet: Tablet) -> int:
    """How far the page could be pushed sideways."""
    page = tablet.page(CornerPage)
    return max(area.horizontalScrollBar().maximum() for area in page.findChildren(QScrollArea))


def test_words_of_the_zones_stand_in_the_thermometers_order(tablet: Tablet) -> None:
    page = open_person(tablet, "Mia")
    tops = [page.words.rows.of(zone).y() for zone in Zone]
    assert tops == sorted(tops, reverse=True)
    assert page.words.words == ByZone("Calm", "Getting big", "Too big")


@pytest.mark.parametrize(("names", "left"), [(("Mum", "Dad"), ("Mum",)), (("Dad",), ("Dad",))])
def test_a_grown_up_set_aside_opens_the_corner_no_longer_unless_nobody_else_can(
    make_tablet: MakeTablet, names: tuple[str, ...], left: tuple[str, ...]
) -> None:
    tablet = make_tablet()
    tablet.people(4)
    tablet.open()
    page = open_person(tablet, "Dad")
    ids = {name: tablet.person(name).id for name in names}
    for name, pin in zip(names, ("482613", "739105"), strict=False):
        tablet.services.lock.set_pin(ids[name], pin)
    tablet.tap(reveal(page.aside))
    assert tablet.services.lock.state().owners == tuple(ids[name] for name in left)
