"""A wrong tap is taken back with one tap: on Home, and on the Safe Place in every zone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QElapsedTimer

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.zones import Zone
from thermometer.ui.places import Home


@pytest.mark.parametrize("name", ["Mia", "Mum"])
@pytest.mark.parametrize("zone", Zone)
def test_the_safe_place_offers_it_in_every_zone(tablet: Tablet, name: str, zone: Zone) -> None:
    tablet.check_in(name, zone)
    tablet.tap(tablet.safe_place.oops)
    tablet.arrive(Home)
    assert tablet.window.place == Home(tablet.person(name))
    assert tablet.panel(name).thermometer.zone is None


@pytest.mark.parametrize("zone", Zone)
def test_home_offers_it_too(tablet: Tablet, zone: Zone) -> None:
    tablet.check_in("Mia", zone)
    tablet.go_home()
    panel = tablet.panel("Mia")
    tablet.tap(panel.oops)
    assert panel.thermometer.zone is None
    assert not panel.oops.isVisible()
    assert tablet.is_at(Home)


def test_the_record_stays_withdrawn(tablet: Tablet, clock: FakeClock) -> None:
    tablet.check_in("Mia", Zone.RED)
    tablet.tap(tablet.safe_place.oops)
    (kept,) = tablet.check_ins()
    assert (kept.zone, kept.withdrawn_at) == (Zone.RED, clock.now())


def test_the_tube_shows_the_zone_now(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.go_home()
    tablet.check_in("Mia", Zone.RED)
    tablet.tap(tablet.safe_place.oops)
    thermometer = tablet.panel("Mia").thermometer
    assert thermometer.zone is Zone.YELLOW
    assert thermometer.buttons.yellow.is_current
    assert not thermometer.buttons.red.is_current
    assert tablet.zones() == [Zone.YELLOW]


def test_only_the_last_tap_can_be_taken_back(tablet: Tablet) -> None:
    for zone in (Zone.YELLOW, Zone.RED):
        tablet.check_in("Mia", zone)
        tablet.go_home()
    tablet.tap(tablet.panel("Mia").oops)
    assert not tablet.panel("Mia").oops.isVisible()
    assert tablet.zones() == [Zone.YELLOW]


def test_a_tap_taken_back_before_the_column_is_up_opens_no_safe_place(
    make_tablet: MakeTablet,
) -> None:
    tablet = make_tablet(timings=replace(QUICK, fill=60))
    tablet.people(2)
    tablet.open()
    tablet.tap_zone("Mia", Zone.RED)
    tablet.tap(tablet.panel("Mia").oops)
    tablet.let_pass(200)
    assert tablet.is_at(Home)
    assert tablet.zones() == []


def test_two_people_can_each_take_back_their_own(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.RED)
    tablet.go_home()
    tablet.check_in("Mum", Zone.YELLOW)
    tablet.go_home()
    mia, mum = tablet.panel("Mia"), tablet.panel("Mum")
    assert mia.oops.isVisible()
    assert mum.oops.isVisible()
    tablet.tap(mia.oops)
    assert not mia.oops.isVisible()
    assert mum.oops.isVisible()
    assert (mia.thermometer.zone, mum.thermometer.zone) == (None, Zone.YELLOW)
    tablet.tap(mum.oops)
    assert tablet.zones() == []


def test_somebody_elses_safe_place_offers_only_their_own(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.RED)
    tablet.go_home()
    tablet.check_in("Mum", Zone.GREEN)
    tablet.tap(tablet.safe_place.oops)
    assert tablet.zones() == [Zone.RED]
    assert tablet.panel("Mia").oops.isVisible()


def test_it_goes_when_its_time_is_over(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, oops=1_500))
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.RED)
    page = tablet.safe_place
    assert page.oops.isVisible()
    tablet.qtbot.waitUntil(lambda: not page.oops.isVisible())
    tablet.go_home()
    assert not tablet.panel("Mia").oops.isVisible()
    assert tablet.zones() == [Zone.RED]


def test_on_home_it_goes_by_itself_too(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, oops=1_500))
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.RED)
    tablet.go_home()
    panel = tablet.panel("Mia")
    assert panel.oops.isVisible()
    tablet.qtbot.waitUntil(lambda: not panel.oops.isVisible())


def test_a_second_tap_starts_the_time_anew(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, oops=800))
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.let_pass(300)
    tablet.go_home()
    since = QElapsedTimer()
    since.start()
    tablet.check_in("Mia", Zone.RED)
    tablet.qtbot.waitUntil(lambda: not tablet.safe_place.oops.isVisible())
    assert since.elapsed() > 700  # Qt's coarse timers may be a twentieth early


def test_a_tap_that_was_taken_back_can_be_made_again(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.RED)
    tablet.tap(tablet.safe_place.oops)
    tablet.check_in("Mia", Zone.RED)
    assert tablet.safe_place.oops.isVisible()
    assert tablet.zones() == [Zone.RED]
    assert len(tablet.check_ins()) == 2
