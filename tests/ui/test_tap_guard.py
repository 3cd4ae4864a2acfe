"""An excited hand drums on the glass: taps soon after a tap are ignored, wherever they fall."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from tests.ui.conftest import MakeTablet
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.people import Role
from thermometer.domain.zones import Zone
from thermometer.ui.pages.first_start import FirstStartPage
from thermometer.ui.places import Home, RunTool, SafePlace
from thermometer.ui.timings import Timings

LONG_GUARD = 60_000  # no drumming of a test takes so long


@pytest.fixture
def guarded(make_tablet: MakeTablet) -> Tablet:
    """A tablet that ignores everything after the first tap."""
    tablet = make_tablet(timings=replace(QUICK, tap_guard=LONG_GUARD))
    tablet.people(2)
    tablet.open()
    return tablet


def test_a_family_has_seven_tenths_of_a_second() -> None:
    assert Timings().tap_guard == 700


def test_twenty_quick_taps_are_one_check_in(guarded: Tablet) -> None:
    guarded.drum(guarded.panel("Mia").thermometer.buttons.red, 20)
    guarded.arrive(SafePlace)
    assert guarded.zones() == [Zone.RED]


def test_twenty_quick_touches_are_too(guarded: Tablet) -> None:
    finger: QPointingDevice = QTest.createTouchDevice()
    guarded.touch(guarded.panel("Mia").thermometer.buttons.yellow, finger, 20)
    guarded.arrive(SafePlace)
    assert guarded.zones() == [Zone.YELLOW]


def test_two_people_tapping_at_once_are_one_check_in(guarded: Tablet) -> None:
    guarded.tap_zone("Mia", Zone.RED)
    guarded.tap_zone("Mum", Zone.GREEN)
    guarded.arrive(SafePlace)
    assert guarded.window.place == SafePlace(guarded.person("Mia"), Zone.RED)
    assert guarded.zones() == [Zone.RED]


@pytest.mark.parametrize("zone", Zone)
def test_the_page_that_opens_ignores_them_too(guarded: Tablet, zone: Zone) -> None:
    guarded.check_in("Mia", zone)
    page = guarded.safe_place
    for target in (*page.cards, *page.strip.buttons(), page.oops):
        guarded.tap(target)
    assert guarded.window.page is page
    assert guarded.uses() == []
    assert guarded.zones() == [zone]


def test_nor_does_anything_else_on_home(make_tablet: MakeTablet) -> None:
    slow = replace(QUICK, tap_guard=LONG_GUARD, fill=60_000)  # Home stays in view
    tablet = make_tablet(timings=slow, size=(800, 480))
    tablet.people(4)
    tablet.open()
    tablet.tap_zone("Mia", Zone.RED)
    frame, first = tablet.home.frame, tablet.panel("Mia")
    tablet.tap(frame.more)
    tablet.tap(frame.moment)
    assert first.isVisible()
    assert tablet.is_at(Home)


def test_a_start_that_is_tapped_twice_taps_nothing_on_home(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, tap_guard=LONG_GUARD))
    tablet.open()
    page = tablet.window.page
    assert isinstance(page, FirstStartPage)
    for name, role in (("Mia", Role.CHILD), ("Mum", Role.PARENT)):
        tablet.tap(page.form.roles[role])
        page.form.name.setText(name)
        tablet.tap(page.another)
    tablet.tap(page.start)
    assert tablet.is_at(Home)
    tablet.tap_zone("Mia", Zone.RED)
    assert tablet.zones() == []


def test_once_it_is_over_a_tap_counts_again(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, tap_guard=1_500))
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.tap(tablet.safe_place.cards[0])
    assert tablet.is_at(SafePlace)
    tablet.let_pass(1_600)
    tablet.tap(tablet.safe_place.cards[0])
    assert tablet.is_at(RunTool)
    assert len(tablet.uses()) == 1


def test_the_tool_that_opens_is_not_stopped_by_them(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, tap_guard=1_500, second=10_000))
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.let_pass(1_600)
    tablet.choose("flower-candle")
    tablet.tap(tablet.tool.stop_button)
    assert tablet.is_at(RunTool)
    assert tablet.uses()[0].ended_at is None


def test_a_tap_that_could_not_be_saved_is_a_tap_too(guarded: Tablet) -> None:
    guarded.services.close()
    guarded.tap_zone("Mia", Zone.RED)
    first = guarded.window.notice
    guarded.tap_zone("Mum", Zone.RED)
    assert first
    assert guarded.is_at(Home)
