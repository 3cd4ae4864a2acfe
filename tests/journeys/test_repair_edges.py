"""Repairs in a family where things go on: two at a time, somebody gone, a clock set back."""

from __future__ import annotations

from datetime import timedelta

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.repairs import (
    begin,
    calm_down,
    card,
    guided,
    hard_moment,
    repair,
    repairs_page,
    skip_to,
    touch,
)
from tests.ui.stories import choose
from tests.ui.tablet import Tablet
from thermometer.domain.mending import State
from thermometer.domain.repair_steps import RepairStep
from thermometer.domain.ruptures import Outcome
from thermometer.domain.try_again import TryAgain
from thermometer.ui.places import GuidedRepair, Repairs

HOUR = timedelta(hours=1)


def answer(tablet: Tablet, outcome: Outcome) -> None:
    """Say how it went at the step in view."""
    page = guided(tablet)
    touch(tablet, page.outcome.answers[outcome])
    if outcome is not Outcome.TOGETHER:
        choose(tablet, page.outcome.again.choices, TryAgain.TOMORROW)
    tablet.tap(page.foot.next)


def test_two_open_repairs_of_one_child(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet()
    tablet.people(4)
    tablet.open()
    mums = hard_moment(tablet, grown_up="Mum")
    clock.advance(2 * HOUR)
    dads = hard_moment(tablet, grown_up="Dad")
    page = begin(tablet, mums)
    calm_down(tablet)
    skip_to(tablet, RepairStep.VALIDATE)
    tablet.tap(page.foot.pause)
    begin(tablet, dads)
    assert guided(tablet).step is RepairStep.CALM_FIRST
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    answer(tablet, Outcome.NOT_YET)
    tablet.arrive(Repairs)
    assert repair(tablet, dads).state is State.TRY_AGAIN
    touch(tablet, card(tablet, mums).begin)
    tablet.arrive(GuidedRepair)
    assert guided(tablet).step is RepairStep.VALIDATE
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    answer(tablet, Outcome.TOGETHER)
    assert [repair(tablet, one).state for one in (mums, dads)] == [State.TOGETHER, State.TRY_AGAIN]


def test_a_parent_is_archived_half_way(make_tablet: MakeTablet, clock: FakeClock) -> None:
    """What Mum began can be finished; the next attempt is Dad's."""
    tablet = make_tablet()
    tablet.people(4)
    tablet.open()
    rupture = hard_moment(tablet)
    page = begin(tablet, rupture)
    skip_to(tablet, RepairStep.REFLECT)
    tablet.tap(page.foot.pause)
    mum, dad = tablet.person("Mum").id, tablet.person("Dad").id
    tablet.services.family.archive(mum)
    repairs_page(tablet)
    touch(tablet, card(tablet, rupture).begin)
    tablet.arrive(GuidedRepair)
    assert guided(tablet).step is RepairStep.REFLECT
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    answer(tablet, Outcome.NOT_YET)
    tablet.arrive(Repairs)
    clock.advance(24 * HOUR)
    begin(tablet, rupture)
    assert [bid.by for bid in repair(tablet, rupture).bids] == [mum, dad]


def test_the_clock_goes_back_in_the_middle(make_tablet: MakeTablet, clock: FakeClock) -> None:
    """Nothing is lost, and no bid lies before the hard moment or the bid before it."""
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    rupture = hard_moment(tablet)
    page = begin(tablet, rupture)
    skip_to(tablet, RepairStep.MEND_IT)
    clock.advance(-30 * HOUR)
    tablet.tap(page.foot.pause)
    repairs_page(tablet)
    touch(tablet, card(tablet, rupture).begin)
    tablet.arrive(GuidedRepair)
    assert guided(tablet).step is RepairStep.MEND_IT
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    answer(tablet, Outcome.NOT_YET)
    tablet.arrive(Repairs)
    begin(tablet, rupture)
    one = repair(tablet, rupture)
    times = [one.rupture.at, *(bid.at for bid in one.bids)]
    assert times == sorted(times)
    assert len(one.bids) == 2
