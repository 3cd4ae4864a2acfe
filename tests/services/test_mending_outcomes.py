"""How a bid went, and what comes after it: later, let be, the follow-up, another try."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.builders import MIA
from tests.fakes import FakeClock
from tests.services.mending_family import DAD, DAY, HOUR, MINUTE, MUM, MendingFamily
from thermometer.domain.mending import State
from thermometer.domain.mending_times import Happening, Shelf, small_story
from thermometer.domain.problems import Problem
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import ChildCard, Outcome, Resolution, RuptureKind
from thermometer.domain.try_again import TryAgain
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone
from thermometer.services.mending import Mending


@pytest.fixture
def family(tmp_path: Path, clock: FakeClock) -> Iterator[MendingFamily]:
    opened = MendingFamily.open(tmp_path / "family", clock)
    yield opened
    opened.services.close()


@pytest.fixture
def mending(family: MendingFamily) -> Mending:
    return family.services.mending()


@pytest.mark.parametrize(("calm", "noted"), [(1, True), (0, False)])
def test_calm_first(family: MendingFamily, mending: Mending, calm: int, *, noted: bool) -> None:
    repair = family.begun()
    if calm:
        assert mending.calm(repair.id).bids[0].calm_first is True
        mending.calm(repair.id)
    assert mending.finish(repair.id, Outcome.TOGETHER).bids[0].calm_first is noted
    with pytest.raises(Problem):
        mending.calm(repair.id)


def test_together(family: MendingFamily, mending: Mending) -> None:
    repair = family.begun()
    assert repair.draft is not None
    draft = repair.draft.doing(RepairStep.CALM_FIRST).skipping(RepairStep.BOTH_SIDES)
    mending.save(replace(draft, kind=RuptureKind.LIMIT))
    family.clock.advance(20 * MINUTE)
    done = mending.finish(repair.id, Outcome.TOGETHER, family.clock.now() + DAY)
    bid = done.bids[0]
    assert (bid.outcome, bid.try_again_at) == (Outcome.TOGETHER, None)
    assert bid.steps_done == ("calm-first", "how-did-it-go")
    assert done.rupture.kind is RuptureKind.LIMIT
    assert done.ended_at(bid) == family.clock.now()
    assert family.services.repairs().page()[Shelf.TOGETHER] == (done,)


def test_a_kind_that_stands_is_kept(family: MendingFamily, mending: Mending) -> None:
    repair = family.begun()
    family.services.hard_moments().describe(repair.id, kind=RuptureKind.NOT_SURE)
    assert repair.draft is not None
    mending.save(replace(repair.draft, kind=RuptureKind.LIMIT))
    done = mending.finish(repair.id, Outcome.TOGETHER)
    assert done.rupture.kind is RuptureKind.NOT_SURE
    assert done.kind is RuptureKind.LIMIT


@pytest.mark.parametrize("outcome", [Outcome.NOT_YET, Outcome.A_BIT])
def test_not_yet_comes_back_when_it_was_chosen(
    family: MendingFamily, mending: Mending, outcome: Outcome
) -> None:
    repair = family.begun()
    again = family.clock.now() + 3 * DAY
    waiting = mending.finish(repair.id, outcome, again)
    assert waiting.comes_back_at == waiting.bids[0].try_again_at == again
    repairs = family.services.repairs()
    assert not repairs.chip()
    family.clock.set(again)
    assert repairs.chip()
    begun = mending.begin(repair.id, MUM)
    assert begun.draft is not None
    assert begun.step is RepairStep.CALM_FIRST
    assert len(begun.bids) == 2


def test_not_yet_comes_back_tomorrow_where_nothing_was_chosen(
    family: MendingFamily, mending: Mending
) -> None:
    repair = family.begun()
    times = mending.try_again_times()
    assert times == {TryAgain.TOMORROW: datetime.fromisoformat("2026-11-23T07:30:00+01:00")}
    assert mending.finish(repair.id, Outcome.NOT_YET).comes_back_at == times[TryAgain.TOMORROW]


def test_a_bit_comes_back_a_day_later_where_nothing_was_chosen(
    family: MendingFamily, mending: Mending
) -> None:
    repair = mending.finish(family.begun().id, Outcome.A_BIT)
    assert repair.bids[0].try_again_at is None
    assert repair.comes_back_at == family.clock.now() + DAY


def test_a_time_that_is_over_cannot_be_chosen(family: MendingFamily, mending: Mending) -> None:
    repair = family.begun()
    with pytest.raises(Problem, match="try-again-over"):
        mending.finish(repair.id, Outcome.NOT_YET, family.clock.now())
    with pytest.raises(Problem, match="try-again-over"):
        mending.snooze(repair.id, family.clock.now())
    assert family.services.repairs().one(repair.id) == repair


def test_the_next_attempt_has_the_words_of_the_one_before(
    family: MendingFamily, mending: Mending
) -> None:
    repair = family.begun()
    assert repair.draft is not None
    draft = repair.draft.choosing(Part.DID, "I shouted.").doing(RepairStep.CALM_FIRST)
    mending.save(replace(draft, kind=RuptureKind.LIMIT))
    mending.finish(repair.id, Outcome.NOT_YET)
    again = mending.begin(repair.id, DAD).draft
    assert again is not None
    assert again.words == {Part.DID: ("I shouted.",)}
    assert (again.kind, again.done, again.step) == (RuptureKind.LIMIT, (), RepairStep.CALM_FIRST)


@pytest.mark.parametrize("paused", [True, False])
def test_snoozed_until_later(family: MendingFamily, mending: Mending, *, paused: bool) -> None:
    id_ = family.begun().id if paused else family.hard_moment()
    repairs = family.services.repairs()
    assert repairs.chip()
    until = family.clock.now() + DAY
    assert mending.snooze(id_, until).comes_back_at == until
    assert not repairs.chip()
    family.clock.set(until)
    assert repairs.chip()


def test_let_be_and_picked_up_again(family: MendingFamily, mending: Mending) -> None:
    repair = family.begun()
    left = mending.let_go(repair.id)
    assert left.state is State.LET_BE
    assert not family.services.repairs().chip()
    assert family.services.repairs().page()[Shelf.LET_BE] == (left,)
    family.clock.advance(DAY)
    again = mending.begin(repair.id, MUM)
    assert again.state is State.UNDER_WAY
    assert family.services.repairs().chip()
    assert mending.let_go(repair.id).state is State.LET_BE
    mending.begin(repair.id, MUM)
    done = mending.finish(repair.id, Outcome.TOGETHER)
    assert done.state is State.TOGETHER
    assert done.rupture.resolution is Resolution.LET_BE


def test_mended_already(family: MendingFamily, mending: Mending) -> None:
    done = mending.already_did(family.hard_moment())
    assert done.rupture.resolution is Resolution.ALREADY_DID
    assert [moment.what for moment in small_story(done)][-1] is Happening.ALREADY_DID


def test_the_follow_up(family: MendingFamily, mending: Mending) -> None:
    repair = family.begun()
    family.clock.advance(5 * MINUTE)
    mending.finish(repair.id, Outcome.TOGETHER)
    repairs = family.services.repairs()
    assert repairs.follow_ups() == ()
    family.clock.advance(20 * MINUTE)
    family.tap(Zone.YELLOW, every=MINUTE)
    assert repairs.follow_ups() == ()
    family.tap(Zone.GREEN, every=MINUTE)
    assert [one.id for one in repairs.follow_ups()] == [repair.id]
    asked = mending.follow_up(repair.id, card=ChildCard.ALMOST)
    assert repairs.follow_ups() == ()
    assert (asked.follow_ups[0].card, asked.follow_ups[0].note) == (ChildCard.ALMOST, None)
    noted = mending.follow_up(repair.id, card=ChildCard.NO, note=" it was the door ")
    assert len(noted.follow_ups) == 1
    assert noted.follow_ups[0].note == "it was the door"
    assert noted.follow_ups[0].card is ChildCard.ALMOST  # what the child said stands
    assert noted.follow_ups[0].at == asked.follow_ups[0].at


def test_time_going_backwards_loses_nothing(family: MendingFamily, mending: Mending) -> None:
    repair = family.begun()
    family.clock.advance(-5 * HOUR)
    assert family.services.repairs().chip()
    assert repair.draft is not None
    mending.save(repair.draft.doing(RepairStep.CALM_FIRST))
    waiting = mending.finish(repair.id, Outcome.NOT_YET, family.clock.now() + MINUTE)
    family.clock.advance(-DAY)
    again = mending.begin(repair.id, MUM)
    assert again.bids[1].at == waiting.bids[0].at > family.clock.now()
    assert [bid.outcome for bid in again.bids] == [Outcome.NOT_YET, None]
    done = mending.finish(repair.id, Outcome.TOGETHER)
    assert done.state is State.TOGETHER
    assert mending.follow_up(repair.id).follow_ups[0].at == again.bids[1].at


def test_a_grown_up_who_is_archived_half_way(family: MendingFamily, mending: Mending) -> None:
    repair = family.begun()
    family.archive(MUM)
    repairs = family.services.repairs()
    assert not repairs.chip()
    assert [one.id for one in repairs.page()[Shelf.OPEN]] == [repair.id]
    assert mending.begin(repair.id, DAD).step is RepairStep.CALM_FIRST
    mending.finish(repair.id, Outcome.NOT_YET)
    with pytest.raises(Problem) as raised:
        mending.begin(repair.id, MUM)
    assert raised.value.key == "moment-people"
    assert mending.begin(repair.id, DAD).bids[-1].by == DAD


def test_a_practice_counts_nowhere(family: MendingFamily, mending: Mending) -> None:
    practice = mending.rehearse(MUM, MIA, RuptureKind.LIMIT)
    repairs = family.services.repairs()
    assert practice.rupture.practice
    assert (practice.state, practice.kind) == (State.UNDER_WAY, RuptureKind.LIMIT)
    assert repairs.practice() == practice
    assert not repairs.chip()
    done = mending.finish(practice.id, Outcome.TOGETHER)
    family.clock.advance(HOUR)
    assert repairs.practice() is None
    assert (repairs.follow_ups(), repairs.twins()) == ((), ())
    assert not any(repairs.page().values())
    days = WeekDays.holding(family.clock.now().date(), 0)
    numbers = family.services.reports().week(days, family.clock.now()).family.repairs
    assert (numbers.ruptures, numbers.bids, numbers.repaired) == (0, 0, 0)
    assert repairs.one(practice.id) == done
