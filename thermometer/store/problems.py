"""What can go wrong with the data file, told apart by what SQLite says."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from thermometer.domain.problems import Problem


class InUse(Problem):
    """Another program holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__("data-in-use", path=str(path))


class NotOurs(Problem):
    """A database of another program."""

    def __init__(self, path: Path) -> None:
        super().__init__("data-not-ours", path=str(path))


class Newer(Problem):
    """Written by a version that this one cannot read; ``needs`` is that version, if it is told."""

    def __init__(self, path: Path, needs: str) -> None:
        super().__init__("data-newer", path=str(path), needs=needs)


class Damaged(Problem):
    """SQLite found the file malformed. Nothing was written to it since."""

    def __init__(self, path: Path, key: str = "data-damaged") -> None:
        super().__init__(key, path=str(path))


class Lost(Damaged):
    """The file is gone or empty although there are traces of a family's data beside it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "data-lost")


class NoAccess(Problem):
    """The folder or the file cannot be made, read or written."""

    def __init__(self, path: Path) -> None:
        super().__init__("data-no-access", path=str(path))


class NoSpace(Problem):
    """The disk is full.

    Attributes:
        try_again: whether the reserve was just freed, so that the same may work now.
    """

    def __init__(self, path: Path) -> None:
        super().__init__("data-no-space", path=str(path))
        self.try_again = False


class NotAllGone(Problem):
    """What was to be erased is not all gone: ``path`` cannot be removed just now."""

    def __init__(self, path: Path) -> None:
        super().__init__("erase-not-all-gone", path=str(path))


class Gone(Problem):
    """A record that was to be changed is not in the file any more."""

    def __init__(self) -> None:
        super().__init__("data-record-gone")


# Primary result codes. Only CORRUPT and NOTADB speak of damage: a full, busy, unplugged or
# protected disk must never lead to a repair.
_KINDS: dict[int, type[InUse | Damaged | NoAccess | NoSpace]] = {
    sqlite3.SQLITE_BUSY: InUse,
    sqlite3.SQLITE_LOCKED: InUse,
    sqlite3.SQLITE_FULL: NoSpace,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_NOTADB: Damaged,
    sqlite3.SQLITE_CANTOPEN: NoAccess,
    sqlite3.SQLITE_IOERR: NoAccess,
    sqlite3.SQLITE_READONLY: NoAccess,
    sqlite3.SQLITE_PERM: NoAccess,
    sqlite3.SQLITE_AUTH: NoAccess,
}
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def problem_of(error: BaseException, path: Path) -> Problem | None:
    """What ``error`` means for a family; None where it is a mistake of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, OSError):
        return NoSpace(path) if cause.errno in _NO_ROOM else NoAccess(path)
    code = getattr(cause, "sqlite_errorcode", None)
    kind = None if code is None else _KINDS.get(code & 0xFF)
    return kind(path) if kind else None


@contextmanager
def told_as_problems(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system raise inside into the problems of this module."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error
