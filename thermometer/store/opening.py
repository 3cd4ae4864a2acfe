"""Opening the data file: whose it is, which schema it has, and the pragmas that keep every tap."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from thermometer.store import schema
from thermometer.store.problems import Damaged, InUse, Lost, Newer, NotOurs, problem_of
from thermometer.store.schema import APPLICATION_ID

KEPT = "-kept"
"""Behind the name of a log that is spared."""

# Two programs that start in the same moment can each hold what the other waits for, so the
# connection is given up between the attempts. In all about 0.2 s.
_ATTEMPTS = 3
_BUSY_SECONDS = 0.06

# Before the file is touched. EXCLUSIVE comes before anything that reads, so that the index of the
# write-ahead log lives in memory and not in a file that a second program could share.
_BEFORE = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = ON",
)
# Only once the file is known to be ours: the first of these writes to a file that is not yet so.
_AFTER: tuple[str, ...] = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
)


def backups_folder(path: Path) -> Path:
    """Where the backups of the data file ``path`` lie."""
    return path.parent / "backups"


def log_path(path: Path) -> Path:
    """Where what goes wrong is noted down beside the data file ``path``."""
    return path.parent / "logs" / "thermometer.log"


def reserve_path(path: Path) -> Path:
    """Where room is put by for the data file ``path``."""
    return path.with_name("reserve")


def prepare(folder: Path) -> None:
    """Makes the data folder, for its owner only.

    A folder that is there and holds things may be shared on purpose and stays as it is.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        folder.chmod(0o700)


def has_begun(path: Path) -> bool:
    """Whether a family's data lies at ``path``, or traces of it beside.

    Raises:
        OSError: the folder cannot be looked into.
    """
    try:
        there = path in path.parent.iterdir()
    except FileNotFoundError:
        return False
    return there or _has_traces(path)


def refuse_lost(path: Path) -> None:
    """Refuses to begin anew where a family's data has been.

    Raises:
        Lost: the file is missing or empty, and backups, a write-ahead log or a reserve are there.
        OSError: the folder cannot be looked at.
    """
    if path.exists() and path.stat().st_size > 1:  # SQLite takes one byte for an empty file
        return
    if _has_traces(path):
        raise Lost(path)


def _has_traces(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    if _has_backups(path) or (log.exists() and log.stat().st_size > 0):
        return True
    return reserve_path(path).exists()  # put by for a family's file, never before there is one


def _has_backups(path: Path) -> bool:
    return any(backups_folder(path).glob("*.db"))


def make_private(path: Path) -> None:
    """Lets only the owner read the file.

    The file is not opened for it: on POSIX systems, closing it again would take away every lock
    that this process holds on it, SQLite's included.

    Raises:
        OSError: that cannot be changed.
    """
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def begin_private(path: Path) -> None:
    """Makes the file, empty and for its owner only, if it is not there.

    Raises:
        OSError: it cannot be made.
    """
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def locked(path: Path) -> sqlite3.Connection:
    """A connection that holds the file for itself, inside a transaction that has written nothing.

    Raises:
        InUse: somebody else holds it.
        sqlite3.Error: it is no database, or cannot be read.
    """
    for _ in range(_ATTEMPTS):
        connection = sqlite3.connect(
            path, isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=False
        )
        try:
            for pragma in _BEFORE:
                connection.execute(pragma)
            connection.execute("BEGIN EXCLUSIVE")
        except BaseException as error:
            connection.close()
            if not isinstance(problem_of(error, path), InUse):
                raise
        else:
            return connection
    raise InUse(path)


def revision_of(connection: sqlite3.Connection, path: Path) -> str | None:
    """The schema of the file; None if there is nothing in it yet.

    Raises:
        NotOurs: another program's database.
        Newer: a schema that this program does not know.
        Damaged: ours, but it does not say which schema it has.
        Lost: nothing in it, although there are backups.
    """
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (things,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if things == 0 and application_id in (0, APPLICATION_ID):
        if _has_backups(path):
            raise Lost(path)
        return None
    if application_id != APPLICATION_ID:
        raise NotOurs(path)
    revision = _told(connection, path, "SELECT version_num FROM alembic_version")
    if revision is None:
        raise Damaged(path)
    if revision not in schema.REVISIONS:
        query = "SELECT program FROM schema_needs WHERE revision = ?"
        raise Newer(path, _told(connection, path, query, revision) or revision)
    return revision


def _told(connection: sqlite3.Connection, path: Path, query: str, *values: str) -> str | None:
    """The one text that ``query`` finds; None if the file has no such thing."""
    try:
        found = connection.execute(query, values).fetchone()
    except sqlite3.OperationalError as error:
        problem = problem_of(error, path)
        if problem is None:  # no such table, or no text
            return None
        raise problem from error
    return str(found[0]) if found else None


def settle(connection: sqlite3.Connection) -> None:
    """Sets what keeps every acknowledged row through a crash or a power cut.

    Raises:
        sqlite3.Error: the file cannot be written.
    """
    for pragma in _AFTER:
        connection.execute(pragma)


@contextmanager
def spared(log: Path) -> Iterator[None]:
    """Inside, a connection may be closed that would remove ``log`` by its name, not being its own.

    SQLite looks whether a file was moved, but takes the same file of a disk that is mounted anew
    for the one that it holds.
    """
    kept = log.with_name(log.name + KEPT)
    with suppress(OSError):  # where nothing can be written, nothing can be removed
        try:
            os.link(log, kept)
        except OSError:  # a disk without links
            log.replace(kept)
    try:
        yield
    finally:
        with suppress(OSError):
            kept.replace(log)  # which changes nothing where both are still the one file
            kept.unlink(missing_ok=True)


def give_back_spared(path: Path) -> None:
    """Puts a log back that was spared when the program was killed; see :func:`spared`.

    Only one that was written since the data file was: what is older is in the file already, or
    belongs to another file.

    Raises:
        OSError: it cannot be put back.
    """
    log = path.with_name(path.name + "-wal")
    kept = log.with_name(log.name + KEPT)
    if not kept.exists():
        return
    since = path.stat().st_mtime_ns if path.exists() else 0
    if since and not log.exists() and kept.stat().st_mtime_ns >= since:
        kept.rename(log)
    kept.unlink(missing_ok=True)


def save_space(connection: sqlite3.Connection) -> None:
    """Keeps the write-ahead log short from now on: a tap adds 28 kB to it, but 0.4 to the file."""
    connection.execute("PRAGMA wal_autocheckpoint = 50")
    with suppress(sqlite3.OperationalError):  # no room even for that: all stays in the log
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
