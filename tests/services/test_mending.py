"""Bids: begun, paused, resumed, finished, put off, let be, followed up and rehearsed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import MIA
from tests.fakes import FakeClock
from tests.services.mending_family import DAD, DAY, MUM, MendingFamily
from tests.store import records
from thermometer.domain.changes import Change
from thermometer.domain.drafts import Draft
from thermometer.domain.mending import WAYS, Move, Repair, State
from thermometer.domain.problems import Problem
from thermometer.domain.repair_steps import BID_STEPS, Part, RepairStep
from thermometer.domain.ruptures import ChildCard, Outcome, RuptureKind
from thermometer.domain.thresholds import LINE_LENGTH, NOTE_LENGTH
from thermometer.services.mending import Mending

Act = Callable[[Mending, Repair, FakeClock], object]


def _save(mending: Mending, repair: Repair, _: FakeClock) -> object:
    return mending.save(repair.draft or Draft(bid=uuid4(), changed_at=repair.rupture.at))


ACTS: dict[Move, Act] = {
    Move.BEGIN: lambda mending, repair, _: mending.begin(repair.id, MUM),
    Move.GO_ON: _save,
    Move.TOGETHER: lambda mending, repair, _: mending.finish(repair.id, Outcome.TOGETHER),
    Move.A_BIT: lambda mending, repair, _: mending.finish(repair.id, Outcome.A_BIT),
    Move.NOT_YET: lambda mending, repair, _: mending.finish(repair.id, Outcome.NOT_YET),
    Move.SNOOZE: lambda mending, repair, clock: mending.snooze(repair.id, clock.now() + DAY),
    Move.LET_GO: lambda mending, repair, _: mending.let_go(repair.id),
    Move.ALREADY_DID: lambda mending, repair, _: mending.already_did(repair.id),
    Move.FOLLOW_UP: lambda mending, repair, _: mending.follow_up(repair.id, card=ChildCard.YES),
}
TO: dict[State, tuple[Move, ...]] = {
    State.WAITING: (),
    State.UNDER_WAY: (Move.BEGIN,),
    State.TRY_AGAIN: (Move.BEGIN, Move.NOT_YET),
    State.TOGETHER: (Move.BEGIN, Move.TOGETHER),
    State.ALREADY_DID: (Move.ALREADY_DID,),
    State.LET_BE: (Move.BEGIN, Move.LET_GO),
}
"""How to come to each state."""


@pytest.fixture
def family(tmp_path: Path, clock: FakeClock) -> Iterator[MendingFamily]:
    opened = MendingFamily.open(tmp_path / "family", clock)
    yield opened
    opened.services.close()


@pytest.fixture
def mending(family: MendingFamily) -> Mending:
    return family.services.mending()


def moved(family: MendingFamily, repair: Repair, move: Move) -> bool:
    """Tries a move; whether it was possible, which must be what the machine says."""
    before, possible = family.services.repairs().one(repair.id), repair.allows(move)
    if move is Move.BEGIN and repair.state is State.UNDER_WAY:
        possible = True  # it is resumed, which changes nothing
    refused = ""
    try:
        ACTS[move](family.services.mending(), repair, family.clock)
    except Problem as problem:
        refused = problem.key
    after = family.services.repairs().one(repair.id)
    assert (not refused) is possible
    if refused:
        assert refused in {"repair-moved-on", "data-record-gone"}
        assert after == before
    else:
        assert after.state is WAYS.get((before.state, move), before.state)
    return possible


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("state", State)
def test_each_move_in_each_state(family: MendingFamily, state: State, move: Move) -> None:
    repairs, id_ = family.services.repairs(), family.hard_moment()
    for step in TO[state]:
        assert moved(family, repairs.one(id_), step)
    repair = repairs.one(id_)
    assert repair.state is state
    told = len(family.told)
    if moved(family, repair, move) and (state, move) in WAYS:
        assert family.told[told:] == [Change.REPAIRS]
    else:
        assert family.told[told:] == []


MOVES = st.tuples(st.sampled_from(Move), st.timedeltas(-3 * DAY, 9 * DAY))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MOVES, max_size=12), st.sampled_from([None, *RuptureKind]))
def test_any_moves_at_any_times(
    moves: list[tuple[Move, timedelta]], kind: RuptureKind | None
) -> None:
    with TemporaryDirectory() as folder:
        family = MendingFamily.open(Path(folder), FakeClock())
        try:
            id_ = family.services.hard_moments().log(MUM, MIA, kind=kind).id
            for move, later in moves:
                family.clock.advance(later)
                moved(family, family.services.repairs().one(id_), move)
            repair = family.services.repairs().one(id_)
            assert all(bid.at >= repair.rupture.at for bid in repair.bids)
            assert [bid.at for bid in repair.bids] == sorted(bid.at for bid in repair.bids)
            assert all(one.at >= repair.rupture.at for one in repair.follow_ups)
            if kind is RuptureKind.FRIGHTENING or not repair.is_open:
                assert not family.services.repairs().chip()
            assert sum(map(len, family.services.repairs().page().values())) == 1
        finally:
            family.services.close()


def test_a_bid_is_begun_once_and_resumed(family: MendingFamily, mending: Mending) -> None:
    repair = family.begun()
    assert (repair.state, repair.step) == (State.UNDER_WAY, RepairStep.CALM_FIRST)
    (bid,) = repair.bids
    assert (bid.by, bid.at, bid.time_zone) == (MUM, family.clock.now(), "Europe/Berlin")
    assert mending.begin(repair.id, DAD) == repair  # Dad goes on with it; it stays Mum's bid


@pytest.mark.parametrize("who", [MIA, uuid4()])
def test_only_a_grown_up_begins(family: MendingFamily, mending: Mending, who: UUID) -> None:
    id_ = family.hard_moment()
    with pytest.raises(Problem) as raised:
        mending.begin(id_, who)
    assert raised.value.key == "moment-people"
    assert family.services.repairs().one(id_).bids == ()


@pytest.mark.parametrize("step", BID_STEPS)
def test_a_repair_paused_at_any_step_is_there_after_a_restart(
    tmp_path: Path, clock: FakeClock, step: RepairStep
) -> None:
    family = MendingFamily.open(tmp_path, clock)
    repair = family.begun()
    assert repair.draft is not None
    draft = repair.draft.choosing(Part.DID, "I shouted.").choosing(Part.MY_SIDE, "so\ntired")
    draft = replace(draft, kind=RuptureKind.LIMIT, card=ChildCard.ALMOST)
    for before in BID_STEPS[: BID_STEPS.index(step)]:
        draft = family.services.mending().save(draft.doing(before))
    saved = family.services.mending().save(draft)
    family.services.close()
    clock.advance(9 * DAY)
    again = MendingFamily.open(tmp_path, clock)
    resumed = again.services.mending().begin(repair.id, MUM)
    assert resumed.draft == saved
    assert resumed.step is step
    assert resumed.kind is RuptureKind.LIMIT
    assert again.services.repairs().one(repair.id).rupture.kind is None
    again.services.close()


def test_what_is_saved_is_clean(family: MendingFamily, mending: Mending) -> None:
    draft = family.begun().draft
    assert draft is not None
    draft = draft.choosing(Part.DID, "  I\tshouted.\0 ", " ").choosing(Part.WILL, "\n")
    draft = draft.choosing(Part.MY_SIDE, " one \n\n two\0 ").choosing(Part.FEELING, "sad")
    saved = mending.save(draft)
    assert saved.words == {
        Part.DID: ("I shouted.",),
        Part.MY_SIDE: ("one\n\ntwo",),
        Part.FEELING: ("sad",),
    }
    assert saved.changed_at == family.clock.now()


@pytest.mark.parametrize(
    ("part", "text", "limit"),
    [
        (Part.MY_SIDE, "x" * (NOTE_LENGTH + 1), NOTE_LENGTH),
        (Part.DID, "x" * (LINE_LENGTH + 1), LINE_LENGTH),
    ],
)
def test_what_is_too_long_is_not_saved(
    family: MendingFamily, mending: Mending, part: Part, text: str, limit: int
) -> None:
    repair = family.begun()
    assert repair.draft is not None
    with pytest.raises(Problem) as raised:
        mending.save(repair.draft.choosing(part, text))
    assert (raised.value.key, raised.value.values) == ("note-too-long", {"limit": limit})
    assert family.services.repairs().one(repair.id) == repair


def test_a_draft_of_an_earlier_bid_cannot_be_saved(family: MendingFamily, mending: Mending) -> None:
    first = family.begun()
    assert first.draft is not None
    mending.finish(first.id, Outcome.NOT_YET)
    mending.begin(first.id, MUM)
    with pytest.raises(Problem) as raised:
        mending.save(first.draft)
    assert raised.value.key == "repair-moved-on"
    with pytest.raises(Problem) as raised:
        mending.save(Draft(bid=uuid4(), changed_at=family.clock.now()))
    assert raised.value.key == "data-record-gone"


def test_a_bid_that_came_from_a_file_is_resumed_after_what_was_done(
    family: MendingFamily, mending: Mending
) -> None:
    id_ = family.hard_moment()
    bid = records.bid(id_, MUM, family.clock.now(), steps_done=("calm-first",))
    family.services.stores.repairs.add_bids([bid])
    repair = mending.begin(id_, MUM)
    assert repair.draft is not None
    assert (repair.draft.step, repair.draft.done) == (
        RepairStep.BOTH_SIDES,
        (RepairStep.CALM_FIRST,),
    )
    assert repair.bids == (bid,)
    finished = mending.finish(id_, Outcome.TOGETHER)
    assert finished.bids[0].steps_done == ("calm-first",)  # what was said stands


def test_a_bid_that_came_from_a_file_can_be_finished_at_once(
    family: MendingFamily, mending: Mending
) -> None:
    id_ = family.hard_moment()
    family.services.stores.repairs.add_bids([records.bid(id_, MUM, family.clock.now())])
    with pytest.raises(Problem) as raised:  # there is no draft to go on with yet
        mending.save(
            Draft(bid=family.services.repairs().one(id_).bids[0].id, changed_at=family.clock.now())
        )
    assert raised.value.key == "repair-moved-on"
    assert mending.finish(id_, Outcome.A_BIT).bids[0].steps_done == ("how-did-it-go",)
