"""Rows that were salvaged, into a file that may have older states of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Insert, Table, Update, func, insert, or_, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from thermometer.store.database import Database, part
from thermometer.store.json_values import Raw, from_json
from thermometer.store.loading import Reason, load
from thermometer.store.locks import is_private
from thermometer.store.salvage import Rows
from thermometer.store.whole import READERS, key_of

_CHANGED = "changed_at"
_MADE_BY = ("device", "sequence")


def merge(database: Database, salvaged: Iterable[tuple[str, Rows]]) -> int:
    """Adds the rows that are not here, and what came later to those that are.

    A fact gets what it lacks; what a family configures stays as it was changed last. A row that
    does not fit is left out: the others count.

    Returns:
        How many rows were new or got something.

    Raises:
        Problem: nothing was merged.
    """
    tables = {table.name: table for table in READERS}
    gained = 0
    with database.transaction() as session:
        for name, rows in salvaged:
            loaded = load(database, {name: rows})
            gained += loaded.added[name]
            gained += sum(_take_private(session, tables[name], row) for row in rows)
            for refused in loaded.refused:
                if refused.reason is Reason.DIFFERS:
                    gained += _join(session, tables[name], rows[refused.number - 1])
    return gained


def _join(session: Session, table: Table, row: Mapping[str, object]) -> int:
    """One if the row in the file got something from ``row``, else none."""
    values = _values(table, row)
    key = table.c[key_of(table)]
    statement = update(table).where(key == values[key.name])
    if _CHANGED in values:
        new = {name: value for name, value in values.items() if name not in _MADE_BY}
        later = table.c[_CHANGED] < values[_CHANGED]
        return _try(session, statement.where(later).values(new))
    come = [c for c in table.columns if c.nullable and values[c.name] is not None]
    if not come:
        return 0
    lacking = or_(*(column.is_(None) for column in come))
    filled = {column.name: func.coalesce(column, values[column.name]) for column in come}
    return _try(session, statement.where(lacking).values(filled))


def _take_private(session: Session, table: Table, row: Mapping[str, object]) -> int:
    """One if ``row`` is something that no export may hold, and is here now, else none."""
    if not is_private(table, str(row[key_of(table)])):
        return 0
    return _try(session, insert(table).values(_values(table, row))) or _join(session, table, row)


def _values(table: Table, row: Mapping[str, object]) -> dict[str, Raw]:
    return {column.name: from_json(column, row[column.name]) for column in table.columns}


def _try(session: Session, statement: Insert | Update) -> int:
    try:
        with part(session):
            return int(session.connection().execute(statement).rowcount)
    except IntegrityError:
        return 0
