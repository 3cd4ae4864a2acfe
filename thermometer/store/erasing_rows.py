"""Rows that go: everything of somebody, or everything of the days before one.

It works on any open file of ours, also on one of an older schema, and leaves the schema as it is.
The triggers of the file refuse to overwrite what happened; where a row of somebody else stays and
forgets who is erased, it is put in its own place again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from thermometer.store.erasing_tables import REFERENCES, Fate, Reference

_MARKED = "(SELECT id FROM temp.going WHERE of = '{to}')"
_TWINS = (
    "INSERT OR IGNORE INTO temp.going SELECT 'rupture', rupture FROM same_moment"
    f" WHERE same = 1 AND other IN {_MARKED.format(to='rupture')}"
)


@contextmanager
def marked(connection: sqlite3.Connection, seeds: Mapping[str, Iterable[str]]) -> Iterator[None]:
    """Inside, ``temp.going`` names every row that goes: ``seeds``, and what goes with them.

    Args:
        connection: to a file of ours.
        seeds: ids by table.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    connection.execute("DROP TABLE IF EXISTS temp.going")
    connection.execute(
        "CREATE TEMP TABLE going (of TEXT, id TEXT, PRIMARY KEY (of, id)) WITHOUT ROWID"
    )
    for table, ids in seeds.items():
        connection.executemany(
            "INSERT OR IGNORE INTO temp.going VALUES (?, ?)", ((table, id_) for id_ in ids)
        )
    _spread(connection)
    yield
    connection.execute("DROP TABLE temp.going")


def _spread(connection: sqlite3.Connection) -> None:
    """Marks what refers to a marked row and cannot stand without it, until nothing is left."""
    before, now = -1, _count(connection)
    references = [one for one in references_in(connection) if one.fate is Fate.GOES]
    has_twins = "same_moment" in tables_in(connection)
    while before != now:
        known = counted(connection)
        for one in references:
            if one.to not in known:  # a step of a few days must not look through every table
                continue
            connection.execute(
                f"INSERT OR IGNORE INTO temp.going SELECT '{one.table}', id FROM {one.table}"
                f' WHERE "{one.column}" IN {_MARKED.format(to=one.to)}'
            )
        if has_twins:  # a hard moment that another one has replaced must not come back without it
            connection.execute(_TWINS)
        before, now = now, _count(connection)


def _count(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM temp.going").fetchone()
    return int(count)


def counted(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows go, by table; inside :func:`marked`."""
    return dict(connection.execute("SELECT of, count(*) FROM temp.going GROUP BY of").fetchall())


def forgetting(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows stay and forget what they refer to, by ``table.column``; as above."""
    found = {}
    for one in _emptied_in(connection):
        (count,) = connection.execute(
            f"SELECT count(*) FROM {one.table} WHERE {_forgets(one)}"
        ).fetchone()
        if count:
            found[f"{one.table}.{one.column}"] = int(count)
    return found


def delete(connection: sqlite3.Connection, spares: Collection[str] = ()) -> None:
    """Deletes what is marked and empties what refers to it; inside :func:`marked`.

    Args:
        connection: in a transaction, at the end of which every reference has to be whole.
        spares: tables of which no row is deleted.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")
    there = counted(connection)
    for one in _emptied_in(connection):
        if one.to in there:
            put_again(connection, one.table, {one.column: "NULL"}, _forgets(one))
    for table in there.keys() - set(spares):
        connection.execute(f"DELETE FROM {table} WHERE id IN {_MARKED.format(to=table)}")


def put_again(
    connection: sqlite3.Connection, table: str, new: Mapping[str, str], where: str
) -> None:
    """Puts rows in their own place again, with ``new`` expressions for some columns."""
    columns = columns_of(connection, table)
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(new.get(name, f'"{name}"') for name in columns)
    connection.execute(
        f"INSERT OR REPLACE INTO {table} ({names}) SELECT {values} FROM {table} WHERE {where}"
    )


def _emptied_in(connection: sqlite3.Connection) -> list[Reference]:
    return [one for one in references_in(connection) if one.fate is Fate.EMPTIED]


def _forgets(one: Reference) -> str:
    """Which rows of a table stay, though what they refer to goes."""
    goes = _MARKED.format(to=one.to)
    return f'"{one.column}" IN {goes} AND id NOT IN {_MARKED.format(to=one.table)}'


def references_in(connection: sqlite3.Connection) -> list[Reference]:
    """Those that there are in this file: an older one has fewer tables."""
    there = tables_in(connection)
    return [one for one in REFERENCES if one.table in there]


def tables_in(connection: sqlite3.Connection) -> set[str]:
    """The tables of a file, by name."""
    found = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
    return {str(name) for (name,) in found}


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table, in their order."""
    return [str(row[1]) for row in connection.execute(f"PRAGMA main.table_info({table})")]
