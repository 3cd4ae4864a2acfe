"""Everything in the file, as rows for the family's lossless export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Table, func, select, true

from thermometer.store.database import Database
from thermometer.store.json_values import to_json
from thermometer.store.locks import public
from thermometer.store.mending_rows import DraftRow, OwnLineRow, SameMomentRow, SnoozeRow
from thermometer.store.own_rows import MediaRow, OwnCardRow, OwnToolRow
from thermometer.store.reading import UNREADABLE, rows_of
from thermometer.store.remark_rows import MistakeRow, RemarkRow
from thermometer.store.repair_rows import BidRow, FollowUpRow, RuptureRow
from thermometer.store.rows import (
    CheckInRow,
    DeviceRow,
    Found,
    PersonRow,
    SettingRow,
    ToolUseRow,
    table_of,
)

Tables = dict[str, list[dict[str, object]]]
"""Rows for JSON by the name of their table, each by column."""

DEVICE = table_of(DeviceRow)
_PERSON = table_of(PersonRow)
READERS: dict[Table, Callable[[Found], object]] = {
    DEVICE: lambda row: UUID(row.id),
    table_of(PersonRow): PersonRow.to_domain,
    table_of(MediaRow): MediaRow.to_domain,
    table_of(OwnToolRow): OwnToolRow.to_domain,
    table_of(OwnCardRow): OwnCardRow.to_domain,
    table_of(CheckInRow): CheckInRow.to_domain,
    table_of(ToolUseRow): ToolUseRow.to_domain,
    table_of(RuptureRow): RuptureRow.to_domain,
    table_of(BidRow): BidRow.to_domain,
    table_of(FollowUpRow): FollowUpRow.to_domain,
    table_of(DraftRow): DraftRow.to_domain,
    table_of(SnoozeRow): SnoozeRow.to_domain,
    table_of(SameMomentRow): SameMomentRow.to_domain,
    table_of(OwnLineRow): OwnLineRow.to_domain,
    table_of(RemarkRow): RemarkRow.to_domain,
    table_of(MistakeRow): MistakeRow.to_domain,
    table_of(SettingRow): lambda row: UUID(row.device),
}
"""The tables, each after those that its rows name, with what reads one of its rows."""


def key_of(table: Table) -> str:
    """The column that tells the rows of ``table`` apart."""
    (column,) = table.primary_key
    return str(column.name)


def _seen(database: Database, table: Table) -> ColumnElement[bool]:
    """Which rows of ``table`` others may see: all, but whoever is nothing but a name by now."""
    leaving = database.leaving
    if leaving is None or not leaving.has_left or table is not _PERSON:
        return true()
    return table.c.id != str(leaving.person)


def count(database: Database) -> int:
    """How many rows :func:`each` will look at.

    Raises:
        Problem: the file cannot be read.
    """
    with database.transaction() as session:
        counts = (
            session.connection().execute(
                select(func.count()).select_from(table).where(public(table), _seen(database, table))
            )
            for table in READERS
        )
        return sum(found.scalar_one() for found in counts)


def each(database: Database) -> Iterator[tuple[str, Iterator[dict[str, object]]]]:
    """Each table's name with its rows, in the order in which each device made them.

    All of it is of one moment: the file is held until the last row is taken. A row that cannot be
    read is left out and counted in ``database.unreadable``.

    Raises:
        Problem: the file cannot be read.
    """
    with database.transaction() as session:
        for table in READERS:
            order = (table.c.id,) if table is DEVICE else (table.c.device, table.c.sequence)
            found = select(table).where(public(table), _seen(database, table)).order_by(*order)
            yield (
                table.name,
                _written(database, table, rows_of(session.connection(), found, {})),
            )


def dump(database: Database) -> Tables:
    """Every row, as :func:`each` gives them.

    Raises:
        Problem: the file cannot be read.
    """
    return {name: list(rows) for name, rows in each(database)}


def _written(
    database: Database, table: Table, rows: Sequence[Found]
) -> Iterator[dict[str, object]]:
    columns = tuple(table.columns)
    read = READERS[table]
    key = key_of(table)
    for row in rows:
        try:
            read(row)
            yield {c.name: to_json(c, v) for c, v in zip(columns, row, strict=True)}
        except UNREADABLE:
            database.unreadable.add((table.name, str(getattr(row, key))))
