"""Sentences made below the window and by the command line, from ``content/<language>``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from string import Formatter
from typing import Any, TypeAlias

from thermometer import assets
from thermometer.domain.problems import Problem

SOURCE_LANGUAGE = "en"

Table: TypeAlias = dict[str, Any]


def content_file(language: str, name: str) -> Path:
    """The content file ``name`` in ``language``, or in English where it has none.

    Raises:
        MissingAssetError: not even the English one is there.
    """
    own = assets.folder() / "content" / language / name
    return own if own.is_file() else assets.find("content", SOURCE_LANGUAGE, name)


def languages() -> tuple[str, ...]:
    """The languages that there is content in, as the names of its folders; English first."""
    found = sorted(path.parent.name for path in (assets.folder() / "content").glob("*/*.toml"))
    others = [language for language in dict.fromkeys(found) if language != SOURCE_LANGUAGE]
    return (SOURCE_LANGUAGE, *others)


def read_toml(path: Path) -> Table:
    """A content file as a dictionary.

    Raises:
        Problem: ``content-broken`` with the file and what is wrong with it.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem("content-broken", file=path.name, reason=str(error)) from error


def content_table(language: str, name: str) -> Table:
    """The content file ``name`` in English, with every text that ``language`` has in its own.

    Raises:
        MissingAssetError: the English one is not there.
        Problem: ``content-broken``, if the English one cannot be read.
    """
    english = read_toml(assets.find("content", SOURCE_LANGUAGE, name))
    path = content_file(language, name)
    try:
        return laid_over(english, read_toml(path))
    except Problem:
        return english


def fits(own: str, english: str) -> bool:
    """Whether ``own`` can be filled with what ``english`` is filled with: a typing error cannot."""
    try:
        return _places([own]) <= _places([english])
    except ValueError:
        return False


def _places(texts: list[str]) -> set[tuple[str, str | None, str | None]]:
    """What stands in braces, in all of ``texts``.

    Raises:
        ValueError: the braces are not in pairs.
    """
    parts = (part for text in texts for part in Formatter().parse(text))
    return {(name, spec, way) for _, name, spec, way in parts if name is not None}


def laid_over(english: Table, own: Table) -> Table:
    """``english`` with the values of ``own``.

    One of another kind, an unknown one, and one with other places to fill is left aside.
    """
    return {key: _one_over(value, own.get(key)) for key, value in english.items()}


def _one_over(english: object, own: object) -> object:
    if isinstance(english, dict):
        return laid_over(english, own) if isinstance(own, dict) else english
    if isinstance(english, list):
        whole = isinstance(own, list) and _kinds(own) <= _kinds(english)
        return own if whole and _all_fit(own, english) else english
    if isinstance(english, str):
        return own if isinstance(own, str) and fits(own, english) else english
    return own if type(own) is type(english) else english


def _all_fit(own: object, english: list[Any]) -> bool:
    """Whether each text of ``own`` fits some text of ``english``."""
    texts = [text for text in english if isinstance(text, str)]
    mine = [text for text in own if isinstance(text, str)] if isinstance(own, list) else []
    return all(any(fits(text, each) for each in texts) for text in mine)


def _kinds(values: list[Any]) -> set[type]:
    return {type(value) for value in values}


class Sentences:
    """The sentences of one language; one that it does not have is said in English.

    Args:
        language: a folder of ``resources/content``; unknown ones read English.
    """

    def __init__(self, language: str = SOURCE_LANGUAGE) -> None:
        self._texts: dict[str, str] = content_table(language, "sentences.toml")

    def say(self, key: str, **values: object) -> str:
        """The sentence ``key`` with its places filled."""
        return self._texts[key].format(**values)

    def of(self, problem: Problem) -> str:
        """What to tell a person about ``problem``."""
        return self.say(problem.key, **problem.values)
