"""How single values lie in the file, and their column types, which also steer the export."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar
from uuid import UUID

from sqlalchemy import BigInteger, Float, Integer, LargeBinary, Text

W = TypeVar("W", bound=StrEnum)

_ID_DIGITS = 32
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
SINCE_EVER = -(2**63)
FOR_EVER = 2**63 - 1
"""Instants that no record reaches, not even one that cannot be read."""

_BETWEEN_WORDS = ";"
_DEEPEST = 50
"""Levels of a JSON value. Nothing of ours has ten; going through thousands ends Python's stack."""
_TOO_DEEP = "nested too deeply"


class Micros(BigInteger):
    """An instant: microseconds since 1970 in UTC."""


class Flag(Integer):
    """Yes or no: 1 or 0."""


class Words(Text):
    """Ids in order, joined with ``;``."""


class Tint(Text):
    """A person's colour; what is none, or not there in a file of before, is the usual one."""


class Json(Text):
    """Any small value as JSON text."""


class Real(Float[float]):
    """A number that need not be whole."""


class Bytes(LargeBinary):
    """A photo or a voice as it was taken."""


def micros(instant: datetime) -> int:
    """An instant as it lies in the file.

    Raises:
        ValueError: it is naive, so nobody can say which instant it is.
    """
    if instant.tzinfo is None:
        message = f"naive datetime {instant}"
        raise ValueError(message)
    return (instant - _EPOCH) // _MICROSECOND


def maybe_micros(instant: datetime | None) -> int | None:
    """Like :func:`micros`; none stays none."""
    return None if instant is None else micros(instant)


def instant_of(number: int) -> datetime:
    """The instant, aware, in UTC.

    Raises:
        OverflowError: no calendar goes that far.
    """
    return _EPOCH + timedelta(microseconds=number)


def maybe_instant(number: int | None) -> datetime | None:
    """Like :func:`instant_of`; none stays none."""
    return None if number is None else instant_of(number)


def maybe_text(id_: UUID | None) -> str | None:
    """An id as it lies in the file; none stays none."""
    return None if id_ is None else str(id_)


def id_of(text: str) -> UUID:
    """The id written as ``text``; what ``UUID`` does besides takes longer than the id.

    Raises:
        ValueError: it is none.
    """
    digits = text.replace("-", "")
    if len(digits) != _ID_DIGITS:
        raise ValueError(text)
    return UUID(int=int(digits, 16))


# A family has few people and devices and very many rows that name them.
known_id = lru_cache(maxsize=256)(UUID)


def maybe_id(text: str | None) -> UUID | None:
    """A person's id; none stays none."""
    return None if text is None else known_id(text)


def maybe_value(word: StrEnum | None) -> str | None:
    """A word as it lies in the file; none stays none."""
    return None if word is None else word.value


def maybe_word(kind: type[W], text: str | None) -> W | None:
    """The word of ``kind`` that ``text`` is; none stays none.

    Raises:
        ValueError: there is no such word.
    """
    return None if text is None else kind(text)


def joined(words: tuple[str, ...]) -> str | None:
    """Ids as they lie in the file; none at all is an empty field, which may be filled later.

    Raises:
        ValueError: one is empty or holds the separator, so it could not be read back.
    """
    if any(not word or _BETWEEN_WORDS in word for word in words):
        message = f"not ids: {words!r}"
        raise ValueError(message)
    return _BETWEEN_WORDS.join(words) or None


def split(text: str | None) -> tuple[str, ...]:
    """The ids of a field."""
    return tuple(text.split(_BETWEEN_WORDS)) if text else ()


def json_of(text: str) -> object:
    """The JSON value that lies in the file; one that could be written again.

    Raises:
        ValueError: it is none, or so deep that nobody could go through it.
    """
    try:
        value: object = json.loads(text)
    except RecursionError as error:
        raise ValueError(_TOO_DEEP) from error
    json_text(value).encode("utf-8", "surrogateescape")
    return value


def json_text(value: object) -> str:
    """A JSON value as it lies in the file: always the same text for the same value.

    Raises:
        TypeError, ValueError: it is no JSON value that :func:`json_of` could read.
    """
    level = [value]
    for _ in range(_DEEPEST):
        level = [inner for each in level for inner in _within(each)]
    if level:
        raise ValueError(_TOO_DEEP)
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)


def _within(value: object) -> Iterable[object]:
    """What a list or an object holds."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list | tuple) else ()
