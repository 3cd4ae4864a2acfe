"""What long work has added to a copy, on its way into the family's file: all of it or nothing.

The rows wait in temporary tables of the family's own connection, put there bit by bit. Then one
transaction takes them over. Whoever comes meanwhile goes first: the transaction is undone, and
begun again when all is quiet. So nobody waits for more than a few hundredths of a second, and
nobody ever sees a part of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import IntegrityError

from thermometer.domain.problems import Problem
from thermometer.store.copies import Copy
from thermometer.store.database import Database
from thermometer.store.interrupting import interrupted_by
from thermometer.store.logs import Log
from thermometer.store.turns import Wanted
from thermometer.store.values import Bytes
from thermometer.store.whole import DEVICE, READERS

ROWS_AT_ONCE = 250
LARGE_ROWS_AT_ONCE = 4
"""Of photos and voices, each of which may have two megabytes."""
Check = Callable[[], None]


class Incoming:
    """New rows of a copy.

    Args:
        database: the family's own.
        copy: just made of it; rows that are added to it from now on are new, and those of
            ``Copy.begin_device`` are numbered anew.
    """

    def __init__(self, database: Database, copy: Copy) -> None:
        self._database, self._copy = database, copy
        self._log = Log(database)
        self._before = {table: _last_row(copy, table) for table in READERS if table is not DEVICE}
        self._new_device = str(copy.begin_device())

    @contextmanager
    def waiting(self, report: Callable[[int, int], None]) -> Iterator[None]:
        """Inside, the new rows wait beside the family's file; taps go on.

        Args:
            report: told how many of how many are there; may raise to give up.

        Raises:
            Problem: there is no room for them.
        """
        try:
            self._put_all(report)
            yield
        finally:
            with self._database.transaction() as session:
                for table in READERS:
                    session.connection().exec_driver_sql(f"DROP TABLE IF EXISTS {_beside(table)}")

    def _put_all(self, report: Callable[[int, int], None]) -> None:
        done, total = 0, sum(_last_row(self._copy, t) - n for t, n in self._before.items())
        report(done, total)
        for table in READERS:
            self._make(table)
            for rows in self._rows(table):
                self._put(table, rows)
                done += len(rows)
                report(min(done, total), total)

    def _rows(self, table: Table) -> Iterator[list[tuple[Any, ...]]]:
        after = self._before.get(table, 0)
        query = f"SELECT * FROM {table.name} WHERE rowid > ? ORDER BY rowid"
        found = self._copy.connection.execute(query, (after,))
        at_once = LARGE_ROWS_AT_ONCE if _has_bytes(table) else ROWS_AT_ONCE
        while rows := found.fetchmany(at_once):
            yield rows

    def _make(self, table: Table) -> None:
        same = f"CREATE TEMP TABLE {_name(table)} AS SELECT * FROM main.{table.name} WHERE 0"
        with self._database.transaction() as session:
            session.connection().exec_driver_sql(f"DROP TABLE IF EXISTS {_beside(table)}")
            session.connection().exec_driver_sql(same)

    def _put(self, table: Table, rows: list[tuple[Any, ...]]) -> None:
        places = ",".join("?" * len(rows[0]))
        statement = f"INSERT INTO {_beside(table)} VALUES ({places})"
        with self._database.transaction() as session:
            session.connection().exec_driver_sql(statement, rows)

    def take(self, check_data: Check, go_on: Check) -> None:
        """Takes the waiting rows over.

        Args:
            check_data: called in the transaction, before anything is written; may raise.
            go_on: called now and then; may raise to give up.

        Raises:
            Problem: ``import-changed`` if a row cannot be taken any more, or the file cannot be
                written; nothing was.
        """
        with self._log.growing():
            while not self._took(check_data, go_on):
                self._database.turns.wait_for_quiet(go_on)
            self._log.empty()

    def _took(self, check_data: Check, go_on: Check) -> bool:
        database = self._database

        def look() -> None:
            go_on()
            self._log.settle()
            database.turns.step_aside()

        try:
            with database.transaction() as session, interrupted_by(database.connection, look):
                check_data()
                self._insert_all(session.connection())
        except IntegrityError as error:
            raise Problem("import-changed") from error
        except Wanted:
            return False
        return True

    def _insert_all(self, connection: Connection) -> None:
        """The devices first: every row names one."""
        devices, new = _beside(DEVICE), self._new_device
        here = str(self._database.device)
        connection.exec_driver_sql(
            f"INSERT INTO device (id, here, sequence, made_at) SELECT id, 0, sequence, made_at"
            f" FROM {devices} WHERE id <> ? AND id NOT IN (SELECT id FROM main.device)",
            (new,),
        )
        connection.exec_driver_sql(
            "UPDATE device SET sequence = max(sequence, (SELECT other.sequence FROM"
            f" {devices} other WHERE other.id = device.id))"
            f" WHERE id IN (SELECT id FROM {devices})"
        )
        shift = connection.exec_driver_sql(
            "SELECT sequence FROM device WHERE id = ?", (here,)
        ).scalar_one()
        connection.exec_driver_sql(
            f"UPDATE device SET sequence = sequence + (SELECT sequence FROM {devices} WHERE id = ?)"
            " WHERE id = ?",
            (new, here),
        )
        for table in self._before:
            _take_over(connection, table, new, here, shift)


def _take_over(connection: Connection, table: Table, new: str, here: str, shift: int) -> None:
    """Copies the waiting rows of one table, those of the new device as this device's own."""
    changed = {
        "device": f"CASE device WHEN '{new}' THEN '{here}' ELSE device END",
        "sequence": f"CASE device WHEN '{new}' THEN sequence + {shift} ELSE sequence END",
    }
    names = [column.name for column in table.columns]
    values = ", ".join(changed.get(name, name) for name in names)
    connection.exec_driver_sql(
        f"INSERT INTO main.{table.name} ({', '.join(names)})"
        f" SELECT {values} FROM {_beside(table)} ORDER BY rowid"
    )


def _name(table: Table) -> str:
    return f"incoming_{table.name}"


def _beside(table: Table) -> str:
    return f"temp.{_name(table)}"


def _has_bytes(table: Table) -> bool:
    """Whether the rows of ``table`` may be large."""
    return any(isinstance(column.type, Bytes) for column in table.columns)


def _last_row(copy: Copy, table: Table) -> int:
    (last,) = copy.connection.execute(f"SELECT max(rowid) FROM {table.name}").fetchone()
    return last or 0
