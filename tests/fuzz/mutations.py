"""Edits that files suffer: cells, rows, values, bytes; each made by a number, again and again."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from thermometer.services.exchange import json_file
from thermometer.services.work import Work

MARK = b"\x00EDITS\x00"
"""Before bytes that are edits of a sound backup, and not a file."""
SCRIPT = b"\x00SQL\x00"
"""Before what is done to a sound backup in SQL."""
CELLS = (
    "",
    "0",
    "1",
    "-1",
    "purple",
    "green",
    "=cmd()",
    "'=",
    "NaN",
    "1e999",
    "9" * 400,
    "2026-02-30T10:00:00+01:00",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59.999999-12:00",
    "2026-11-20T17:05:00",
    "2026-11-20T17:05:00+99:59",
    "2026-11-20T17:05:00.123456789123+01:00",
    "Europe/Berlin",
    "../../etc/passwd",
    "Factory",
    "posixrules",
    "\x00",
    "\u202egnp.exe",
    "\ufeff",
    "a;b;;c",
    '"',
    '""',
    "x" * 5_000,
    "😀" * 50,
)
VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**63,
    10**400,
    -(2**63),
    1.5,
    float("nan"),
    float("inf"),
    "",
    "\ud800",
    "\x00",
    [],
    [[]],
    {},
    {"a": None},
    ["a;b", ""],
    "AAAA====",
    "not base64!",
    "9999-12-31T23:59:59.999999-12:00",
    "0001-01-01T00:00:00+14:00",
    "2026-11-20T17:05:00",
    "00000000-0000-0000-0000-000000000000",
    "Mia",
    "x" * 5_000,
)
DEEP = 3_000
SQL = (
    "UPDATE person SET name = x'ff'",
    "UPDATE person SET name = char(0)",
    "UPDATE person SET id = 'nobody'",
    "UPDATE check_in SET at = 9223372036854775807",
    "UPDATE check_in SET zone = 'purple'",
    "UPDATE check_in SET person = 'nobody'",
    "UPDATE check_in SET sequence = 'x'",
    "UPDATE device SET here = 1",
    "UPDATE device SET sequence = 9223372036854775807",
    "UPDATE setting SET value = '{'",
    "UPDATE alembic_version SET version_num = '0001'",
    "UPDATE alembic_version SET version_num = '9999'",
    "UPDATE alembic_version SET version_num = x'00'",
    "INSERT INTO alembic_version SELECT '0002'",
    "DELETE FROM alembic_version",
    "DELETE FROM device",
    "DROP TABLE person",
    "DROP TABLE alembic_version",
    "DROP TABLE setting",
    "DROP TABLE media",
    "ALTER TABLE person DROP COLUMN role",
    "ALTER TABLE check_in RENAME COLUMN zone TO colour",
    "ALTER TABLE person ADD COLUMN more TEXT",
    """CREATE TABLE "a""b" (c)""",
    "CREATE TABLE alembic_version_2 (c)",
    "CREATE VIEW v AS SELECT * FROM person",
    "CREATE VIRTUAL TABLE t USING fts5(x)",
    "CREATE TRIGGER t AFTER INSERT ON check_in BEGIN DELETE FROM check_in; END",
    "CREATE TRIGGER t BEFORE UPDATE ON device BEGIN SELECT RAISE(ABORT, 'no'); END",
    "CREATE TRIGGER t AFTER INSERT ON device BEGIN SELECT RAISE(FAIL, 'no'); END",
    "CREATE TRIGGER t AFTER UPDATE ON device BEGIN UPDATE person SET name = 'Eve'; END",
    "CREATE INDEX i ON person (upper(name))",
    "CREATE UNIQUE INDEX i ON check_in (zone)",
    "PRAGMA application_id = 1",
    "PRAGMA user_version = 2147483647",
    "PRAGMA journal_mode = WAL",
)
"""What somebody may have done to a backup."""


def edit_bytes(data: bytes, random: Random) -> bytes:
    """Bytes changed, cut out, doubled, or the end missing."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 4)):
        first, last = sorted(random.randint(0, len(changed)) for _ in range(2))
        way = random.randrange(4)
        if way == 0 and changed:
            changed[first % len(changed)] = random.randrange(256)
        elif way == 1:
            del changed[first : min(last, first + 64)]
        elif way == 2:
            changed[first:first] = changed[first : min(last, first + 64)]
        elif random.random() < 0.3:
            del changed[first:]
    return bytes(changed)


def edit_csv(data: bytes, random: Random) -> bytes:
    """Cells replaced, rows doubled, swapped or longer than the others."""
    rows = [line.split(",") for line in data.decode("utf-8", "replace").splitlines()] or [[""]]
    for _ in range(random.randint(1, 3)):
        row = random.choice(rows[1:] or rows)
        way = random.randrange(6)
        if way < 3:
            row[random.randrange(len(row))] = random.choice(CELLS)
        elif way == 3:
            rows.append(list(row))
        elif way == 4:
            row[random.randrange(len(row))] = random.choice(random.choice(rows))
        else:
            row.append(random.choice(CELLS))
    ending = random.choice(("\n", "\r\n", "\r"))
    return ending.join(map(",".join, rows)).encode("utf-8", "surrogatepass")


def edit_json(data: bytes, random: Random) -> bytes:
    """Values replaced, keys renamed, rows doubled; written line by line or in one piece."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return edit_bytes(data, random)
    for _ in range(random.randint(1, 3)):
        _edit_value(whole, random)
    text = _in_lines(whole) if random.random() < 0.6 else json.dumps(whole)
    if random.random() < 0.05:
        deep = random.choice(("[" * DEEP + "]" * DEEP, '{"a":' * DEEP + "1" + "}" * DEEP))
        text = text.replace('"', deep + '"', 1) if random.random() < 0.2 else _swap(text, deep)
    return text.encode("utf-8", "surrogatepass")


def _swap(text: str, deep: str) -> str:
    """One value of a row is another."""
    start = text.find('": "', text.find('"id"'))
    end = text.find('"', start + 4)
    return text if start < 0 or end < 0 else f"{text[: start + 3]}{deep}{text[end + 1 :]}"


def _in_lines(whole: Any) -> str:
    tables = whole.get("tables") if isinstance(whole, dict) else None
    if not isinstance(tables, dict) or not all(isinstance(rows, list) for rows in tables.values()):
        return json.dumps(whole)
    file = io.StringIO()
    json_file.write(tables.items(), file, Work())
    return file.getvalue()


def _edit_value(whole: Any, random: Random) -> None:
    above, key = _place(whole, random)
    if isinstance(above, list):
        random.choice((_replace, _replace, _double))(above, key, random)
    elif isinstance(above, dict):
        random.choice((_replace, _replace, _replace, _rename))(above, key, random)


def _place(whole: Any, random: Random) -> tuple[Any, Any]:
    """Somewhere in it, mostly deep down: what holds a value, and where."""
    above, key, here = None, None, whole
    while isinstance(here, dict | list) and here and (above is None or random.random() < 0.93):
        above = here
        key = random.choice(list(here)) if isinstance(here, dict) else random.randrange(len(here))
        here = above[key]
    return above, key


def _replace(above: Any, key: Any, random: Random) -> None:
    above[key] = deepcopy(random.choice(VALUES))


def _rename(above: Any, key: Any, random: Random) -> None:
    above[random.choice(("id", "name", "zone", "x", ""))] = above.pop(key)


def _double(above: Any, key: Any, random: Random) -> None:
    copied = json.loads(json.dumps(above[key]))
    above.append(copied)
    if isinstance(copied, dict) and copied and random.random() < 0.6:
        _replace(copied, random.choice(list(copied)), random)


def edit_backup(data: bytes, random: Random) -> bytes:
    """A file of SQLite changed by who knows it, in its pages, or only as bytes."""
    way = random.random()
    if way < 0.5:
        return SCRIPT + "; ".join(random.sample(SQL, random.randint(1, 3))).encode()
    if way < 0.8:
        places = (random.randbytes(6) for _ in range(random.randint(1, 8)))
        return MARK + b"".join(b"\0\0" + place[2:] for place in places)
    return edit_bytes(data, random)


Edit = Callable[[bytes, Random], bytes]
EDITS: dict[str, Edit] = {
    "csv": edit_csv,
    "json": edit_json,
    "backup": edit_backup,
    "picture": edit_bytes,
}
