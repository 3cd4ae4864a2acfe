"""Erasing somebody, or everything; begun in a journal first, so that a crash only delays it.

The open data file comes last: until then it knows the name that is to be found everywhere else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from thermometer.domain.erasing import Going
from thermometer.store import erasing_files as files
from thermometer.store import erasing_journal as journal
from thermometer.store import erasing_person, opening
from thermometer.store.copying import looked_into
from thermometer.store.database import FILE, Database
from thermometer.store.problems import NoSpace, told_as_problems

Report = Callable[[int, int], None]


def _nobody_listens(_done: int, _all: int) -> None:
    """The default for progress."""


def going(database: Database, person: UUID) -> Going:
    """Everything that would go with somebody; nothing is changed.

    Raises:
        Problem: it cannot be read.
    """
    path, id_ = database.path, str(person)
    with database.one_copy, told_as_problems(path):
        fates, damaged = files.fates(path), files.damaged(path)
        with database.turns:
            connection = database.connection
            names = erasing_person.name_of(connection, id_)
            reach = erasing_person.reach(connection, id_, names)
    return Going(reach, fates, damaged)


def erase_person(database: Database, person: UUID, report: Report = _nobody_listens) -> None:
    """Erases somebody from everything on this device, and whoever was begun with before.

    Args:
        database: the family's, open; nobody is in a transaction of it.
        person: their id.
        report: told how many files are done of how many; may raise to stop, until the next start.

    Raises:
        NoSpace: it was not begun.
        Problem: it is not done; it is finished at the next start, or by doing this again.
    """
    with database.one_copy, told_as_problems(database.path):
        finish(database, report)
        if not files.has_room(database.path):
            raise NoSpace(database.path)
        journal.begin(database.path.parent, person)
        finish(database, report)


def begin_everything(database: Database) -> None:
    """From now on everything is erased as soon as the file is closed and opened again.

    Raises:
        Problem: nothing was begun.
    """
    with told_as_problems(database.path):
        journal.begin(database.path.parent, journal.EVERYTHING)


def before_opening(folder: Path) -> None:
    """Finishes erasing everything in ``folder``, if that was begun.

    Raises:
        InUse: another program has it open.
        Problem: it is not done.
    """
    path = folder / FILE
    with told_as_problems(path):
        if not journal.is_pending(folder) or journal.begun(folder) != journal.EVERYTHING:
            return
        if path.exists():
            with suppress(sqlite3.Error):  # damaged: so much the better
                opening.locked(path).close()
        files.remove_everything(path)
        journal.end(folder)


def finish(database: Database, report: Report = _nobody_listens) -> None:
    """Finishes erasing somebody, if that was begun; to be called right after opening.

    Raises:
        Problem: it is not done.
    """
    folder = database.path.parent
    with database.one_copy, told_as_problems(database.path):
        if not journal.is_pending(folder):
            return
        person = journal.begun(folder)
        if isinstance(person, UUID):
            _finish(database, str(person), report)
        journal.end(folder)


def _finish(database: Database, person: str, report: Report) -> None:
    path = database.path
    files.clear(path)
    there = files.backups_of(path)
    names = _names(database, there, person)
    for done, backup in enumerate(there):
        report(done, len(there) + 1)
        files.rewrite(backup, person, names)
    report(len(there), len(there) + 1)
    _erase_here(database, person, names)


def _names(database: Database, there: list[Path], person: str) -> set[str]:
    """Every name that somebody has had, as far as a file knows it."""
    with database.turns:
        names = erasing_person.name_of(database.connection, person)
    for backup in there:
        with suppress(sqlite3.Error), looked_into(backup) as connection:
            names |= erasing_person.name_of(connection, person)
    return names


def _erase_here(database: Database, person: str, names: set[str]) -> None:
    """Out of the open file, its free pages and its log."""
    connection = database.connection
    with database.turns:
        connection.execute("PRAGMA temp_store = MEMORY")
        with database.transaction():
            erasing_person.erase(connection, person, names)
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        connection.execute("PRAGMA temp_store = DEFAULT")
        database.unreadable.clear()
