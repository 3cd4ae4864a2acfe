"""Where a family puts its own photos, names, voices and tools in: frozen values, as in places."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from thermometer.domain.zones import Zone


@dataclass(frozen=True, slots=True)
class OneCard:
    """One tool's card as a person has it: its name, photo, sentence and voice.

    ``zone`` is the one that was looked at in the set-up, and is gone back to.
    """

    person: UUID
    tool: str
    zone: Zone


@dataclass(frozen=True, slots=True)
class CardFile:
    """A photo for a card out of a file: a grown-up's, as files are nothing for a child."""

    card: OneCard


@dataclass(frozen=True, slots=True)
class OwnToolPlace:
    """A tool of the family's own, a new one if not named; then back to the person's set-up."""

    tool: str | None
    person: UUID
    zone: Zone


@dataclass(frozen=True, slots=True)
class OwnToolUndone:
    """A person's set-up, the last change to a tool of the family's own taken back on the way.

    Whoever holds the set-up need not be a grown-up, but such a change is a grown-up's.
    """

    person: UUID
    zone: Zone
