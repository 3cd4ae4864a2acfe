"""What no kept tap can be faster than: a row through sqlite3 alone, and a bare fsync."""

from __future__ import annotations

import os
import sqlite3
import time
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from pathlib import Path

PAGE = bytes(4096)


class RawRows:
    """Rows of a check-in's size, committed one by one as safely as ours."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(
            "CREATE TABLE tap (id TEXT PRIMARY KEY, person TEXT, at INTEGER, zone TEXT) STRICT"
        )
        self._connection.execute("CREATE INDEX tap_person_at ON tap (person, at)")

    def add(self) -> float:
        """Milliseconds until one more row is on the disk."""
        row = (str(uuid4()), str(uuid4()), time.time_ns() // 1000, "yellow")
        begun = time.perf_counter_ns()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO tap VALUES (?, ?, ?, ?)", row)
        self._connection.execute("COMMIT")
        return (time.perf_counter_ns() - begun) / 1e6

    def close(self) -> None:
        self._connection.close()


class Fsync:
    """A page added to a file and brought to the disk."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb", buffering=0)

    def add(self) -> float:
        """Milliseconds until one more page is on the disk."""
        begun = time.perf_counter_ns()
        self._file.write(PAGE)
        os.fsync(self._file.fileno())
        return (time.perf_counter_ns() - begun) / 1e6

    def close(self) -> None:
        self._file.close()
