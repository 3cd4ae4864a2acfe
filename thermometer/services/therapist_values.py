"""What stands on the therapist's page, as values: numbers of the domain and words of the content.

What the parent did not tick is not in them at all, so no painter can show it by mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from thermometer.domain.data_line import DataLine
from thermometer.domain.episodes import Episode
from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.repair_numbers import Mending, RepairNumbers
from thermometer.domain.ruptures import RuptureKind
from thermometer.domain.tool_outcomes import ToolCount
from thermometer.domain.tools import Answer
from thermometer.domain.week_days import WeekDays


class Private(StrEnum):
    """What is printed only if the parent ticks it.

    Roadblocks are not recorded yet; the word is accepted so that what asks for it stays right.
    """

    NOTES = "notes"
    ROADBLOCKS = "roadblocks"
    FRIGHTENING = "frightening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the parent chose: what private things to print, and whether names or initials."""

    private: frozenset[Private] = frozenset()
    initials: bool = False

    def allows(self, kind: RuptureKind | None) -> bool:
        """Whether a hard moment of this kind may be listed."""
        return kind is not RuptureKind.FRIGHTENING or Private.FRIGHTENING in self.private


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedTool:
    """A tool used in an episode, by its name, and the person's own answer after it."""

    name: str
    answer: Answer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeLine:
    """One episode, the signs ticked at its first check-in, and the tools used during it."""

    episode: Episode
    signs: tuple[str, ...]
    tools: tuple[UsedTool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLine:
    """A first sign, in words, and how often it was ticked."""

    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolLine:
    """A tool, and what its numbers allow to say."""

    name: str
    count: ToolCount
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentLine:
    """A hard moment: with whom, of what kind in a parent's words, and how it was mended."""

    mending: Mending
    with_whom: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairPart:
    """The person's own hard moments of the week.

    ``counted_only`` of them are in the numbers and not in the list.
    """

    numbers: RepairNumbers
    said: str
    listed: tuple[MomentLine, ...]
    counted_only: int


class About(StrEnum):
    """What a private note was written about."""

    EPISODE = "episode"
    RUPTURE = "rupture"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """A parent's private words, and the local time of what they are about."""

    at: datetime
    about: About
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TherapistPage:
    """Everything on the page.

    ``said`` is the week in a sentence or two, ``caution`` what stands under every list of tools;
    ``unreadable`` records are missing from all of it.
    """

    days: WeekDays
    days_text: str
    week: PersonWeek
    said: str
    rests_on: DataLine
    unreadable: int
    episodes: tuple[EpisodeLine, ...]
    signs: tuple[SignLine, ...]
    tools: tuple[ToolLine, ...]
    caution: str
    repairs: RepairPart
    notes: tuple[NoteLine, ...]
    printed_at: datetime

    @property
    def name(self) -> str:
        """Whose page it is: the name, or initials."""
        return self.week.person.name
