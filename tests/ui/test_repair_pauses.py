"""A repair that was interrupted: what its card asks, what the step says, who goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.fakes import FakeClock
from tests.ui import repairs as hands
from tests.ui.conftest import MakeTablet
from tests.ui.repairs import begin, calm_down, card, guided, hard_moment, repairs_page, touch
from tests.ui.stories import choose
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.mending import State
from thermometer.domain.repair_steps import BID_STEPS, PARTS, RepairStep
from thermometer.domain.ruptures import Outcome, RuptureKind
from thermometer.domain.try_again import TryAgain
from thermometer.domain.zones import Zone
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.pages.repairs import RepairsPage
from thermometer.ui.places import GuidedRepair, Rehearsal, Repairs
from thermometer.ui.repair.outcome_ask import OutcomeAsk

MINUTE = timedelta(minutes=1)
SAYING = (
    RepairStep.GO_TO_CHILD,
    RepairStep.REFLECT,
    RepairStep.VALIDATE,
    RepairStep.OWN_IT,
    RepairStep.MEND_IT,
)


def paused_at(tablet: Tablet, step: RepairStep) -> GuidedRepairPage:
    """Mum begins to mend a limit with Mia, and pauses at ``step``."""
    page = begin(tablet, hard_moment(tablet, RuptureKind.LIMIT))
    hands.skip_to(tablet, step)
    tablet.tap(page.foot.pause)
    tablet.arrive(Repairs)
    return page


def asked(tablet: Tablet, page: GuidedRepairPage) -> OutcomeAsk:
    found = card(tablet, page.here.rupture).outcome
    assert found is not None
    return found


@pytest.mark.parametrize("step", BID_STEPS)
def test_after_a_pause_it_says_where_and_when(
    tablet: Tablet, clock: FakeClock, step: RepairStep
) -> None:
    page = paused_at(tablet, step)
    clock.advance(timedelta(hours=20))
    repairs_page(tablet)
    name = tablet.services.repair_texts().step(step).name
    assert f"paused yesterday at 19:30, at: {name}" in card(tablet, page.here.rupture).below.text
    touch(tablet, card(tablet, page.here.rupture).begin)
    tablet.arrive(GuidedRepair)
    line = f"You paused here yesterday at 19:30, at “{name}”."
    assert line in tablet.words()
    if step is not RepairStep.HOW_DID_IT_GO:
        tablet.tap(page.foot.skip)
        assert not [words for words in tablet.words() if "You paused" in words]


def test_gone_on_with_it_counts_from_the_line_that_is_still_empty(tablet: Tablet) -> None:
    page = paused_at(tablet, RepairStep.OWN_IT)
    tablet.window.go(GuidedRepair(page.here.rupture))
    touch(tablet, hands.pick_of(page, PARTS[RepairStep.OWN_IT][0]).lines[0])
    tablet.window.go(Rehearsal())
    tablet.window.go(GuidedRepair(page.here.rupture))
    assert page.column.speak.startswith("Choose the second of three lines.")


def test_a_clock_that_was_set_back_says_no_time(tablet: Tablet, clock: FakeClock) -> None:
    page = paused_at(tablet, RepairStep.OWN_IT)
    clock.advance(timedelta(days=-3))
    repairs_page(tablet)
    assert "paused at: Own it" in card(tablet, page.here.rupture).below.text
    touch(tablet, card(tablet, page.here.rupture).begin)
    tablet.arrive(GuidedRepair)
    assert page.column.paused == "You paused here, at “Own it”."


def test_a_practice_that_is_gone_on_with_says_so_too(tablet: Tablet) -> None:
    mum, mia = tablet.person("Mum").id, tablet.person("Mia").id
    one = tablet.services.mending().rehearse(mum, mia, RuptureKind.LIMIT)
    tablet.window.go(GuidedRepair(one.id))
    assert guided(tablet).column.paused == ""
    hands.skip_to(tablet, RepairStep.VALIDATE)
    tablet.window.go(Rehearsal())
    tablet.window.go(GuidedRepair(one.id, resumed=True))
    assert "“It makes sense”" in guided(tablet).column.paused


def test_how_did_it_go_is_asked_on_the_card(tablet: Tablet) -> None:
    page = paused_at(tablet, RepairStep.HOW_DID_IT_GO)
    assert card(tablet, page.here.rupture).begin.text() == "Go on"
    touch(tablet, asked(tablet, page).answers[Outcome.TOGETHER])
    tablet.arrive(GuidedRepair)
    assert page.step is RepairStep.LATER
    assert hands.repair(tablet, page.here.rupture).state is State.TOGETHER


@pytest.mark.parametrize("outcome", [Outcome.A_BIT, Outcome.NOT_YET])
def test_on_the_card_a_time_is_chosen_too(tablet: Tablet, outcome: Outcome) -> None:
    page = paused_at(tablet, RepairStep.HOW_DID_IT_GO)
    ask = asked(tablet, page)
    assert not ask.done.isVisible()
    touch(tablet, ask.answers[outcome])
    assert not ask.done.isEnabled()
    choose(tablet, ask.again.choices, TryAgain.TOMORROW)
    touch(tablet, ask.done)
    one = hands.repair(tablet, page.here.rupture)
    assert (one.state, one.bids[-1].outcome) == (State.TRY_AGAIN, outcome)
    assert one.comes_back_at == tablet.services.mending().try_again_times()[TryAgain.TOMORROW]
    assert card(tablet, one.id).outcome is None


def test_paused_elsewhere_the_card_does_not_ask(tablet: Tablet) -> None:
    page = paused_at(tablet, RepairStep.OWN_IT)
    assert card(tablet, page.here.rupture).outcome is None


def test_another_grown_up_may_reach_out(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(4)
    tablet.open()
    rupture = hard_moment(tablet)
    repairs_page(tablet)
    one = card(tablet, rupture)
    assert not one.who.isVisible()
    touch(tablet, one.another)
    assert list(one.who.people) == [tablet.person("Mum").id, tablet.person("Dad").id]
    touch(tablet, one.who.people[tablet.person("Dad").id])
    tablet.arrive(GuidedRepair)
    tablet.read("Dad reaches out.")
    assert hands.repair(tablet, rupture).bids[-1].by == tablet.person("Dad").id
    calm_down(tablet)
    assert [check.person for check in tablet.check_ins()] == [tablet.person("Dad").id]


def test_usually_the_one_it_was_with_reaches_out(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(4)
    tablet.open()
    rupture = hard_moment(tablet, grown_up="Dad")
    begin(tablet, rupture)
    assert hands.repair(tablet, rupture).bids[-1].by == tablet.person("Dad").id


def test_with_one_grown_up_nobody_is_asked_who(tablet: Tablet) -> None:
    rupture = hard_moment(tablet)
    repairs_page(tablet)
    assert not card(tablet, rupture).another.isVisible()


@pytest.mark.parametrize("kind", [RuptureKind.LIMIT, RuptureKind.FRIGHTENING])
def test_the_zones_are_seen_at_once_on_a_small_screen(
    make_tablet: MakeTablet, kind: RuptureKind
) -> None:
    tablet = make_tablet(size=(800, 480))
    tablet.people(2)
    tablet.open()
    page = begin(tablet, hard_moment(tablet, kind))
    assert page.calm.panel is not None
    view = page.column.viewport()
    for zone in Zone:
        button = page.calm.panel.thermometer.buttons.of(zone)
        assert view.rect().contains(QRect(button.mapTo(view, QPoint()), button.size()))


def test_each_step_at_which_something_is_said_says_when(tablet: Tablet) -> None:
    page = begin(tablet, hard_moment(tablet))
    for step in BID_STEPS:
        hands.skip_to(tablet, step)
        assert page.column.speak.startswith("Choose") is (step in SAYING)
        assert bool(page.column.speak) is (step in SAYING)


def test_the_follow_up_comes_while_the_page_is_open(
    make_tablet: MakeTablet, clock: FakeClock
) -> None:
    tablet = make_tablet(timings=replace(QUICK, minute=40))
    tablet.people(2)
    tablet.open()
    rupture = hard_moment(tablet)
    mending = tablet.services.mending()
    mending.begin(rupture, tablet.person("Mum").id)
    mending.finish(rupture, Outcome.TOGETHER)
    waits = hard_moment(tablet)
    page = repairs_page(tablet)
    assert [one.repair.id for one in page.cards] == [waits, rupture]
    clock.advance(20 * MINUTE)
    tablet.qtbot.waitUntil(lambda: page.cards[0].repair.id == rupture)
    assert page.cards[0].ask.isVisible()
    tablet.services.journal.check_in(tablet.person("Mia").id, Zone.RED)
    assert [one.repair.id for one in page.cards] == [waits, rupture]
    tablet.services.journal.check_in(tablet.person("Mia").id, Zone.GREEN)
    assert page.cards[0].repair.id == rupture
    clock.advance(timedelta(days=3))
    tablet.qtbot.waitUntil(lambda: page.cards[0].repair.id == waits)


def test_what_a_hand_is_in_the_middle_of_stays(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet(timings=replace(QUICK, minute=20))
    tablet.people(2)
    tablet.open()
    page = paused_at(tablet, RepairStep.HOW_DID_IT_GO)
    ask = asked(tablet, page)
    touch(tablet, ask.answers[Outcome.NOT_YET])
    clock.advance(MINUTE)
    tablet.let_pass(100)
    tablet.services.journal.check_in(tablet.person("Mia").id, Zone.YELLOW)
    assert asked(tablet, page) is ask
    assert ask.again.isVisible()
    assert isinstance(tablet.window.page, RepairsPage)
