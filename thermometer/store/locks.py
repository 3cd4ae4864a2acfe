"""What the parents' lock keeps: settings that no export holds and no import brings.

A hash of a few digits is soon tried out by whoever gets the file; and nobody should be able to
bring their own PIN in.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, Table, delete, select, true
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from thermometer.store import devices
from thermometer.store.database import Database
from thermometer.store.reading import rows_of
from thermometer.store.rows import SettingRow, table_of
from thermometer.store.values import json_of, json_text, micros

PREFIX = "lock."
_TABLE = table_of(SettingRow)
_OURS = _TABLE.c.key.startswith(PREFIX, autoescape=True)
_READ = select(_TABLE.c.key, _TABLE.c.value).where(_OURS)
_UPSERT = insert(_TABLE)
_UPSERT = _UPSERT.on_conflict_do_update(
    index_elements=["key"],
    set_={"value": _UPSERT.excluded.value, "changed_at": _UPSERT.excluded.changed_at},
)


def public(table: Table) -> ColumnElement[bool]:
    """Which rows of ``table`` an export may hold: all but the lock's."""
    return ~_OURS if table is _TABLE else true()


def is_private(table: Table, key: str) -> bool:
    """Whether a row is the lock's, and so no import may bring it."""
    return table is _TABLE and key.startswith(PREFIX)


def is_setting(table: Table, key: str, keys: Collection[str]) -> bool:
    """Whether a row is a setting with one of ``keys``."""
    return table is _TABLE and key in keys


class Garbled:
    """Stands for a value that is there and cannot be read."""


class Locks:
    """The lock's values by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self) -> dict[str, object]:
        """Every value that is there; :class:`Garbled` for one that cannot be read.

        Raises:
            Problem: the file cannot be read.
        """
        with self._database.transaction() as session:
            rows = rows_of(session.connection(), _READ, {})
        return {row.key.removeprefix(PREFIX): _value(row.value) for row in rows}

    def write(self, values: Mapping[str, object]) -> None:
        """Keeps all of ``values``, or none of them; None takes one away.

        Raises:
            Problem: nothing was changed.
        """
        keys = {PREFIX + name: value for name, value in values.items()}

        def work(session: Session) -> None:
            connection = session.connection()
            for key, value in keys.items():
                if value is None:
                    connection.execute(delete(_TABLE).where(_TABLE.c.key == key))
                else:
                    row = self._row(key, value)
                    row["sequence"] = devices.take_numbers(connection, 1)
                    connection.execute(_UPSERT, row)

        self._database.write(work)

    def _row(self, key: str, value: object) -> dict[str, object]:
        return {
            "key": key,
            "value": json_text(value),
            "changed_at": micros(self._database.clock.now()),
            "device": str(self._database.device),
        }


def _value(text: str) -> object:
    """None is kept of nothing, and only stands for what had to go out of a text like that."""
    try:
        value: object = json_of(text)
    except ValueError:
        return Garbled()
    return Garbled() if value is None else value
