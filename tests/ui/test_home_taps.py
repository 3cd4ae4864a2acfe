"""A tap on a zone is a check-in, wherever it falls and whatever makes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.checkins import Source
from thermometer.domain.zones import Zone
from thermometer.ui.places import Home, SafePlace


@pytest.fixture(scope="module")
def finger(qapp: object) -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


@pytest.mark.parametrize("zone", Zone)
def test_a_tap_on_a_plate_is_a_check_in(tablet: Tablet, zone: Zone, clock: FakeClock) -> None:
    tablet.check_in("Mia", zone)
    (saved,) = tablet.check_ins()
    mia = tablet.person("Mia")
    assert (saved.person, saved.zone, saved.at) == (mia.id, zone, clock.now())
    assert (saved.source, saved.practice, saved.withdrawn_at) == (Source.SELF, False, None)
    assert tablet.window.place == SafePlace(mia, zone)


@pytest.mark.parametrize("zone", Zone)
def test_a_tap_on_the_tube_is_one_too(tablet: Tablet, zone: Zone) -> None:
    button = tablet.panel("Mum").thermometer.buttons.of(zone)
    tube = QPoint(int(button.plate_left / 2), button.height() // 2)
    tablet.tap(button, tube)
    tablet.arrive(SafePlace)
    assert tablet.zones() == [zone]
    assert tablet.check_ins()[0].person == tablet.person("Mum").id


@pytest.mark.parametrize("zone", Zone)
def test_a_finger_does_what_a_mouse_does(
    tablet: Tablet, zone: Zone, finger: QPointingDevice
) -> None:
    tablet.touch(tablet.panel("Mia").thermometer.buttons.of(zone), finger)
    tablet.arrive(SafePlace)
    assert tablet.zones() == [zone]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Select])
def test_the_keyboard_does_too(tablet: Tablet, key: Qt.Key) -> None:
    tablet.press_key(tablet.panel("Mia").thermometer.buttons.yellow, key)
    tablet.arrive(SafePlace)
    assert tablet.zones() == [Zone.YELLOW]


def test_the_tab_key_goes_from_red_down_to_green(tablet: Tablet) -> None:
    buttons = tablet.panel("Mia").thermometer.buttons
    buttons.red.setFocus()
    for lower in (buttons.yellow, buttons.green):
        QTest.keyClick(tablet.window.focusWidget(), Qt.Key.Key_Tab)
        assert lower.hasFocus()


def test_every_later_tap_is_a_check_in(tablet: Tablet) -> None:
    for zone in (Zone.YELLOW, Zone.YELLOW, Zone.RED, Zone.GREEN):
        tablet.check_in("Mia", zone)
        tablet.go_home()
    assert tablet.zones() == [Zone.YELLOW, Zone.YELLOW, Zone.RED, Zone.GREEN]


def test_each_persons_tube_shows_their_own_zone(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.RED)
    tablet.go_home()
    tablet.check_in("Mum", Zone.GREEN)
    tablet.go_home()
    assert tablet.panel("Mia").thermometer.zone is Zone.RED
    assert tablet.panel("Mum").thermometer.zone is Zone.GREEN


def test_home_begins_with_empty_tubes(tablet: Tablet) -> None:
    assert [panel.thermometer.zone for panel in tablet.home.panels] == [None, None]


def test_a_tube_rests_empty_after_two_hours(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet(timings=replace(QUICK, minute=15))
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.go_home()
    thermometer = tablet.panel("Mia").thermometer
    clock.advance(timedelta(minutes=120))
    tablet.let_pass(60)  # some of the page's minutes
    assert thermometer.zone is Zone.YELLOW
    clock.advance(timedelta(microseconds=1))
    tablet.qtbot.waitUntil(lambda: thermometer.zone is None)
    assert not any(button.is_current for button in thermometer.buttons)
    assert tablet.zones() == [Zone.YELLOW]


def test_the_minute_does_not_keep_the_safe_place_from_opening(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, minute=10, fill=80))
    tablet.people(2)
    tablet.open()
    tablet.tap_zone("Mia", Zone.YELLOW)
    tablet.arrive(SafePlace)


def test_with_reduced_motion_the_safe_place_opens_at_once(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, fill=600_000))
    tablet.theme.reduced_motion = True
    tablet.people(2)
    tablet.open()
    tablet.tap_zone("Mia", Zone.RED)
    assert tablet.is_at(SafePlace)


def test_the_clock_in_the_corner_goes_on(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet(timings=replace(QUICK, minute=15))
    tablet.people(2)
    tablet.open()
    assert "Sunday, 19:30" in tablet.words()
    clock.advance(timedelta(minutes=1))
    tablet.qtbot.waitUntil(lambda: "Sunday, 19:31" in tablet.words())


def test_somebody_who_joins_appears_on_home(tablet: Tablet) -> None:
    tablet.people(3)
    assert [panel.person.name for panel in tablet.home.panels] == ["Mia", "Mum", "Leo"]
    tablet.check_in("Leo", Zone.GREEN)
    assert tablet.zones() == [Zone.GREEN]


def test_from_a_safe_place_another_persons_thermometer_is_one_touch_away(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.RED)
    tablet.tap(tablet.safe_place.strip.buttons()[1])
    assert tablet.window.place == Home(tablet.person("Mum"))
