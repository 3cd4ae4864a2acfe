"""Fetching rows so that one with broken text does not hide the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, CursorResult, Row, Select
from sqlalchemy.exc import OperationalError

_AT_ONCE = 1_000
UNREADABLE = (ValueError, TypeError, AttributeError, OverflowError)
"""What is raised by a row that does not hold what it should."""


def rows_of(
    connection: Connection, statement: Select[Any], parameters: Mapping[str, Any]
) -> Sequence[Row[Any]]:
    """The rows that ``statement`` finds; bytes that are no text become replacement characters.

    Raises:
        sqlalchemy.exc.DBAPIError: they cannot be fetched at all.
    """
    try:
        return _fetched(connection.execute(statement, parameters))
    except OperationalError as error:
        # Errors of SQLite itself carry a code; what Python cannot decode has none.
        if hasattr(error.orig, "sqlite_errorcode"):
            raise
    raw: Any = connection.connection.driver_connection
    raw.text_factory = lenient
    try:
        return _fetched(connection.execute(statement, parameters))
    finally:
        raw.text_factory = str


class RawRow(tuple[Any, ...]):
    """Values as SQLite gave them, by name and in order, as the tables' ``to_domain`` want them.

    Made without SQLAlchemy, for files that it could not read.
    """

    names: tuple[str, ...]

    @classmethod
    def of(cls, names: tuple[str, ...], values: Iterable[object]) -> Row[*tuple[Any, ...]]:
        """The row in which ``values`` are called ``names``."""
        row = cls(values)
        row.names = names
        return cast("Row[*tuple[Any, ...]]", row)

    def __getattr__(self, name: str) -> object:
        if name not in self.names:
            raise AttributeError(name)
        return self[self.names.index(name)]


def _fetched(result: CursorResult[Any]) -> list[Row[Any]]:
    """All rows, some at a time: fetching many thousands at once would stop all other threads."""
    some = result.fetchmany(_AT_ONCE)
    rows = list(some)
    while len(some) == _AT_ONCE:
        some = result.fetchmany(_AT_ONCE)
        rows += some
    return rows


def lenient(text: bytes) -> str:
    """Text as it lies in the file; bytes that are none become replacement characters."""
    return text.decode("utf-8", "replace")
