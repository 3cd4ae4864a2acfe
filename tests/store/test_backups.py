"""Backups: made beside people who tap, verified, listed, and thinned but for the newest."""

from __future__ import annotations

import resource
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store import records
from thermometer.domain.backups import Holdings
from thermometer.domain.people import Person
from thermometer.store import backups, copying, problems
from thermometer.store.checkins import CheckIns
from thermometer.store.copying import PAGES, Steps
from thermometer.store.database import Database
from thermometer.store.people import People

NOW = records.NOW
DAY = timedelta(days=1)
MANY = 6000
"""Check-ins that fill more than two steps of a copy."""


def fill(database: Database, person: Person, count: int = MANY) -> None:
    CheckIns(database).add_all(records.check_in(person.id) for _ in range(count))


def steps(database: Database, taps: list[int], person: Person) -> Steps:
    """Somebody taps between any two steps."""

    def tap(_done: int, _total: int) -> None:
        tapping = threading.Thread(target=fill, args=(database, person, 1))
        tapping.start()
        tapping.join(0.5)  # before the last step nobody else has a turn
        taps.append(1)

    return Steps(lambda: database.turns, tap)


def count_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM check_in").fetchone()
    return int(count)


def test_taps_between_the_steps_are_kept_and_verified(database: Database, mia: Person) -> None:
    fill(database, mia)
    taps: list[int] = []
    made = backups.make(database.connection, database.path, NOW, steps(database, taps, mia))
    kept = len(CheckIns(database).between(None, None))
    assert len(taps) > 2
    assert MANY < count_in(made) <= kept == MANY + len(taps)


def test_a_copy_that_is_told_to_stop_leaves_nothing(database: Database, mia: Person) -> None:
    fill(database, mia)

    def stop(done: int, _total: int) -> None:
        if done >= PAGES:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backups.make(database.connection, database.path, NOW, Steps(between=stop))
    assert list((database.path.parent / "backups").iterdir()) == []
    fill(database, mia, 1)


def test_a_backup_needs_no_log_and_tells_what_it_holds(database: Database, mia: Person) -> None:
    fill(database, mia, 3)
    made = backups.make(database.connection, database.path, NOW)
    assert backups.look(made, whole=True) == Holdings({str(mia.id): "Mia"}, 3, NOW, NOW)
    assert [path.name for path in made.parent.iterdir()] == [made.name]
    with closing(sqlite3.connect(made)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchall() == [("delete",)]


def test_the_list_is_dated_and_leaves_out_what_cannot_be_put_back(
    database: Database, mia: Person
) -> None:
    for days in (3, 0, 1):
        backups.make(database.connection, database.path, NOW - days * DAY)
    folder = database.path.parent / "backups"
    (folder / "family-2026-11-22T190000Z.db").write_text("a text")
    (folder / "somebody's.db").write_bytes(b"")
    listed = list(backups.listed(database.path))
    assert [one.made_at for one in listed] == [NOW, NOW - DAY, NOW - 3 * DAY]
    assert {tuple(one.holds.people.values()) for one in listed} == {("Mia",)}


def test_of_one_second_the_last_is_the_newest(database: Database, mia: Person) -> None:
    made = [backups.make(database.connection, database.path, NOW) for _ in range(11)]
    assert [path for _, path in backups.dated(database.path)] == made[::-1]


def test_thinning_touches_no_other_file(database: Database, mia: Person) -> None:
    folder = database.path.parent / "backups"
    made = backups.make(database.connection, database.path, NOW)
    for days in range(1, 60):
        stamp = (NOW - days * DAY).strftime("family-%Y-%m-%dT%H%M%SZ.db")
        (folder / stamp).write_bytes(b"")
    mine = folder / "before the holidays.db"
    mine.write_bytes(b"")
    backups.thin(database.path, NOW, "UTC")
    left = set(folder.iterdir())
    assert {made, mine} < left
    assert len(left) == 1 + 12 + 7 + 2  # mine, twelve days, seven weeks and two months more


def test_a_disk_that_fills_up_during_a_backup_costs_nothing(
    database: Database, mia: Person
) -> None:
    fill(database, mia)
    older = backups.make(database.connection, database.path, NOW - DAY)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
    try:
        with (
            pytest.raises((problems.NoSpace, problems.NoAccess)),
            problems.told_as_problems(database.path),
        ):
            backups.make(database.connection, database.path, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(older.parent.iterdir()) == [older]
    assert count_in(older) == MANY
    fill(database, mia, 1)


def test_damage_in_the_file_is_found_in_its_backup(folder: Path, database: Database) -> None:
    fill(database, _somebody(database))
    database.close()
    path = folder / "family.db"
    data = path.read_bytes()
    half = len(data) // 8192 * 4096
    path.write_bytes(data[:half] + bytes(4096) + data[half + 4096 :])
    with closing(Database.open(folder)) as again:
        with pytest.raises(problems.Damaged), problems.told_as_problems(path):
            backups.make(again.connection, again.path, NOW)
        assert list((folder / "backups").iterdir()) == []


def _somebody(database: Database) -> Person:
    person = records.child("Ida")
    People(database).add(person)
    return person


def test_a_copy_that_lacks_a_row_is_no_backup(
    database: Database, mia: Person, tmp_path: Path
) -> None:
    fill(database, mia, 3)
    copied = tmp_path / "copy.db"
    contents = copying.copy(database.connection, copied)
    copying.verify(copied, contents, database.path)
    with closing(sqlite3.connect(copied)) as connection, connection:
        connection.execute("DELETE FROM check_in WHERE rowid = 2")
    with pytest.raises(problems.Damaged):
        copying.verify(copied, contents, database.path)
    copying.verify(copied, None, database.path)


def test_a_file_that_cannot_be_reached_is_not_called_damaged(tmp_path: Path) -> None:
    class Unplugged:
        def execute(self, _query: str) -> None:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error

    with pytest.raises(sqlite3.OperationalError):
        copying.faults_of(Unplugged())  # type: ignore[arg-type]


def test_rows_that_refer_to_nothing_are_a_fault(database: Database, mia: Person) -> None:
    fill(database, mia, 1)
    database.connection.execute("PRAGMA foreign_keys = OFF")
    database.connection.execute("DELETE FROM person")
    assert copying.faults_of(database.connection) == ["check_in 1"]


STRANGE = {
    "a view": "DROP TABLE check_in; CREATE VIEW check_in AS SELECT 1 AS at",
    "a virtual table": "CREATE VIRTUAL TABLE words USING fts5 (word)",
}


@pytest.mark.parametrize("case", STRANGE)
def test_what_would_run_when_it_is_read_is_no_backup(
    case: str, database: Database, mia: Person
) -> None:
    made = backups.make(database.connection, database.path, NOW)
    with closing(sqlite3.connect(made)) as connection:
        connection.executescript(STRANGE[case])
    with pytest.raises(backups.NotABackup, match="backup-not-ours"):
        backups.look(made)


def test_values_that_nobody_could_have_written_are_damage(database: Database, mia: Person) -> None:
    fill(database, mia, 1)
    made = backups.make(database.connection, database.path, NOW)
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("DROP TRIGGER check_in_stands")
        connection.execute("UPDATE check_in SET at = 9223372036854775807")
    with pytest.raises(backups.NotABackup, match="backup-damaged"):
        backups.look(made)
