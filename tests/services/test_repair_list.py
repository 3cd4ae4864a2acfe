"""Repairs as they stand, read from the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.builders import MIA
from tests.fakes import FakeClock
from tests.services.mending_family import DAD, DAY, HOUR, LEA, MINUTE, MUM, MendingFamily
from tests.store import records
from thermometer.domain.mending import State
from thermometer.domain.mending_times import Shelf
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import Outcome, RuptureKind
from thermometer.domain.zones import Zone


@pytest.fixture
def family(tmp_path: Path, clock: FakeClock) -> Iterator[MendingFamily]:
    opened = MendingFamily.open(tmp_path / "family", clock)
    yield opened
    opened.services.close()


def test_a_new_family_has_no_repairs(family: MendingFamily) -> None:
    repairs = family.services.repairs()
    assert repairs.page() == dict.fromkeys(Shelf, ())
    assert not repairs.chip()
    assert (repairs.follow_ups(), repairs.twins(), repairs.practice()) == ((), (), None)


def test_what_is_not_there(family: MendingFamily) -> None:
    with pytest.raises(Problem, match="data-record-gone"):
        family.services.repairs().one(uuid4())


@pytest.mark.parametrize("kind", [None, *RuptureKind])
def test_no_chip_for_a_frightening_one(family: MendingFamily, kind: RuptureKind | None) -> None:
    family.services.hard_moments().log(MUM, MIA, kind=kind)
    assert family.services.repairs().chip() is (
        None if kind is RuptureKind.FRIGHTENING else State.WAITING
    )


def test_the_chip_goes_on_with_what_is_under_way(family: MendingFamily) -> None:
    repairs, moments = family.services.repairs(), family.services.hard_moments()
    begun = family.begun()
    family.clock.advance(HOUR)
    waits = moments.log(MUM, LEA)
    assert repairs.chip() is State.UNDER_WAY
    assert [one.id for one in repairs.coming_forward()] == [begun.id, waits.id]
    assert [one.id for one in repairs.page()[Shelf.OPEN]] == [begun.id, waits.id]
    family.tap(Zone.YELLOW, every=MINUTE)
    assert repairs.chip() is State.WAITING
    assert [one.id for one in repairs.page()[Shelf.OPEN]] == [begun.id, waits.id]


def test_for_two_days_it_is_known_when_to_ask(family: MendingFamily) -> None:
    repairs, repair = family.services.repairs(), family.begun()
    assert repairs.asked_from() == {}
    family.clock.advance(DAY)
    family.services.mending().finish(repair.id, Outcome.TOGETHER)
    at = family.clock.now() + 20 * MINUTE
    assert repairs.asked_from() == {repair.id: at}
    family.services.mending().follow_up(repair.id)
    assert repairs.asked_from() == {}


def test_a_frightening_one_hides_no_other(family: MendingFamily) -> None:
    moments = family.services.hard_moments()
    moments.log(MUM, MIA, kind=RuptureKind.FRIGHTENING)
    moments.log(MUM, LEA)
    assert family.services.repairs().chip()


def test_the_chip_waits_for_green_and_comes_after_two_hours_of_silence(
    family: MendingFamily,
) -> None:
    repairs = family.services.repairs()
    family.tap(Zone.RED, every=MINUTE)
    family.services.hard_moments().log(MUM, MIA)
    assert not repairs.chip()
    family.tap(Zone.GREEN, every=MINUTE)
    assert repairs.chip()
    family.tap(Zone.YELLOW, who=MUM, every=MINUTE)
    assert not repairs.chip()
    family.clock.advance(2 * HOUR)
    assert repairs.chip()


def test_the_chip_is_there_after_a_restart_and_at_any_time(
    tmp_path: Path, clock: FakeClock
) -> None:
    first = MendingFamily.open(tmp_path, clock)
    first.services.hard_moments().log(MUM, MIA)
    first.services.close()
    for later in (-400 * DAY, 800 * DAY, -400 * DAY):
        clock.advance(later)
        again = MendingFamily.open(tmp_path, clock)
        assert again.services.repairs().chip()
        again.services.close()


def test_the_follow_up_of_a_bid_that_was_begun_long_ago(family: MendingFamily) -> None:
    repair = family.begun()
    family.clock.advance(30 * DAY)
    family.services.mending().finish(repair.id, Outcome.TOGETHER)
    family.clock.advance(20 * MINUTE)
    assert [one.id for one in family.services.repairs().follow_ups()] == [repair.id]


def test_the_rehearsal_that_goes_on_is_the_last_one(family: MendingFamily) -> None:
    mending = family.services.mending()
    mending.rehearse(MUM, MIA)
    family.clock.advance(MINUTE)
    last = mending.rehearse(DAD, LEA)
    assert family.services.repairs().practice() == last
    mending.let_go(last.id)
    assert family.services.repairs().practice() is None


def test_moments_joined_crosswise_by_two_devices_are_one(family: MendingFamily) -> None:
    stores = family.services.stores
    moments = family.services.hard_moments()
    one, other = moments.log(MUM, MIA), moments.log(MUM, MIA)
    answers = [records.same_moment(one.id, other.id), records.same_moment(other.id, one.id)]
    for said in answers:
        stores.mending.say_same(said)
    holds = min(answers, key=lambda said: said.id)
    repairs = family.services.repairs()
    assert repairs.one(one.id) == repairs.one(other.id)
    assert repairs.one(one.id).id == holds.other
    assert [moment.id for moment in repairs.one(one.id).also] == [holds.rupture]


def test_moments_joined_in_a_circle_can_still_be_looked_at(family: MendingFamily) -> None:
    moments = family.services.hard_moments()
    a, b, c = (moments.log(MUM, MIA).id for _ in range(3))
    for rupture, other in ((a, b), (b, c), (c, a)):
        family.services.stores.mending.say_same(records.same_moment(rupture, other))
    assert {family.services.repairs().one(id_).id for id_ in (a, b, c)} <= {a, b, c}
