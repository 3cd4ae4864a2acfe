"""``export.json``: everything in the data file, one row of it a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, TextIO

from pydantic import BaseModel, Field, ValidationError

from thermometer.services.exchange.csv_source import LARGEST_JSON, Unreadable, opened

FORMAT: Literal["feelings-thermometer"] = "feelings-thermometer"
VERSION = 1
Tables = dict[str, list[Any]]


class Whole(BaseModel):
    """What the file holds. ``version`` is that of this form, not of the program."""

    format: Literal["feelings-thermometer"]
    version: Annotated[int, Field(ge=1)]
    tables: Tables


def write(tables: Mapping[str, Sequence[object]], file: TextIO) -> int:
    """Writes ``tables`` into ``file``.

    Returns:
        How many rows that were.
    """
    file.write(f'{{"format": "{FORMAT}", "version": {VERSION}, "tables": {{')
    file.writelines(_parts(tables))
    file.write("\n}}\n")
    return sum(map(len, tables.values()))


def _parts(tables: Mapping[str, Sequence[object]]) -> Iterator[str]:
    for number, (name, rows) in enumerate(tables.items()):
        yield f"{',' if number else ''}\n{json.dumps(name)}: ["
        for place, row in enumerate(rows):
            yield f"{',' if place else ''}\n{json.dumps(row, ensure_ascii=False)}"
        yield "\n]" if rows else "]"


def read(path: Path) -> Tables:
    """The tables of a file that ``write`` wrote.

    Raises:
        Unreadable: it is not one, or a later version of the program wrote it.
    """
    with opened(path, LARGEST_JSON) as file:
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
