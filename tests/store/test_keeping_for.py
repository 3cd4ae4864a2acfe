"""Keeping for a year: whole local days go, with all that hangs on them, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes import FakeClock
from tests.store import records
from thermometer.domain.people import Person
from thermometer.store import backups, keeping_for
from thermometer.store.checkins import CheckIns
from thermometer.store.copying import faults_of
from thermometer.store.database import Database
from thermometer.store.mending import MendingNotes
from thermometer.store.remarks import Remarks
from thermometer.store.repairs import Repairs
from thermometer.store.tools import ToolUses

DAY = date(2025, 11, 22)
BEFORE = datetime(2025, 11, 21, 22, 59, 59, 999_999, tzinfo=UTC)
"""The last microsecond of the day before, in Berlin."""
MIDNIGHT = datetime(2025, 11, 21, 23, 0, tzinfo=UTC)


def nobody(_done: int, _all: int) -> None:
    """Nobody listens."""


def test_days_end_where_the_record_was_made(
    database: Database, mia: Person, check_ins: CheckIns
) -> None:
    stays = (
        records.check_in(mia.id, at=MIDNIGHT),
        records.check_in(mia.id, at=BEFORE, time_zone="Asia/Tokyo"),
    )
    goes = (
        records.check_in(mia.id, at=BEFORE),
        records.check_in(mia.id, at=MIDNIGHT, time_zone="America/New_York"),
        records.check_in(mia.id, at=BEFORE - timedelta(days=900)),
    )
    check_ins.add_all((*stays, *goes))
    assert keeping_for.count(database, DAY).check_ins == len(goes)
    told: list[tuple[int, int]] = []
    keeping_for.erase(database, DAY, lambda done, total: told.append((done, total)))
    assert {one.id for one in check_ins.between(None, None)} == {one.id for one in stays}
    assert len(told) > 10  # step by step, so that nobody who taps waits for long
    assert told == [(i, len(told)) for i in range(len(told))]
    assert keeping_for.count(database, DAY).records == 0


def test_what_hangs_on_it_goes_too(
    database: Database, mia: Person, papa: Person, check_ins: CheckIns, repairs: Repairs
) -> None:
    old, new = records.check_in(mia.id, at=BEFORE), records.check_in(mia.id, at=MIDNIGHT)
    check_ins.add_all((old, new))
    remarks, notes = Remarks(database), MendingNotes(database)
    remarks.add(records.remark(old.id))
    remarks.add(records.remark(new.id))
    uses = ToolUses(database)
    uses.add_all((records.tool_use(mia.id, BEFORE), records.tool_use(mia.id, MIDNIGHT)))
    gone = records.rupture(papa.id, mia.id, BEFORE)
    kept = records.rupture(papa.id, mia.id, MIDNIGHT, episode=old.id)
    replaced = records.rupture(papa.id, mia.id, MIDNIGHT)
    repairs.add_ruptures((gone, kept, replaced))
    notes.say_same(records.same_moment(replaced.id, gone.id))
    bids = records.bid(gone.id, papa.id, MIDNIGHT), records.bid(kept.id, papa.id, MIDNIGHT)
    repairs.add_bids(bids)
    for bid in bids:
        notes.keep_draft(records.draft(bid.id))
    repairs.add_follow_ups((records.follow_up(gone.id),))
    found = keeping_for.count(database, DAY)
    assert (found.check_ins, found.tool_uses, found.hard_moments) == (1, 1, 1)
    keeping_for.erase(database, DAY, nobody)
    assert [one.check_in for one in remarks.of_check_ins((old.id, new.id))] == [new.id]
    assert len(uses.between(None, None)) == 1
    (left,) = repairs.ruptures()
    assert (left.id, left.episode) == (kept.id, None)
    assert list(notes.drafts(b.id for b in bids)) == [bids[1].id]
    assert repairs.follow_ups([gone.id]) == []
    assert faults_of(database.connection) == []


def test_no_byte_of_it_stays_in_the_file(database: Database, mia: Person) -> None:
    old = records.check_in(mia.id, at=BEFORE, contexts=("a quibblesome day",))
    CheckIns(database).add(old)
    keeping_for.erase(database, DAY, nobody)
    for path in database.path.parent.glob("family.db*"):
        assert b"quibblesome" not in path.read_bytes()


def test_older_backups_go_but_for_the_last_one(
    database: Database, mia: Person, clock: FakeClock
) -> None:
    made = [
        backups.make(database.connection, database.path, at)
        for at in (BEFORE - timedelta(days=1), BEFORE, MIDNIGHT)
    ]
    assert keeping_for.count(database, DAY).backups == 2
    keeping_for.erase(database, DAY, nobody)
    assert [path.exists() for path in made] == [False, False, True]
    later = date(2030, 1, 1)
    assert keeping_for.count(database, later).backups == 0
    keeping_for.erase(database, later, nobody)
    assert made[2].exists()


class Stopped(Exception):
    """Somebody closes the window."""


def test_a_stop_leaves_whole_days(database: Database, mia: Person, check_ins: CheckIns) -> None:
    check_ins.add_all(
        records.check_in(mia.id, at=BEFORE - timedelta(days=10 * days)) for days in range(60)
    )

    def stop(done: int, _all: int) -> None:
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        keeping_for.erase(database, DAY, stop)
    left = keeping_for.count(database, DAY).check_ins
    assert 0 < left < 60
    keeping_for.erase(database, DAY, nobody)
    assert check_ins.between(None, None) == []


def test_a_step_looks_only_through_what_is_old(database: Database, mia: Person) -> None:
    """Neither counting nor a step of a few days reads every row: a tap would wait for it."""
    CheckIns(database).add_all(
        records.check_in(mia.id, at=MIDNIGHT + timedelta(minutes=n)) for n in range(9000)
    )
    CheckIns(database).add(records.check_in(mia.id, at=BEFORE))
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    database.connection.set_progress_handler(count, 1000)
    try:
        assert keeping_for.count(database, DAY).check_ins == 1
        keeping_for._erase_before(database, DAY)
    finally:
        database.connection.set_progress_handler(None, 1000)
    assert keeping_for.count(database, DAY).check_ins == 0
    assert steps < 80  # thousands of operations; one look at each row alone takes more
