"""Tries at the lock: five are free, then waits, which nothing shortens."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from typing_extensions import override

from tests.fakes import FakeClock, FakeSteadyClock
from tests.services.locks import DAD, MUM, NO_CODE, OTHER, PIN, WRONG, english, fail, seconds
from thermometer.services.parent_lock import Answer, ParentLock
from thermometer.store.database import Database
from thermometer.store.locks import Locks
from thermometer.store.problems import NoSpace

ROOT = Path(__file__).parents[2]


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
    locked.try_code(NO_CODE)
    assert seconds(locked) == (30, 30)
    assert locked.try_pin(DAD, OTHER) is Answer.WAIT
    assert locked.try_code(NO_CODE) is Answer.WAIT


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
