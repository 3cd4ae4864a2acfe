"""The write-ahead log during long work: brought to the disk bit by bit, and emptied when quiet."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from thermometer.store.database import Database

SETTLED_EVERY_SECONDS = 0.1
LONG = 4 * 1024 * 1024
"""Bytes. SQLite itself empties a shorter log with the next commit."""
_TRIES = 20


class Log:
    """The log of the family's file while much is written to it.

    Without it the commit of long work would bring all of it to the disk at once and copy it into
    the file too, and whoever taps then would wait for seconds.

    Args:
        database: which is written to.
    """

    def __init__(self, database: Database) -> None:
        self._turns, self._connection = database.turns, database.connection
        self._path = database.path.with_name(database.path.name + "-wal")
        self._settled = time.monotonic()

    @contextmanager
    def growing(self) -> Iterator[None]:
        """Inside, no commit empties the log; afterwards commits do so as before."""
        with self._turns:
            (before,) = self._connection.execute("PRAGMA wal_autocheckpoint").fetchone()
            self._connection.execute("PRAGMA wal_autocheckpoint = 0")
        try:
            yield
        finally:
            with self._turns:
                self._connection.execute(f"PRAGMA wal_autocheckpoint = {before}")

    def settle(self) -> None:
        """Now and then brings it to the disk: what is there already costs the commit no time."""
        if time.monotonic() - self._settled < SETTLED_EVERY_SECONDS:
            return
        # A system that does not let one do this for another's handle does it at the commit.
        with suppress(OSError), self._path.open("rb") as file:
            os.fsync(file.fileno())
        self._settled = time.monotonic()

    def empty(self) -> None:
        """Copies it into the file, if it has grown long, and steps aside for whoever comes."""
        for _ in range(_TRIES):
            if self._size() < LONG:
                return
            self._turns.wait_for_quiet()
            with self._turns.hurried_by(self._connection.interrupt), self._turns:
                self._try_to_empty()

    def _try_to_empty(self) -> None:
        with suppress(sqlite3.OperationalError):  # interrupted: it is tried again
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def _size(self) -> int:
        with suppress(OSError):
            return self._path.stat().st_size
        return 0
