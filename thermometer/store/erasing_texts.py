"""Taking a person out of texts, of JSON and of settings."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from thermometer.domain.erasing import Names
from thermometer.store.erasing_tables import PLAIN_SETTINGS, Kind
from thermometer.store.locks import PREFIX
from thermometer.store.values import json_of, json_text

_PLAIN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_GONE = object()


@contextmanager
def any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Inside, texts can be read whatever bytes they are; :func:`raw` makes those of them again."""
    connection.text_factory = readable
    try:
        yield
    finally:
        connection.text_factory = str


def readable(text: bytes) -> str:
    """Bytes of a column, also where they are no UTF-8."""
    return text.decode("utf-8", "surrogateescape")


def raw(text: str) -> bytes:
    """The bytes that were :func:`readable`."""
    return text.encode("utf-8", "surrogateescape")


def rewritten(names: Names, kind: str, text: str) -> str:
    """What lies in a column, without ``names``."""
    if kind == Kind.JSON:
        return _rewritten_json(names, text)
    if kind == Kind.WORDS:
        words = text.split(";")
        return ";".join(w if _PLAIN_ID.fullmatch(w) else names.out_of(w) for w in words)
    return names.out_of(text)


def _rewritten_json(names: Names, text: str) -> str:
    """As it was, byte for byte, where no name stands in it."""
    try:
        value = json_of(text)
    except ValueError:
        return names.out_of(text)
    new = _out_of(names, value)
    return text if new == value else json_text(new)


def changed_texts(names: Names, text: str) -> tuple[str, ...]:
    """The texts of a column in which a name stands: of JSON only those, of others all of it."""
    return tuple(found for found in _texts(text) if names.out_of(found) != found)


def texts_inside(names: Names, text: str) -> tuple[str, ...]:
    """Those in which one stands inside a longer word."""
    return tuple(found for found in _texts(text) if names.are_inside(found))


def parts(kind: str, text: str) -> list[str]:
    """What of a column can hold a name: of words joined with ``;`` no plain id."""
    if kind != Kind.WORDS:
        return [text]
    return [word for word in text.split(";") if not _PLAIN_ID.fullmatch(word)]


def _texts(text: str) -> list[str]:
    try:
        value = json_of(text)
    except ValueError:
        value = text
    if not isinstance(value, list | dict):
        value = text
    return _strings(value)


def holds_texts(key: str) -> bool:
    """Whether a family may have written something into the setting ``key``."""
    return not (key in PLAIN_SETTINGS or key.startswith(PREFIX))


def setting_without(key: str, text: str, person: str, names: Names) -> str | None:
    """A setting without a person; None where nothing of it is left.

    Args:
        key: of the setting.
        text: its JSON.
        person: their id.
        names: theirs.
    """
    ids = (person, person.replace("-", ""))
    if _names(key, ids):
        return None
    has_texts = holds_texts(key)
    try:
        value = json_of(text)
    except ValueError:
        if not (_names(text, ids) or (has_texts and names.out_of(text) != text)):
            return text
        return "null" if key.startswith(PREFIX) else None  # a broken lock stays locked
    left = _without_ids(value, ids)
    if left is _GONE:
        return None
    new = _out_of(names, left) if has_texts else left
    return text if new == value else json_text(new)


def _names(text: str, ids: tuple[str, ...]) -> bool:
    return any(id_ in text for id_ in ids)


def _without_ids(value: object, ids: tuple[str, ...]) -> object:
    """``value`` without every entry that names one of ``ids``."""
    match value:
        case str():
            return _GONE if _names(value, ids) else value
        case list():
            left = (_without_ids(each, ids) for each in value)
            return [each for each in left if each is not _GONE]
        case dict():
            kept = {k: _without_ids(v, ids) for k, v in value.items() if not _names(k, ids)}
            return {k: v for k, v in kept.items() if v is not _GONE}
        case _:
            return value


def _out_of(names: Names, value: object) -> object:
    """``value`` with every text in it without ``names``; keys are words of the program."""
    match value:
        case str():
            return names.out_of(value)
        case list():
            return [_out_of(names, each) for each in value]
        case dict():
            return {key: _out_of(names, each) for key, each in value.items()}
        case _:
            return value


def _strings(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case list():
            return [text for each in value for text in _strings(each)]
        case dict():
            return [text for each in value.values() for text in _strings(each)]
        case _:
            return []
