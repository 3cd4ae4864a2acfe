"""The values of a column as they stand in the family's own export, and back."""

from __future__ import annotations

import math
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, Text

from thermometer.domain.colours import PersonColour
from thermometer.store.values import (
    Bytes,
    Flag,
    Json,
    Micros,
    Real,
    Tint,
    Words,
    instant_of,
    joined,
    json_of,
    json_text,
    micros,
    split,
)

Raw = str | int | float | bytes | None
_LARGEST = 2**63


def to_json(column: Column[Any], value: Raw) -> object:
    """What lies in ``column``, for JSON: instants in RFC 3339, lists as lists, bytes in base64.

    Raises:
        ValueError, TypeError, OverflowError: it cannot be read.
    """
    kind = type(column.type)
    if value is None:
        return [] if kind is Words else None
    convert = _TO_JSON.get(kind)
    return convert(value) if convert else value


def from_json(column: Column[Any], value: object) -> Raw:
    """The other way round.

    Raises:
        ValueError, TypeError: there is no such value.
    """
    kind = type(column.type)
    if value is None and column.nullable and kind is not Words:
        return None
    return _FROM_JSON[kind](value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()  # half a surrogate pair is no text
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    if not -_LARGEST <= value < _LARGEST:
        raise ValueError(value)
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_text(word) for word in value)


def _real(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(value)
    if not math.isfinite(value):
        raise ValueError(value)
    return float(value)


def _rfc3339(number: int) -> str:
    return instant_of(number).isoformat().replace("+00:00", "Z")


_TO_JSON: dict[type, Callable[[Any], object]] = {
    Words: lambda value: list(split(value)),
    Micros: _rfc3339,
    Flag: bool,
    Json: json_of,
    Bytes: lambda value: b64encode(value).decode("ascii"),
}
_FROM_JSON: dict[type, Callable[[object], Raw]] = {
    Words: lambda value: joined(_words(value)),
    Micros: lambda value: micros(datetime.fromisoformat(_text(value))),
    Flag: lambda value: int(_yes_or_no(value)),
    Json: json_text,
    Integer: _number,
    Text: _text,
    Tint: lambda value: PersonColour.of(value).value,
    Real: _real,
    Bytes: lambda value: b64decode(_text(value), validate=True),
}
