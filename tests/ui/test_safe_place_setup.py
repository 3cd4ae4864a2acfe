"""A Safe Place set up together: real taps and drags, kept in a real file, seen on the real page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeSteadyClock
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.locked import PIN
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from thermometer.domain.changes import Change
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.places import FamilyPlace, Home, Lock, SafePlaceSetup

YELLOW = ("flower-candle", "push-wall", "water", "squish", "outside", "safe-place")


def open_setup(tablet: Tablet) -> SafePlaceSetupPage:
    """From Home, by the rail."""
    tablet.hold_parents()
    tablet.tap(tablet.page(CornerPage).rail.buttons[SafePlaceSetup])
    return tablet.page(SafePlaceSetupPage)


def tap_card(tablet: Tablet, tool: str) -> None:
    page = tablet.page(SafePlaceSetupPage)
    tablet.tap(reveal(page.grid.tiles[tool].card))


def tap_zone(tablet: Tablet, zone: Zone) -> None:
    tablet.tap(reveal(tablet.page(SafePlaceSetupPage).zones[zone]))


def kept(tablet: Tablet, name: str, zone: Zone) -> tuple[str, ...]:
    """What the file says, read again."""
    return tablet.person(name).tools.of(zone)


def numbers(page: SafePlaceSetupPage) -> dict[str, int]:
    """The numbers on the picked cards."""
    return {id_: tile.card.number for id_, tile in page.grid.tiles.items() if tile.card.number}


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
    tablet.tap(next(pill for pill in page.people if pill.person.name == "Mum"))
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


def drag(tablet: Tablet, tool: str, *over: str) -> None:
    """A hand rests on a card until it is held, carries it over others, lets go on the last."""
    page, glass = tablet.page(SafePlaceSetupPage), tablet.window.windowHandle()
    cards = [page.grid.tiles[id_].card for id_ in (tool, *over)]
    places = [each.mapTo(tablet.window, each.rect().center()) for each in cards]
    QTest.mousePress(glass, Qt.MouseButton.LeftButton, pos=places[0])
    tablet.qtbot.waitUntil(cards[0].isDown)
    for start, end in pairwise(places):
        for part in range(1, 9):
            QTest.mouseMove(glass, start + (end - start) * part / 8)
    QTest.mouseRelease(glass, Qt.MouseButton.LeftButton, pos=places[-1])


@pytest.mark.parametrize(
    ("tool", "onto", "order"),
    [
        ("flower-candle", "water", ("push-wall", "water", "flower-candle", *YELLOW[3:])),
        ("squish", "flower-candle", ("squish", *YELLOW[:3], *YELLOW[4:])),
        ("flower-candle", "safe-place", (*YELLOW[1:], "flower-candle")),
    ],
)
def test_a_card_is_dragged_to_another_place(
    make_tablet: MakeTablet, tool: str, onto: str, order: tuple[str, ...]
) -> None:
    tablet = make_tablet(size=(1280, 1400))
    tablet.people(2)
    tablet.open()
    page = open_setup(tablet)
    drag(tablet, tool, onto)
    tablet.qtbot.waitUntil(lambda: kept(tablet, "Mia", Zone.YELLOW) == order)
    assert page.grid.picked == order
    assert page.grid.tiles[tool].card.number == order.index(tool) + 1
    tablet.tap(page.panel.undo)
    assert kept(tablet, "Mia", Zone.YELLOW) == YELLOW


def test_a_card_that_lands_where_it_was_changes_nothing(tablet: Tablet) -> None:
    page = open_setup(tablet)
    here = page.grid.tiles["water"].geometry()
    drag(tablet, "water", "squish", "flower-candle", "water")
    tablet.qtbot.waitUntil(lambda: page.grid.tiles["water"].geometry() == here)
    assert kept(tablet, "Mia", Zone.YELLOW) == YELLOW
    assert not page.panel.undo.isEnabled()


def test_a_card_that_is_not_picked_cannot_be_dragged(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(size=(1280, 1400))
    tablet.people(2)
    tablet.open()
    page = open_setup(tablet)
    tap_card(tablet, "safe-place")
    here = page.grid.tiles["belly-boat"].geometry()
    drag(tablet, "belly-boat", "water")
    assert page.grid.tiles["belly-boat"].geometry() == here
    assert kept(tablet, "Mia", Zone.YELLOW) == YELLOW[:5]


def test_every_change_can_be_taken_back(tablet: Tablet) -> None:
    page = open_setup(tablet)
    assert not page.panel.undo.isEnabled()
    before = {person.name: person.tools for person in tablet.family()}
    tap_card(tablet, "water")
    tap_card(tablet, "turtle")
    tablet.tap(reveal(page.grid.tiles["turtle"].earlier))
    tap_zone(tablet, Zone.RED)
    tap_card(tablet, "flower-candle")
    tablet.tap(reveal(next(pill for pill in page.people if pill.person.name == "Mum")))
    tap_card(tablet, "back-at")
    for steps_left in range(5, 0, -1):
        assert page.panel.undo.isEnabled(), steps_left
        tablet.tap(page.panel.undo)
    assert not page.panel.undo.isEnabled()
    assert {person.name: person.tools for person in tablet.family()} == before
    assert page.zones[Zone.YELLOW].isChecked()
    assert next(pill for pill in page.people if pill.isChecked()).person.name == "Mia"


@pytest.mark.parametrize("zone", Zone)
@pytest.mark.parametrize("name", ["Mia", "Mum"])
def test_the_preview_is_the_persons_own_screen(tablet: Tablet, name: str, zone: Zone) -> None:
    page = open_setup(tablet)
    tablet.tap(next(pill for pill in page.people if pill.person.name == name))
    tap_zone(tablet, zone)
    assert f"What {name} will see" in tablet.words()
    preview = page.panel.preview
    drawings.of(preview)  # lays it out
    small = {card.accessibleName(): card.geometry() for card in preview.cards}
    words = {each.text for each in drawings.of_each(preview.cards)}
    tablet.tap(page.rail.lock)
    tablet.check_in(name, zone)
    real = tablet.safe_place.cards
    assert {card.accessibleName(): card.geometry() for card in real} == small
    assert {each.text for each in drawings.of_each(real)} == words


def test_nothing_of_the_preview_can_be_reached(tablet: Tablet) -> None:
    page = open_setup(tablet)
    drawings.of(tablet.window)
    assert page.panel.preview.cards
    assert not any(card.isVisible() for card in page.panel.preview.cards)


@pytest.fixture(scope="module")
def finger(qapp: object) -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


@pytest.fixture
def small(make_tablet: MakeTablet) -> SafePlaceSetupPage:
    """The page on the smallest tablet."""
    tablet = make_tablet(size=(800, 480))
    tablet.people(2)
    tablet.open()
    return open_setup(tablet)


def test_a_finger_picks(small: SafePlaceSetupPage, finger: QPointingDevice) -> None:
    card = reveal(small.grid.tiles["push-wall"].card)
    glass = small.window().windowHandle()
    place = card.mapTo(small.window(), card.rect().center())
    QTest.touchEvent(glass, finger).press(0, place, glass).commit()
    QTest.touchEvent(glass, finger).release(0, place, glass).commit()
    assert "push-wall" not in small.grid.picked


def test_a_swipe_over_picked_cards_scrolls_and_picks_nothing(
    small: SafePlaceSetupPage, finger: QPointingDevice, qtbot: QtBot
) -> None:
    (area,) = small.findChildren(QScrollArea)
    glass = small.window().windowHandle()
    start = small.grid.tiles["water"].card.mapTo(small.window(), QPoint(30, 30))
    QTest.touchEvent(glass, finger).press(0, start, glass).commit()
    for way in range(10, 120, 10):
        QTest.touchEvent(glass, finger).move(0, start - QPoint(0, way), glass).commit()
    QTest.touchEvent(glass, finger).release(0, start - QPoint(0, 120), glass).commit()
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    assert small.grid.picked == YELLOW


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
