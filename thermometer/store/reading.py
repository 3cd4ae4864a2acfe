"""Fetching rows so that one with broken text does not hide the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select
from sqlalchemy.exc import OperationalError

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
        return connection.execute(statement, parameters).all()
    except OperationalError as error:
        # Errors of SQLite itself carry a code; what Python cannot decode has none.
        if hasattr(error.orig, "sqlite_errorcode"):
            raise
    raw: Any = connection.connection.driver_connection
    raw.text_factory = _lenient
    try:
        return connection.execute(statement, parameters).all()
    finally:
        raw.text_factory = str


def _lenient(text: bytes) -> str:
    return text.decode("utf-8", "replace")
