"""A private copy of the family's data, for long work that must keep nobody waiting."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from uuid import UUID, uuid4

from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.store.database import Database
from thermometer.store.problems import told_as_problems
from thermometer.store.values import micros

PAGES_AT_ONCE = 128
"""Half a megabyte: a tap waits for no more than that."""
_BUSY_SECONDS = 0.002


class Copy(Database):
    """Everything of one moment; what is done to it is gone when it is closed.

    It lies in a temporary file of SQLite's own, which has no name and leaves nothing behind.
    """

    @override
    def _with_room(self, problem: Problem, *, whole: bool) -> Problem:
        """The reserve is for the family's file."""
        return problem

    def begin_device(self) -> UUID:
        """From now on new rows are those of a device that is nobody's; its id.

        So they can be told from all others, and numbered anew where they are taken over.
        """
        new = uuid4()
        with self.transaction() as session:
            connection = session.connection()
            connection.exec_driver_sql("UPDATE device SET here = 0 WHERE here = 1")
            connection.exec_driver_sql(
                "INSERT INTO device (id, here, sequence, made_at) VALUES (?, 1, 0, ?)",
                (str(new), micros(self.clock.now())),
            )
        self.device = new
        return new


@contextmanager
def copy_of(database: Database) -> Iterator[Copy]:
    """A copy of ``database``, made in small steps between which anybody may write.

    Raises:
        Problem: it cannot be read, or there is no room for the copy.
    """
    with told_as_problems(database.path):
        raw = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        with closing(raw):
            raw.execute("PRAGMA synchronous = OFF")
            raw.execute("PRAGMA foreign_keys = ON")
            database.connection.backup(raw, pages=PAGES_AT_ONCE, sleep=_BUSY_SECONDS)
            copy = Copy(raw, database.path, database.clock)
            copy.device = database.device
            yield copy
            copy.close()
