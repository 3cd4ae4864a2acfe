"""Where the window can be: frozen values with their arguments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thermometer.domain.people import Person
from thermometer.domain.tools import Tool, ToolUse
from thermometer.domain.zones import Zone


@dataclass(frozen=True, slots=True)
class FirstStart:
    """Names and pictures, before anything else."""


@dataclass(frozen=True, slots=True)
class Home:
    """All thermometers; turned to the page on which ``person`` stands, if named."""

    person: Person | None = None


@dataclass(frozen=True, slots=True)
class SafePlace:
    """A person's own tools in a zone."""

    person: Person
    zone: Zone


@dataclass(frozen=True, slots=True)
class RunTool:
    """A tool in use; its kind decides the page."""

    person: Person
    tool: Tool
    use: ToolUse


@dataclass(frozen=True, slots=True)
class HowIsItNow:
    """The one question after a tool: smaller, same, bigger."""

    person: Person
    use: ToolUse


@dataclass(frozen=True, slots=True)
class Parents:
    """The parents' corner: full screen, where the data is, the version."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week of one person, this one and the first child if not named.

    ``first_day`` names the first of its seven days, ``day`` the day looked at.
    """

    first_day: date | None = None
    person: UUID | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One episode, by the id of its first check-in."""

    person: UUID
    first_check_in: UUID


@dataclass(frozen=True, slots=True)
class Report:
    """The page for the therapist: one person's week, this week and the first child if not named.

    ``first_day`` names the first of its seven days.
    """

    first_day: date | None = None
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """The family's records into files, and files of records in."""


@dataclass(frozen=True, slots=True)
class LateEntry:
    """ "It's over now": an episode told afterwards, of ``day``, or of today if not named."""

    person: UUID | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Observe:
    """A check-in that a grown-up enters: noticed just now, or on ``day``; then back to ``back``."""

    person: UUID | None = None
    day: date | None = None
    back: Story | None = None


@dataclass(frozen=True, slots=True)
class OneCheckIn:
    """One check-in of a story: what was noticed with it, and whether it was a mistake."""

    check_in: UUID
    back: Story


CornerPlace = Parents | Week | Story | Report | Exchange | LateEntry | Observe | OneCheckIn
Place = FirstStart | Home | SafePlace | RunTool | HowIsItNow | CornerPlace
CORNER = (Parents, Week, Story, Report, Exchange, LateEntry, Observe, OneCheckIn)
