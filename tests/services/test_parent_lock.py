"""The lock on a real file, with real hashes: tries, waits, PINs, the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.builders import a_check_in, a_child, a_parent
from tests.fakes import FakeSteadyClock
from tests.services.locks import DAD, MUM, NO_CODE, OTHER, PIN, WRONG, english, fail
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services.parent_lock import Answer, LockState, ParentLock, Wait
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.locks import Locks
from thermometer.store.people import People


def test_nothing_is_locked_at_first(lock: ParentLock) -> None:
    assert lock.state() == LockState(is_set=False, owners=(), has_code=False, reset_left=None)
    assert lock.wait() == Wait(timedelta(), timedelta())


def test_a_pin_opens_and_another_does_not(locked: ParentLock) -> None:
    assert locked.state() == LockState(is_set=True, owners=(MUM,), has_code=True, reset_left=None)
    assert locked.try_pin(MUM, WRONG) is Answer.WRONG
    assert locked.try_pin(MUM, PIN) is Answer.OPEN


def test_a_pin_survives_a_restart(locked: ParentLock, start: Callable[[], ParentLock]) -> None:
    assert start().try_pin(MUM, PIN) is Answer.OPEN


@pytest.mark.parametrize("pin", ["1234", "123", "490735126", "49o7"])
def test_a_pin_that_may_not_be_changes_nothing(locked: ParentLock, pin: str) -> None:
    with pytest.raises(Problem):
        locked.set_pin(MUM, pin)
    assert locked.try_pin(MUM, PIN) is Answer.OPEN


def test_each_parent_may_have_one(locked: ParentLock) -> None:
    assert locked.set_pin(DAD, OTHER) == ""
    assert set(locked.state().owners) == {MUM, DAD}
    assert locked.try_pin(MUM, OTHER) is Answer.WRONG
    assert locked.try_pin(DAD, OTHER) is Answer.OPEN
    assert locked.try_pin(uuid4(), PIN) is Answer.WRONG
    assert locked.try_pin(MUM, PIN) is Answer.OPEN


def test_a_family_without_parents_may_have_one_too(lock: ParentLock) -> None:
    lock.set_pin(None, PIN)
    assert lock.state().owners == (None,)
    assert lock.try_pin(None, PIN) is Answer.OPEN


def test_another_pin_takes_the_place_of_the_one_before(locked: ParentLock) -> None:
    locked.set_pin(MUM, OTHER)
    assert locked.try_pin(MUM, PIN) is Answer.WRONG
    assert locked.try_pin(MUM, OTHER) is Answer.OPEN


def test_taking_away_the_last_pin_opens_the_lock(locked: ParentLock) -> None:
    locked.set_pin(DAD, OTHER)
    locked.take_away(MUM)
    assert locked.state().owners == (DAD,)
    assert locked.state().has_code
    assert locked.try_pin(MUM, PIN) is Answer.WRONG
    locked.take_away(uuid4())
    locked.take_away(DAD)
    assert locked.state() == LockState(is_set=False, owners=(), has_code=False, reset_left=None)
    assert not locked.is_offer_due()


def test_a_pin_is_offered_until_somebody_answers(lock: ParentLock) -> None:
    assert lock.is_offer_due()
    lock.refuse_offer()
    assert not lock.is_offer_due()
    lock.set_pin(MUM, PIN)
    assert not lock.is_offer_due()


def test_a_recovery_code_opens_once(locked: ParentLock) -> None:
    code = locked.new_code()
    assert locked.try_code(NO_CODE) is Answer.WRONG
    assert locked.try_code(code.upper().replace(" ", ", ")) is Answer.OPEN
    assert not locked.state().has_code
    assert locked.try_code(code) is Answer.WRONG
    assert locked.try_code("") is Answer.WRONG
    assert locked.try_pin(MUM, PIN) is Answer.OPEN


def test_a_code_comes_with_the_first_pin_and_after_one_was_used(lock: ParentLock) -> None:
    first = lock.set_pin(MUM, PIN)
    assert len(first.split()) == 5
    assert set(first.split()) <= set(lock.words()) == set(english())
    assert lock.set_pin(MUM, OTHER) == ""
    assert lock.try_code(first) is Answer.OPEN
    second = lock.set_pin(MUM, PIN)
    assert second
    assert second != first
    assert lock.try_code(second) is Answer.OPEN


def test_a_new_code_takes_the_place_of_the_one_before(lock: ParentLock) -> None:
    first = lock.set_pin(MUM, PIN)
    second = lock.new_code()
    assert lock.try_code(first) is Answer.WRONG
    assert lock.try_code(second) is Answer.OPEN


def test_neither_a_pin_nor_a_code_lies_in_the_file(locked: ParentLock, database: Database) -> None:
    code = locked.new_code()
    kept = str(Locks(database).read())
    assert PIN not in kept.replace(str(MUM), "")
    assert code not in kept
    assert kept.count("$argon2id$v=19$m=32768,t=3,p=1$") == 2


def test_nothing_of_the_family_is_ever_erased(
    locked: ParentLock, database: Database, steady: FakeSteadyClock
) -> None:
    people = [a_child(), a_parent(id=MUM)]
    for person in people:
        People(database).add(person)
    tap = a_check_in(Zone.RED)
    CheckIns(database).add(tap)
    fail(locked, steady, 7)
    locked.start_reset()
    steady.advance(timedelta(days=2))
    assert not locked.state().is_set
    assert People(database).all() == people
    assert CheckIns(database).between(None, None) == [tap]
