"""The seven local days of a week, and the ways to name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from thermometer.domain.problems import Problem

MONDAY = 0
DAYS = 7
_ISO_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ROOM = timedelta(days=100)
FIRST_DAY, LAST_DAY = date.min + _ROOM, date.max - _ROOM
"""The ends of the calendar here, with room for the neighbours of a week."""


@dataclass(frozen=True, slots=True)
class WeekDays:
    """Seven days from ``first_day`` on, whatever weekday that is."""

    first_day: date

    @classmethod
    def holding(cls, day: date, first_weekday: int = MONDAY) -> WeekDays:
        """The week in which ``day`` lies, for a family whose weeks begin on ``first_weekday``.

        Args:
            day: a local day.
            first_weekday: 0 for Monday to 6 for Sunday.
        """
        return cls(day - timedelta(days=(day.weekday() - first_weekday) % DAYS))

    @classmethod
    def of_iso(cls, text: str) -> WeekDays:
        """The week called for example ``2026-W47``; it begins on a Monday.

        Raises:
            Problem: ``week-unreadable``, where there is no such week.
        """
        found = _ISO_WEEK.fullmatch(text)
        try:
            first = date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
        except ValueError:
            first = None
        if first is None or not _has_room(first):
            raise Problem("week-unreadable", text=text)
        return cls(first)

    @classmethod
    def starting(cls, text: str) -> WeekDays:
        """The seven days from the date ``text`` on, for example ``2026-11-16``.

        Raises:
            Problem: ``date-unreadable``.
        """
        return cls(day_called(text))

    @property
    def last_day(self) -> date:
        """The seventh day."""
        return self.first_day + timedelta(days=DAYS - 1)

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days in order."""
        return tuple(self.first_day + timedelta(days=n) for n in range(DAYS))

    @property
    def before(self) -> WeekDays:
        """The seven days before these."""
        return WeekDays(self.first_day - timedelta(days=DAYS))

    @property
    def after(self) -> WeekDays:
        """The seven days after these."""
        return WeekDays(self.first_day + timedelta(days=DAYS))

    @property
    def name(self) -> str:
        """``2026-W47`` for a week that starts on Monday, else its first date."""
        if self.first_day.weekday() != MONDAY:
            return self.first_day.isoformat()
        year, week, _ = self.first_day.isocalendar()
        return f"{year:04}-W{week:02}"

    def __contains__(self, day: date) -> bool:
        return 0 <= (day - self.first_day).days < DAYS


def day_called(text: str) -> date:
    """The day written ``2026-11-16``.

    Raises:
        Problem: ``date-unreadable``, where there is no such day.
    """
    try:
        day = date.fromisoformat(text) if _ISO_DATE.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not _has_room(day):
        raise Problem("date-unreadable", text=text)
    return day


def _has_room(day: date) -> bool:
    return FIRST_DAY <= day <= LAST_DAY
