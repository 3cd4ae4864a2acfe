"""Erasing somebody, or everything; begun in a journal first, so that a crash only delays it.

What happened to them leaves the open data file first, so that no page knows of it whatever goes
wrong with another file; their name stays there, unseen, until it is found nowhere else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from uuid import UUID

from thermometer.domain.erasing import Going, Names
from thermometer.domain.problems import Problem
from thermometer.domain.progress import Report, nobody_listens
from thermometer.store import erasing_files as files
from thermometer.store import erasing_journal as journal
from thermometer.store import erasing_person, opening
from thermometer.store.attempts import Attempts
from thermometer.store.copying import looked_into
from thermometer.store.database import FILE, Database, Leaving
from thermometer.store.interrupting import interrupted_by
from thermometer.store.problems import NoSpace, NotAllGone, told_as_problems
from thermometer.store.turns import Wanted

_POLITE = 5
"""So often it is begun again for those who tap; then they wait once, or it would never end."""


def going(database: Database, person: UUID, report: Report = nobody_listens) -> Going:
    """Everything that would go with somebody; nothing is changed.

    Args:
        database: the family's, open.
        person: their id.
        report: told about how far it has come; may raise to stop.

    Raises:
        Problem: it cannot be read.
    """
    path, id_ = database.path, str(person)
    with database.one_copy, told_as_problems(path):
        fates, damaged = files.fates(path, report), files.damaged(path)
        with database.turns:
            connection = database.connection
            names = erasing_person.name_of(connection, id_)
            reach = erasing_person.reach(connection, id_, Names(names))
    return Going(reach, fates, damaged)


def erase_person(
    database: Database, person: UUID, report: Report = nobody_listens, *, inside: bool = False
) -> None:
    """Erases somebody from everything on this device, and whoever was begun with before.

    Args:
        database: the family's, open; nobody is in a transaction of it.
        person: their id.
        report: told how many files are done of how many; may raise to stop, until the next start.
        inside: whether names go from longer words in which they stand, too.

    Raises:
        NoSpace: it was not begun.
        Problem: it is not done; it is finished at the next start, or by doing this again.
    """
    with database.one_copy, told_as_problems(database.path):
        finish(database, report)
        if not files.has_room(database.path):
            raise NoSpace(database.path)
        journal.begin(database.path.parent, person, inside=inside)
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
        NotAllGone: something cannot be removed just now; what could be is gone.
        Problem: the journal cannot be read.
    """
    path = folder / FILE
    with told_as_problems(path):
        if not journal.is_pending(folder) or journal.begun(folder) != journal.EVERYTHING:
            return
        if path.exists():
            with suppress(sqlite3.Error):  # damaged: so much the better
                opening.locked(path).close()
        try:
            files.remove_everything(path)
            journal.end(folder)
        except OSError as error:
            raise NotAllGone(Path(error.filename or folder)) from error


def hide(database: Database) -> None:
    """Lets nobody see whoever was begun with; to be called right after opening.

    What happened to them leaves the open file, unless it has; the files beside it, which take
    long, wait for :func:`finish`.

    Raises:
        Problem: some of it is still in the file; they are seen by nobody all the same.
    """
    folder = database.path.parent
    with database.one_copy, told_as_problems(database.path):
        person = journal.begun(folder) if journal.is_pending(folder) else None
        if isinstance(person, UUID):
            database.leaving = Leaving(person)
            names = _names(database, files.backups_of(database.path), str(person))
            _leave(database, person, Names(names, inside=journal.is_inside(folder)))


def finish(database: Database, report: Report = nobody_listens) -> bool:
    """Finishes erasing somebody, if that was begun.

    Until it is done, nobody sees them: :attr:`Database.leaving` is kept.

    Returns:
        Whether somebody was erased.

    Raises:
        Problem: it is not done; all that could be done is.
    """
    folder = database.path.parent
    with database.one_copy, told_as_problems(database.path):
        if not journal.is_pending(folder):
            return False
        person = journal.begun(folder)
        if person == journal.EVERYTHING:
            return False  # that is not for an open file to do
        if isinstance(person, UUID):
            database.leaving = Leaving(person)
            _finish(database, person, report, inside=journal.is_inside(folder))
            database.must_be_here()  # the journal of a folder that came instead is not ours to end
            database.leaving = None
        journal.end(folder)
        return person is not None


def _leave(database: Database, person: UUID, names: Names) -> None:
    """What happened to somebody goes out of the open file; their name stays, unseen."""
    connection, mark = database.connection, journal.mark(database.path.parent)

    def leave(_: object) -> None:
        erasing_person.erase(connection, str(person), names, spares=("person",))
        _mark(connection, mark)

    with database.turns:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        if found != mark or not mark:
            database.write(leave)
    database.leaving = Leaving(person, has_left=True)


def _finish(database: Database, who: UUID, report: Report, *, inside: bool) -> None:
    path, attempts, person = database.path, Attempts(), str(who)
    there = files.backups_of(path)
    names = _names(database, there, person)
    known = Names(names, inside=inside)
    with attempts.each():
        _leave(database, who, known)
    with attempts.each():
        files.clear(path)
    for done, backup in enumerate(there):
        report(done, len(there) + 1)
        with attempts.each():
            files.rewrite(backup, person, names, inside=inside)
    report(len(there), len(there) + 1)
    attempts.tell()
    still = partial(report, len(there), len(there) + 1)
    database.turns.wait_for_quiet(still)
    _erase_here(database, person, known)
    _sweep(database, still)


def _names(database: Database, there: list[Path], person: str) -> set[str]:
    """Every name that somebody has had, as far as a file knows it."""
    with database.turns:
        names = erasing_person.name_of(database.connection, person)
    for backup in there:
        with suppress(sqlite3.Error), looked_into(backup) as connection:
            names |= erasing_person.name_of(connection, person)
    return names


def _erase_here(database: Database, person: str, names: Names) -> None:
    """Out of the open file."""
    connection = database.connection

    def erase(_: object) -> None:
        erasing_person.erase(connection, person, names)
        _mark(connection, 0)

    with database.turns, _in_memory(connection):
        database.write(erase)
        if erasing_person.is_about(connection, person, names):
            raise Problem("erase-left")


def _mark(connection: sqlite3.Connection, mark: int) -> None:
    """Says in the file, in the same transaction, which journal it has followed; 0 is none.

    A backup from before, put back, does not say so.
    """
    connection.execute(f"PRAGMA user_version = {mark}")


def _sweep(database: Database, still: Callable[[], None]) -> None:
    """The open file's free pages and its log hold nothing any more.

    Args:
        database: open.
        still: called again and again; may raise to stop, until the next start.
    """
    connection = database.connection
    tries = 0
    while not _has_swept(database, still, politely=tries < _POLITE):
        tries += 1
        database.turns.wait_for_quiet(still)
    with database.turns:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        database.unreadable.clear()


def _has_swept(database: Database, still: Callable[[], None], *, politely: bool) -> bool:
    """Writes the whole file anew, unless somebody comes who wants to tap."""

    def look() -> None:
        still()
        if politely:
            database.turns.step_aside()

    connection = database.connection
    with database.turns, _in_memory(connection), suppress(Wanted):
        with interrupted_by(connection, look):
            connection.execute("VACUUM")
        return True
    return False


@contextmanager
def _in_memory(connection: sqlite3.Connection) -> Iterator[None]:
    """Inside, SQLite puts nothing that it needs for a while into a file of its own."""
    connection.execute("PRAGMA temp_store = MEMORY")
    try:
        yield
    finally:
        connection.execute("PRAGMA temp_store = DEFAULT")
