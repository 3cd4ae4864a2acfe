"""Calming tools, the paces of breathing, and each use of a tool."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.thresholds import GREEN_CARDS, RED_CARD_WORDS, RED_CARDS, YELLOW_CARDS
from thermometer.domain.zones import Zone

COME_PLEASE = "come-please"
BODY_SCAN = "body-scan"


class ToolKind(StrEnum):
    """How a tool runs."""

    GUIDE = "guide"
    STEPS = "steps"
    TIMER = "timer"
    CARD = "card"
    CALL = "call"


class Audience(StrEnum):
    """For whom a starter tool is meant."""

    CHILD = "child"
    PARENT = "parent"
    BOTH = "both"


class Answer(StrEnum):
    """The answer to the one question after a tool."""

    SMALLER = "smaller"
    SAME = "same"
    BIGGER = "bigger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """A breathing pace: phases in seconds and the number of breaths."""

    inhale: float
    exhale: float
    breaths: int
    hold_in: float = 0.0
    hold_out: float = 0.0

    @property
    def breath(self) -> float:
        """Seconds of one whole breath."""
        return self.inhale + self.hold_in + self.exhale + self.hold_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One picture of a steps tool: up to four words, and seconds until the next (None: by touch).

    ``picture`` is a path below ``resources/pictures`` without its ending.
    """

    picture: str
    text: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A calming tool. ``minutes`` belongs to a timer, ``pace`` to a guide with its own pace.

    ``breaths`` is how many a guide has whatever the pace: five fingers are five breaths.
    ``picture`` is a path below ``resources/pictures`` without its ending.
    """

    id: str
    name: str
    what: str
    picture: str
    kind: ToolKind
    zones: tuple[Zone, ...]
    audience: Audience = Audience.BOTH
    from_band: AgeBand = AgeBand.THREE_TO_FIVE
    steps: tuple[Step, ...] = ()
    steps_for_little: tuple[Step, ...] = ()
    minutes: float | None = None
    pace: Pace | None = None
    breaths: int | None = None

    def steps_for(self, band: AgeBand) -> tuple[Step, ...]:
        """The steps, fewer for the little ones where the tool says so."""
        little = band is AgeBand.THREE_TO_FIVE and self.steps_for_little
        return self.steps_for_little if little else self.steps


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolUse:
    """One use of a tool; ``zone`` is the zone at its start, ``came`` who came to a call."""

    id: UUID
    person: UUID
    tool: str
    zone: Zone
    started_at: datetime
    time_zone: str
    ended_at: datetime | None = None
    answer: Answer | None = None
    came: UUID | None = None
    practice: bool = False


_CARDS_SHOWN = {Zone.GREEN: GREEN_CARDS, Zone.YELLOW: YELLOW_CARDS, Zone.RED: RED_CARDS}


def places_in(zone: Zone) -> int:
    """How many cards a Safe Place has room for in ``zone``."""
    return _CARDS_SHOWN[zone]


def cards_shown(person: Person, zone: Zone) -> tuple[str, ...]:
    """The ids of the tools on the person's Safe Place in ``zone``, in their fixed places.

    A child's red always holds the call, whatever was chosen; a parent has no call.
    """
    chosen = tuple(dict.fromkeys(person.tools.of(zone)))
    if person.role is Role.PARENT:
        chosen = tuple(tool for tool in chosen if tool != COME_PLEASE)
    limit = places_in(zone)
    if zone is Zone.RED and person.is_child and COME_PLEASE not in chosen[:limit]:
        return (COME_PLEASE, *(tool for tool in chosen if tool != COME_PLEASE))[:limit]
    return chosen[:limit]


def shows_name(name: str, zone: Zone) -> bool:
    """Whether a card shows its name: in red a name of more than three words is a picture only."""
    return zone is not Zone.RED or len(name.split()) <= RED_CARD_WORDS


def asks_afterwards(zone: Zone, kind: ToolKind) -> bool:
    """Whether "smaller, same, bigger" is asked after a tool: never in red, never after a call."""
    return zone is not Zone.RED and kind is not ToolKind.CALL
