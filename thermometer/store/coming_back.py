"""A disk that was pulled: does what lies there now go on from what this program wrote last?

Nothing is opened anew beside those who use the old file: whoever asks lets go of that whole first,
and then opens the family as at a start.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TypeAlias

from thermometer.domain.problems import Problem
from thermometer.store import devices, opening, schema
from thermometer.store.copying import looked_into
from thermometer.store.database import Database
from thermometer.store.problems import Damaged, Lost, told_as_problems

_State: TypeAlias = tuple[tuple[int, int, int, int] | None, ...]


class ComingBack:
    """Looks where an open file lay that is away.

    Attributes:
        is_damaged: whether what lies there cannot be read for damage.
        is_older: whether it is this family's, but without the last that was kept.

    Args:
        database: the family's, open.
    """

    def __init__(self, database: Database) -> None:
        self.is_damaged = self.is_older = False
        self._database = database
        self._path = database.path
        self._log = self._path.with_name(self._path.name + "-wal")
        self._looked_at: _State = ()
        self._is_back = False
        self._has_noted = False

    def look(self) -> bool:
        """Whether to let go of the old file and to open what lies there: surely this family's.

        In doubt it is not: an older copy, or one beside which the log lies that is still open.
        What is not this device's stays as it is, byte for byte.
        """
        if not self._database.is_away():
            self._note_damage(is_damaged=False)
            return False
        if self._state() != self._looked_at:
            self._note_damage(is_damaged=False)
            try:
                self._is_back = self._goes_on()
            except Problem:  # in use, or no access just now: it is looked at again
                self._is_back, self._looked_at = False, ()
            else:
                self._looked_at = self._state()
        return self._is_back

    def _goes_on(self) -> bool:
        # To open a file once more that is open, and to close it, would end the locks on it. And
        # without the log that is open the file beside it is not what was written.
        self.is_older = False
        if _state_of(self._path) is None or self._database.holds_any_of(self._path, self._log):
            return False
        try:
            with told_as_problems(self._path):
                is_mine = self._is_mine()
                self.is_older = is_mine and not self._is_last()
                return is_mine and not self.is_older
        except Lost:
            return False
        except Damaged:
            # In the midst of being emptied, a log makes good what looks like damage without it.
            log = _state_of(self._log)
            self._note_damage(is_damaged=log is None or log[2] == 0)
            return False
        except sqlite3.Error:  # it does not say whose it is
            return False

    def _note_damage(self, *, is_damaged: bool) -> None:
        """A parent is told; no more once another file lies there, unless it was known before."""
        if is_damaged and not self._database.found_damaged:
            self._database.found_damaged = self._has_noted = True
        elif self._has_noted and not is_damaged:
            self._database.found_damaged = self._has_noted = False
        self.is_damaged = is_damaged

    def _is_mine(self) -> bool:
        """Looks without a lock, a log or a trace."""
        with looked_into(self._path) as connection:
            revision = opening.revision_of(connection, self._path)
            return revision == schema.REVISIONS[-1] and self._is_here(connection)

    def _is_here(self, connection: sqlite3.Connection) -> bool:
        found = connection.execute("SELECT id FROM device WHERE here = 1").fetchall()
        return found == [(str(self._database.device),)]

    def _is_last(self) -> bool:
        """With its log: whether nothing is missing that this program was told is kept."""
        connection = opening.locked(self._path)
        try:
            last = devices.last_number(connection)
            return self._is_here(connection) and last >= self._database.last_number
        finally:
            connection.close()

    def _state(self) -> _State:
        return tuple(_state_of(path) for path in (self._path, self._log))


def _state_of(path: Path) -> tuple[int, int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
