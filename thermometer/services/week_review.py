"""What the Week page shows: a week beside the one before, its days, and twelve weeks at once.

``Reviews(reports, unreadable)`` reads each once; ``unreadable`` is where the store notes the rows
that it could not read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from thermometer.domain.histories import History
from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.week_days import DAYS, WeekDays
from thermometer.domain.weeks import Records, Week, histories_of, week_told

if TYPE_CHECKING:
    from thermometer.services.reports import Reports

TREND_WEEKS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A week, the week before, and everybody's history around them at the instant ``now``.

    ``unreadable`` is the number of records of these weeks that could not be read.
    """

    week: Week
    before: Week
    histories: Mapping[UUID, History]
    unreadable: int
    now: datetime

    def of(self, person: UUID) -> PersonWeek | None:
        """The week of ``person``; None where nobody of this id is in it."""
        return next((w for w in self.week.people if w.person.id == person), None)

    def before_of(self, person: UUID) -> PersonWeek | None:
        """The week before of ``person``; None as for ``of``."""
        return next((w for w in self.before.people if w.person.id == person), None)


class Reviews:
    """Reads and derives what is shown of a few weeks, with one reading each.

    Args:
        reports: reads records.
        unreadable: the store adds what names each row that it could not read.
    """

    def __init__(self, reports: Reports, unreadable: set[tuple[str, str]]) -> None:
        self._reports = reports
        self._unreadable = unreadable

    def review(self, days: WeekDays, now: datetime) -> Review:
        """The week ``days`` and the one before."""
        before = days.before
        records, unreadable = self._read(before.first_day, days.last_day, now)
        histories = histories_of(records, now)
        return Review(
            week=week_told(days, records, histories, now),
            before=week_told(before, records, histories, now),
            histories=histories,
            unreadable=unreadable,
            now=now,
        )

    def trend(self, days: WeekDays, now: datetime) -> tuple[Week, ...]:
        """Twelve weeks of which ``days`` is the last, the earliest first."""
        back = range(TREND_WEEKS - 1, -1, -1)
        weeks = [WeekDays(days.first_day - timedelta(days=DAYS * n)) for n in back]
        records, _ = self._read(weeks[0].first_day, days.last_day, now)
        histories = histories_of(records, now)
        return tuple(week_told(each, records, histories, now) for each in weeks)

    def _read(self, first: date, last: date, now: datetime) -> tuple[Records, int]:
        """The records of these days, and how many rows among them could not be read."""
        known = frozenset(self._unreadable)
        self._unreadable.clear()
        try:
            return self._reports.records_between(first, last, now), len(self._unreadable)
        finally:
            self._unreadable |= known
