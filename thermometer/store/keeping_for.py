"""Records of the days before one: counted, and erased by whole days of each record's own place."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from thermometer.domain.keeping_for import Old
from thermometer.domain.local_time import local_day
from thermometer.store import backups, erasing_rows
from thermometer.store.database import Database
from thermometer.store.erasing_texts import any_text
from thermometer.store.problems import told_as_problems
from thermometer.store.values import instant_of, micros

_EVERYBODY = "person IN (SELECT id FROM person) AND "
"""Naming the people lets SQLite use the index that begins with the person."""
_DATED = {
    "check_in": ("at", _EVERYBODY),
    "tool_use": ("started_at", _EVERYBODY),
    "rupture": ("at", ""),
}
_ANY_ZONE = timedelta(days=2)
"""No place on earth is further from UTC."""
_AT_ONCE = timedelta(days=2)
"""Days erased in one transaction: a tap waits for no more."""


def count(database: Database, day: date) -> Old:
    """How much is older than ``day``.

    Raises:
        Problem: it cannot be read.
    """
    with database.turns, told_as_problems(database.path):
        found = _counted(database.connection, day)
    going = _old_backups(database.path, day, database.clock.time_zone())
    return Old(day, found["check_in"], found["tool_use"], found["rupture"], len(going))


def erase(database: Database, day: date, between: Callable[[int, int], None]) -> None:
    """Erases everything that is older than ``day``; each of its days goes whole or not at all.

    Args:
        database: open.
        day: the first that stays.
        between: called between two steps with how many are done and all; may wait, or raise to
            stop.

    Raises:
        Problem: it is not done; what is left is whole.
    """
    with database.one_copy, told_as_problems(database.path):
        days = list(_days(database, day))
        for done, upto in enumerate(days):
            between(done, len(days))
            _erase_before(database, upto)
        for backup in _old_backups(database.path, day, database.clock.time_zone()):
            backup.unlink()
        with database.turns:
            database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _erase_before(database: Database, day: date) -> None:
    connection = database.connection
    with database.transaction(), erasing_rows.marked(connection, _older(connection, day)):
        erasing_rows.delete(connection)


def _days(database: Database, last: date) -> Iterator[date]:
    """From the first record on, the days up to which is erased in one step."""
    with database.turns:
        found = [
            database.connection.execute(f"SELECT min({at}) FROM {table}").fetchone()[0]
            for table, (at, _) in _DATED.items()
        ]
    there = [instant_of(first).date() for first in found if first is not None]
    day = min(there, default=last)
    while day < last:
        day = min(day + _AT_ONCE, last)
        yield day


def _counted(connection: sqlite3.Connection, day: date) -> dict[str, int]:
    """How many records of earlier days there are, by table."""
    surely, _ = _around(day)
    found = {}
    for table, (at, whose) in _DATED.items():
        (count,) = connection.execute(
            f"SELECT count(*) FROM {table} WHERE {whose}{at} < ?", (surely,)
        ).fetchone()
        found[table] = int(count) + len(_near(connection, table, day))
    return found


def _older(connection: sqlite3.Connection, day: date) -> dict[str, list[str]]:
    """The ids of the records of earlier days, by table."""
    surely, _ = _around(day)
    found = {}
    with any_text(connection):
        for table, (at, whose) in _DATED.items():
            before = connection.execute(
                f"SELECT id FROM {table} WHERE {whose}{at} < ?", (surely,)
            ).fetchall()
            found[table] = [str(id_) for (id_,) in before] + _near(connection, table, day)
    return found


def _near(connection: sqlite3.Connection, table: str, day: date) -> list[str]:
    """The ids of those so near the midnight before ``day`` that their place decides."""
    at, whose = _DATED[table]
    near = connection.execute(
        f"SELECT id, {at}, time_zone FROM {table} WHERE {whose}{at} >= ? AND {at} < ?",
        _around(day),
    ).fetchall()
    return [str(id_) for id_, instant, zone in near if local_day(instant_of(instant), zone) < day]


def _around(day: date) -> tuple[int, int]:
    """Instants between which it is the midnight before ``day`` somewhere."""
    midnight = datetime.combine(day, time(), UTC)
    return micros(midnight - _ANY_ZONE), micros(midnight + _ANY_ZONE)


def _old_backups(path: Path, day: date, time_zone: str) -> list[Path]:
    """The backups of earlier days, without the newest one: there is always one."""
    older = backups.dated(path)[1:]
    return [backup for at, backup in older if local_day(at, time_zone) < day]
