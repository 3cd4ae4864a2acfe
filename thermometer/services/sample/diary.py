"""Where the made-up records are written down, and when each person is busy."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import TypedDict, TypeVar, Unpack
from uuid import UUID

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.people import Person
from thermometer.domain.ruptures import Bid, FollowUp, Rupture
from thermometer.domain.tools import ToolUse
from thermometer.domain.zones import Zone
from thermometer.services.sample.people import new_id

T = TypeVar("T")

_APART = timedelta(minutes=10)


class More(TypedDict, total=False):
    """What a check-in may say besides who, which zone and when."""

    observed_by: UUID
    about: bool
    practice: bool
    signs: tuple[str, ...]
    contexts: tuple[str, ...]
    entered_at: datetime
    withdrawn_at: datetime


class Diary:
    """The records of the sample family.

    Args:
        random: the one source of chance.
        time_zone: IANA name of the place where they live.
        until: the last instant at which anything by chance may happen.
    """

    def __init__(self, random: Random, time_zone: str, until: datetime) -> None:
        self.random = random
        self.time_zone = time_zone
        self.until = until
        self.check_ins: list[CheckIn] = []
        self.tool_uses: list[ToolUse] = []
        self.ruptures: list[Rupture] = []
        self.bids: list[Bid] = []
        self.follow_ups: list[FollowUp] = []
        self._busy: dict[UUID, list[tuple[datetime, datetime]]] = {}

    def check_in(self, person: Person, zone: Zone, at: datetime, **more: Unpack[More]) -> CheckIn:
        """Writes down a check-in; observed if it says by whom."""
        source = Source.OBSERVED if "observed_by" in more else Source.SELF
        fields: More = {"entered_at": at, **more}
        check_in = CheckIn(
            id=self.new_id(),
            person=person.id,
            zone=zone,
            at=at,
            time_zone=self.time_zone,
            source=source,
            **fields,
        )
        self.check_ins.append(check_in)
        return check_in

    def new_id(self) -> UUID:
        """An id for the next record."""
        return new_id(self.random)

    def minutes(self, least: float, most: float) -> timedelta:
        """A span by chance, to the second."""
        return timedelta(seconds=round(60 * self.random.uniform(least, most)))

    def perhaps(self, chance: float) -> bool:
        """Whether something that happens ``chance`` of the time happens now."""
        return self.random.random() < chance

    def some(self, things: tuple[T, ...], most: int) -> tuple[T, ...]:
        """One to ``most`` of ``things`` by chance, none of them twice."""
        count = min(len(things), self.random.randint(1, most))
        return tuple(self.random.sample(things, count))

    def reserve(self, person: Person, start: datetime, end: datetime) -> bool:
        """Whether ``person`` has that time to themself, which they have no longer then."""
        busy = self._busy.setdefault(person.id, [])
        if end > self.until:
            return False
        if any(start < other_end + _APART and other < end + _APART for other, other_end in busy):
            return False
        busy.append((start, end))
        return True
