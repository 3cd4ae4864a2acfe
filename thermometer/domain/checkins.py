"""Check-ins, and the zone that somebody is in now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from thermometer.domain.thresholds import EPISODE_GAP
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
    live = [c for c in entries if c.counts and not c.about]
    if not live:
        return None
    last = max(enumerate(live), key=lambda row: (row[1].entered_at <= now, row[1].entered_at, row[0]))
    return last[1].zone if abs(now - last[1].at) <= EPISODE_GAP else None
