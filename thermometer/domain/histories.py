"""What one person's check-ins come to, derived once and used by every number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from thermometer.domain.checkins import CheckIn
from thermometer.domain.episodes import Episode, episodes, sequence
from thermometer.domain.local_time import local_day


@dataclass(frozen=True, slots=True)
class History:
    """One person's sequence, its episodes, and the counting check-ins of each local day."""

    ordered: tuple[CheckIn, ...]
    episodes: tuple[Episode, ...]
    per_day: Counter[date]

    @classmethod
    def of(cls, check_ins: Iterable[CheckIn], now: datetime) -> History:
        """The history that ``check_ins`` (one person's, in the order of the rows) tell."""
        counting = [c for c in check_ins if c.counts]
        ordered = sequence(counting)
        per_day = Counter(local_day(c.at, c.time_zone) for c in counting)
        return cls(tuple(ordered), tuple(episodes(ordered, now)), per_day)

    def used_on(self, day: date) -> bool:
        """Whether there is a counting check-in of this person on ``day``."""
        return day in self.per_day
