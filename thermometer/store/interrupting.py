"""Looking up in the midst of a long statement, which can be broken off with a reason."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

LOOK_EVERY = 20_000
"""Steps of SQLite's machine between two looks: about a millisecond."""


@contextmanager
def interrupted_by(connection: sqlite3.Connection, look: Callable[[], None]) -> Iterator[None]:
    """Inside, ``look`` is called now and then; if it raises, the statement is broken off.

    Args:
        connection: on which the statements run, directly or through SQLAlchemy.
        look: may wait for a moment.

    Raises:
        Exception: what ``look`` has raised.
    """
    raised: list[Exception] = []

    def is_over() -> bool:
        if not raised:
            try:
                look()
            except Exception as error:  # whatever it is, it goes on outside of SQLite
                raised.append(error)
        return bool(raised)

    connection.set_progress_handler(is_over, LOOK_EVERY)
    try:
        yield
    except (sqlite3.OperationalError, DBAPIError):
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
