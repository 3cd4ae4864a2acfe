"""Copies of a data file, made by SQLite itself, and the proof that they are whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from thermometer.domain.progress import Report, nobody_listens, part
from thermometer.store import interrupting
from thermometer.store.problems import Damaged
from thermometer.store.schema import APPLICATION_ID

PAGES = 256
"""Copied at once: a megabyte. In between, a tap gets its turn."""
_BUSY_SECONDS = 0.005
_STEPS_A_PAGE = 500
"""About so many does it take to look at every byte."""

Contents = dict[str, object]
"""What a file holds: the rows of each table, and which schema it has."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How a copy is made beside those who tap.

    Attributes:
        alone: inside it nobody else uses the connection.
        between: called between two steps with the pages done and all; may wait, or raise to stop.
    """

    alone: Callable[[], AbstractContextManager[object]] = nullcontext
    between: Report = nobody_listens

    def of(self, begin: float, end: float) -> Steps:
        """The same, for a part of the work: from ``begin`` to ``end`` of it, each 0 to 1."""
        return replace(self, between=part(self.between, begin, end))


AT_ONCE = Steps()
"""Nobody else uses the connection."""


def copy(source: sqlite3.Connection, target: Path, steps: Steps = AT_ONCE) -> Contents:
    """Copies what ``source`` holds into ``target``: one moment of it, the log included.

    What is written meanwhile through ``source`` itself goes into the copy as well; the last step
    is made alone, and what is counted is that moment.

    Args:
        source: to a file of ours, in no transaction of this thread.
        target: empty and private, or not there.
        steps: how to let others take their turns.

    Returns:
        What ``source`` held at that moment.

    Raises:
        sqlite3.Error: it cannot be read or written.
    """
    with closing(sqlite3.connect(target, isolation_level=None)) as copied:
        # It is thrown away if anything happens before it is on the disk: see ``to_disk``.
        copied.execute("PRAGMA journal_mode = OFF")
        copied.execute("PRAGMA synchronous = OFF")
        with ExitStack() as held:

            def before_step(_status: int, remaining: int, total: int) -> None:
                steps.between(total - remaining, total)
                if remaining <= PAGES:
                    held.enter_context(steps.alone())

            with steps.alone():
                (pages,) = source.execute("PRAGMA page_count").fetchone()
                if pages <= PAGES:
                    held.enter_context(steps.alone())
            source.backup(copied, pages=PAGES, progress=before_step, sleep=_BUSY_SECONDS)
            contents = contents_of(source)
        # A file of its own: no log beside it that could be lost or be a stranger's.
        copied.execute("PRAGMA journal_mode = DELETE")
    return contents


@contextmanager
def looked_into(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads a file without a log and leaves no trace beside it.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        yield connection


@contextmanager
def telling(connection: sqlite3.Connection, report: Report) -> Iterator[None]:
    """Inside, a long statement tells about how far it has come, and is broken off if that raises.

    Raises:
        Exception: what ``report`` has raised.
    """
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    whole, looks = max(1, pages * _STEPS_A_PAGE // interrupting.LOOK_EVERY), count()
    with interrupting.interrupted_by(connection, lambda: report(min(next(looks), whole), whole)):
        yield


def contents_of(connection: sqlite3.Connection) -> Contents:
    """How many rows each table has, and which schema this is."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    contents: Contents = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
    }
    contents["revision"] = connection.execute("SELECT * FROM alembic_version").fetchall()
    return contents


def faults_of(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the whole file; nothing if it is sound."""
    try:
        found = [str(text) for (text,) in connection.execute("PRAGMA integrity_check")]
        found += [
            f"{table} {row}" for table, row, *_ in connection.execute("PRAGMA foreign_key_check")
        ]
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGE:
            raise
        return [str(error)]
    return [text for text in found if text != "ok"]


_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def verify(
    copied: Path, contents: Contents | None, path: Path, report: Report = nobody_listens
) -> None:
    """Proves that a copy is whole.

    Args:
        copied: the copy.
        contents: what it must hold; None if that is not known.
        path: the file to blame.
        report: told about how far it has come; may raise to stop.

    Raises:
        Damaged: it is not.
        sqlite3.Error: it cannot be read.
    """
    report(0, 1)
    with looked_into(copied) as connection, telling(connection, report):
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        sound = application_id == APPLICATION_ID and not faults_of(connection)
        if not sound or (contents is not None and contents_of(connection) != contents):
            raise Damaged(path)
    report(1, 1)


def to_disk(path: Path) -> None:
    """Waits until a file, or the names in a folder, have reached the disk."""
    if path.is_dir() and os.name == "nt":  # pragma: no cover - Windows opens no folders
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
