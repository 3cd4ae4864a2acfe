"""Hard moments: logged, filled in, corrected by a new record, asked about, joined."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.builders import MIA
from tests.fakes import FakeClock
from tests.services.mending_family import DAD, DAY, HOUR, LEA, MINUTE, MUM, MendingFamily
from thermometer.domain.changes import Change
from thermometer.domain.mend_questions import MendAnswer
from thermometer.domain.mending import State
from thermometer.domain.mending_times import Shelf
from thermometer.domain.people import Role
from thermometer.domain.problems import Problem
from thermometer.domain.remarks import Subject
from thermometer.domain.ruptures import Outcome, Resolution, RuptureKind
from thermometer.domain.thresholds import NOTE_LENGTH
from thermometer.domain.zones import Zone
from thermometer.services.hard_moments import HardMoments


@pytest.fixture
def family(tmp_path: Path, clock: FakeClock) -> Iterator[MendingFamily]:
    opened = MendingFamily.open(tmp_path / "family", clock)
    yield opened
    opened.services.close()


@pytest.fixture
def moments(family: MendingFamily) -> HardMoments:
    return family.services.hard_moments()


def test_three_taps_and_it_is_saved(family: MendingFamily, moments: HardMoments) -> None:
    rupture = moments.log(MUM, MIA)
    assert family.told == [Change.REPAIRS]
    assert (rupture.grown_up, rupture.child) == (MUM, MIA)
    assert (rupture.at, rupture.time_zone) == (family.clock.now(), "Europe/Berlin")
    assert (rupture.about, rupture.practice) == (False, False)
    assert (rupture.kind, rupture.episode, rupture.note, rupture.resolution) == (None,) * 4
    assert family.services.stores.repairs.ruptures() == [rupture]


def test_one_that_lies_in_the_past(family: MendingFamily, moments: HardMoments) -> None:
    at, episode = family.clock.now() - 30 * HOUR, uuid4()
    rupture = moments.log(
        DAD, LEA, at=at, kind=RuptureKind.LIMIT, episode=episode, note=" the shoes "
    )
    assert (rupture.at, rupture.about) == (at, True)
    assert (rupture.kind, rupture.episode, rupture.note) == (
        RuptureKind.LIMIT,
        episode,
        "the shoes",
    )
    assert not moments.log(MUM, MIA, at=at, about=False).about
    repair = family.services.mending().begin(rupture.id, DAD)
    assert repair.bids[0].at == family.clock.now()
    assert repair.state is State.UNDER_WAY


@pytest.mark.parametrize(
    ("grown_up", "child"), [(MIA, LEA), (MUM, DAD), (MIA, MUM), (uuid4(), MIA), (MUM, uuid4())]
)
def test_between_a_grown_up_and_a_child(
    family: MendingFamily, moments: HardMoments, grown_up: UUID, child: UUID
) -> None:
    with pytest.raises(Problem, match="moment-people"):
        moments.log(grown_up, child)
    assert family.services.stores.repairs.ruptures() == []
    assert family.told == []


def test_nobody_who_was_archived(family: MendingFamily, moments: HardMoments) -> None:
    family.archive(MUM)
    with pytest.raises(Problem, match="moment-people"):
        moments.log(MUM, MIA)


def test_nothing_that_is_still_to_come(family: MendingFamily, moments: HardMoments) -> None:
    with pytest.raises(Problem, match="entered-for-later"):
        moments.log(MUM, MIA, at=family.clock.now() + MINUTE)
    with pytest.raises(Problem, match="note-too-long"):
        moments.log(MUM, MIA, note="x" * (NOTE_LENGTH + 1))
    assert family.services.stores.repairs.ruptures() == []


def test_what_is_empty_is_filled(family: MendingFamily, moments: HardMoments) -> None:
    rupture, episode = moments.log(MUM, MIA), uuid4()
    repair = moments.describe(rupture.id, kind=RuptureKind.DIFFERENT_NEEDS)
    repair = moments.describe(rupture.id, note="so late\nso tired", episode=episode)
    assert repair.id == rupture.id
    assert repair.also == ()
    assert repair.rupture.kind is RuptureKind.DIFFERENT_NEEDS
    assert repair.rupture.note == "so late\nso tired"
    assert repair.rupture.episode == episode
    told = len(family.told)
    same = moments.describe(rupture.id, kind=RuptureKind.DIFFERENT_NEEDS, at=rupture.at)
    assert same == repair
    assert len(family.told) == told


def test_a_change_is_a_new_record_that_names_the_one_it_replaces(
    family: MendingFamily, moments: HardMoments
) -> None:
    rupture = moments.log(MUM, MIA, kind=RuptureKind.NOT_SURE)
    at = family.clock.now() - 3 * HOUR
    first = moments.describe(rupture.id, at=at, note="before school")
    assert first.id != rupture.id
    assert (first.rupture.at, first.rupture.about) == (at, True)
    assert (first.rupture.kind, first.rupture.note) == (RuptureKind.NOT_SURE, "before school")
    assert [one.id for one in first.also] == [rupture.id]
    second = moments.describe(rupture.id, kind=RuptureKind.LIMIT)  # by the id of the first record
    assert second.rupture.kind is RuptureKind.LIMIT
    assert [one.id for one in second.also] == [first.id, rupture.id]
    assert family.services.stores.repairs.ruptures() == [second.rupture]
    assert family.services.repairs().page()[Shelf.OPEN] == (second,)
    kept = family.services.stores.repairs.ruptures_of_ids([rupture.id])[rupture.id]
    assert (kept.at, kept.kind) == (rupture.at, RuptureKind.NOT_SURE)
    for id_ in (rupture.id, first.id, second.id):
        assert family.services.repairs().one(id_) == second


def test_a_time_to_come_changes_nothing(family: MendingFamily, moments: HardMoments) -> None:
    rupture = moments.log(MUM, MIA)
    with pytest.raises(Problem, match="entered-for-later"):
        moments.describe(rupture.id, at=family.clock.now() + MINUTE)
    assert family.services.stores.repairs.ruptures() == [rupture]


def test_once_something_was_done_what_was_noted_stands(
    family: MendingFamily, moments: HardMoments
) -> None:
    repair = family.begun()
    filled = moments.describe(repair.id, kind=RuptureKind.LIMIT)
    with pytest.raises(Problem, match="repair-stands"):
        moments.describe(repair.id, kind=RuptureKind.FRIGHTENING)
    with pytest.raises(Problem, match="repair-stands"):
        moments.describe(repair.id, at=family.clock.now() - DAY)
    assert family.services.repairs().one(repair.id) == filled


def test_the_episodes_it_may_belong_to(family: MendingFamily, moments: HardMoments) -> None:
    family.tap(Zone.RED, Zone.GREEN)
    family.tap(Zone.YELLOW, who=MUM)
    family.tap(Zone.RED, who=LEA)
    rupture = moments.log(MUM, MIA)
    assert [episode.person for episode in moments.episodes(rupture.id)] == [MUM]
    earlier = moments.describe(rupture.id, at=family.clock.now() - 35 * MINUTE)
    assert [episode.person for episode in moments.episodes(earlier.id)] == [MIA, MUM]
    family.clock.advance(DAY)
    other = moments.log(MUM, MIA)
    assert moments.episodes(other.id) == ()


def test_anything_to_mend_yes(family: MendingFamily, moments: HardMoments) -> None:
    family.tap(Zone.YELLOW, Zone.RED, Zone.GREEN)
    (question,) = moments.questions()
    assert (question.role, question.episode.person) == (Role.CHILD, MIA)
    told = len(family.told)
    rupture = moments.answer(question, MendAnswer.YES, MUM)
    assert rupture is not None
    assert family.told[told:] == [Change.REMARKS, Change.REPAIRS]
    assert (rupture.grown_up, rupture.child, rupture.about) == (MUM, MIA, True)
    assert rupture.episode == question.episode.id
    assert rupture.at == question.first_red == question.episode.start + 10 * MINUTE
    assert moments.questions() == ()
    story = family.services.stories().read(question.episode.id)
    assert story.text(Subject.MEND) == "yes"
    assert family.services.repairs().chip()


def test_anything_to_mend_already_did(family: MendingFamily, moments: HardMoments) -> None:
    family.tap(Zone.RED, Zone.GREEN, who=MUM)
    (question,) = moments.questions()
    assert question.role is Role.PARENT
    rupture = moments.answer(question, MendAnswer.ALREADY_DID, LEA)
    assert rupture is not None
    assert (rupture.grown_up, rupture.child) == (MUM, LEA)
    assert rupture.resolution is Resolution.ALREADY_DID
    assert family.services.repairs().one(rupture.id).state is State.ALREADY_DID
    assert moments.questions() == ()


def test_anything_to_mend_no(family: MendingFamily, moments: HardMoments) -> None:
    family.tap(Zone.RED, Zone.GREEN)
    (question,) = moments.questions()
    assert moments.answer(question, MendAnswer.NO) is None
    assert family.services.stores.repairs.ruptures() == []
    assert moments.questions() == ()
    family.clock.advance(DAY)
    assert moments.questions() == ()


@pytest.mark.parametrize("other", [None, LEA])
def test_an_answer_with_nobody_to_mend_with_is_not_kept(
    family: MendingFamily, moments: HardMoments, other: UUID | None
) -> None:
    family.tap(Zone.RED, Zone.GREEN)
    (question,) = moments.questions()
    with pytest.raises(Problem, match="moment-people"):
        moments.answer(question, MendAnswer.YES, other)
    assert moments.questions() == (question,)


def test_nothing_is_asked_where_a_moment_was_logged(
    family: MendingFamily, moments: HardMoments
) -> None:
    family.tap(Zone.RED)
    moments.log(MUM, MIA)
    family.tap(Zone.GREEN)
    assert moments.questions() == ()


def test_nothing_is_asked_again_where_the_time_was_corrected(
    family: MendingFamily, moments: HardMoments
) -> None:
    family.tap(Zone.RED, Zone.GREEN)
    (question,) = moments.questions()
    rupture = moments.answer(question, MendAnswer.YES, MUM)
    assert rupture is not None
    moments.describe(rupture.id, at=rupture.at - DAY)
    assert moments.questions() == ()


def test_logged_twice_and_joined(family: MendingFamily, moments: HardMoments) -> None:
    first = moments.log(MUM, MIA, note="in the hall")
    family.clock.advance(10 * MINUTE)
    second = moments.log(MUM, MIA, kind=RuptureKind.LIMIT, note="the shoes")
    (twins,) = family.services.repairs().twins()
    assert (twins.stays.id, twins.goes.id) == (first.id, second.id)
    joined = moments.join(twins)
    assert joined.id == first.id
    assert (joined.rupture.kind, joined.rupture.note) == (RuptureKind.LIMIT, "in the hall")
    assert [one.note for one in joined.also] == ["the shoes"]
    assert family.services.repairs().twins() == ()
    assert family.services.repairs().page()[Shelf.OPEN] == (joined,)
    assert family.services.repairs().one(second.id) == joined
    with pytest.raises(Problem, match="repair-stands"):
        moments.join(twins)


def test_what_was_tried_in_the_meantime_is_not_joined(
    family: MendingFamily, moments: HardMoments
) -> None:
    moments.log(MUM, MIA)
    moments.log(MUM, MIA)
    (twins,) = family.services.repairs().twins()
    family.services.mending().begin(twins.goes.id, MUM)
    with pytest.raises(Problem, match="repair-stands"):
        moments.join(twins)
    assert len(family.services.repairs().page()[Shelf.OPEN]) == 2


def test_two_that_are_two(family: MendingFamily, moments: HardMoments) -> None:
    moments.log(MUM, MIA)
    family.clock.advance(timedelta(minutes=5))
    moments.log(MUM, MIA)
    (twins,) = family.services.repairs().twins()
    moments.keep_apart(twins)
    assert family.told[-1] is Change.REPAIRS
    assert family.services.repairs().twins() == ()
    assert len(family.services.repairs().page()[Shelf.OPEN]) == 2


def test_two_open_repairs_of_one_child_go_their_own_ways(
    family: MendingFamily, moments: HardMoments
) -> None:
    mending = family.services.mending()
    one, other = family.begun(), moments.log(DAD, MIA)
    mending.begin(other.id, DAD)
    mending.finish(one.id, Outcome.TOGETHER)
    repairs = family.services.repairs()
    assert repairs.one(one.id).state is State.TOGETHER
    assert repairs.one(other.id).state is State.UNDER_WAY
    assert repairs.chip()
    family.clock.advance(20 * MINUTE)
    assert [repair.id for repair in repairs.follow_ups()] == [one.id]
    mending.snooze(other.id, family.clock.now() + HOUR)
    assert not repairs.chip()
