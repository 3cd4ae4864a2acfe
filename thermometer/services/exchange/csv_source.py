"""One file as it comes: its encoding, its size, its header and its rows."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

from thermometer.domain.problems import Problem
from thermometer.services.exchange.cells import quoted
from thermometer.services.exchange.tables import Table, table_of

LARGEST_CSV = 100 * 1024**2
"""Bytes of one CSV file."""
LARGEST_JSON = 4 * LARGEST_CSV
"""Bytes of one ``export.json``: the same records take more room there, private notes included."""
MOST_ROWS = 1_000_000
"""Rows of one file."""
_LONGEST_LINE = 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Unreadable(Problem):
    """A whole file cannot be taken; ``line`` says where that was noticed, if anywhere."""

    def __init__(self, key: str, line: int | None = None, **values: object) -> None:
        super().__init__(key, **values)
        self.line = line


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be imported. ``table`` is None for JSON."""

    path: Path
    size: int
    table: Table | None


@contextmanager
def opened(path: Path, largest: int) -> Iterator[BinaryIO]:
    """``path``, open for reading, if it has no more than ``largest`` bytes.

    Raises:
        Unreadable: it is missing, a folder, forbidden or too large, or reading it fails.
    """
    try:
        check_size(path, largest)
        with path.open("rb") as file:
            yield file
    except (FileNotFoundError, ValueError) as error:  # a path with NUL in it leads nowhere
        raise Unreadable("import-missing") from error
    except OSError as error:
        raise Unreadable("import-no-access", reason=error.strerror) from error


def check_size(path: Path, largest: int) -> None:
    """Makes sure that ``path`` is a file of no more than ``largest`` bytes.

    Raises:
        Unreadable: it is a folder or too large.
        OSError: it cannot be looked at.
    """
    if path.is_dir():
        raise Unreadable("import-folder")
    if path.stat().st_size > largest:
        raise Unreadable("import-too-large", megabytes=largest // 1024**2)


def examine(path: Path) -> Source:
    """What kind of file ``path`` is, told by how it begins.

    Raises:
        Unreadable: it is nothing that can be imported.
    """
    with opened(path, LARGEST_JSON) as file:
        start = file.read(4096)
        if start.startswith(_UTF_16) or start[:2].count(0) == 1:  # a letter's other half
            raise Unreadable("import-utf-16")
        text = start.removeprefix(_BOM).lstrip()
        if not text:
            raise Unreadable("import-empty")
        size = path.stat().st_size
        if text.startswith((b"{", b"[")):
            return Source(path, size, None)
        check_size(path, LARGEST_CSV)
        file.seek(0)
        header = _header(csv.reader(_lines(file, _ignore), strict=True))
    return Source(path, size, _known_table(header))


def rows(
    path: Path, table: Table, read_bytes: Callable[[int], None]
) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file with the line each begins on, cells in the order of its table.

    Rows without any text are left out. A row of another length is handed on as it is.

    Args:
        path: a CSV file.
        table: as ``examine`` told it.
        read_bytes: told the size of each line read.

    Raises:
        Unreadable: from here on it is not CSV in UTF-8, or there are too many rows.
    """
    with opened(path, LARGEST_CSV) as file:
        reader = csv.reader(_lines(file, read_bytes), strict=True)
        header = _header(reader)
        in_order = itemgetter(*(header.index(name) for name in table.header))
        line, count = reader.line_num + 1, 0
        for row in _careful(reader):
            if any(row):
                count += 1
                if count > MOST_ROWS:
                    raise Unreadable("import-too-many-rows", line, limit=MOST_ROWS)
                yield line, list(in_order(row)) if len(row) == len(header) else row
            line = reader.line_num + 1


def _ignore(_size: int) -> None:
    """Nobody counts the bytes of a header."""


def _lines(file: BinaryIO, read_bytes: Callable[[int], None]) -> Iterator[str]:
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        if len(line) == _LONGEST_LINE:
            raise Unreadable("import-cell-too-long", number)
        read_bytes(len(line))
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Unreadable("import-not-utf-8", number) from error


def _careful(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            line = getattr(reader, "line_num", None)
            is_long = "field larger" in str(error)
            key = "import-cell-too-long" if is_long else "import-not-csv"
            raise Unreadable(key, line) from error


def _header(reader: Iterator[list[str]]) -> list[str]:
    for row in _careful(reader):
        if any(row):
            return [cell.strip() for cell in row]
    raise Unreadable("import-empty")


def _known_table(header: list[str]) -> Table:
    table = table_of(header)
    if table is None:
        raise Unreadable("import-columns", 1, found=quoted(",".join(header)))
    return table
