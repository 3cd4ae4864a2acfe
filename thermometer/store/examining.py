"""Looking a data file over: is it sound, and can every row be read?"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Table

from thermometer.domain.backups import Found
from thermometer.domain.progress import Report
from thermometer.store.backups import holdings_of
from thermometer.store.copying import Steps, copy, faults_of, looked_into, verify
from thermometer.store.database import Database
from thermometer.store.opening import begin_private
from thermometer.store.problems import told_as_problems
from thermometer.store.reading import UNREADABLE, RawRow, lenient
from thermometer.store.whole import READERS, key_of


def examine(database: Database, report: Report) -> Found:
    """Looks at every byte and every row of an open data file, while nobody else may write.

    Args:
        database: open.
        report: told how many tables have been read of how many; may raise to stop.

    Raises:
        Problem: it cannot be read just now, which says nothing about damage.
    """
    with database.turns, told_as_problems(database.path):
        connection = database.connection
        faults = tuple(faults_of(connection))
        database.found_damaged = bool(faults)
        try:
            for done, table in enumerate(READERS):
                report(done, len(READERS))
                database.unreadable |= _unreadable(connection, table)
            report(len(READERS), len(READERS))
            holds = holdings_of(connection)
        except sqlite3.DatabaseError as error:
            return Found((*faults, str(error)), len(database.unreadable), None)
    return Found(faults, len(database.unreadable), holds)


def _unreadable(connection: sqlite3.Connection, table: Table) -> set[tuple[str, str]]:
    """Table and key of each row that is no row of ``table``."""
    names = tuple(column.name for column in table.columns)
    columns = ", ".join(f'"{name}"' for name in names)
    found = set()
    connection.text_factory = lenient
    try:
        for values in connection.execute(f'SELECT {columns} FROM "{table.name}"'):
            row = RawRow.of(names, values)
            try:
                READERS[table](row)
            except UNREADABLE:
                found.add((table.name, str(getattr(row, key_of(table)))))
    finally:
        connection.text_factory = str
    return found


def examine_copy(database: Database, part: Path, steps: Steps, *, rows: bool = False) -> None:
    """Looks at every byte of a copy, so that nobody who taps has to wait; the copy goes again.

    Args:
        database: open.
        part: where the copy goes meanwhile.
        steps: how to let others use the connection.
        rows: whether each row is read as well; what cannot be read is counted.

    Raises:
        Damaged: the file is damaged.
        Problem: it cannot be copied just now.
    """
    with told_as_problems(database.path):
        part.unlink(missing_ok=True)  # left by a crash
        try:
            begin_private(part)
            contents = copy(database.connection, part, steps.of(0, 0.4))
            verify(part, contents, database.path, steps.of(0.4, 0.8).between)
            if rows:
                _read_rows(database, part, steps.of(0.8, 1))
        finally:
            part.unlink(missing_ok=True)


def _read_rows(database: Database, part: Path, steps: Steps) -> None:
    """Reads every row of a sound copy, and counts in ``database`` those that cannot be read."""
    with looked_into(part) as connection:
        for done, table in enumerate(READERS):
            steps.between(done, len(READERS))
            database.unreadable |= _unreadable(connection, table)
        steps.between(len(READERS), len(READERS))
