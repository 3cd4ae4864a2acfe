"""The tables about ruptures, private to this package; see :mod:`thermometer.store.rows`."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field

from thermometer.domain.ruptures import (
    Bid,
    ChildCard,
    FollowUp,
    Outcome,
    Resolution,
    Rupture,
    RuptureKind,
)
from thermometer.store.rows import Found, KeptRow, Values
from thermometer.store.values import (
    Flag,
    Micros,
    Words,
    instant_of,
    joined,
    known_id,
    maybe_id,
    maybe_instant,
    maybe_micros,
    maybe_text,
    maybe_value,
    maybe_word,
    micros,
    split,
)


class RuptureRow(KeptRow, table=True):
    """A rupture."""

    __tablename__: ClassVar[str] = "rupture"

    id: str = Field(primary_key=True, sa_type=Text)
    at: int = Field(sa_type=Micros)
    time_zone: str = Field(sa_type=Text)
    grown_up: str = Field(sa_type=Text)
    child: str = Field(sa_type=Text)
    about: int = Field(sa_type=Flag)
    practice: int = Field(sa_type=Flag)
    episode: str | None = Field(sa_type=Text)
    kind: str | None = Field(sa_type=Text)
    note: str | None = Field(sa_type=Text)
    resolution: str | None = Field(sa_type=Text)

    @staticmethod
    def of(rupture: Rupture) -> Values:
        """The row of ``rupture``."""
        return {
            "id": str(rupture.id),
            "at": micros(rupture.at),
            "time_zone": rupture.time_zone,
            "grown_up": str(rupture.grown_up),
            "child": str(rupture.child),
            "about": int(rupture.about),
            "practice": int(rupture.practice),
            "episode": maybe_text(rupture.episode),
            "kind": maybe_value(rupture.kind),
            "note": rupture.note or None,
            "resolution": maybe_value(rupture.resolution),
        }

    @staticmethod
    def to_domain(row: Found) -> Rupture:
        """The rupture of ``row``."""
        return Rupture(
            id=UUID(row.id),
            at=instant_of(row.at),
            time_zone=row.time_zone,
            grown_up=known_id(row.grown_up),
            child=known_id(row.child),
            about=bool(row.about),
            practice=bool(row.practice),
            episode=maybe_id(row.episode),
            kind=maybe_word(RuptureKind, row.kind),
            note=row.note,
            resolution=maybe_word(Resolution, row.resolution),
        )


class BidRow(KeptRow, table=True):
    """A bid; ``calm_first`` may be filled later, so it is none, 0 or 1."""

    __tablename__: ClassVar[str] = "bid"

    id: str = Field(primary_key=True, sa_type=Text)
    rupture: str = Field(sa_type=Text)
    at: int = Field(sa_type=Micros)
    time_zone: str = Field(sa_type=Text)
    by: str = Field(sa_type=Text)
    calm_first: int | None = Field(sa_type=Flag)
    steps_done: str | None = Field(sa_type=Words)
    outcome: str | None = Field(sa_type=Text)
    try_again_at: int | None = Field(sa_type=Micros)

    @staticmethod
    def of(bid: Bid) -> Values:
        """The row of ``bid``."""
        return {
            "id": str(bid.id),
            "rupture": str(bid.rupture),
            "at": micros(bid.at),
            "time_zone": bid.time_zone,
            "by": str(bid.by),
            "calm_first": None if bid.calm_first is None else int(bid.calm_first),
            "steps_done": joined(bid.steps_done),
            "outcome": maybe_value(bid.outcome),
            "try_again_at": maybe_micros(bid.try_again_at),
        }

    @staticmethod
    def to_domain(row: Found) -> Bid:
        """The bid of ``row``."""
        return Bid(
            id=UUID(row.id),
            rupture=UUID(row.rupture),
            at=instant_of(row.at),
            time_zone=row.time_zone,
            by=known_id(row.by),
            calm_first=None if row.calm_first is None else bool(row.calm_first),
            steps_done=split(row.steps_done),
            outcome=maybe_word(Outcome, row.outcome),
            try_again_at=maybe_instant(row.try_again_at),
        )


class FollowUpRow(KeptRow, table=True):
    """A follow-up."""

    __tablename__: ClassVar[str] = "follow_up"

    id: str = Field(primary_key=True, sa_type=Text)
    rupture: str = Field(sa_type=Text)
    at: int = Field(sa_type=Micros)
    time_zone: str = Field(sa_type=Text)
    card: str | None = Field(sa_type=Text)
    note: str | None = Field(sa_type=Text)

    @staticmethod
    def of(follow_up: FollowUp) -> Values:
        """The row of ``follow_up``."""
        return {
            "id": str(follow_up.id),
            "rupture": str(follow_up.rupture),
            "at": micros(follow_up.at),
            "time_zone": follow_up.time_zone,
            "card": maybe_value(follow_up.card),
            "note": follow_up.note or None,
        }

    @staticmethod
    def to_domain(row: Found) -> FollowUp:
        """The follow-up of ``row``."""
        return FollowUp(
            id=UUID(row.id),
            rupture=UUID(row.rupture),
            at=instant_of(row.at),
            time_zone=row.time_zone,
            card=maybe_word(ChildCard, row.card),
            note=row.note,
        )
