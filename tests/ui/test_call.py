"""Come, please: it calls five times at most, until somebody comes or the child stops it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import QUICK, Tablet
from tests.ui.test_layout import overlapping, sticking_out
from thermometer.domain.tools import COME_PLEASE
from thermometer.domain.zones import Zone
from thermometer.ui.pages.call import CallPage
from thermometer.ui.places import Home, RunTool
from thermometer.ui.timings import Timings


@pytest.fixture
def calling(make_tablet: MakeTablet) -> Tablet:
    """Mia calls; Mum and Dad live here too. It calls once, then not again for ten minutes."""
    tablet = make_tablet(timings=replace(QUICK, call_repeat=600_000))
    tablet.people(4)
    tablet.open()
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    return tablet


def test_a_family_is_called_every_twenty_seconds_five_times() -> None:
    assert (Timings().call_repeat, Timings().call_times) == (20_000, 5)


def test_it_calls_at_once(calling: Tablet) -> None:
    assert calling.page(CallPage).calls == 1


def test_it_calls_five_times_at_most(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, call_repeat=15))
    tablet.people(2)
    tablet.open()
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    page = tablet.page(CallPage)
    tablet.qtbot.waitUntil(lambda: page.calls == 5 and not page.is_running())
    tablet.let_pass(100)
    assert page.calls == 5
    assert tablet.is_at(RunTool)


@pytest.mark.parametrize("name", ["Mum", "Dad"])
def test_who_came_is_written_down(calling: Tablet, name: str, clock: FakeClock) -> None:
    clock.advance(timedelta(seconds=40))
    buttons = {each.person.name: each for each in calling.page(CallPage).here}
    assert list(buttons) == ["Mum", "Dad"]
    calling.tap(buttons[name])
    assert calling.window.place == Home(calling.person("Mia"))
    (use,) = calling.uses()
    assert (use.came, use.ended_at) == (calling.person(name).id, clock.now())
    assert use.answer is None


def test_the_child_can_stop_it(calling: Tablet, clock: FakeClock) -> None:
    calling.tap(calling.tool.stop_button)
    assert calling.window.place == Home(calling.person("Mia"))
    (use,) = calling.uses()
    assert (use.came, use.ended_at) == (None, clock.now())


def test_it_stops_calling_when_it_is_left(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, call_repeat=30))
    tablet.people(2)
    tablet.open()
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    page = tablet.page(CallPage)
    tablet.tap(page.stop_button)
    calls = page.calls
    tablet.let_pass(150)
    assert page.calls == calls


def test_while_it_calls_home_does_not_come_by_itself(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, call_repeat=600_000, idle_home=60))
    tablet.people(2)
    tablet.open()
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    tablet.let_pass(300)
    assert tablet.is_at(RunTool)


def test_after_the_last_call_it_does(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, call_repeat=10, idle_home=300))
    tablet.people(2)
    tablet.open()
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    tablet.arrive(Home)
    assert (tablet.uses()[0].ended_at, tablet.uses()[0].came) == (None, None)


def test_a_second_call_begins_with_its_first(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=replace(QUICK, call_repeat=10))
    tablet.people(2)
    tablet.open()
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    page = tablet.page(CallPage)
    tablet.qtbot.waitUntil(lambda: page.calls == 5)
    tablet.tap(page.here[0])
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    assert page.calls <= 5
    tablet.qtbot.waitUntil(lambda: page.calls == 5)
    assert len(tablet.uses()) == 2


def test_it_fills_the_screen(calling: Tablet) -> None:
    page = calling.page(CallPage)
    assert page.size() == calling.window.size()
    assert page.picture.height() > page.height() / 2
    assert {"Come, please", "Stop"} <= calling.words()


@pytest.mark.parametrize("size", [(800, 480), (1280, 800), (800, 1280), (480, 800)])
def test_there_is_room_for_five_grown_ups(make_tablet: MakeTablet, size: tuple[int, int]) -> None:
    tablet = make_tablet(size=size, timings=replace(QUICK, call_repeat=600_000))
    tablet.grown_ups_of("Mia", 5)
    tablet.open()
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    page = tablet.page(CallPage)
    assert len(page.here) == 5
    assert overlapping(tablet.window) == []
    assert sticking_out(tablet.window) == []
    assert page.picture.geometry().bottom() < min(each.y() for each in page.here)
    assert page.picture.height() > 110
