"""How a file of each schema is built: whatever else is in one was put there by somebody else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import lru_cache

from thermometer.store import schema

Parts = frozenset[tuple[str, str, str, str | None]]
"""Tables, indices and triggers: what each is, its name, its table, and how it was made."""


def parts_of(connection: sqlite3.Connection) -> Parts:
    """What an open file is made of, beside what SQLite itself keeps in it.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    return frozenset(
        connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%'"
            " ESCAPE '\\'"
        )
    )


@lru_cache
def built(revision: str) -> Parts:
    """What a file of the schema ``revision`` is made of; a new one is made in memory to see."""
    from sqlalchemy import create_engine  # noqa: PLC0415 - with Alembic it costs every start 0.1 s
    from sqlalchemy.pool import StaticPool  # noqa: PLC0415 - as above

    from thermometer.store import migrate  # noqa: PLC0415 - as above

    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as raw:
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        with engine.begin() as connection:
            migrate.upgrade(connection, schema.SCRIPTS, revision)
        return parts_of(raw)


def is_as_built(connection: sqlite3.Connection, revision: str) -> bool:
    """Whether an open file has all that a file of this schema has, and nothing else.

    A trigger that somebody has written would go on working in the family's own data.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    told = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return told == [(revision,)] and parts_of(connection) == built(revision)
