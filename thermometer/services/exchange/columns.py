"""The columns of the CSV files: each joins one cell to one field of a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from thermometer.services.exchange import cells
from thermometer.services.exchange.roll import Roll

Read = Callable[[str, Roll], Any]
Write = Callable[[Any, Roll, str], str]
"""Takes the value, the roll and the time zone of the record."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``field`` is the record's; an ``optional`` cell may be empty, which is none."""

    name: str
    field: str
    read: Read
    write: Write
    optional: bool = False


def identity(name: str, *, optional: bool = False) -> Column:
    """A UUID."""
    return Column(name, name, lambda c, _: cells.read_id(c), lambda v, _r, _z: str(v), optional)


def person(name: str, *, optional: bool = False) -> Column:
    """Somebody of the family, by name."""

    def write(value: UUID, roll: Roll, _zone: str) -> str:
        return roll.cell(value)

    return Column(name, name, lambda cell, roll: roll.person(cell).id, write, optional)


def instant(name: str, *, optional: bool = False) -> Column:
    """An RFC 3339 time, written in the record's own time zone."""

    def write(value: datetime, _roll: Roll, zone: str) -> str:
        return cells.write_instant(value, zone)

    return Column(name, name, lambda cell, _: cells.read_instant(cell), write, optional)


def place() -> Column:
    """The IANA time zone in which a record was made."""
    return Column(
        "time_zone", "time_zone", lambda c, _: cells.read_time_zone(c), lambda v, _r, _z: str(v)
    )


def yes_no(name: str, *, optional: bool = False) -> Column:
    """``1`` or ``0``."""
    return Column(
        name,
        name,
        lambda cell, _: cells.read_yes_no(cell),
        lambda v, _r, _z: "1" if v else "0",
        optional,
    )


def choice(name: str, choices: type[StrEnum], key: str, *, optional: bool = False) -> Column:
    """A word of a fixed list; ``key`` is the sentence for any other."""
    return Column(
        name,
        name,
        lambda cell, _: cells.read_choice(cell, choices, key),
        lambda v, _r, _z: str(v),
        optional,
    )


def text(name: str, read: Callable[[str], str]) -> Column:
    """A text that may have been guarded against being taken for a formula."""
    return Column(name, name, lambda c, _: read(cells.unguard(c)), lambda v, _r, _z: cells.guard(v))


def words(name: str) -> Column:
    """Ids separated by semicolons, or nothing."""
    return Column(
        name,
        name,
        lambda cell, _: cells.read_words(cell),
        lambda v, _r, _z: cells.write_words(v),
        optional=True,
    )
