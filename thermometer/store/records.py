"""The rows of one table as values of the domain: what all aggregates have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Select, func, insert, select, update
from sqlmodel import Session

from thermometer.store import devices
from thermometer.store.database import Database
from thermometer.store.problems import Gone
from thermometer.store.reading import UNREADABLE, rows_of
from thermometer.store.rows import Row, Values, table_of
from thermometer.store.values import FOR_EVER, SINCE_EVER, micros


class Identified(Protocol):
    """A record with an id of its own."""

    @property
    def id(self) -> UUID:
        """Tells it apart from every other, on every device."""


T = TypeVar("T", bound=Identified)

_IDS_AT_ONCE = 500


class Records(Generic[T]):
    """One table of facts.

    Args:
        database: where it lies.
        row: the class of its rows; its table has the key ``id``.
    """

    def __init__(self, database: Database, row: type[Row[T]]) -> None:
        self._database = database
        self._row = row
        self.table = table_of(row)
        self._insert = insert(self.table)

    def add(self, thing: T) -> None:
        """Keeps one new record.

        Raises:
            Problem: it was not kept.
        """
        self.add_all((thing,))

    def add_all(self, things: Iterable[T]) -> None:
        """Keeps new records, all or none, numbered in their order.

        Raises:
            Problem: none was kept.
        """
        values = [self._row.of(thing) for thing in things]
        if values:
            self._database.write(lambda session: self._write(session, values))

    def _write(self, session: Session, values: Sequence[Values]) -> None:
        connection = session.connection()
        device = str(self._database.device)
        first = devices.take_numbers(connection, len(values))
        for number, row in enumerate(values, first):
            row["device"] = device
            row["sequence"] = number
        connection.execute(self._insert, values)

    def fill(self, id_: UUID, values: Values) -> T:
        """Fills empty fields of a record; those that hold something keep it.

        Args:
            id_: the record.
            values: by column, as they lie in the file; none fills nothing.

        Raises:
            Gone: there is no such record any more.
            Problem: nothing was changed.
        """
        columns = self.table.c
        filled = {name: func.coalesce(columns[name], value) for name, value in values.items()}
        statement = (
            update(self.table).where(columns.id == str(id_)).values(filled).returning(*columns)
        )
        row = self._database.write(lambda session: session.connection().execute(statement).first())
        if row is None:
            raise Gone
        return self._row.to_domain(row)

    def read(self, statement: Select[Any], parameters: Values | None = None) -> list[T]:
        """The records that ``statement`` finds, without those that cannot be read."""
        with self._database.transaction() as session:
            found = rows_of(session.connection(), statement, parameters or {})
        things = []
        for row in found:
            try:
                things.append(self._row.to_domain(row))
            except UNREADABLE:
                self._database.unreadable.add((self.table.name, str(row.id)))
        return things

    def of_ids(self, ids: Iterable[UUID]) -> dict[UUID, T]:
        """Those of the records that are here, by id."""
        return {thing.id: thing for thing in self.where("id", ids)}

    def where(self, column: str, ids: Iterable[UUID]) -> list[T]:
        """The records of which ``column`` is one of ``ids``, in the order of the rows."""
        texts = [str(id_) for id_ in dict.fromkeys(ids)]
        things: list[T] = []
        for start in range(0, len(texts), _IDS_AT_ONCE):
            some = texts[start : start + _IDS_AT_ONCE]
            found = select(self.table).where(self.table.c[column].in_(some))
            things += self.read(found.order_by(self.table.c.sequence, self.table.c.device))
        return things


def bounds(start: datetime | None, end: datetime | None) -> Values:
    """The parameters ``start`` and ``end`` of a stretch of time; none means without end."""
    return {
        "start": SINCE_EVER if start is None else micros(start),
        "end": FOR_EVER if end is None else micros(end),
    }
