"""``export.json`` read line by line, as it was written, so that other threads get their turns."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

_LONGEST_LINE = 16 * 1024 * 1024
"""Bytes; anything longer is read in one piece, as any other JSON is."""


class _OtherLayoutError(ValueError):
    """It is not laid out line by line."""


def tables_of(file: BinaryIO, head: str) -> dict[str, list[Any]] | None:
    """The tables in ``file``, if it is laid out line by line; None of any other file.

    Args:
        file: at its beginning.
        head: its first line.
    """
    try:
        return _Lines(file).tables(head)
    except (ValueError, RecursionError):
        return None  # whoever reads it in one piece will tell what is wrong


class _Lines:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def tables(self, head: str) -> dict[str, list[Any]]:
        if self._next() != (head, False):
            raise _OtherLayoutError
        found: dict[str, list[Any]] = {}
        more = True
        while more:
            name, rows, more = self._table()
            found[name] = rows
        if self._next() != ("}}", False) or self._file.read().strip():
            raise _OtherLayoutError
        return found

    def _next(self) -> tuple[str, bool]:
        """The next line, and whether a comma follows."""
        line = self._file.readline(_LONGEST_LINE).decode().strip()
        return line.removesuffix(","), line.endswith(",")

    def _table(self) -> tuple[str, list[Any], bool]:
        """A table's name, its rows, and whether another follows."""
        text, comma = self._next()
        if text.endswith("[]"):
            return _name(text.removesuffix("[]")), [], comma
        if comma or not text.endswith("["):
            raise _OtherLayoutError
        rows, more = [], True
        while more:
            row, more = self._next()
            rows.append(json.loads(row))
        end, comma = self._next()
        if end != "]":
            raise _OtherLayoutError
        return _name(text.removesuffix("[")), rows, comma


def _name(text: str) -> str:
    (name,) = json.loads(f"{{{text} 0}}")
    return str(name)
