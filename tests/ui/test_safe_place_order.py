"""Cards put into another order: carried by a hand, past one another, on a page that scrolls."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeTablet
from tests.ui.setups import YELLOW, kept, open_setup, tap_card
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from thermometer.domain.zones import Zone
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage


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


def test_a_card_let_go_of_elsewhere_is_not_dragged_on(tablet: Tablet) -> None:
    page, glass = open_setup(tablet), tablet.window.windowHandle()
    card = page.grid.tiles["water"].card
    start = card.mapTo(tablet.window, card.rect().center())
    QTest.mousePress(glass, Qt.MouseButton.LeftButton, pos=start)
    tablet.qtbot.waitUntil(card.isDown)
    QTest.mouseMove(glass, start - QPoint(120, 0))
    mia = tablet.person("Mia")
    tablet.services.family.choose_tools(mia.id, Zone.YELLOW, ("hug", "lemon"))
    QTest.mouseMove(glass, start - QPoint(180, 0))
    QTest.mouseRelease(glass, Qt.MouseButton.LeftButton, pos=start - QPoint(180, 0))
    assert page.grid.picked == kept(tablet, "Mia", Zone.YELLOW) == ("hug", "lemon")


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
