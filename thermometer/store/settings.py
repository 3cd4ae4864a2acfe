"""What the family has set, as small values by key."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from thermometer.store import devices
from thermometer.store.database import Database
from thermometer.store.reading import rows_of
from thermometer.store.rows import SettingRow, table_of
from thermometer.store.values import json_of, json_text, micros

_TABLE = table_of(SettingRow)
_UPSERT = insert(_TABLE)
_UPSERT = _UPSERT.on_conflict_do_update(
    index_elements=["key"],
    set_={"value": _UPSERT.excluded.value, "changed_at": _UPSERT.excluded.changed_at},
)


class Settings:
    """Settings; changed in place, with the time of the change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, default: object = None) -> object:
        """The value of ``key``, or ``default`` where none is set or it cannot be read."""
        return self.all().get(key, default)

    def all(self) -> dict[str, object]:
        """Every setting that can be read."""
        with self._database.transaction() as session:
            rows = rows_of(session.connection(), select(_TABLE), {})
        values = {}
        for row in rows:
            try:
                values[row.key] = json_of(row.value)
            except ValueError:
                self._database.unreadable.add((_TABLE.name, row.key))
        return values

    def text(self, key: str) -> str:
        """What lies in the file for ``key``, readable or not; nothing where none is set."""
        with self._database.transaction() as session:
            rows = rows_of(session.connection(), select(_TABLE).where(_TABLE.c.key == key), {})
        return next((str(row.value) for row in rows), "")

    def remove(self, keys: Collection[str]) -> None:
        """Takes settings away, as if they had never been set.

        Raises:
            Problem: nothing was changed.
        """

        def work(session: Session) -> None:
            session.connection().execute(delete(_TABLE).where(_TABLE.c.key.in_(keys)))

        self._database.write(work)

    def set(self, key: str, value: object) -> None:
        """Keeps a JSON value.

        Raises:
            TypeError, ValueError: it is no JSON value.
            Problem: nothing was changed.
        """
        row = {
            "key": key,
            "value": json_text(value),
            "changed_at": micros(self._database.clock.now()),
            "device": str(self._database.device),
        }

        def work(session: Session) -> None:
            connection = session.connection()
            row["sequence"] = devices.take_numbers(connection, 1)
            connection.execute(_UPSERT, row)

        self._database.write(work)
