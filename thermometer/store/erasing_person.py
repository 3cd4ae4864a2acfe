"""Every byte of somebody out of an open file of ours: rows, references, PIN, the name in texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from thermometer.domain.erasing import Names, Reach
from thermometer.store import erasing_rows as rows
from thermometer.store.erasing_tables import TEXTS, Kind
from thermometer.store.erasing_texts import (
    any_text,
    changed_texts,
    holds_texts,
    parts,
    raw,
    readable,
    rewritten,
    setting_without,
    texts_inside,
)
from thermometer.store.locks import PREFIX
from thermometer.store.values import json_of

_PINS = PREFIX + "pins"


def name_of(connection: sqlite3.Connection, person: str) -> set[str]:
    """The name that somebody has in this file, if they are in it.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    found = connection.execute("SELECT name FROM person WHERE id = ?", (person,))
    return {str(name) for (name,) in found.fetchall()}


def reach(connection: sqlite3.Connection, person: str, names: Names) -> Reach:
    """How much of this file is about somebody; nothing is changed.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    with any_text(connection):
        return _reach(connection, person, names)


def is_about(connection: sqlite3.Connection, person: str, names: Names) -> bool:
    """Whether anything in this file is about somebody.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    found = reach(connection, person, names)
    return bool(found.rows or found.emptied or found.mentions or found.has_pin)


def _reach(connection: sqlite3.Connection, person: str, known: Names) -> Reach:
    _teach(connection, known)
    with rows.marked(connection, {"person": [person]}):
        going, emptied = rows.counted(connection), rows.forgetting(connection)
        mentions = [*_mentions(connection, known), *_in_settings(connection, known)]
        inside = [text for one in _texts(connection) for text in texts_inside(known, one)]
        photos = _own_photos(connection)
    _forget(connection)
    owners = _owners(connection)
    there = person in owners
    if not name_of(connection, person):
        del going["person"]
    is_only = there and len(owners) == 1
    return Reach(going, emptied, tuple(mentions), tuple(inside), photos, there, is_only)


def erase(
    connection: sqlite3.Connection, person: str, names: Names, spares: Collection[str] = ()
) -> None:
    """Deletes what is somebody's, and takes them out of what is others'.

    Args:
        connection: in a transaction, which the caller commits.
        person: their id.
        names: theirs.
        spares: tables of which no row is deleted.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    with any_text(connection):
        _erase(connection, person, names, spares)


def _erase(
    connection: sqlite3.Connection, person: str, known: Names, spares: Collection[str]
) -> None:
    is_only = _owners(connection) == {person}
    _teach(connection, known)
    with rows.marked(connection, {"person": [person]}):
        rows.delete(connection, spares)
    for table, columns in _texts_in(connection).items():
        new = {name: _without(name, kind) for name, kind in columns.items()}
        where = " OR ".join(f'{value} IS NOT "{name}"' for name, value in new.items())
        rows.put_again(connection, table, new, where)
    for key, text in _settings(connection):
        _keep_setting(connection, key, text, setting_without(key, text, person, known))
    _forget(connection)
    if is_only:
        # With the last PIN goes all of the lock, except that a PIN was offered once.
        connection.execute(
            "DELETE FROM setting WHERE key GLOB ? AND key <> ?", (f"{PREFIX}*", f"{PREFIX}offered")
        )


def _teach(connection: sqlite3.Connection, names: Names) -> None:
    def without_names(kind: str, text: bytes | None) -> bytes | None:
        return None if text is None else raw(rewritten(names, kind, readable(text)))

    connection.create_function("without_names", 2, without_names, deterministic=True)


def _forget(connection: sqlite3.Connection) -> None:
    """The connection does not know the names any more."""
    connection.create_function("without_names", 2, None)


def _without(column: str, kind: Kind) -> str:
    """As bytes: one text that is none must not stop the others from being looked through."""
    return f"CAST(without_names('{kind}', CAST(\"{column}\" AS BLOB)) AS TEXT)"


def _texts_in(connection: sqlite3.Connection) -> dict[str, dict[str, Kind]]:
    there = rows.tables_in(connection)
    return {table: columns for table, columns in TEXTS.items() if table in there}


def _mentions(connection: sqlite3.Connection, names: Names) -> Iterable[str]:
    for table, columns in _texts_in(connection).items():
        for name, kind in columns.items():
            found = connection.execute(
                f'SELECT "{name}" FROM {table} WHERE {_without(name, kind)} IS NOT "{name}"'
                f" AND id NOT IN (SELECT id FROM temp.going WHERE of = '{table}')"
            ).fetchall()
            for (text,) in found:
                for part in text.split(";") if kind is Kind.WORDS else (text,):
                    yield from changed_texts(names, part)


def _texts(connection: sqlite3.Connection) -> Iterable[str]:
    """Every text of others in which a name can stand."""
    for table, columns in _texts_in(connection).items():
        for name, kind in columns.items():
            found = connection.execute(
                f'SELECT "{name}" FROM {table} WHERE "{name}" IS NOT NULL'
                f" AND id NOT IN (SELECT id FROM temp.going WHERE of = '{table}')"
            ).fetchall()
            for (text,) in found:
                yield from parts(kind, str(text))
    yield from (text for key, text in _settings(connection) if holds_texts(key))


def _own_photos(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the family's own tools with photos: of whom those are nobody has said."""
    if "own_tool" not in rows.tables_in(connection):
        return ()
    found = connection.execute(
        "SELECT name FROM own_tool WHERE picture LIKE 'own:%' OR steps LIKE '%\"own:%'"
        " ORDER BY name"
    )
    return tuple(str(name) for (name,) in found)


def _in_settings(connection: sqlite3.Connection, names: Names) -> Iterable[str]:
    for key, text in _settings(connection):
        if holds_texts(key):
            yield from changed_texts(names, text)


def _settings(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    found = connection.execute("SELECT key, value FROM setting").fetchall()
    return [(str(key), str(value)) for key, value in found]


def _keep_setting(connection: sqlite3.Connection, key: str, text: str, left: str | None) -> None:
    if left is None:
        connection.execute("DELETE FROM setting WHERE key = CAST(? AS TEXT)", (raw(key),))
    elif left != text:
        values = raw(left), raw(key)
        connection.execute(
            "UPDATE setting SET value = CAST(? AS TEXT) WHERE key = CAST(? AS TEXT)", values
        )


def _owners(connection: sqlite3.Connection) -> set[str]:
    """Whose PINs there are; none where that cannot be read."""
    try:
        pins = json_of(dict(_settings(connection)).get(_PINS, "{}"))
    except ValueError:
        return set()
    return set(pins) if isinstance(pins, dict) else set()
