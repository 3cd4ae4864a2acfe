"""Backups of the data file: whole, verified, and only then given their name."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from thermometer.store.opening import backups_folder, begin_private
from thermometer.store.problems import Damaged
from thermometer.store.schema import APPLICATION_ID


def make(connection: sqlite3.Connection, path: Path, now: datetime) -> Path:
    """Writes a backup of the data file ``path`` beside it and says where.

    It is a snapshot made by SQLite itself; a copy of the file would lack what is still in the
    write-ahead log. Until it has been verified it is called ``.part``.

    Args:
        connection: to the data file, in no transaction.
        path: the data file.
        now: names the backup, aware.

    Raises:
        Damaged: what was written does not hold what the data file holds.
        sqlite3.Error, OSError: it could not be written. No part of it is left.
    """
    folder = backups_folder(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    for left in folder.glob("*.part"):  # by a crash
        left.unlink()
    target = _free_name(folder, now)
    part = target.with_suffix(".part")
    try:
        begin_private(part)
        connection.execute("VACUUM INTO ?", (str(part),))
        _verify(part, _contents(connection), path)
        _to_disk(part)
        part.rename(target)
        _to_disk(folder)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return target


def _free_name(folder: Path, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    target = folder / f"family-{stamp}.db"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"family-{stamp}-{number}.db"
    return target


def _contents(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
    }


def _verify(part: Path, contents: dict[str, int], path: Path) -> None:
    with closing(sqlite3.connect(part)) as copy:
        found = copy.execute("PRAGMA integrity_check").fetchall()
        (application_id,) = copy.execute("PRAGMA application_id").fetchone()
        if found != [("ok",)] or application_id != APPLICATION_ID or _contents(copy) != contents:
            raise Damaged(path)


def _to_disk(path: Path) -> None:
    """Waits until a file, or the names in a folder, have reached the disk."""
    if path.is_dir() and os.name == "nt":  # pragma: no cover - Windows opens no folders
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
