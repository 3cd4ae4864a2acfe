"""Examining the file: every byte, every row, beside people who tap or alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store import records
from thermometer.domain.backups import Found
from thermometer.domain.people import Person
from thermometer.store import copying, examining, problems
from thermometer.store.checkins import CheckIns
from thermometer.store.copying import AT_ONCE
from thermometer.store.database import FILE, Database
from thermometer.store.reading import RawRow
from thermometer.store.whole import READERS


def examine(database: Database) -> Found:
    told: list[tuple[int, int]] = []
    found = examining.examine(database, lambda done, total: told.append((done, total)))
    assert told == [] or told[0] == (0, len(READERS))
    return found


def test_a_sound_file_is_sound(database: Database, mia: Person) -> None:
    CheckIns(database).add(records.check_in(mia.id))
    found = examine(database)
    assert found.sound
    assert found.holds is not None
    assert found.holds.check_ins == 1
    assert not database.found_damaged


def test_rows_that_cannot_be_read_are_counted(database: Database, mia: Person) -> None:
    tap = records.check_in(mia.id, signs=("hot",))
    CheckIns(database).add(tap)
    connection = database.connection
    connection.execute("DROP TRIGGER check_in_stands")
    connection.execute("UPDATE check_in SET signs = CAST(x'fffe' AS TEXT)")
    assert examine(database).sound  # bytes that are no text become signs nobody knows
    connection.execute("UPDATE check_in SET id = replace(id, '-', 'x')")
    found = examine(database)
    assert (found.faults, found.unreadable, found.sound) == ((), 1, False)
    assert not database.found_damaged


def damaged(folder: Path, *, tables: bool) -> None:
    """Spoils the closed file: the middle, or the very tables that are read."""
    path = folder / FILE
    data = bytearray(path.read_bytes())
    middle = len(data) // 8192 * 4096
    for page in range(4096, len(data), 4096) if tables else [middle]:
        if not tables or data[page] == 13:
            data[page : page + 4096] = bytes(4096)
    path.write_bytes(data)


@pytest.mark.parametrize("where", ["the middle", "all tables"])
def test_damage_is_found_while_the_app_is_open(
    where: str, folder: Path, database: Database, mia: Person
) -> None:
    CheckIns(database).add_all(records.check_in(mia.id) for _ in range(900))
    database.close()
    with closing(Database.open(folder)) as again:
        # After the start: what is on the disk goes bad while the file is in use.
        again.connection.execute("PRAGMA cache_size = 0")
        damaged(folder, tables=where == "all tables")
        found = examine(again)
        assert found.faults
        assert found.holds is None or where == "the middle"
        assert again.found_damaged
        with pytest.raises(problems.Damaged):
            examining.examine_copy(again, folder / "examined.part", AT_ONCE)
        assert not (folder / "examined.part").exists()


def test_a_row_has_the_names_of_its_table_only() -> None:
    row = RawRow.of(("id", "zone"), ("one", "red"))
    assert (row.id, row.zone, tuple(row)) == ("one", "red", ("one", "red"))
    with pytest.raises(AttributeError):
        _ = row.at


def test_a_copy_of_a_sound_file_is_gone_again(folder: Path, database: Database) -> None:
    (folder / "examined.part").write_bytes(b"left by a crash")
    examining.examine_copy(database, folder / "examined.part", AT_ONCE)
    assert not (folder / "examined.part").exists()


def test_a_long_statement_is_broken_off_with_the_reason_why() -> None:
    class EnoughError(Exception):
        pass

    def enough(done: int, _all: int) -> None:
        if done == 1:
            raise EnoughError

    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE wide (i)")
        connection.executemany("INSERT INTO wide VALUES (?)", (("x" * 4000,) for _ in range(400)))
        with pytest.raises(EnoughError), copying.telling(connection, enough):
            connection.execute(endless)
        nowhere = pytest.raises(sqlite3.OperationalError, match="nowhere")
        with nowhere, copying.telling(connection, enough):
            connection.execute("SELECT * FROM nowhere")
