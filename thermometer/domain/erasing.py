"""What goes when somebody is erased, said before it does; and how a name is taken out of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

REMOVED = "…"
"""Stands in a text where a name stood."""


class Names:
    """The names of somebody who is erased, found in texts as whole words.

    Capitals make no difference, and neither does the ``s`` of whose something is.

    Args:
        names: every name that the person has had, as far as it is known.
    """

    def __init__(self, names: Iterable[str]) -> None:
        longest_first = sorted(names, key=len, reverse=True)
        words = "|".join(re.escape(name) for name in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{words})(s?)(?!\w)", re.IGNORECASE)
        self._any = bool(longest_first)

    def out_of(self, text: str) -> str:
        """``text`` without them."""
        return self._pattern.sub(rf"{REMOVED}\1", text) if self._any else text


@dataclass(frozen=True, slots=True)
class Reach:
    """How much of one file of records is about somebody.

    Attributes:
        rows: how many rows go, by table.
        emptied: how many rows of others stay and forget them, by table and column.
        mentions: texts of others in which the name stands.
        has_pin: whether there is a PIN of theirs.
        is_only_pin: whether nobody else has one.
    """

    rows: Mapping[str, int] = field(default_factory=dict)
    emptied: Mapping[str, int] = field(default_factory=dict)
    mentions: tuple[str, ...] = ()
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
