"""The words that recovery codes are made of."""

from __future__ import annotations

from thermometer.domain.problems import Problem
from thermometer.services.content_files import ContentFiles

FILE = "recovery_words.toml"
FEWEST = 1024
"""Five words of so many cannot be guessed: 50 bits."""


def recovery_words(files: ContentFiles) -> tuple[str, ...]:
    """The words of the language, or the English ones where it has too few of its own.

    Raises:
        Problem: ``content-broken``.
    """
    for table in reversed(files.versions(FILE)):
        found = table.get("words")
        words = {w for w in found if _is_word(w)} if isinstance(found, list) else set()
        if len(words) >= FEWEST:
            return tuple(sorted(words))
    raise Problem("content-broken", file=FILE, reason="words")


def _is_word(value: object) -> bool:
    """Whether a value is one word as it is compared: letters only, all small."""
    return isinstance(value, str) and value.isalpha() and value == value.casefold()
