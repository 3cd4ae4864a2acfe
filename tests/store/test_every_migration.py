"""Every migration there is, stopped at each of its statements: the old file or the new one."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store.test_migrations import CrashError, crash_at
from thermometer.store import schema
from thermometer.store.copying import contents_of, faults_of
from thermometer.store.database import FILE, Database
from thermometer.store.problems import Newer

SCHEMAS = Path(__file__).parent / "schemas"
OLD = schema.REVISIONS[:-1]


def dumped(path: Path, tables: tuple[str, ...]) -> dict[str, list[tuple[object, ...]]]:
    """Every value of the tables, of the columns that an older file has too."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in tables
        }


def tables_of(path: Path) -> tuple[str, ...]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    own = {name for (name,) in found if not name.startswith("sqlite_")}
    return tuple(sorted(own - {"alembic_version", "schema_needs"}))


@pytest.mark.parametrize("revision", OLD)
def test_stopped_anywhere_it_leaves_the_old_bytes_or_the_whole_new_file(
    revision: str, tmp_path: Path, clock: FakeClock
) -> None:
    old = (SCHEMAS / f"{revision}.db").read_bytes()
    last, stopped = 0, 0
    while True:
        last += 1
        folder = tmp_path / str(last)
        folder.mkdir()
        path = folder / FILE
        path.write_bytes(old)
        with crash_at(last) as done, suppress(CrashError):
            Database.open(folder, clock).close()
        finished = len(done) < last
        if path.read_bytes() == old:
            assert not finished
            stopped += 1
        with closing(sqlite3.connect(path)) as found:
            assert faults_of(found) == []
            expected = schema.REVISIONS[-1] if path.read_bytes() != old else revision
            assert contents_of(found)["revision"] == [(expected,)]
        (backup,) = (folder / "backups").glob("*.db")
        with closing(sqlite3.connect(backup)) as found:
            assert faults_of(found) == []
        shutil.rmtree(folder)
        if finished:
            break
    assert stopped > 5


@pytest.mark.parametrize("revision", OLD)
def test_every_value_is_as_it_was_and_the_backup_is_the_old_file(
    revision: str, tmp_path: Path, clock: FakeClock
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(SCHEMAS / f"{revision}.db", folder / FILE)
    tables = tables_of(folder / FILE)
    before = dumped(folder / FILE, tables)
    Database.open(folder, clock).close()
    after = dumped(folder / FILE, tables)
    for table in tables:
        width = len(before[table][0]) if before[table] else 0
        assert [row[:width] for row in after[table]] == before[table], table
    (backup,) = (folder / "backups").iterdir()
    assert dumped(backup, tables) == before
    assert sum(map(len, before.values())) > 10


def test_the_newer_file_of_tomorrow_is_left_as_it_is(tmp_path: Path, clock: FakeClock) -> None:
    folder = tmp_path / "data"
    Database.open(folder, clock).close()
    with closing(sqlite3.connect(folder / FILE)) as tomorrow, tomorrow:
        tomorrow.execute("UPDATE alembic_version SET version_num = 'tomorrow'")
    before = (folder / FILE).read_bytes()
    with pytest.raises(Newer):
        Database.open(folder, clock)
    assert (folder / FILE).read_bytes() == before
    assert not (folder / "backups").exists()
