"""Single cells of the CSV files: what may stand in them, read and written.

Every ``read_*`` raises a ``Problem`` whose key names the reason a row cannot be taken.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from thermometer.domain.local_time import local_time, zone_called
from thermometer.domain.people import clean_text
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import EARLIEST_YEAR, LATEST_YEAR

W = TypeVar("W", bound=StrEnum)

WORD_LENGTH = 100
"""Longest id of a sign, a context or a tool, in characters; also how much of a cell is quoted."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
_RFC_3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(\.[0-9]+)?"
    r"(?P<offset>[Zz]|[+-][0-9]{2}:[0-5][0-9])?"
)


def guard(text: str) -> str:
    """``text`` as it is written: no spreadsheet may take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def unguard(cell: str) -> str:
    """The text that ``guard`` made ``cell`` of; any other cell stays as it is."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell


def quoted(cell: str) -> str:
    """``cell`` as a sentence may quote it: one line, not too long."""
    text = clean_text(cell[: WORD_LENGTH * 2])
    return text if len(text) <= WORD_LENGTH else f"{text[:WORD_LENGTH]}…"


def read_id(cell: str) -> UUID:
    """A UUID in its usual form."""
    try:
        found = UUID(cell)
    except ValueError as error:
        raise Problem("import-id", value=quoted(cell)) from error
    if str(found) != cell.lower() or not found.int:
        raise Problem("import-id", value=quoted(cell))
    return found


def read_instant(cell: str) -> datetime:
    """An RFC 3339 time with its offset, as aware UTC."""
    match = _RFC_3339.fullmatch(cell)
    if not match:
        raise Problem("import-time", value=quoted(cell))
    if not match["offset"]:
        raise Problem("import-time-naive", value=quoted(cell))
    try:
        local = datetime.fromisoformat(cell.upper())
        instant = local.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Problem("import-time", value=quoted(cell)) from error
    if not EARLIEST_YEAR <= instant.year <= LATEST_YEAR:
        raise Problem(
            "import-time-absurd", value=quoted(cell), first=EARLIEST_YEAR, last=LATEST_YEAR
        )
    return instant


def write_instant(instant: datetime, time_zone: str) -> str:
    """``instant`` in RFC 3339, in the local time of ``time_zone`` (UTC where it is unknown)."""
    return local_time(instant, time_zone).isoformat()


def read_time_zone(cell: str) -> str:
    """The IANA name of a time zone that is known here."""
    if zone_called(cell) is UTC:
        raise Problem("import-time-zone", value=quoted(cell))
    return cell


def read_yes_no(cell: str) -> bool:
    """``1`` or ``0``."""
    if cell not in {"0", "1"}:
        raise Problem("import-yes-no", value=quoted(cell))
    return cell == "1"


def read_choice(cell: str, choices: type[W], key: str) -> W:
    """One of the words of ``choices``; ``key`` is the sentence where it is none of them."""
    try:
        return choices(cell)
    except ValueError as error:
        raise Problem(key, value=quoted(cell), choices=", ".join(choices)) from error


def read_word(cell: str) -> str:
    """The id of a sign, a context or a tool, known here or not."""
    word = clean_text(cell)
    if not word or len(word) > WORD_LENGTH:
        raise Problem("import-word", value=quoted(cell), limit=WORD_LENGTH)
    return word


def read_words(cell: str) -> tuple[str, ...]:
    """Ids separated by semicolons."""
    return tuple(read_word(word) for word in unguard(cell).split(";") if word.strip())


def write_words(words: tuple[str, ...]) -> str:
    """Ids separated by semicolons."""
    return guard(";".join(words))
