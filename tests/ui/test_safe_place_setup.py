"""A Safe Place set up together: real taps and drags, kept in a real file, seen on the real page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from tests.fakes import FakeSteadyClock
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.locked import PIN
from tests.ui.setups import YELLOW, kept, numbers, open_setup, tap_card, tap_zone
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from thermometer.domain.changes import Change
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.zones import Zone
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.places import FamilyPlace, Home, Lock, SafePlaceSetup


def test_the_picked_cards_come_first_with_their_numbers(tablet: Tablet) -> None:
    page = open_setup(tablet)
    assert tuple(page.grid.tiles)[:6] == YELLOW
    assert numbers(page) == {id_: place for place, id_ in enumerate(YELLOW, 1)}
    assert "All 6 places are taken" in page.panel.words
    others = set(page.grid.tiles) - set(YELLOW)
    assert {"turtle", "hug", "come-please"} <= others
    assert not {"long-out", "body-scan"} & others  # a grown-up's
    tops = {page.grid.tiles[id_].y() for id_ in YELLOW}
    assert min(page.grid.tiles[id_].y() for id_ in others) > max(tops)


def test_what_is_tapped_is_kept_at_once_and_seen_by_the_child(tablet: Tablet) -> None:
    page = open_setup(tablet)
    tap_card(tablet, "water")
    assert kept(tablet, "Mia", Zone.YELLOW) == tuple(id_ for id_ in YELLOW if id_ != "water")
    assert "5 of 6 places are taken" in page.panel.words
    tap_card(tablet, "hug")
    wanted = (*(id_ for id_ in YELLOW if id_ != "water"), "hug")
    assert kept(tablet, "Mia", Zone.YELLOW) == wanted
    assert numbers(page)["hug"] == 6
    tablet.tap(page.rail.lock)
    tablet.check_in("Mia", Zone.YELLOW)
    assert [card.accessibleName() for card in tablet.safe_place.cards] == [
        tablet.services.content.tool(id_).name for id_ in wanted
    ]


def test_a_full_zone_says_how_to_make_room(tablet: Tablet) -> None:
    open_setup(tablet)
    tap_card(tablet, "hug")
    assert "All 6 places are taken" in tablet.window.notice
    assert kept(tablet, "Mia", Zone.YELLOW) == YELLOW


def test_the_call_stays_in_a_childs_red_but_may_move(tablet: Tablet) -> None:
    page = open_setup(tablet)
    tap_zone(tablet, Zone.RED)
    tap_card(tablet, "come-please")
    assert "stays among a child’s red cards" in tablet.window.notice
    assert "come-please" in kept(tablet, "Mia", Zone.RED)
    tablet.tap(reveal(page.grid.tiles["come-please"].later))
    assert kept(tablet, "Mia", Zone.RED) == ("safe-place", "come-please", "flower-candle")


def test_the_last_card_stays(tablet: Tablet) -> None:
    page = open_setup(tablet)
    tablet.tap(next(pill for pill in page.head.people if pill.person.name == "Mum"))
    tap_zone(tablet, Zone.GREEN)
    assert page.grid.picked == ("long-out",)
    tile = page.grid.tiles["long-out"]
    assert not tile.later.isVisible()  # nothing to order
    tap_card(tablet, "long-out")
    assert "the only card" in tablet.window.notice
    assert kept(tablet, "Mum", Zone.GREEN) == ("long-out",)


def test_arrows_change_the_order_and_keep_the_focus(tablet: Tablet) -> None:
    page = open_setup(tablet)
    tile = page.grid.tiles["push-wall"]
    assert not page.grid.tiles["flower-candle"].earlier.isEnabled()
    assert not page.grid.tiles["safe-place"].later.isEnabled()
    tablet.press_key(tile.later, Qt.Key.Key_Space)
    assert kept(tablet, "Mia", Zone.YELLOW)[:3] == ("flower-candle", "water", "push-wall")
    assert page.grid.tiles["push-wall"].later.hasFocus()
    tablet.press_key(tile.card, Qt.Key.Key_Space)
    assert "push-wall" not in kept(tablet, "Mia", Zone.YELLOW)


def test_every_change_can_be_taken_back(tablet: Tablet) -> None:
    page = open_setup(tablet)
    assert not page.panel.undo.isEnabled()
    before = {person.name: person.tools for person in tablet.family()}
    tap_card(tablet, "water")
    tap_card(tablet, "turtle")
    tablet.tap(reveal(page.grid.tiles["turtle"].earlier))
    tap_zone(tablet, Zone.RED)
    tap_card(tablet, "flower-candle")
    tablet.tap(reveal(next(pill for pill in page.head.people if pill.person.name == "Mum")))
    tap_card(tablet, "back-at")
    for steps_left in range(5, 0, -1):
        assert page.panel.undo.isEnabled(), steps_left
        tablet.tap(page.panel.undo)
    assert not page.panel.undo.isEnabled()
    assert {person.name: person.tools for person in tablet.family()} == before
    assert page.head.zones[Zone.YELLOW].isChecked()
    assert next(pill for pill in page.head.people if pill.isChecked()).person.name == "Mia"


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280)])
@pytest.mark.parametrize("zone", Zone)
@pytest.mark.parametrize("name", ["Mia", "Mum"])
def test_the_preview_is_the_persons_own_screen(
    make_tablet: MakeTablet, name: str, zone: Zone, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(2)
    tablet.open()
    page = open_setup(tablet)
    tablet.tap(next(pill for pill in page.head.people if pill.person.name == name))
    tap_zone(tablet, zone)
    assert f"What {name} will see" in tablet.words()
    preview = page.panel.preview
    drawings.of(preview)  # lays it out
    small = {card.accessibleName(): card.geometry() for card in preview.cards}
    words = {each.text for each in drawings.of_each(preview.cards)}
    tablet.tap(page.rail.lock)
    tablet.check_in(name, zone)
    real = tablet.safe_place.cards
    others = [each.geometry() for each in preview.strip.buttons()]
    assert [each.geometry() for each in tablet.safe_place._strip.buttons()] == others
    assert tablet.safe_place._strip.geometry() == preview.strip.geometry()
    assert {card.accessibleName(): card.geometry() for card in real} == small
    assert {each.text for each in drawings.of_each(real)} == words


def test_nothing_of_the_preview_can_be_reached(tablet: Tablet) -> None:
    page = open_setup(tablet)
    drawings.of(tablet.window)
    assert page.panel.preview.cards
    assert not any(card.isVisible() for card in page.panel.preview.cards)


def test_a_change_from_elsewhere_is_shown(tablet: Tablet) -> None:
    page = open_setup(tablet)
    mia = tablet.person("Mia")
    tablet.services.family.choose_tools(mia.id, Zone.YELLOW, ("hug", "water"))
    assert page.grid.picked == ("hug", "water")
    tablet.services.family.archive(mia.id)
    assert page.grid.picked == tablet.person("Mum").tools.yellow
    page.refresh(Change.CHECK_INS)
    assert page.grid.picked == tablet.person("Mum").tools.yellow


def test_a_card_that_cannot_be_kept_stays_where_it_was(tablet: Tablet) -> None:
    page = open_setup(tablet)
    with tablet.services.stores.database.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM person WHERE name = 'Mia'")
    tap_card(tablet, "water")
    assert tablet.window.notice
    assert page.grid.picked == YELLOW
    tablet.tap(reveal(page.grid.tiles["push-wall"].later))
    assert page.grid.picked == YELLOW
    assert not page.panel.undo.isEnabled()


def test_while_a_child_holds_it_every_other_page_asks_for_the_pin(
    locked: Tablet, steady: FakeSteadyClock
) -> None:
    assert PIN
    locked.window.go(Home())
    locked.window._ready.gate.open()
    locked.window.go(SafePlaceSetup())
    page = locked.page(SafePlaceSetupPage)
    tap_zone(locked, Zone.RED)
    assert locked.is_at(SafePlaceSetup)
    locked.tap(page.rail.buttons[FamilyPlace])
    assert locked.is_at(Lock)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280), (480, 800)])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_no_word_is_cut_and_every_target_is_large_enough(
    make_tablet: MakeTablet, size: tuple[int, int], theme: str, text: float
) -> None:
    tablet = make_tablet(size=size, theme=theme)
    tablet.theme.text_scale = text
    tablet.people(5)
    family = tablet.services.family
    long = family.add("Great-grandmother Elisabeth-Charlotte", Role.PARENT, AgeBand.ADULT, "owl")
    tablet.open()
    for person in (tablet.family()[0], long):
        tablet.window._ready.gate.open()
        tablet.window.go(SafePlaceSetup(person.id, Zone.YELLOW))
        page = tablet.page(SafePlaceSetupPage)
        shown = [each for each in page.findChildren(QWidget) if each.isVisible()]
        drawn = drawings.of_each([each for each in shown if not each.children()])
        assert [each.text for each in drawn if each.is_cut] == [], person.name
        buttons = [each for each in shown if isinstance(each, QAbstractButton)]
        small = [each.accessibleName() for each in buttons if min(each.size().toTuple()) < 44]
        assert small == [], person.name
        cards = [tile.card for tile in page.grid.tiles.values()]
        assert all(min(card.size().toTuple()) >= 110 for card in cards)
        for area in page.findChildren(QScrollArea):
            assert area.horizontalScrollBar().maximum() == 0


def test_it_begins_with_a_child_in_green(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(3)
    tablet.open()
    page = open_setup(tablet)
    assert "Mia’s Safe Place" in tablet.words()
    assert page.head.words == "Choose together, when everyone is in green. Mia decides."
    tablet.services.journal.check_in(tablet.person("Mia").id, Zone.YELLOW)
    tablet.tap(page.rail.lock)
    page = open_setup(tablet)
    assert "Leo’s Safe Place" in tablet.words()
    tablet.tap(next(pill for pill in page.head.people if pill.person.name == "Mia"))
    assert page.head.words == "A calm moment is best for this: it can wait until then."
    tablet.services.journal.check_in(tablet.person("Leo").id, Zone.RED)
    tablet.tap(page.rail.lock)
    open_setup(tablet)
    assert "Mia’s Safe Place" in tablet.words()  # nobody is in green: it is shown all the same


def test_a_finger_that_rests_on_a_person_does_not_lose_them(tablet: Tablet) -> None:
    page = open_setup(tablet)
    mum = next(pill for pill in page.head.people if pill.person.name == "Mum")
    tablet.press(reveal(mum))
    mia = tablet.person("Mia")
    tablet.services.family.choose_tools(mia.id, Zone.YELLOW, ("hug", "water"))
    assert page.grid.picked == ("hug", "water")
    tablet.release(mum)
    assert page.head.people[1] is mum
    assert mum.isChecked()
    tablet.services.family.change(replace(tablet.person("Mum"), name="Mama"))
    assert [pill.text() for pill in page.head.people] == ["Mia", "Mama"]


def test_a_grown_up_who_keeps_their_zone_to_themself_is_not_told_on(tablet: Tablet) -> None:
    mum = tablet.person("Mum").id
    kept = tablet.services.preferences
    tablet.services.journal.check_in(mum, Zone.RED)
    heads: dict[bool, str] = {}
    for shown in (True, False):
        kept.keep(kept.now.showing(mum, shown=shown))
        page = open_setup(tablet)
        tablet.tap(reveal(next(pill for pill in page.head.people if pill.person.id == mum)))
        heads[shown] = page.head.words
        tablet.tap(page.rail.lock)
    assert heads[True].startswith("A calm moment is best")
    assert heads[False].startswith("Choose in a calm moment.")


@pytest.mark.parametrize(
    ("size", "text", "beside"),
    [((1280, 800), 1.0, True), ((800, 1280), 1.0, True), ((800, 480), 2.0, False)],
)
def test_the_cards_are_in_view_and_the_place_is_beside_them_where_there_is_room(
    make_tablet: MakeTablet, size: tuple[int, int], text: float, *, beside: bool
) -> None:
    tablet = make_tablet(size=size)
    tablet.theme.text_scale = text
    tablet.people(6)
    tablet.open()
    page = open_setup(tablet)
    tops = [pill.mapTo(page, pill.rect().topLeft()).y() for pill in page.head.people]
    assert len(set(tops)) == 1  # everybody in one row
    first = page.grid.tiles["flower-candle"]
    assert first.card.mapTo(page, first.card.rect().bottomLeft()).y() < page.height()
    assert (page.aside.parent() is page) is beside
    for each in (page.aside.place, page.aside.make):
        if not beside:
            reveal(each)
        assert each.isVisible()
        tablet.tap(each)
        assert not tablet.is_at(SafePlaceSetup)
        tablet.window._ready.gate.open()
        tablet.window.go(SafePlaceSetup(tablet.person("Mia").id, Zone.YELLOW))
