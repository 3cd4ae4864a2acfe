"""A parent locks the corner, a child tries, a parent forgets, and nobody loses anything."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes import FakeClock, FakeSteadyClock
from tests.ui.conftest import MakeTablet
from tests.ui.locked import PIN, WRONG, answered, enter, fail, knock, set_page, touch_digits
from tests.ui.tablet import Tablet
from thermometer.domain.zones import Zone
from thermometer.services.parent_lock import Answer
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.places import Home, SetPin, Week

DAY = timedelta(days=1)


def restarted(make_tablet: MakeTablet, before: Tablet, steady: FakeSteadyClock) -> Tablet:
    """The same family after the app was closed and opened."""
    before.close()
    after = make_tablet(steady=steady, offers_pin=True)
    after.open()
    return after


def take_the_offer(tablet: Tablet) -> str:
    """Hold "Parents", choose a PIN, write the code down, lock again; the code."""
    button = tablet.home.frame.parents
    tablet.press(button)
    tablet.arrive(SetPin)
    tablet.release(button)
    page = set_page(tablet)
    tablet.tap(page.yes.button)
    touch_digits(tablet, page.pin, PIN)
    touch_digits(tablet, page.pin, PIN)
    tablet.qtbot.waitUntil(lambda: bool(page.sheet.code))
    code = page.sheet.code
    tablet.tap(page.written)
    tablet.arrive(Week)
    tablet.tap(tablet.page(CornerPage).rail.lock)
    assert tablet.is_at(Home)
    return code


def refuse_the_offer(tablet: Tablet) -> None:
    """Hold "Parents", and no PIN now."""
    button = tablet.home.frame.parents
    tablet.press(button)
    tablet.arrive(SetPin)
    tablet.release(button)
    tablet.tap(set_page(tablet).not_now)
    tablet.arrive(Week)


@pytest.fixture
def steady() -> FakeSteadyClock:
    """Measures waits, whatever the calendar says."""
    return FakeSteadyClock()


@pytest.fixture
def new(make_tablet: MakeTablet, steady: FakeSteadyClock) -> Tablet:
    """A child and a parent who have never opened the corner."""
    tablet = make_tablet(steady=steady, offers_pin=True)
    tablet.people(2)
    tablet.open()
    return tablet


def test_a_child_tries_and_tries(
    new: Tablet, make_tablet: MakeTablet, steady: FakeSteadyClock, clock: FakeClock
) -> None:
    take_the_offer(new)
    new.check_in("Mia", Zone.YELLOW)
    new.go_home()
    lock = knock(new)
    fail(new, lock, 5)
    assert lock.waiting.isVisible()
    steady.advance(timedelta(seconds=29))
    clock.advance(DAY)
    again = restarted(make_tablet, new, steady)
    lock = knock(again)
    assert lock.waiting.disc.left == 1.0
    assert again.services.lock.try_pin(again.person("Mum").id, PIN) is Answer.WAIT
    steady.advance(timedelta(seconds=30))
    again.qtbot.waitUntil(lock.pin.isVisible)
    touch_digits(again, lock.pin, PIN)
    again.arrive(Week)


def test_a_parent_forgets_and_another_remembers(new: Tablet) -> None:
    take_the_offer(new)
    lock = knock(new)
    new.tap(lock.forgotten)
    new.tap(lock.reset.button)
    new.tap(lock.back)
    assert "The parents' lock opens again tomorrow, 19:30" in new.words()
    enter(new, Week)
    new.window.go(Home())
    assert not new.home.frame.lock_notice.isVisible()


def test_everybody_has_forgotten(
    new: Tablet, make_tablet: MakeTablet, steady: FakeSteadyClock, clock: FakeClock
) -> None:
    code = take_the_offer(new)
    new.check_in("Mia", Zone.YELLOW)
    new.go_home()
    new.services.lock.start_reset()
    clock.advance(7 * DAY)  # the calendar alone opens nothing
    again = restarted(make_tablet, new, steady)
    lock = knock(again)
    touch_digits(again, lock.pin, WRONG)
    answered(again, lock)
    again.tap(lock.back)
    steady.advance(DAY)  # a day of running does
    again.window.go(Home())
    refuse_the_offer(again)
    assert again.zones() == [Zone.YELLOW]
    assert [person.name for person in again.family()] == ["Mia", "Mum"]
    assert again.services.lock.try_code(code) is Answer.WRONG
    again.window.go(Home())
    again.hold_parents()
    assert again.is_at(Week)
