"""Rows that a family changes: kept in place, under their id."""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from thermometer.store import devices
from thermometer.store.database import Database
from thermometer.store.rows import Values


def keep(database: Database, table: Table, row: Values) -> None:
    """Keeps ``row`` instead of the one with the same id, if there is one.

    Raises:
        Problem: nothing was changed.
    """
    values = row | {"device": str(database.device)}
    changed = [name for name in (*values, "sequence") if name != "id"]

    def work(session: Session) -> None:
        connection = session.connection()
        values["sequence"] = devices.take_numbers(connection, 1)
        statement = insert(table).values(values)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["id"], set_={name: statement.excluded[name] for name in changed}
            )
        )

    database.write(work)
