"""Ruptures, bids to repair them, and follow-ups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class RuptureKind(StrEnum):
    """What kind of hard moment it was, chosen later by the parent."""

    MISUNDERSTANDING = "misunderstanding"
    DIFFERENT_NEEDS = "different-needs"
    LIMIT = "limit"
    FRIGHTENING = "frightening"
    NOT_SURE = "not-sure"


class Resolution(StrEnum):
    """How a rupture was put aside without a bid."""

    ALREADY_DID = "already-did"
    LET_BE = "let-be"


class Outcome(StrEnum):
    """How a bid went."""

    TOGETHER = "together"
    A_BIT = "a-bit"
    NOT_YET = "not-yet"


class ChildCard(StrEnum):
    """The child's card at a follow-up."""

    YES = "yes"
    ALMOST = "almost"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rupture:
    """A hard moment between a grown-up and a child.

    ``episode`` is the id of the first check-in of the episode it belongs to.
    """

    id: UUID
    at: datetime
    time_zone: str
    grown_up: UUID
    child: UUID
    about: bool = False
    practice: bool = False
    episode: UUID | None = None
    kind: RuptureKind | None = None
    note: str | None = None
    resolution: Resolution | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bid:
    """An attempt to repair; ``outcome`` None means still under way."""

    id: UUID
    rupture: UUID
    at: datetime
    time_zone: str
    by: UUID
    calm_first: bool | None = None
    steps_done: tuple[str, ...] = ()
    outcome: Outcome | None = None
    try_again_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """The later "what was that like for you?"."""

    id: UUID
    rupture: UUID
    at: datetime
    time_zone: str
    card: ChildCard | None = None
    note: str | None = None
