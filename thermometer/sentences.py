"""Sentences made below the window and by the command line, from ``content/<language>``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from thermometer import assets
from thermometer.domain.problems import Problem

SOURCE_LANGUAGE = "en"


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


def read_toml(path: Path) -> dict[str, Any]:
    """A content file as a dictionary.

    Raises:
        Problem: ``content-broken`` with the file and what is wrong with it.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem("content-broken", file=path.name, reason=str(error)) from error


class Sentences:
    """The sentences of one language.

    Args:
        language: a folder of ``resources/content``; unknown ones read English.
    """

    def __init__(self, language: str = SOURCE_LANGUAGE) -> None:
        self._texts: dict[str, str] = read_toml(content_file(language, "sentences.toml"))

    def say(self, key: str, **values: object) -> str:
        """The sentence ``key`` with its places filled."""
        return self._texts[key].format(**values)

    def of(self, problem: Problem) -> str:
        """What to tell a person about ``problem``."""
        return self.say(problem.key, **problem.values)
