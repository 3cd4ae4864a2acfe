"""Migrations: the declared tables are the real ones, and a crash in one leaves the old file."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event
from sqlmodel import SQLModel

from tests.store import records
from thermometer import __version__
from thermometer.domain.people import Person
from thermometer.store import backups, copying, problems, schema
from thermometer.store.checkins import CheckIns
from thermometer.store.database import FILE, Database
from thermometer.store.people import People
from thermometer.store.whole import READERS

ROOT = Path(__file__).parents[2]

HEAD = schema.REVISIONS[-1]

NEXT = f'''
"""A schema of the future."""

from alembic import op

revision = "9999"
down_revision = "{HEAD}"

def upgrade() -> None:
    op.execute("ALTER TABLE person ADD COLUMN shoe INTEGER")
    op.execute("UPDATE person SET shoe = 33")
    op.execute("CREATE TABLE shoe (size INTEGER NOT NULL) STRICT")
    op.execute("INSERT INTO shoe SELECT shoe FROM person")
    op.execute("CREATE INDEX shoe_size ON shoe (size)")
    op.execute("INSERT INTO schema_needs VALUES ('9999', '9.9.9')")
'''

DIE = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from thermometer.store import schema
from thermometer.store.database import Database

folder, scripts, last = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
schema.SCRIPTS = scripts
schema.REVISIONS = (*schema.REVISIONS, "9999")
count = 0

def die(*_):
    global count
    count += 1
    if count == last:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "after_cursor_execute", die)
Database.open(folder)
"""


# After which statements of an opening with a migration the process is killed: the mark that the
# file is ours, four of the new schema, and the note of the new revision, last before the commit.
KILLS = (2, 5, 6, 8, 10, 11)


class CrashError(Exception):
    """Happens in the midst of a migration."""


@pytest.fixture
def next_schema(tmp_path: Path) -> Path:
    """The migrations with one schema more; where they lie."""
    scripts = tmp_path / "migrations of 100 %"
    shutil.copytree(schema.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_shoes.py").write_text(NEXT)
    return scripts


@pytest.fixture
def know_next(next_schema: Path, old: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program of the future, which finds an old file."""
    monkeypatch.setattr(schema, "SCRIPTS", next_schema)
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9999"))


@pytest.fixture
def old(folder: Path) -> Person:
    """A closed file of today's schema with a tap in it; whose tap it is."""
    with closing(Database.open(folder)) as database:
        mia = records.child()
        People(database).add(mia)
        CheckIns(database).add(records.check_in(mia.id))
    return mia


@contextmanager
def crash_at(statement: int) -> Iterator[list[str]]:
    """Raises after so many statements; what was executed until then."""
    done: list[str] = []

    def crash(_: Connection, __: object, sql: str, *___: object) -> None:
        done.append(sql)
        if len(done) == statement:
            raise CrashError

    event.listen(Engine, "after_cursor_execute", crash)
    try:
        yield done
    finally:
        event.remove(Engine, "after_cursor_execute", crash)


def statements_of_opening(folder: Path) -> int:
    with crash_at(-1) as done:
        Database.open(folder).close()
    return len(done)


def test_the_declared_tables_are_the_real_ones(database: Database) -> None:
    declared = {
        table.name: [(column.name, not column.nullable) for column in table.columns]
        for table in SQLModel.metadata.sorted_tables
    }
    real = {
        name: [
            (field, bool(not_null))
            for _, field, _, not_null, *_ in database.connection.execute(
                f"PRAGMA table_info({name})"
            )
        ]
        for name in declared
    }
    for name, columns in declared.items():
        assert sorted(real[name]) == sorted(columns)
    assert set(declared) == {table.name for table in READERS}


def test_every_table_is_strict(database: Database) -> None:
    tables = database.connection.execute("PRAGMA table_list").fetchall()
    loose = {name for schema_, name, kind, _, _, strict in tables if kind == "table" and not strict}
    assert loose - {"sqlite_schema", "sqlite_temp_schema"} == {"alembic_version"}


def test_the_program_knows_its_own_migrations(database: Database) -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.SCRIPTS))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert tuple(s.revision for s in reversed(list(scripts.walk_revisions()))) == schema.REVISIONS
    assert scripts.get_current_head() == schema.REVISIONS[-1]
    needs = database.connection.execute("SELECT * FROM schema_needs").fetchall()
    assert [revision for revision, _ in needs] == list(schema.REVISIONS)
    assert needs[0] == ("0001", "0.1.0")
    assert __version__ >= needs[-1][1]


@pytest.mark.usefixtures("know_next")
def test_an_older_file_is_brought_up_after_a_verified_backup(folder: Path, old: Person) -> None:
    with closing(Database.open(folder)) as database:
        assert database.connection.execute("SELECT * FROM shoe").fetchall() == [(33,)]
        assert People(database).all() == [old]
        assert len(CheckIns(database).between(None, None)) == 1
    (backup,) = (folder / "backups").iterdir()
    assert backup.suffix == ".db"
    assert backup.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
        assert copy.execute("SELECT name FROM person").fetchall() == [("Mia",)]
        assert copy.execute("SELECT count(*) FROM check_in").fetchall() == [(1,)]
    Database.open(folder).close()
    assert len(list((folder / "backups").iterdir())) == 1


@pytest.mark.usefixtures("know_next")
def test_a_failure_at_any_statement_leaves_the_old_file(folder: Path, old: Person) -> None:
    path = folder / FILE
    content = path.read_bytes()
    last = 0
    while True:
        last += 1
        with crash_at(last) as done:
            try:
                Database.open(folder).close()
            except CrashError:
                pass
            else:
                break
        if path.read_bytes() != content:
            # Only the commit makes it another file; what crashed after it is not the migration.
            assert not any("shoe" in sql for sql in done[-1:])
            with closing(sqlite3.connect(path)) as found:
                assert found.execute("SELECT * FROM shoe").fetchall() == [(33,)]
            break
    assert last > NEXT.count("op.execute")
    with closing(Database.open(folder)) as database:
        assert People(database).all() == [old]


def test_a_failure_at_any_statement_of_the_first_start_begins_nothing(tmp_path: Path) -> None:
    statements = statements_of_opening(tmp_path / "whole")
    assert statements > 20
    for last in range(1, statements + 1):
        folder = tmp_path / str(last)
        with crash_at(last), pytest.raises(CrashError):
            Database.open(folder)
        with closing(sqlite3.connect(folder / FILE)) as found:
            names = found.execute("SELECT name FROM sqlite_schema").fetchall()
        assert names == [] or ("check_in",) in names
        with closing(Database.open(folder)) as database:
            assert People(database).all() == []


def test_a_kill_in_a_migration_leaves_the_old_file(
    folder: Path, old: Person, next_schema: Path
) -> None:
    content = (folder / FILE).read_bytes()
    for last in KILLS:
        command = [sys.executable, "-c", DIE, str(folder), str(next_schema), str(last)]
        assert subprocess.run(command, cwd=ROOT, check=False).returncode == -9
        assert (folder / FILE).read_bytes() == content
        with closing(Database.open(folder)) as database:
            assert People(database).all() == [old]


@pytest.mark.usefixtures("know_next")
def test_no_backup_no_migration(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = (folder / FILE).read_bytes()
    (folder / "backups").write_text("no folder")
    with pytest.raises(problems.NoAccess):
        Database.open(folder)
    (folder / "backups").unlink()
    counts = itertools.count()
    monkeypatch.setattr(copying, "contents_of", lambda _: {"person": next(counts)})
    with pytest.raises(problems.Damaged):
        Database.open(folder)
    assert list((folder / "backups").iterdir()) == []
    assert (folder / FILE).read_bytes() == content


@pytest.mark.usefixtures("know_next")
def test_a_disk_that_fills_up_during_a_migration(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / FILE
    content = path.read_bytes()
    pages = len(content) // 4096
    settled = ("PRAGMA journal_mode = WAL", f"PRAGMA max_page_count = {pages}")
    monkeypatch.setattr("thermometer.store.opening._AFTER", settled)
    with pytest.raises(problems.NoSpace):
        Database.open(folder)
    assert path.read_bytes() == content


def test_what_a_kill_left_of_a_backup_is_cleared_away(database: Database) -> None:
    backup = backups.make(database.connection, database.path, records.NOW)
    (backup.parent / "family-2020-01-01T000000Z.part").write_bytes(b"half a family")
    other = backups.make(database.connection, database.path, records.NOW)
    assert set(backup.parent.iterdir()) == {backup, other}


def test_two_backups_of_one_second_are_two(database: Database, mia: Person) -> None:
    made = [backups.make(database.connection, database.path, records.NOW) for _ in range(3)]
    assert [path.name for path in made] == [
        "family-2026-11-22T183000Z.db",
        "family-2026-11-22T183000Z-2.db",
        "family-2026-11-22T183000Z-3.db",
    ]
    for path in made:
        with closing(sqlite3.connect(path)) as copy:
            assert copy.execute("SELECT id FROM person").fetchall() == [(str(mia.id),)]


def test_a_backup_has_what_is_still_in_the_log(database: Database, mia: Person) -> None:
    CheckIns(database).add_all(records.check_in(mia.id) for _ in range(131))
    assert database.path.with_name(FILE + "-wal").stat().st_size > 0
    backup = backups.make(database.connection, database.path, records.NOW)
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM check_in").fetchall() == [(131,)]
