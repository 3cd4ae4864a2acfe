"""A finger that rests on a card lets it be heard, and taps nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import MakeTablet
from tests.ui.readings import (
    LONG_PRESS,
    TIMINGS,
    a_voice,
    capture_of,
    heard,
    make_own,
    reading_to,
)
from tests.ui.tablet import Tablet
from thermometer.domain.zones import Zone
from thermometer.ui.places import Home, SafePlace
from thermometer.ui.timings import Timings


@pytest.fixture
def tablet(make_tablet: MakeTablet) -> Tablet:
    """Home, with a voice that reads to Mia."""
    return reading_to(make_tablet, "Mia")


def move(tablet: Tablet, target: QWidget, by: QPoint) -> None:
    """The finger that is down on ``target`` moves a little."""
    place = target.mapTo(tablet.window, target.rect().center()) + by
    QTest.mouseMove(tablet.window.windowHandle(), place)


def test_a_long_press_on_a_zone_says_whose_and_what_and_checks_nobody_in(tablet: Tablet) -> None:
    plate = tablet.panel("Mia").thermometer.buttons.of(Zone.RED)
    texts = heard(tablet.home.reading)
    tablet.press(plate)
    assert texts == []
    tablet.qtbot.waitUntil(lambda: bool(texts))
    assert texts == [plate.accessibleName()] == ["Mia: Too big"]
    assert tablet.home.reading.ring.lit is plate
    assert not plate.isDown()
    tablet.release(plate)
    tablet.let_pass(LONG_PRESS)
    assert tablet.check_ins() == []
    assert tablet.is_at(Home)
    assert tablet.panel("Mia").thermometer.zone is None


def test_the_next_touch_is_a_tap_again(tablet: Tablet) -> None:
    plate = tablet.panel("Mia").thermometer.buttons.of(Zone.GREEN)
    tablet.press(plate)
    tablet.qtbot.waitUntil(lambda: tablet.home.reading.reader.is_reading)
    move(tablet, plate, QPoint(1, 0))
    assert not plate.isDown()
    tablet.release(plate)
    tablet.tap(plate)
    assert tablet.zones() == [Zone.GREEN]
    tablet.arrive(SafePlace)


def test_a_short_press_is_a_tap_and_says_nothing(tablet: Tablet) -> None:
    texts = heard(tablet.home.reading)
    tablet.tap_zone("Mia", Zone.YELLOW)
    tablet.let_pass(2 * LONG_PRESS)
    assert texts == []
    assert tablet.zones() == [Zone.YELLOW]


def test_a_finger_that_moves_presses_as_usual(tablet: Tablet) -> None:
    plate, texts = tablet.panel("Mia").thermometer.buttons.of(Zone.RED), heard(tablet.home.reading)
    tablet.press(plate)
    move(tablet, plate, QPoint(30, 0))
    tablet.let_pass(2 * LONG_PRESS)
    assert texts == []
    tablet.release(plate)
    assert tablet.zones() == [Zone.RED]


def test_a_finger_that_trembles_rests(tablet: Tablet) -> None:
    plate, texts = tablet.panel("Mia").thermometer.buttons.of(Zone.RED), heard(tablet.home.reading)
    tablet.press(plate)
    move(tablet, plate, QPoint(2, 1))
    tablet.qtbot.waitUntil(lambda: bool(texts))
    tablet.release(plate)
    assert tablet.zones() == []


def test_a_long_press_on_a_card_is_heard_and_begins_no_tool(tablet: Tablet) -> None:
    wav = a_voice()
    cards = tablet.services.safe_places.cards(tablet.person("Mia"), Zone.RED)
    make_own(tablet, "Mia", cards[1].tool.id, wav=wav)
    tablet.check_in("Mia", Zone.RED)
    card, capture = tablet.safe_place.cards[1], capture_of(tablet)
    tablet.press(card)
    tablet.qtbot.waitUntil(lambda: capture.played == [wav])
    tablet.release(card)
    assert tablet.uses() == []
    capture.ended()
    tablet.qtbot.waitUntil(lambda: not tablet.safe_place.reading.reader.is_reading)
    assert tablet.is_at(SafePlace)


def test_whoever_is_not_read_to_taps_as_slowly_as_they_like(tablet: Tablet) -> None:
    plate, texts = tablet.panel("Mum").thermometer.buttons.of(Zone.RED), heard(tablet.home.reading)
    tablet.press(plate)
    tablet.let_pass(2 * LONG_PRESS)
    tablet.release(plate)
    assert texts == []
    assert tablet.zones() == [Zone.RED]


def test_without_a_voice_a_slow_tap_is_a_tap(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia", speech=None)
    plate = tablet.panel("Mia").thermometer.buttons.of(Zone.YELLOW)
    tablet.press(plate)
    tablet.let_pass(2 * LONG_PRESS)
    tablet.release(plate)
    assert tablet.zones() == [Zone.YELLOW]


def test_a_drumming_hand_that_comes_to_rest_is_neither_heard_nor_a_tap(
    make_tablet: MakeTablet,
) -> None:
    tablet = reading_to(make_tablet, "Mia", timings=replace(TIMINGS, tap_guard=600_000))
    tablet.tap(tablet.home.frame.read)
    tablet.tap(tablet.home.frame.read)
    texts, plate = heard(tablet.home.reading), tablet.panel("Mia").thermometer.buttons.of(Zone.RED)
    tablet.press(plate)
    tablet.qtbot.waitUntil(lambda: not plate.isDown())
    tablet.release(plate)
    assert texts == []
    assert tablet.zones() == []


def test_a_press_on_a_page_that_is_left_is_none(tablet: Tablet) -> None:
    plate, texts = tablet.panel("Mia").thermometer.buttons.of(Zone.RED), heard(tablet.home.reading)
    tablet.press(plate)
    tablet.window.go(SafePlace(tablet.person("Mia"), Zone.RED))
    tablet.let_pass(2 * LONG_PRESS)
    tablet.release(tablet.safe_place)
    assert texts == []


def test_another_button_of_the_mouse_is_no_press(tablet: Tablet) -> None:
    plate, texts = tablet.panel("Mia").thermometer.buttons.of(Zone.RED), heard(tablet.home.reading)
    QTest.mousePress(plate, Qt.MouseButton.RightButton)
    tablet.let_pass(2 * LONG_PRESS)
    QTest.mouseRelease(plate, Qt.MouseButton.RightButton)
    assert texts == []


def test_it_takes_600_milliseconds() -> None:
    assert Timings().long_press == 600
