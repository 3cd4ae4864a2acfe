"""What goes when somebody is erased, said before it does; and how a name is taken out of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

REMOVED = "…"
"""Stands in a text where a name stood."""
_LAST_CASED = 0x1F000
"""No letter beyond it is large or small; a test holds it."""


class Names:
    """The names of somebody who is erased, found in texts.

    Capitals make no difference, and neither does the ``s`` of whose something is. Only between two
    letters of a script with capitals does a name stand inside a longer word, as Mia in Miami: other
    scripts put no space between words, and a digit or a line beside a name is no part of it.

    Args:
        names: every name that the person has had, as far as it is known.
        inside: also takes them out of longer words.
    """

    def __init__(self, names: Iterable[str], *, inside: bool = False) -> None:
        spelt = {(normalize("NFC", name), normalize("NFD", name)) for name in names if name}
        known = sorted({each for both in spelt for each in both}, key=len, reverse=True)
        found = [re.escape(name) if inside else _whole(name) for name in known]
        self._pattern = re.compile("|".join(found), re.IGNORECASE)
        self._anywhere = re.compile("|".join(map(re.escape, known)), re.IGNORECASE)
        self._any = bool(known)

    def out_of(self, text: str) -> str:
        """``text`` without them."""
        before = ""
        while self._any and before != text:  # an s that stood after a name may be one itself
            before, text = text, self._pattern.sub(REMOVED, text)
        return text

    def are_inside(self, text: str) -> bool:
        """Whether one still stands inside a longer word of ``text``, and so stays there."""
        return self._any and bool(self._anywhere.search(self.out_of(text)))


def _whole(name: str) -> str:
    """A pattern for ``name`` where it is no part of a longer word."""
    letters = [each for each in name if not combining(each)] or [name]
    before = f"(?<!{_cased()})" if _is_cased(letters[0]) else ""
    after = f"(?=s?(?!{_cased()}))" if _is_cased(letters[-1]) else ""
    return f"{before}{re.escape(name)}{after}"


def _is_cased(letter: str) -> bool:
    return letter.lower() != letter.upper()


@cache
def _cased() -> str:
    """A class of every letter that is large or small."""
    return f"[{''.join(letter for letter in map(chr, range(_LAST_CASED)) if _is_cased(letter))}]"


@dataclass(frozen=True, slots=True)
class Reach:
    """How much of one file of records is about somebody.

    Attributes:
        rows: how many rows go, by table.
        emptied: how many rows of others stay and forget them, by table and column.
        mentions: texts of others in which the name stands.
        inside: texts of others in which it stands inside a longer word, and stays unless asked.
        own_photos: the family's own tools with photos; nobody owns those, and they stay.
        has_pin: whether there is a PIN of theirs.
        is_only_pin: whether nobody else has one.
    """

    rows: Mapping[str, int] = field(default_factory=dict)
    emptied: Mapping[str, int] = field(default_factory=dict)
    mentions: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    own_photos: tuple[str, ...] = ()
    has_pin: bool = False
    is_only_pin: bool = False


@dataclass(frozen=True, slots=True)
class BackupFate:
    """What becomes of a backup: ``stays`` is rewritten without the person, if they are in it."""

    path: Path
    made_at: datetime | None
    stays: bool


@dataclass(frozen=True, slots=True)
class Going:
    """Everything that goes with a person.

    Attributes:
        reach: in the family's records.
        backups: on this device, the newest first.
        damaged: files that were kept aside after damage, and go whole.
    """

    reach: Reach
    backups: tuple[BackupFate, ...]
    damaged: tuple[Path, ...]
