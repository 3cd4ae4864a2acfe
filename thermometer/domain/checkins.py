"""Check-ins, and the zone that somebody is in now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from thermometer.domain.thresholds import ENTERED_AT_ONCE, EPISODE_GAP
from thermometer.domain.zones import Zone


class Source(StrEnum):
    """Who said which zone it was."""

    SELF = "self"
    OBSERVED = "observed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One tap on a zone, or one observation. Instants are aware UTC; ``time_zone`` is IANA."""

    id: UUID
    person: UUID
    zone: Zone
    at: datetime
    time_zone: str
    source: Source = Source.SELF
    observed_by: UUID | None = None
    about: bool = False
    practice: bool = False
    withdrawn_at: datetime | None = None
    signs: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    entered_at: datetime

    @property
    def counts(self) -> bool:
        """Neither withdrawn nor practice."""
        return self.withdrawn_at is None and not self.practice

    @property
    def entered_afterwards(self) -> bool:
        """Whether it was entered for another time than the one at which it was entered."""
        return self.about or abs(self.entered_at - self.at) > ENTERED_AT_ONCE


def zone_now(entries: Iterable[CheckIn], now: datetime) -> Zone | None:
    """The zone of one person's last counting check-in in order of entry, for 120 minutes.

    Entries made afterwards for another time are left aside. A clock that was set back leaves
    check-ins that lie in the future: they come before anything entered since.

    Args:
        entries: check-ins of one person, those of equal ``entered_at`` in the order of the rows.
        now: aware instant.

    Returns:
        The zone, or None for "none", which counts as green wherever "green again" is asked.
    """
    last = standing(entries, now)
    return last.zone if last else None


def standing(entries: Iterable[CheckIn], now: datetime) -> CheckIn | None:
    """The check-in that tells one person's zone now; see :func:`zone_now`."""
    live = [c for c in entries if c.counts and not c.entered_afterwards]
    if not live:
        return None
    # max keeps the first of equals: the rows are turned round, so that the latest row wins.
    last = max(reversed(live), key=lambda c: (c.entered_at <= now, c.entered_at))
    return last if abs(now - last.at) <= EPISODE_GAP else None
