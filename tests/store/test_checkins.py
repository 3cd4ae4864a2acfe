"""Check-ins in the file: what goes in comes out, in order, and what is filled stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes import FakeClock
from tests.store import records
from thermometer.domain.checkins import CheckIn, zone_now
from thermometer.domain.people import Person
from thermometer.domain.zones import Zone
from thermometer.store import problems
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People

NOW = records.NOW
SECOND = records.SECOND


def test_what_goes_in_comes_out(check_ins: CheckIns, mia: Person, papa: Person) -> None:
    bare = records.check_in(mia.id)
    full = records.observed(mia.id, papa.id, at=NOW + SECOND)
    check_ins.add(bare)
    check_ins.add(full)
    assert check_ins.between(None, None) == [bare, full]
    assert check_ins.of_ids([full.id, uuid4()]) == {full.id: full}


@given(
    at=st.datetimes(timezones=st.just(UTC)),
    entered_at=st.datetimes(timezones=st.just(UTC)),
    time_zone=st.text(st.characters(codec="utf-8"), min_size=1),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_every_instant_comes_out_to_the_microsecond(
    check_ins: CheckIns, mia: Person, at: datetime, entered_at: datetime, time_zone: str
) -> None:
    tap = records.check_in(mia.id, at=at, entered_at=entered_at, time_zone=time_zone)
    check_ins.add(tap)
    assert check_ins.of_ids([tap.id]) == {tap.id: tap}


def test_an_instant_of_any_offset_is_the_same_instant_in_utc(
    check_ins: CheckIns, mia: Person
) -> None:
    there = NOW.astimezone(timezone(timedelta(hours=5, minutes=45)))
    tap = records.check_in(mia.id, at=there, entered_at=NOW)
    check_ins.add(tap)
    (kept,) = check_ins.between(None, None)
    assert (kept.at, kept.at.tzinfo) == (NOW, UTC)


def test_a_naive_instant_is_refused(check_ins: CheckIns, mia: Person) -> None:
    naive = NOW.replace(tzinfo=None)
    tap = records.check_in(mia.id)
    for wrong in (
        replace(tap, at=naive),
        replace(tap, entered_at=naive),
        replace(tap, withdrawn_at=naive),
    ):
        with pytest.raises(ValueError, match="naive"):
            check_ins.add(wrong)
    with pytest.raises(ValueError, match="naive"):
        check_ins.withdraw(uuid4(), naive)
    with pytest.raises(ValueError, match="naive"):
        check_ins.between(naive, None)
    assert check_ins.between(None, None) == []


@pytest.mark.parametrize("signs", [("hot;cold",), ("hot", "")])
def test_what_could_not_be_read_back_is_refused(
    check_ins: CheckIns, mia: Person, signs: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="not ids"):
        check_ins.add(records.check_in(mia.id, signs=signs))


def test_withdrawn_twice_keeps_the_first(check_ins: CheckIns, mia: Person) -> None:
    tap = records.check_in(mia.id)
    check_ins.add(tap)
    first = check_ins.withdraw(tap.id, NOW + SECOND)
    again = check_ins.withdraw(tap.id, NOW + 2 * SECOND)
    assert first.withdrawn_at == again.withdrawn_at == NOW + SECOND
    assert check_ins.between(None, None) == [first]


def test_signs_and_tags_are_added_once_each(check_ins: CheckIns, mia: Person) -> None:
    tap = records.check_in(mia.id)
    check_ins.add(tap)
    check_ins.describe(tap.id, signs=("hot",))
    check_ins.describe(tap.id, signs=("cold",), contexts=("school", "hungry"))
    (kept,) = check_ins.between(None, None)
    assert (kept.signs, kept.contexts) == (("hot",), ("school", "hungry"))


def test_what_is_gone_cannot_be_withdrawn(check_ins: CheckIns) -> None:
    with pytest.raises(problems.Gone):
        check_ins.withdraw(uuid4(), NOW)


def test_they_come_by_time_then_by_entry_then_by_row(
    check_ins: CheckIns, mia: Person, papa: Person
) -> None:
    late = records.check_in(mia.id, at=NOW, entered_at=NOW + 9 * SECOND)
    early = records.check_in(papa.id, at=NOW, entered_at=NOW)
    rows = [records.check_in(mia.id, at=NOW, entered_at=NOW + SECOND) for _ in range(20)]
    before = records.check_in(mia.id, at=NOW - SECOND, entered_at=NOW + 20 * SECOND)
    check_ins.add_all([late, *rows, early, before])
    assert check_ins.between(None, None) == [before, early, *rows, late]
    assert check_ins.between(None, None, mia.id) == [before, *rows, late]


def test_a_stretch_holds_its_start_and_not_its_end(check_ins: CheckIns, mia: Person) -> None:
    taps = [records.check_in(mia.id, at=NOW + n * SECOND) for n in range(4)]
    check_ins.add_all(taps)
    assert check_ins.between(NOW + SECOND, NOW + 3 * SECOND) == taps[1:3]
    assert check_ins.between(NOW + SECOND, NOW + 3 * SECOND, mia.id) == taps[1:3]
    assert check_ins.between(None, NOW, uuid4()) == []


def test_the_latest_are_those_entered_or_lying_since(
    check_ins: CheckIns, mia: Person, papa: Person
) -> None:
    hour = timedelta(hours=1)
    old = records.check_in(mia.id, at=NOW - 3 * hour)
    made_up_for = records.check_in(mia.id, at=NOW - 3 * hour, entered_at=NOW, about=True)
    recent = records.check_in(mia.id, at=NOW - hour)
    future = records.check_in(mia.id, Zone.RED, at=NOW + 300 * hour)
    promised = records.check_in(mia.id, at=NOW + hour, entered_at=NOW - 5 * hour)
    check_ins.add_all([old, future, made_up_for, recent, promised])
    check_ins.add(records.check_in(papa.id))
    latest = check_ins.latest(mia.id, NOW - 2 * hour)
    assert latest == [promised, recent, made_up_for, future]
    assert zone_now(latest, NOW) is zone_now(check_ins.between(None, None, mia.id), NOW)


def test_nothing_to_add_adds_nothing(check_ins: CheckIns) -> None:
    check_ins.add_all([])
    assert check_ins.between(None, None) == []


def history(folder: Path, days: int) -> tuple[Database, Person]:
    """A file in which a child taps every two hours, for so many days, up to now."""
    database = Database.open(folder, FakeClock())
    mia = records.child()
    People(database).add(mia)
    CheckIns(database).add_all(
        records.check_in(mia.id, at=NOW - timedelta(hours=2 * n)) for n in range(12 * days)
    )
    return database, mia


def steps(connection: sqlite3.Connection, read: Callable[[], list[CheckIn]]) -> int:
    """How many steps SQLite's machine takes for ``read``."""
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    connection.set_progress_handler(step, 1)
    read()
    connection.set_progress_handler(None, 1)
    return count


def test_a_week_costs_the_same_in_ten_years(tmp_path: Path) -> None:
    costs = []
    for days in (7, 3650):
        database, mia = history(tmp_path / str(days), days)
        check_ins, connection = CheckIns(database), database.connection
        week = (NOW - timedelta(days=7) + SECOND, NOW + SECOND)
        reads = (
            partial(check_ins.between, *week),
            partial(check_ins.between, *week, mia.id),
            partial(check_ins.latest, mia.id, week[0]),
        )
        costs.append([steps(connection, read) for read in reads])
        assert len(check_ins.between(*week)) == 84
        database.close()
    for short, long in zip(*costs, strict=True):
        assert long <= 1.05 * short
