"""``export.json``: everything in the data file, one row of it a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal, TextIO

from pydantic import BaseModel, Field, ValidationError

from thermometer.services.exchange import json_lines
from thermometer.services.exchange.csv_source import LARGEST_JSON, Unreadable, opened
from thermometer.services.work import EVERY, Work

FORMAT: Literal["feelings-thermometer"] = "feelings-thermometer"
VERSION = 1
HEAD = f'{{"format": "{FORMAT}", "version": {VERSION}, "tables": {{'
"""The first line of a file."""
Tables = dict[str, list[Any]]


class Whole(BaseModel):
    """What the file holds. ``version`` is that of this form, not of the program."""

    format: Literal["feelings-thermometer"]
    version: Annotated[int, Field(ge=1)]
    tables: Tables


def write(tables: Iterable[tuple[str, Iterable[object]]], file: TextIO, work: Work) -> int:
    """Writes ``tables``, each with its name, into ``file``, one row a line.

    Args:
        tables: rows of each table by its name.
        file: takes them.
        work: told now and then how many rows are written.

    Raises:
        Stopped: it was asked to stop.

    Returns:
        How many rows that were.
    """
    file.write(HEAD)
    count = 0
    for number, (name, rows) in enumerate(tables):
        file.write(f"{',' if number else ''}\n{json.dumps(name)}: [")
        place = -1
        for place, row in enumerate(rows):
            file.write(f"{',' if place else ''}\n{json.dumps(row, ensure_ascii=False)}")
            count += 1
            if count % EVERY == 0:
                work.report(count, count)
        file.write("\n]" if place >= 0 else "]")
    file.write("\n}}\n")
    return count


def read(path: Path) -> Tables:
    """The tables of a file that ``write`` wrote.

    Raises:
        Unreadable: it is not one, or a later version of the program wrote it.
    """
    with opened(path, LARGEST_JSON) as file:
        tables = json_lines.tables_of(file, HEAD)
        if tables is not None:
            return tables
        file.seek(0)
        try:
            found = json.loads(file.read().decode("utf-8-sig"))
            whole = Whole.model_validate(found)
        except UnicodeDecodeError as error:
            raise Unreadable("import-not-utf-8") from error
        except json.JSONDecodeError as error:
            raise Unreadable("import-not-json", error.lineno) from error
        except (ValidationError, RecursionError, ValueError) as error:
            raise Unreadable("import-json-not-ours") from error
    if whole.version > VERSION:
        raise Unreadable("import-json-newer")
    return whole.tables
