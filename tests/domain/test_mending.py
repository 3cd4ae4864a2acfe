"""The machine of a repair: each state, each move, and waits that no clock makes longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.moments import (
    DAY,
    HOUR,
    MINUTE,
    MOMENT,
    NOW,
    a_bid,
    a_draft,
    a_repair,
    a_rupture,
    a_snooze,
)
from thermometer.domain.mending import MOVE_OF, OPEN, WAYS, Move, Repair, State
from thermometer.domain.repair_numbers import Mending
from thermometer.domain.repair_steps import BID_STEPS, RepairStep
from thermometer.domain.ruptures import Outcome, Resolution, Rupture, RuptureKind
from thermometer.domain.thresholds import CLOCK_SLIP, TRY_AGAIN_AFTER

LET_BE = a_rupture(resolution=Resolution.LET_BE)
ALREADY = a_rupture(resolution=Resolution.ALREADY_DID)

ALL = {
    (State.WAITING, Move.BEGIN): State.UNDER_WAY,
    (State.WAITING, Move.SNOOZE): State.WAITING,
    (State.WAITING, Move.LET_GO): State.LET_BE,
    (State.WAITING, Move.ALREADY_DID): State.ALREADY_DID,
    (State.UNDER_WAY, Move.GO_ON): State.UNDER_WAY,
    (State.UNDER_WAY, Move.SNOOZE): State.UNDER_WAY,
    (State.UNDER_WAY, Move.TOGETHER): State.TOGETHER,
    (State.UNDER_WAY, Move.A_BIT): State.TRY_AGAIN,
    (State.UNDER_WAY, Move.NOT_YET): State.TRY_AGAIN,
    (State.UNDER_WAY, Move.LET_GO): State.LET_BE,
    (State.UNDER_WAY, Move.ALREADY_DID): State.ALREADY_DID,
    (State.TRY_AGAIN, Move.BEGIN): State.UNDER_WAY,
    (State.TRY_AGAIN, Move.SNOOZE): State.TRY_AGAIN,
    (State.TRY_AGAIN, Move.LET_GO): State.LET_BE,
    (State.TRY_AGAIN, Move.ALREADY_DID): State.ALREADY_DID,
    (State.TOGETHER, Move.FOLLOW_UP): State.TOGETHER,
    (State.LET_BE, Move.BEGIN): State.UNDER_WAY,
}


def test_the_whole_machine() -> None:
    assert WAYS == ALL
    assert set(MOVE_OF) == set(Outcome)


@pytest.mark.parametrize(
    ("repair", "state"),
    [
        (a_repair(), State.WAITING),
        (a_repair(None), State.UNDER_WAY),
        (a_repair(Outcome.NOT_YET), State.TRY_AGAIN),
        (a_repair(Outcome.A_BIT), State.TRY_AGAIN),
        (a_repair(Outcome.NOT_YET, None), State.UNDER_WAY),
        (a_repair(Outcome.NOT_YET, Outcome.TOGETHER), State.TOGETHER),
        (a_repair(Outcome.TOGETHER, None), State.TOGETHER),
        (a_repair(rupture=ALREADY), State.ALREADY_DID),
        (a_repair(Outcome.NOT_YET, rupture=ALREADY), State.ALREADY_DID),
        (a_repair(Outcome.TOGETHER, rupture=ALREADY), State.TOGETHER),
        (a_repair(rupture=LET_BE), State.LET_BE),
        (a_repair(Outcome.TOGETHER, rupture=LET_BE), State.TOGETHER),
        # Let be in another program, or in this one: the draft of the last bid was set aside.
        (a_repair(Outcome.NOT_YET, rupture=LET_BE, drafts={}), State.LET_BE),
        (a_repair(None, rupture=LET_BE, drafts={}), State.LET_BE),
        # Picked up again: a later bid has a draft that was not.
        (a_repair(None, rupture=LET_BE), State.UNDER_WAY),
        (a_repair(Outcome.NOT_YET, rupture=LET_BE), State.TRY_AGAIN),
    ],
)
def test_the_state_is_read_from_the_records(repair: Repair, state: State) -> None:
    assert repair.state is state
    assert repair.is_open is (state in OPEN)


def test_let_be_until_it_is_picked_up() -> None:
    repair = a_repair(Outcome.NOT_YET, rupture=LET_BE)
    (bid,) = repair.bids
    aside = replace(repair, drafts={bid.id: a_draft(bid, set_aside=True)})
    assert aside.state is State.LET_BE
    later = a_bid(LET_BE, DAY, None)
    again = replace(
        aside, bids=(bid, later), drafts=dict(aside.drafts) | {later.id: a_draft(later)}
    )
    assert again.state is State.UNDER_WAY


@pytest.mark.parametrize(
    ("repair", "move"),
    [
        *product(
            [
                a_repair(),
                a_repair(None),
                a_repair(Outcome.A_BIT),
                a_repair(Outcome.TOGETHER),
                a_repair(rupture=ALREADY),
                a_repair(rupture=LET_BE, drafts={}),
            ],
            Move,
        )
    ],
)
def test_only_the_ways_are_possible(repair: Repair, move: Move) -> None:
    assert repair.allows(move) is ((repair.state, move) in ALL)


def test_what_was_let_be_and_picked_up_cannot_be_said_to_be_mended_already() -> None:
    repair = a_repair(None, rupture=LET_BE)
    assert not repair.allows(Move.ALREADY_DID)
    assert repair.allows(Move.LET_GO)
    assert repair.allows(Move.TOGETHER)


RESOLUTIONS = st.sampled_from([None, *Resolution])
OUTCOMES = st.lists(st.sampled_from([None, *Outcome]), max_size=4)


@given(outcomes=OUTCOMES, resolution=RESOLUTIONS, drafts=st.booleans())
def test_state_and_numbers_agree(
    *, outcomes: list[Outcome | None], resolution: Resolution | None, drafts: bool
) -> None:
    repair = a_repair(*outcomes, rupture=a_rupture(resolution=resolution))
    if not drafts:
        repair = replace(repair, drafts={})
    counted = Mending(repair.rupture, repair.bids)
    assert counted.repaired is (repair.state in {State.TOGETHER, State.ALREADY_DID})
    # What was let be stays so in the numbers, also while it is picked up again.
    assert counted.open is (repair.is_open and resolution is not Resolution.LET_BE)


@pytest.mark.parametrize(
    ("repair", "step"),
    [
        (a_repair(), RepairStep.CALM_FIRST),
        (a_repair(Outcome.NOT_YET), RepairStep.CALM_FIRST),
        (a_repair(Outcome.TOGETHER), None),
        (a_repair(rupture=LET_BE), None),
        (a_repair(None), RepairStep.CALM_FIRST),
        (a_repair(None, drafts={}), RepairStep.CALM_FIRST),
    ],
)
def test_the_next_step(repair: Repair, step: RepairStep | None) -> None:
    assert repair.step is step


@pytest.mark.parametrize("step", BID_STEPS)
def test_a_paused_bid_goes_on_where_it_was(step: RepairStep) -> None:
    repair = a_repair(None)
    (bid,) = repair.bids
    assert replace(repair, drafts={bid.id: a_draft(bid, step=step)}).step is step


def test_a_bid_from_elsewhere_goes_on_after_what_was_done() -> None:
    rupture = a_rupture()
    bid = a_bid(rupture, HOUR, None, steps_done=("calm-first", "both-sides", "say-sorry"))
    assert Repair(rupture=rupture, bids=(bid,)).step is RepairStep.GO_TO_CHILD
    everything = replace(bid, steps_done=tuple(step.value for step in BID_STEPS))
    assert Repair(rupture=rupture, bids=(everything,)).step is RepairStep.HOW_DID_IT_GO


def test_the_kind_of_a_bid_goes_before_that_of_the_moment() -> None:
    repair = a_repair(None, rupture=a_rupture(kind=RuptureKind.NOT_SURE))
    (bid,) = repair.bids
    assert repair.kind is RuptureKind.NOT_SURE
    chosen = replace(repair, drafts={bid.id: a_draft(bid, kind=RuptureKind.LIMIT)})
    assert chosen.kind is RuptureKind.LIMIT
    assert a_repair().kind is None


@pytest.mark.parametrize("where", ["rupture", "draft", "replaced", "nowhere"])
def test_once_said_to_be_frightening_it_is(where: str) -> None:
    scary = RuptureKind.FRIGHTENING
    repair = a_repair(None, rupture=a_rupture(kind=scary if where == "rupture" else None))
    (bid,) = repair.bids
    if where == "draft":
        repair = replace(repair, drafts={bid.id: a_draft(bid, kind=scary)})
    if where == "replaced":
        repair = replace(repair, also=(a_rupture(kind=scary),))
    assert repair.frightening is (where != "nowhere")
    assert repair.id == repair.rupture.id


def not_yet(rupture: Rupture, try_again: timedelta | None) -> Repair:
    again = None if try_again is None else NOW + HOUR + try_again
    bid = a_bid(rupture, HOUR, Outcome.NOT_YET, try_again_at=again)
    return Repair(rupture=rupture, bids=(bid,), drafts={bid.id: a_draft(bid)})


def test_nothing_was_put_off() -> None:
    for repair in (a_repair(), a_repair(None)):
        assert not repair.rests(NOW)
        assert repair.comes_back_at is None


def test_not_yet_rests_until_the_time_that_was_chosen() -> None:
    repair = not_yet(a_rupture(), 3 * HOUR)
    assert repair.comes_back_at == NOW + 4 * HOUR
    assert repair.rests(NOW + HOUR)
    assert repair.rests(NOW + 4 * HOUR - MOMENT)
    assert not repair.rests(NOW + 4 * HOUR)


def test_without_a_time_it_comes_back_after_a_day() -> None:
    repair = not_yet(a_rupture(), None)
    assert repair.rests(NOW + HOUR + TRY_AGAIN_AFTER - MOMENT)
    assert not repair.rests(NOW + HOUR + TRY_AGAIN_AFTER)


def test_the_wait_runs_from_the_outcome_of_a_bid_that_was_paused() -> None:
    repair = not_yet(a_rupture(), None)
    (bid,) = repair.bids
    late = replace(repair, drafts={bid.id: a_draft(bid, changed_at=bid.at + DAY)})
    assert late.comes_back_at == bid.at + DAY + TRY_AGAIN_AFTER
    early = replace(repair, drafts={bid.id: a_draft(bid, changed_at=bid.at - DAY)})
    assert early.ended_at(bid) == bid.at


def test_a_snooze_holds_until_the_next_bid() -> None:
    rupture = a_rupture()
    first = a_bid(rupture, HOUR, Outcome.NOT_YET, try_again_at=NOW + 2 * HOUR)
    off = a_snooze(rupture, first, 2 * HOUR, DAY)
    longer = a_snooze(rupture, first, 3 * HOUR, 2 * DAY)
    repair = Repair(rupture=rupture, bids=(first,), snoozes=(off,))
    assert repair.comes_back_at == NOW + 2 * HOUR + DAY
    repair = replace(repair, snoozes=(off, longer))
    assert repair.comes_back_at == NOW + 3 * HOUR + 2 * DAY
    second = a_bid(rupture, 4 * HOUR, None)
    assert replace(repair, bids=(first, second)).comes_back_at is None


def test_a_snooze_before_any_bid_and_in_one() -> None:
    rupture = a_rupture()
    repair = a_repair(rupture=rupture, snoozes=(a_snooze(rupture, None, HOUR, HOUR),))
    assert repair.rests(NOW + HOUR)
    assert not repair.rests(NOW + 2 * HOUR)
    under_way = a_repair(None, rupture=rupture)
    bid = under_way.bids[0]
    assert replace(under_way, snoozes=(a_snooze(rupture, bid, HOUR, HOUR),)).rests(NOW + HOUR)


def test_what_is_over_does_not_come_back() -> None:
    repair = not_yet(a_rupture(resolution=Resolution.LET_BE), HOUR)
    assert replace(repair, drafts={}).comes_back_at is None


WAITS = st.timedeltas(MINUTE, 60 * DAY)


@given(WAITS, st.timedeltas(-400 * DAY, 400 * DAY))
def test_no_clock_makes_a_wait_longer_than_was_chosen(wait: timedelta, later: timedelta) -> None:
    repair = not_yet(a_rupture(), wait)
    since = NOW + HOUR
    now = since + later
    if repair.rests(now):
        assert timedelta() < since + wait - now <= wait + CLOCK_SLIP
    elif later >= timedelta():
        assert later >= wait
    else:
        assert -later > CLOCK_SLIP


def test_a_clock_set_back_a_year_brings_it_out_rather_than_hiding_it() -> None:
    repair = not_yet(a_rupture(), DAY)
    assert repair.rests(NOW + HOUR - CLOCK_SLIP)
    assert not repair.rests(NOW - 365 * DAY)
