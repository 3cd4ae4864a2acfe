"""What can still be read in a damaged data file, row by row."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from thermometer.store.json_values import Raw, to_json
from thermometer.store.reading import UNREADABLE, RawRow, lenient
from thermometer.store.whole import READERS

_PAGE = 4096
_VALID_FOR = 92
"""Where a first page says to which change its number of pages belongs."""
_AT_ONCE = 500
_LOOK_EVERY = 1_000
_SMALLEST_ROW = 64
"""In bytes: a table cannot have more rows than fit into its file."""

Rows = list[dict[str, object]]
_Numbered = tuple[Any, ...]
"""The number of a row, then its values."""


def _whatever(_rows: int) -> None:
    """Nobody wants to know how many there are."""


def _go_on() -> None:
    """Nobody wants it to stop."""


def salvage(
    damaged: Path,
    folder: Path,
    like: Path | None,
    expect: Callable[[int], None] = _whatever,
    still: Callable[[], None] = _go_on,
) -> Iterator[tuple[str, Rows]]:
    """Reads from a copy of a damaged file whatever can be read, some rows at a time.

    Args:
        damaged: the file; it and its log are copied, and opened by nobody.
        folder: private, for the copy; the caller removes it.
        like: a sound file of the same family, whose first page may stand in for a broken one.
        expect: told about how many rows there are, before the first.
        still: called now and then where nothing is found for long; may raise to stop.

    Yields:
        A table and rows of it, as :func:`thermometer.store.loading.load` takes them; each table
        after those that its rows name.

    Raises:
        OSError: there is no room for the copy, or the file cannot be reached.
    """
    copied = folder / "damaged.db"
    for tail in ("", "-wal"):
        source = damaged.with_name(damaged.name + tail)
        if source.exists():
            shutil.copyfile(source, copied.with_name(copied.name + tail))
    if like is not None and not _has_tables(copied):
        _give_head(copied, like)
    with closing(_tolerant(copied)) as connection:
        expect(sum(_about(connection, table) for table in READERS))
        for table in READERS:
            most = copied.stat().st_size // _SMALLEST_ROW
            yield from _readable(table, _rows(connection, table, most, still))


def _about(connection: sqlite3.Connection, table: Table) -> int:
    """About how many rows ``table`` has: the number of its last one; 0 if nobody can tell."""
    found = _attempt(connection, f'SELECT max(rowid) FROM "{table.name}"')
    return next((int(last) for (last,) in found if isinstance(last, int)), 0)


def _tolerant(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.text_factory = lenient
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    # Reads on where a file is shorter than it says, or its description of itself is odd.
    connection.execute("PRAGMA writable_schema = ON")
    return connection


def _has_tables(path: Path) -> bool:
    with closing(_tolerant(path)) as connection:
        return bool(_attempt(connection, "PRAGMA table_info(check_in)"))


def _give_head(path: Path, like: Path) -> None:
    """Writes the first page of a sound file over a broken one: it says where each table begins.

    Backups have the same pages in the same places, and tables do not move after they were made.
    """
    with like.open("rb") as sound, path.open("r+b") as broken:
        broken.write(sound.read(_PAGE))
        # How many pages there are is then told by the size of the file, not by this page.
        broken.seek(_VALID_FOR)
        broken.write(bytes(4))


def _readable(table: Table, rows: Iterator[_Numbered]) -> Iterator[tuple[str, Rows]]:
    some: Rows = []
    for _, *values in rows:
        with suppress(*UNREADABLE):
            some.append(_written(table, values))
        if len(some) == _AT_ONCE:
            yield table.name, some
            some = []
    if some:
        yield table.name, some


def _written(table: Table, values: list[Raw]) -> dict[str, object]:
    columns = tuple(table.columns)
    READERS[table](RawRow.of(tuple(column.name for column in columns), values))
    return {column.name: to_json(column, v) for column, v in zip(columns, values, strict=True)}


def _rows(
    connection: sqlite3.Connection, table: Table, most: int, still: Callable[[], None]
) -> Iterator[_Numbered]:
    """From the front as far as it goes, from the back as far as it goes, and what lies between."""
    query = _query(connection, table)
    if query is None:
        return
    whole, first = yield from _run(connection, f"{query} ORDER BY rowid")
    if whole:
        return
    _, last = yield from _run(connection, f"{query} WHERE rowid > {first or 0} ORDER BY rowid DESC")
    between = range((first or 0) + 1, last or (first or 0) + most)
    for number in between:
        if number % _LOOK_EVERY == 0:
            still()
        yield from _attempt(connection, f"{query} WHERE rowid = {number}")


def _query(connection: sqlite3.Connection, table: Table) -> str | None:
    """How to read the rows of ``table``; None if the file has no such table.

    A column that an older file lacks is empty.
    """
    there = {name for _, name, *_ in _attempt(connection, f"PRAGMA table_info({table.name})")}
    names = ", ".join(f'"{c.name}"' if c.name in there else "NULL" for c in table.columns)
    return f'SELECT rowid, {names} FROM "{table.name}"' if there else None


def _run(
    connection: sqlite3.Connection, query: str
) -> Generator[_Numbered, None, tuple[bool, int | None]]:
    """The rows in their order until one cannot be read.

    Returns:
        Whether that was all of them, and the number of the last one; None if there was none.
    """
    last = None
    try:
        for row in connection.execute(query):
            last = row[0]
            yield row
    except sqlite3.DatabaseError:
        return False, last
    return True, last


def _attempt(connection: sqlite3.Connection, query: str) -> list[_Numbered]:
    try:
        return connection.execute(query).fetchall()
    except sqlite3.DatabaseError:
        return []
