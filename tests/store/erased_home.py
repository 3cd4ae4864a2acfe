"""A home of three with everything a crash can leave, and what must be true once one is erased."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store import erased_family as family
from tests.store import records
from tests.store.erased_family import NAME, OLD_NAME, ZOE, traces
from thermometer.store import (
    backups,
    erasing,
    erasing_journal,
    whole,
)
from thermometer.store.checkins import CheckIns
from thermometer.store.database import FILE, Database
from thermometer.store.people import People


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A family's folder with two backups, damaged files, and what crashes have left."""
    folder = tmp_path_factory.mktemp("lived-in") / "data"
    clock = FakeClock()
    with closing(Database.open(folder, clock)) as database:
        family.begin(database, OLD_NAME)
        backups.make(database.connection, database.path, clock.now() - timedelta(days=40))
        People(database).change(ZOE)
        for _ in range(3):
            CheckIns(database).add(records.check_in(ZOE.id))
        made = backups.make(database.connection, database.path, clock.now())
    beside = folder / "backups"
    shutil.copy(made, beside / "copy of mine.db")
    for name in ("family-2026-01-01T000000Z.db", "family-2026-01-02T000000Z.part"):
        (beside / name).write_bytes(f"not a database: {NAME}".encode())
    for name in ("corrupt-2026-02-01T000000Z.db", "corrupt-2026-02-01T000000Z.db-wal"):
        (folder / name).write_bytes(NAME.encode())
    (folder / "restoring").mkdir()
    for name in ("restoring/plain.db", "examined.part"):
        (folder / name).write_bytes(made.read_bytes())
    return folder


@pytest.fixture
def fewer_files(lived_in: Path, tmp_path: Path) -> Path:
    """A copy of it, with one backup and one broken one: for tests that need it many times."""
    folder = Path(shutil.copytree(lived_in, tmp_path / "fewer"))
    for name in ("copy of mine.db", "family-2026-10-13T183000Z.db"):
        (folder / "backups" / name).unlink()
    return folder


@pytest.fixture
def home_of_three(lived_in: Path, folder: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(lived_in, folder))


def schema_of(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
        return sorted(found, key=str)


def erase(folder: Path, clock: FakeClock) -> None:
    with closing(Database.open(folder, clock)) as database:
        erasing.erase_person(database, ZOE.id)


def dump(folder: Path, clock: FakeClock) -> whole.Tables:
    with closing(Database.open(folder, clock)) as database:
        return whole.dump(database)


def is_done(folder: Path) -> None:
    """No byte is left; what stays is whole, its schema as it was."""
    assert traces(folder) == []
    assert not erasing_journal.is_pending(folder)
    for path in (folder / FILE, *(folder / "backups").iterdir()):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            names = connection.execute("SELECT name FROM person ORDER BY position").fetchall()
            assert names == [("Mum",), ("Leo",)]
