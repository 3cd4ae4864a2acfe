"""The reset of 24 hours: seen by all, ended by any right PIN, and not hastened by any clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from tests.fakes import FakeClock, FakeSteadyClock
from thermometer.services.parent_lock import Answer, LockState, ParentLock
from thermometer.store.database import Database
from thermometer.store.locks import Locks
from thermometer.store.problems import NoSpace

MUM, DAD = uuid4(), uuid4()
DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
OPEN = LockState(is_set=False, owners=(), has_code=False, reset_left=None)


class Plain:
    """No hash at all: quick, for what is not about hashes."""

    def hash(self, secret: str) -> str:
        return secret

    def matches(self, hashed: str, secret: str) -> bool:
        return hashed == secret


@pytest.fixture
def start(database: Database, steady: FakeSteadyClock) -> Callable[[], ParentLock]:
    """Starts the app: a new lock on the same file."""
    return lambda: ParentLock(Locks(database), lambda: ("acorn", "moon"), steady, Plain)


@pytest.fixture
def lock(start: Callable[[], ParentLock]) -> ParentLock:
    """A lock with the PINs of two, on its way to open."""
    made = start()
    made.set_pin(MUM, "4907")
    made.set_pin(DAD, "836194")
    made.start_reset()
    return made


def test_it_takes_a_day(lock: ParentLock, steady: FakeSteadyClock) -> None:
    assert lock.state().reset_left == DAY
    steady.advance(DAY - SECOND)
    assert lock.state().reset_left == SECOND
    assert lock.state().is_set
    steady.advance(SECOND)
    assert lock.state() == OPEN
    assert lock.is_offer_due()


def test_asking_again_does_not_begin_it_again(lock: ParentLock, steady: FakeSteadyClock) -> None:
    steady.advance(HOUR)
    lock.start_reset()
    assert lock.state().reset_left == 23 * HOUR


def test_without_a_pin_there_is_nothing_to_reset(start: Callable[[], ParentLock]) -> None:
    lock = start()
    lock.start_reset()
    assert lock.state() == OPEN


@pytest.mark.parametrize(("owner", "pin"), [(MUM, "4907"), (DAD, "836194")])
def test_any_right_pin_ends_it(lock: ParentLock, owner: object, pin: str) -> None:
    assert lock.try_pin(MUM, "9063") is Answer.WRONG
    assert lock.state().reset_left == DAY
    assert lock.try_pin(MUM if owner == MUM else DAD, pin) is Answer.OPEN
    assert lock.state().reset_left is None
    assert lock.state().is_set


def test_the_recovery_code_ends_it_too(lock: ParentLock) -> None:
    assert lock.try_code(lock.new_code()) is Answer.OPEN
    assert lock.state().reset_left is None


def test_a_restart_of_the_app_costs_nothing(
    lock: ParentLock, start: Callable[[], ParentLock], steady: FakeSteadyClock
) -> None:
    steady.advance(10 * HOUR)
    assert start().state().reset_left == 14 * HOUR


def test_the_hours_of_being_switched_off_do_not_count(
    lock: ParentLock, start: Callable[[], ParentLock], steady: FakeSteadyClock, clock: FakeClock
) -> None:
    steady.advance(10 * HOUR)
    assert lock.state().reset_left == 14 * HOUR
    clock.advance(12 * HOUR)
    steady.switch_off_and_on()
    again = start()
    assert again.state().reset_left == 14 * HOUR
    steady.advance(13 * HOUR)
    assert again.state().reset_left == HOUR


def test_what_was_counted_is_kept_each_minute(
    lock: ParentLock, start: Callable[[], ParentLock], steady: FakeSteadyClock
) -> None:
    for _ in range(90):
        steady.advance(timedelta(seconds=20))
        lock.state()
    steady.switch_off_and_on()
    assert start().state().reset_left == DAY - timedelta(minutes=30)


def test_the_calendar_does_not_hasten_it(lock: ParentLock, clock: FakeClock) -> None:
    for span in (3 * DAY, 365 * DAY, -800 * DAY):
        clock.advance(span)
        assert lock.state().reset_left == DAY


class FullDisk(Locks):
    """Reads, and cannot write."""

    @override
    def write(self, values: Mapping[str, object]) -> None:
        raise NoSpace(Path("family.db"))


class InMemory(Locks):
    """Keeps nothing on a disk: quick, for many lives of a device."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    @override
    def read(self) -> dict[str, object]:
        return dict(self._values)

    @override
    def write(self, values: Mapping[str, object]) -> None:
        self._values |= values
        self._values = {name: value for name, value in self._values.items() if value is not None}


@given(
    life=st.lists(
        st.one_of(st.timedeltas(timedelta(), 10 * HOUR), st.sampled_from(["restart", "switch"])),
        max_size=12,
    )
)
def test_never_open_before_a_day_of_running(life: list[timedelta | str]) -> None:
    steady, kept = FakeSteadyClock(), InMemory()
    lock = ParentLock(kept, lambda: ("acorn",), steady, Plain)
    lock.set_pin(MUM, "4907")
    lock.start_reset()
    ran = timedelta()
    for event in life:
        if isinstance(event, timedelta):
            steady.advance(event)
            ran += event
        elif event == "switch":
            steady.switch_off_and_on()
        if isinstance(event, str):
            lock = ParentLock(kept, tuple, steady, Plain)
        assert lock.state().is_set >= (ran < DAY - SECOND)


def test_a_full_disk_delays_it_and_shows_home_all_the_same(
    lock: ParentLock, database: Database, steady: FakeSteadyClock
) -> None:
    full = ParentLock(FullDisk(database), tuple, steady, Plain)
    steady.advance(HOUR)
    assert full.state().reset_left == 23 * HOUR
    assert lock.state().reset_left == 23 * HOUR


def garble(database: Database, name: str) -> None:
    with database.transaction() as session:
        session.connection().exec_driver_sql(
            f"UPDATE setting SET value = '{{' WHERE \"key\" = 'lock.{name}'"
        )


def test_with_garbled_pins_the_lock_stays_locked(
    lock: ParentLock, database: Database, start: Callable[[], ParentLock], steady: FakeSteadyClock
) -> None:
    garble(database, "pins")
    assert lock.state() == LockState(is_set=True, owners=(), has_code=True, reset_left=DAY)
    assert lock.try_pin(None, "") is Answer.WRONG
    assert start().try_pin(MUM, "4907") is Answer.WRONG
    assert not lock.is_offer_due()
    steady.advance(DAY)
    assert lock.state() == OPEN


def test_with_garbled_pins_the_recovery_code_opens(lock: ParentLock, database: Database) -> None:
    code = lock.new_code()
    garble(database, "pins")
    assert lock.try_code(code) is Answer.OPEN
    lock.set_pin(MUM, "9063")
    assert lock.state().owners == (MUM,)


def test_garbled_tries_are_all_the_free_ones(
    lock: ParentLock, database: Database, steady: FakeSteadyClock
) -> None:
    lock.try_pin(MUM, "9063")
    garble(database, "tries")
    assert lock.try_pin(MUM, "4907") is Answer.WAIT
    steady.advance(30 * SECOND)
    assert lock.try_pin(MUM, "4907") is Answer.OPEN


def test_a_garbled_code_opens_nothing(lock: ParentLock, database: Database) -> None:
    garble(database, "code")
    assert not lock.state().has_code
    assert lock.try_code("") is Answer.WRONG
    assert lock.try_pin(MUM, "4907") is Answer.OPEN


def test_a_garbled_reset_begins_anew(lock: ParentLock, database: Database) -> None:
    garble(database, "reset")
    assert lock.state().reset_left is None
    lock.start_reset()
    assert lock.state().reset_left == DAY
