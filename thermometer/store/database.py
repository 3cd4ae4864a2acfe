"""The family's data file: one connection, one lock, one way to change anything."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from thermometer.clock import Clock, SystemClock
from thermometer.domain.problems import Problem
from thermometer.store import devices, opening, schema
from thermometer.store.problems import Damaged, NoAccess, NoSpace, problem_of, told_as_problems
from thermometer.store.reserve import Reserve
from thermometer.store.turns import Turns

T = TypeVar("T")

FILE = "family.db"


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody whose erasing has begun and is not done.

    Attributes:
        person: their id; nobody sees them any more.
        has_left: whether only the row with their name is left of them in the open file.
    """

    person: UUID
    has_left: bool = False


class Database:
    """An open data file; made by :meth:`open`.

    Attributes:
        path: the file.
        device: the id of this device.
        last_number: the last number that this device has given to a row, and that was kept.
        low_space: whether the disk was or is nearly full.
        found_damaged: whether an examination of the open file found it damaged.
        leaving: somebody who is being erased; None mostly.
        turns: whose turn it is with the connection.
        one_copy: held while the file is copied, so that no two copies get in each other's way.
        unreadable: table and key of every row that was skipped because it cannot be read.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.device: UUID
        self.last_number = 0
        self.low_space = False
        self.found_damaged = False
        self.leaving: Leaving | None = None
        self.unreadable: set[tuple[str, str]] = set()
        self.turns = Turns()
        self.one_copy = threading.RLock()
        self._session: Session | None = None
        self._reserve = Reserve(opening.reserve_path(path))
        self._files: dict[Path, tuple[int, int]] = {}
        self.connection = connection
        self._engine = _engine_of(connection)
        self._kept = Session(self._engine)  # to make one for each tap takes a third of its writing

    @classmethod
    def open(cls, folder: Path, clock: Clock | None = None) -> Database:
        """Opens the file in ``folder``, or begins a new one, and holds it until it is closed.

        Raises:
            InUse: another program holds it.
            NotOurs, Newer: refused and left as it is, byte for byte.
            Damaged: malformed, or (:class:`~thermometer.store.problems.Lost`) gone.
            NoAccess, NoSpace: the folder or the file cannot be made, read or written.
        """
        path = folder / FILE
        with told_as_problems(path):
            opening.prepare(folder)
            opening.refuse_lost(path)
            opening.give_back_spared(path)
            opening.begin_private(path)
            connection = opening.locked(path)
            try:
                revision = opening.revision_of(connection, path)
                connection.execute("ROLLBACK")
                opening.make_private(path)
                opening.settle(connection)
                database = cls(connection, path, clock or SystemClock())
                database._begin(revision)
            except BaseException:
                connection.close()
                raise
        return database

    def _begin(self, revision: str | None) -> None:
        if revision != schema.REVISIONS[-1]:
            self._migrate(revision)
        self.know_device()
        if revision != schema.REVISIONS[-1]:
            with suppress(sqlite3.OperationalError):  # no room: it stays in the log
                # So that a look into the file without its log tells whose it is.
                self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self.low_space = not self._reserve.keep()
        files = (self.path, self.path.with_name(self.path.name + "-wal"))
        self._files = {path: found for path in files if (found := _identity(path))}

    def know_device(self) -> None:
        """Reads which device this file lives on, or makes it one.

        Raises:
            Problem: it cannot be read or written.
        """
        with self.transaction() as session:
            self.device = devices.this_device(session.connection(), self.clock.now())

    def _migrate(self, revision: str | None) -> None:
        from thermometer.store import migrate  # noqa: PLC0415 - Alembic costs every start 0.1 s

        if revision is not None:
            from thermometer.store import backups  # noqa: PLC0415 - only before a migration

            backups.make(self.connection, self.path, self.clock.now())
        with self.transaction() as session:
            connection = session.connection()
            connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            migrate.upgrade(connection, schema.SCRIPTS)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Everything inside is kept when the block is left, or nothing of it.

        Any thread may come; a second one waits. A block inside another joins it: only the outer
        one commits, but what an inner one has done is undone if it fails.

        Raises:
            Problem: what SQLite says, as in :mod:`thermometer.store.problems`.
        """
        with self.turns:
            whole = self._session is None
            try:
                with self._whole() if self._session is None else part(self._session) as session:
                    yield session
            except DBAPIError as error:
                problem = problem_of(error, self.path)
                if problem is None:
                    raise
                raise self._with_room(problem, whole=whole) from error
            except NoSpace as full:
                self._with_room(full, whole=whole)
                raise

    @contextmanager
    def _whole(self) -> Iterator[Session]:
        self.must_be_here()
        session = self._kept
        try:
            session.connection()
            self._session = session
            yield session
            number = self._last_number()
            session.commit()
            self.last_number = number
        except BaseException:
            session.rollback()
            raise
        finally:
            self._session = None

    def _last_number(self) -> int:
        try:
            return devices.last_number(self.connection)
        except sqlite3.Error:  # damaged: whatever lies there later is not known to go on from here
            return sys.maxsize

    def is_away(self) -> bool:
        """Whether another file, or none, lies where this one was when it was opened."""
        return any(_identity(path) != known for path, known in self._files.items())

    def holds_any_of(self, *paths: Path) -> bool:
        """Whether one of the files that lie there is among those that are open."""
        return any(_identity(path) in self._files.values() for path in paths)

    def must_be_here(self) -> None:
        """Where it was pulled, the system would go on writing what nobody can find any more.

        Raises:
            NoAccess: it was; see :meth:`is_away`.
        """
        if self.is_away():
            raise NoAccess(self.path)

    def write(self, work: Callable[[Session], T]) -> T:
        """Does ``work`` in a transaction; on a full disk frees the reserve and does it once more.

        Args:
            work: may be called twice; the first time then left no trace.

        Raises:
            Problem: as :meth:`transaction`.
        """
        with self.turns:
            try:
                with self.transaction() as session:
                    return work(session)
            except NoSpace as full:
                if not full.try_again:
                    raise
            with self.transaction() as session:
                return work(session)

    def _with_room(self, problem: Problem, *, whole: bool) -> Problem:
        """Gives the reserve back if the disk was full, once nothing is under way any more."""
        self.found_damaged = self.found_damaged or isinstance(problem, Damaged)
        if isinstance(problem, NoSpace) and whole:
            self.low_space = True
            problem.try_again = self._reserve.free()
            opening.save_space(self.connection)
        return problem

    def close(self) -> None:
        """Lets go of the file; what is in the write-ahead log goes into it first.

        The log of another file that lies there now stays.
        """
        log = self.path.with_name(self.path.name + "-wal")
        is_anothers = _identity(log) is not None and not self.holds_any_of(log)
        with self.turns, opening.spared(log) if is_anothers else nullcontext():
            self._engine.dispose()
            self.connection.close()


def _engine_of(connection: sqlite3.Connection) -> Engine:
    """An engine around the one connection that begins transactions as we want them."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(begun: Connection) -> None:
        begun.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies there; None if there is none."""
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None


@contextmanager
def part(session: Session) -> Iterator[Session]:
    """A part of a transaction, which is undone alone if it fails."""
    connection = session.connection()
    connection.exec_driver_sql("SAVEPOINT part")
    try:
        yield session
    except BaseException:
        # On a full disk SQLite has already undone everything, this point included.
        raw: Any = connection.connection.driver_connection
        if raw.in_transaction:
            connection.exec_driver_sql("ROLLBACK TO part")
            connection.exec_driver_sql("RELEASE part")
        raise
    connection.exec_driver_sql("RELEASE part")
