"""The lock on a real file, with real hashes: tries, waits, PINs, the recovery code."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from typing_extensions import override

from tests.builders import a_check_in, a_child, a_parent
from tests.fakes import FakeClock, FakeSteadyClock
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services.content_files import ContentFiles
from thermometer.services.parent_lock import Answer, LockState, ParentLock, Wait
from thermometer.services.recovery_words import recovery_words
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.locks import Locks
from thermometer.store.people import People
from thermometer.store.problems import NoSpace

ROOT = Path(__file__).parents[2]
MUM, DAD = uuid4(), uuid4()
PIN, OTHER, WRONG = "4907", "836194", "9063"


def english() -> tuple[str, ...]:
    return recovery_words(ContentFiles("en"))


@pytest.fixture
def steady() -> FakeSteadyClock:
    return FakeSteadyClock()


@pytest.fixture
def start(database: Database, steady: FakeSteadyClock) -> Callable[[], ParentLock]:
    """Starts the app: a new lock on the same file."""
    return lambda: ParentLock(Locks(database), english, steady)


@pytest.fixture
def lock(start: Callable[[], ParentLock]) -> ParentLock:
    """A lock that nobody has set."""
    return start()


@pytest.fixture
def locked(lock: ParentLock) -> ParentLock:
    """A lock with Mum's PIN."""
    lock.set_pin(MUM, PIN)
    return lock


def fail(lock: ParentLock, steady: FakeSteadyClock, times: int) -> None:
    """So many wrong tries, each as soon as it may be."""
    for _ in range(times):
        steady.advance(lock.wait().left)
        assert lock.try_pin(MUM, WRONG) is Answer.WRONG


def seconds(lock: ParentLock) -> tuple[float, float]:
    """What is left of the wait, and the whole of it."""
    wait = lock.wait()
    return wait.left.total_seconds(), wait.whole.total_seconds()


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


def test_five_tries_are_free(locked: ParentLock, steady: FakeSteadyClock) -> None:
    for _ in range(4):
        assert locked.try_pin(MUM, WRONG) is Answer.WRONG
    assert seconds(locked) == (0, 0)
    assert locked.try_pin(MUM, WRONG) is Answer.WRONG
    assert seconds(locked) == (30, 30)
    assert locked.try_pin(MUM, PIN) is Answer.WAIT
    steady.advance(timedelta(seconds=29.9))
    assert locked.try_pin(MUM, PIN) is Answer.WAIT
    steady.advance(timedelta(seconds=0.2))
    assert locked.try_pin(MUM, PIN) is Answer.OPEN
    assert seconds(locked) == (0, 0)


def test_then_each_wrong_one_makes_the_wait_twice_as_long(
    locked: ParentLock, steady: FakeSteadyClock
) -> None:
    waits = []
    fail(locked, steady, 4)
    for _ in range(8):
        fail(locked, steady, 1)
        waits.append(seconds(locked)[0])
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900]


def test_the_tries_of_all_parents_are_one_count(
    locked: ParentLock, steady: FakeSteadyClock
) -> None:
    locked.set_pin(DAD, OTHER)
    for owner in (MUM, DAD, MUM, DAD):
        locked.try_pin(owner, WRONG)
    locked.try_code("acorn moon pear sail tent")
    assert seconds(locked) == (30, 30)
    assert locked.try_pin(DAD, OTHER) is Answer.WAIT
    assert locked.try_code("acorn moon pear sail tent") is Answer.WAIT


def test_a_restart_begins_the_wait_anew(
    locked: ParentLock, start: Callable[[], ParentLock], steady: FakeSteadyClock
) -> None:
    fail(locked, steady, 6)
    steady.advance(timedelta(seconds=59))
    assert seconds(locked) == (1, 60)
    again = start()
    assert seconds(again) == (60, 60)
    assert again.try_pin(MUM, PIN) is Answer.WAIT
    steady.switch_off_and_on()
    rebooted = start()
    assert seconds(rebooted) == (60, 60)
    steady.advance(timedelta(seconds=60))
    assert rebooted.try_pin(MUM, PIN) is Answer.OPEN


def test_the_calendar_does_not_shorten_a_wait(
    locked: ParentLock, steady: FakeSteadyClock, clock: FakeClock
) -> None:
    fail(locked, steady, 5)
    for span in (timedelta(days=365), timedelta(days=-730)):
        clock.advance(span)
        assert locked.try_pin(MUM, PIN) is Answer.WAIT
        assert seconds(locked) == (30, 30)


def test_the_calendar_does_not_bring_free_tries_back(
    locked: ParentLock, start: Callable[[], ParentLock], steady: FakeSteadyClock, clock: FakeClock
) -> None:
    fail(locked, steady, 5)
    clock.advance(timedelta(days=365))
    again = start()
    steady.advance(timedelta(days=365))
    assert again.try_pin(MUM, WRONG) is Answer.WRONG
    assert seconds(again) == (60, 60)


def test_a_try_is_kept_before_it_is_checked(database: Database, steady: FakeSteadyClock) -> None:
    seen: list[object] = []

    class Watching:
        def hash(self, secret: str) -> str:
            return secret

        def matches(self, hashed: str, secret: str) -> bool:
            assert not database.connection.in_transaction
            seen.append(Locks(database).read()["tries"])
            return hashed == secret

    lock = ParentLock(Locks(database), english, steady, Watching)
    lock.set_pin(MUM, PIN)
    lock.try_pin(MUM, WRONG)
    lock.try_pin(MUM, PIN)
    lock.try_pin(MUM, PIN)
    assert seen == [1, 2, 1]


def test_a_try_that_cannot_be_kept_is_not_checked(
    locked: ParentLock, database: Database, steady: FakeSteadyClock
) -> None:
    class FullDisk(Locks):
        @override
        def write(self, values: Mapping[str, object]) -> None:
            raise NoSpace(database.path)

    class Never:
        def hash(self, secret: str) -> str:
            raise AssertionError(secret)

        def matches(self, hashed: str, secret: str) -> bool:
            raise AssertionError(hashed, secret)

    full = ParentLock(FullDisk(database), english, steady, Never)
    with pytest.raises(NoSpace):
        full.try_pin(MUM, PIN)
    assert locked.try_pin(MUM, PIN) is Answer.OPEN


def test_killed_during_the_check_it_was_a_try(tmp_path: Path, clock: FakeClock) -> None:
    folder = tmp_path / "killed"
    steady = FakeSteadyClock()
    with closing(Database.open(folder, clock)) as database:
        ParentLock(Locks(database), english, steady).set_pin(None, PIN)
    for _ in range(5):
        command = [sys.executable, "-m", "tests.services.pin_trier", str(folder), PIN]
        with subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "checking\n"
            process.kill()
    with closing(Database.open(folder, clock)) as database:
        lock = ParentLock(Locks(database), english, steady)
        assert seconds(lock) == (30, 30)
        assert lock.try_pin(None, PIN) is Answer.WAIT
        steady.advance(timedelta(seconds=30))
        assert lock.try_pin(None, PIN) is Answer.OPEN


def test_a_recovery_code_opens_once(locked: ParentLock) -> None:
    code = locked.new_code()
    assert locked.try_code("acorn moon pear sail tent") is Answer.WRONG
    assert locked.try_code(code.upper().replace(" ", ", ")) is Answer.OPEN
    assert not locked.state().has_code
    assert locked.try_code(code) is Answer.WRONG
    assert locked.try_code("") is Answer.WRONG
    assert locked.try_pin(MUM, PIN) is Answer.OPEN


def test_a_code_comes_with_the_first_pin_and_after_one_was_used(lock: ParentLock) -> None:
    first = lock.set_pin(MUM, PIN)
    assert len(first.split()) == 5
    assert set(first.split()) <= set(english())
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
