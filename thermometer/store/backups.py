"""Backups of the data file: whole, verified, and only then given their name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from thermometer.domain.backup_keeping import kept
from thermometer.domain.backups import Backup, Holdings
from thermometer.domain.problems import Problem
from thermometer.domain.progress import Report, nobody_listens
from thermometer.store import opening
from thermometer.store.built import is_as_built
from thermometer.store.copying import AT_ONCE, Steps, copy, looked_into, to_disk, verify
from thermometer.store.opening import backups_folder, begin_private
from thermometer.store.problems import Damaged, Newer, NotOurs, problem_of
from thermometer.store.reading import UNREADABLE
from thermometer.store.values import maybe_instant

_STAMP = "family-%Y-%m-%dT%H%M%SZ"


class NotABackup(Problem):
    """A file that cannot be put back."""


def make(connection: sqlite3.Connection, path: Path, now: datetime, steps: Steps = AT_ONCE) -> Path:
    """Writes a backup of the data file ``path`` beside it and says where.

    It is a snapshot made by SQLite itself; a copy of the file would lack what is still in the
    write-ahead log.

    Args:
        connection: to the data file, in no transaction.
        path: the data file.
        now: names the backup, aware.
        steps: how to let others use the connection meanwhile.

    Raises:
        Damaged: what was written does not hold what the data file holds.
        sqlite3.Error, OSError: it could not be written. No part of it is left.
    """
    folder = backups_folder(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    for left in folder.glob("*.part"):  # by a crash
        left.unlink()
    target = _free_name(folder, now)
    write(connection, path, target.with_suffix(".part"), steps)
    target.with_suffix(".part").rename(target)
    to_disk(folder)
    return target


def write(connection: sqlite3.Connection, path: Path, part: Path, steps: Steps = AT_ONCE) -> None:
    """Writes a verified copy of the data file ``path``, which is then on the disk.

    Args:
        connection: to the data file, in no transaction.
        path: the data file.
        part: a name that says that it is not finished yet; nothing lies there.
        steps: how to let others use the connection meanwhile.

    Raises:
        Damaged, sqlite3.Error, OSError: as :func:`make`. Nothing is left.
    """
    try:
        begin_private(part)
        contents = copy(connection, part, steps.of(0, 0.5))
        verify(part, contents, path, steps.of(0.5, 1).between)
        to_disk(part)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _free_name(folder: Path, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime(_STAMP)
    target = folder / f"{stamp}.db"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{stamp}-{number}.db"
    return target


def made_at(backup: Path) -> datetime | None:
    """When a backup was made, by its name; none if it is not one of ours."""
    stamp = backup.stem[: len("family-2026-11-22T183000Z")]
    with suppress(ValueError):
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    return None


def dated(path: Path) -> list[tuple[datetime, Path]]:
    """The backups of the data file ``path``, the newest first."""
    found = [(at, one) for one in backups_folder(path).glob("*.db") if (at := made_at(one))]
    # Of two made in one second the later has the longer name, then the greater one.
    return sorted(found, key=lambda pair: (pair[0], len(pair[1].name), pair[1]), reverse=True)


def listed(path: Path) -> Iterator[Backup]:
    """The backups of the data file ``path`` that can be put back, the newest first."""
    for at, one in dated(path):
        with suppress(Problem):
            yield Backup(one, at, look(one))


def thin(path: Path, now: datetime, time_zone: str) -> None:
    """Removes the backups that need not stay; to be called only once a new one is there.

    Args:
        path: the data file.
        now: aware.
        time_zone: the IANA name of the place whose days count.

    Raises:
        OSError: one cannot be removed.
    """
    there = dated(path)
    staying = kept((at for at, _ in there), now, time_zone)
    for at, backup in there:
        if at not in staying:
            backup.unlink()


def look(backup: Path, *, whole: bool = False, report: Report = nobody_listens) -> Holdings:
    """What ``backup`` holds.

    Args:
        backup: any file; it is not touched.
        whole: whether every byte is to be verified, which takes seconds for ten years.
        report: told about how far that has come; may raise to stop.

    Raises:
        NotABackup: and why.
    """
    try:
        if not backup.is_file():
            raise NotABackup("backup-missing", file=str(backup))
        with looked_into(backup) as connection:
            revision = opening.revision_of(connection, backup)
            _refuse_strange(connection, backup)
            holds = holdings_of(connection)
            if whole:
                _refuse_changed(connection, revision, backup)
        if whole:
            verify(backup, None, backup, report)
    except (OSError, sqlite3.Error, Damaged, NotOurs, Newer, *UNREADABLE) as error:
        raise _not_a_backup(error, backup) from error
    return holds


def _refuse_strange(connection: sqlite3.Connection, backup: Path) -> None:
    """Refuses what is no table of rows: reading it would run what somebody has written into it."""
    (strange,) = connection.execute(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL%'"
    ).fetchone()
    if strange:
        raise NotOurs(backup)


def _refuse_changed(connection: sqlite3.Connection, revision: str | None, backup: Path) -> None:
    """Refuses what is not built as files of its schema are: a trigger in it would go on working."""
    if revision is None or not is_as_built(connection, revision):
        raise NotOurs(backup)


def _not_a_backup(error: Exception, backup: Path) -> NotABackup:
    problem = error if isinstance(error, Problem) else problem_of(error, backup)
    match problem:
        case Newer():
            return NotABackup("backup-newer", file=str(backup), needs=problem.values["needs"])
        case NotOurs():
            return NotABackup("backup-not-ours", file=str(backup))
        case Damaged() | None:
            return NotABackup("backup-damaged", file=str(backup))
        case _:
            return NotABackup("backup-no-access", file=str(backup), reason=str(error))


def is_anybody_in(connection: sqlite3.Connection) -> bool:
    """Whether there is a person in an open file of ours; quick, however large it is.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    (found,) = connection.execute("SELECT EXISTS (SELECT 1 FROM person)").fetchone()
    return bool(found)


def here_since(connection: sqlite3.Connection) -> datetime | None:
    """Since when an open file of ours has been on this device.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    found = connection.execute("SELECT made_at FROM device WHERE here = 1").fetchone()
    return maybe_instant(found[0]) if found else None


def holdings_of(connection: sqlite3.Connection) -> Holdings:
    """What lies in an open file of ours.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    rows = connection.execute("SELECT id, name FROM person ORDER BY position, name")
    people = {str(id_): str(name) for id_, name in rows}
    found = connection.execute("SELECT count(*), min(at), max(at) FROM check_in").fetchone()
    count, first, last = found
    return Holdings(people, count, maybe_instant(first), maybe_instant(last))
