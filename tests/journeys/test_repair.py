"""From a red evening to being together again: paused, closed, gone on with, tried once more."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.repairs import begin, calm_down, card, guided, repairs_page, skip_to, touch, unlock
from tests.ui.stories import choose
from tests.ui.tablet import Tablet
from thermometer.domain.mend_questions import MendAnswer
from thermometer.domain.mending import State
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import ChildCard, Outcome
from thermometer.domain.try_again import TryAgain
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone
from thermometer.ui.pages.childs_card import ChildsCardPage
from thermometer.ui.pages.follow_up import FollowUpPage
from thermometer.ui.pages.repairs import RepairsPage
from thermometer.ui.places import ChildsCard, FollowUpPlace, GuidedRepair, Home, Repairs
from thermometer.ui.repair.own_it_body import OwnItBody

MINUTE = timedelta(minutes=1)


def a_red_evening(tablet: Tablet, clock: FakeClock) -> None:
    """Mia is red, then green; Mum answers that there is something to mend."""
    tablet.check_in("Mia", Zone.RED)
    tablet.go_home()
    clock.advance(15 * MINUTE)
    tablet.check_in("Mia", Zone.GREEN)
    tablet.go_home()
    (question,) = repairs_page(tablet).questions
    touch(tablet, question.answers[MendAnswer.YES])
    assert tablet.page(RepairsPage).questions == []
    tablet.tap(tablet.page(RepairsPage).rail.lock)
    tablet.arrive(Home)


def own_it(tablet: Tablet) -> OwnItBody:
    body = guided(tablet).bodies[RepairStep.OWN_IT]
    assert isinstance(body, OwnItBody)
    return body


def test_a_repair_that_takes_two_days(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    a_red_evening(tablet, clock)
    assert tablet.services.repairs().chip()
    (rupture,) = [one.repair.id for one in repairs_page(tablet).cards]
    said = paused_at_own_it(tablet, rupture)
    tablet.close()

    tablet = make_tablet()
    tablet.open()
    gone_on_with(tablet, rupture, said)
    not_yet(tablet)
    clock.advance(timedelta(hours=12))
    the_next_morning(tablet, rupture)
    clock.advance(25 * MINUTE)
    what_was_that_like(tablet, rupture)

    one = tablet.services.repairs().one(rupture)
    assert one.state is State.TOGETHER
    assert [bid.outcome for bid in one.bids] == [Outcome.NOT_YET, Outcome.TOGETHER]
    assert [told.card for told in one.follow_ups] == [ChildCard.ALMOST]
    the_week_after(tablet, clock)


def paused_at_own_it(tablet: Tablet, rupture: UUID) -> str:
    """Mum begins, and stops in the middle of her apology; the line she chose."""
    begin(tablet, rupture)
    calm_down(tablet)
    skip_to(tablet, RepairStep.OWN_IT)
    line = own_it(tablet).picks[Part.DID].lines[0]
    touch(tablet, line)
    return line.text()


def gone_on_with(tablet: Tablet, rupture: UUID, said: str) -> None:
    """The tablet was started again: the step and the words are there."""
    repairs_page(tablet)
    assert card(tablet, rupture).begin.text() == "Go on"
    touch(tablet, card(tablet, rupture).begin)
    tablet.arrive(GuidedRepair)
    assert guided(tablet).step is RepairStep.OWN_IT
    assert own_it(tablet).picks[Part.DID].text == said
    assert own_it(tablet).part is Part.FELT
    assert guided(tablet).column.paused == "You paused here today at 19:45, at “Own it”."


def not_yet(tablet: Tablet) -> None:
    """It was not accepted: it comes back tomorrow, and Home says nothing until then."""
    page = guided(tablet)
    tablet.tap(page.foot.next)
    assert page.column.paused == ""
    tablet.tap(page.foot.next)
    assert own_it(tablet).part is None
    tablet.tap(page.foot.next)
    tablet.tap(page.foot.next)
    touch(tablet, page.outcome.answers[Outcome.NOT_YET])
    choose(tablet, page.outcome.again.choices, TryAgain.TOMORROW)
    tablet.tap(page.foot.next)
    tablet.arrive(Repairs)
    tablet.tap(tablet.page(RepairsPage).rail.lock)
    tablet.arrive(Home)
    assert not tablet.home.frame.chip.isVisible()


def the_next_morning(tablet: Tablet, rupture: UUID) -> None:
    """The chip is there and leads through the lock; this time they come back together."""
    tablet.window.go(Home())
    tablet.qtbot.waitUntil(tablet.home.frame.chip.isVisible)
    tablet.tap(tablet.home.frame.chip)
    unlock(tablet, Repairs)
    assert card(tablet, rupture).begin.text() == "Try again"
    touch(tablet, card(tablet, rupture).begin)
    tablet.arrive(GuidedRepair)
    assert guided(tablet).step is RepairStep.CALM_FIRST
    calm_down(tablet)
    page = skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    touch(tablet, page.outcome.answers[Outcome.TOGETHER])
    tablet.tap(page.foot.next)
    assert page.step is RepairStep.LATER
    tablet.tap(page.foot.next)
    tablet.arrive(Repairs)
    assert not tablet.services.repairs().chip()


def what_was_that_like(tablet: Tablet, rupture: UUID) -> None:
    """A while later Mum asks; Mia answers by card."""
    repairs_page(tablet)
    touch(tablet, card(tablet, rupture).ask)
    tablet.arrive(FollowUpPlace)
    touch(tablet, tablet.page(FollowUpPage).give)
    tablet.arrive(ChildsCard)
    held = tablet.page(ChildsCardPage)
    tablet.tap(held.cards[ChildCard.ALMOST])
    assert held.done is not None
    tablet.tap(held.done)
    unlock(tablet, FollowUpPlace)
    touch(tablet, tablet.page(FollowUpPage).done)
    tablet.arrive(Repairs)


def the_week_after(tablet: Tablet, clock: FakeClock) -> None:
    """The numbers of the week in which it happened."""
    week = tablet.services.reports().week(WeekDays(date(2026, 11, 16)), clock.now())
    numbers = week.family.repairs
    assert (numbers.ruptures, numbers.repaired, numbers.open, numbers.countable) == (1, 1, 0, 1)
    assert (numbers.calm_first, numbers.bids) == (2, 2)
    assert (numbers.came_again, numbers.not_yet) == (1, 1)
    assert numbers.minutes_to_repair.known == 1
