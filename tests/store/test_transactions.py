"""Transactions: whole or not at all, joined, shared by threads, never into nowhere."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from tests.store import records
from thermometer.domain.checkins import CheckIn
from thermometer.domain.people import Person
from thermometer.store import problems
from thermometer.store.checkins import CheckIns
from thermometer.store.database import FILE, Database
from thermometer.store.people import People


class OopsError(Exception):
    """Raised by a test in the midst of things."""


def test_a_block_that_fails_keeps_nothing(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:

    def fail() -> None:
        with database.transaction():
            check_ins.add(records.check_in(mia.id))
            raise OopsError

    with pytest.raises(OopsError):
        fail()
    assert check_ins.between(None, None) == []


def test_the_outer_block_commits_for_the_inner_ones(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:
    tap = records.check_in(mia.id)
    with database.transaction():
        with database.transaction():
            check_ins.add(tap)
        halfway = database.connection.in_transaction
    assert (halfway, database.connection.in_transaction) == (True, False)
    assert check_ins.between(None, None) == [tap]


def test_an_inner_block_that_fails_is_undone_alone(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:
    first, second, third = (
        records.check_in(mia.id, at=records.NOW + n * records.SECOND) for n in range(3)
    )

    def fail() -> None:
        with database.transaction():
            check_ins.add(second)
            raise OopsError

    with database.transaction():
        check_ins.add(first)
        with pytest.raises(OopsError):
            fail()
        check_ins.add(third)
    assert check_ins.between(None, None) == [first, third]


def test_another_thread_waits_its_turn(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:
    taps = [records.check_in(mia.id, at=records.NOW + n * records.SECOND) for n in range(40)]

    def tap_on(some: list[CheckIn]) -> None:
        for tap in some:
            check_ins.add(tap)

    threads = [threading.Thread(target=tap_on, args=(taps[n::4],)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert check_ins.between(None, None) == taps


def test_a_mistake_of_ours_stays_what_it_is(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:
    tap = records.check_in(mia.id)
    check_ins.add(tap)
    for wrong in (tap, records.check_in(uuid4())):
        with pytest.raises(IntegrityError):
            check_ins.add(wrong)
    assert check_ins.between(None, None) == [tap]


@pytest.mark.parametrize("name", ["folder", FILE, FILE + "-wal"])
def test_nothing_is_acknowledged_into_a_file_that_is_gone(
    database: Database, check_ins: CheckIns, mia: Person, name: str
) -> None:
    check_ins.add(records.check_in(mia.id))
    if name == "folder":
        shutil.rmtree(database.path.parent)
    else:
        database.path.with_name(name).unlink()
    with pytest.raises(problems.NoAccess):
        check_ins.add(records.check_in(mia.id))


def test_a_folder_that_comes_back_is_used_again(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:
    folder = database.path.parent
    folder.rename(folder.with_name("unplugged"))
    with pytest.raises(problems.NoAccess):
        check_ins.add(records.check_in(mia.id))
    folder.with_name("unplugged").rename(folder)
    tap = records.check_in(mia.id)
    check_ins.add(tap)
    assert check_ins.between(None, None) == [tap]


def test_closing_twice_is_fine_and_leaves_one_file(database: Database) -> None:
    People(database).add(records.child())
    database.close()
    database.close()
    assert {path.name for path in database.path.parent.iterdir()} == {FILE, "reserve"}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("BUSY", problems.InUse),
        ("BUSY_SNAPSHOT", problems.InUse),
        ("LOCKED", problems.InUse),
        ("FULL", problems.NoSpace),
        ("IOERR", problems.NoAccess),
        ("IOERR_READ", problems.NoAccess),
        ("IOERR_FSYNC", problems.NoAccess),
        ("IOERR_SHORT_READ", problems.NoAccess),
        ("CANTOPEN", problems.NoAccess),
        ("READONLY", problems.NoAccess),
        ("PERM", problems.NoAccess),
        ("AUTH", problems.NoAccess),
        ("CORRUPT", problems.Damaged),
        ("CORRUPT_INDEX", problems.Damaged),
        ("NOTADB", problems.Damaged),
    ],
)
def test_only_corrupt_and_notadb_speak_of_damage(
    database: Database, code: str, kind: type[Exception]
) -> None:
    error = sqlite3.OperationalError("from the disk")
    error.sqlite_errorcode = getattr(sqlite3, f"SQLITE_{code}")
    problem = problems.problem_of(error, database.path)
    assert type(problem) is kind
    assert isinstance(problem, problems.Damaged) == ("CORRUPT" in code or code == "NOTADB")


def test_a_page_that_went_bad_while_open_is_damage(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:
    check_ins.add_all(records.check_in(mia.id) for _ in range(3000))
    connection = database.connection
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (page,) = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'check_in'"
    ).fetchone()
    connection.execute("PRAGMA cache_size = 0")
    connection.execute("PRAGMA shrink_memory")
    with database.path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))
    with pytest.raises(problems.Damaged):
        check_ins.between(None, None)
