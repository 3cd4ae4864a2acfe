"""When things happen in the sample family: school mornings, early evenings, slow weekends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

WEEKS = 12
_HARD_WEEK = 8
_HARD = 1.7
_LOAD_FIRST, _LOAD_LAST = 1.12, 0.86
_SCHOOL_DAY = {7: 4, 8: 1, 15: 1, 16: 3, 17: 6, 18: 6, 19: 3, 20: 1}
_FREE_DAY = {8: 1, 9: 2, 10: 3, 11: 2, 12: 2, 13: 1, 14: 1, 15: 2, 16: 2, 17: 3, 18: 3, 19: 2}
_CONTEXTS = {
    7: ("getting-dressed", "tired", "bad-night"),
    8: ("getting-dressed", "change-of-plan", "hungry"),
    12: ("hungry", "sibling", "visitors"),
    15: ("tired", "busy-day", "sibling"),
    16: ("homework", "hungry", "busy-day"),
    17: ("screen-off", "hungry", "sibling", "noise"),
    18: ("screen-off", "tired", "sibling", "homework"),
    19: ("bedtime", "tired", "screen-off"),
    20: ("bedtime", "tired"),
}
_ANY_TIME = ("sibling", "noise", "change-of-plan")


@dataclass(frozen=True, slots=True)
class Day:
    """One day of theirs; ``load`` says how hard, 1 being usual."""

    date: date
    zone: ZoneInfo
    load: float

    @property
    def is_free(self) -> bool:
        """Whether it is a Saturday or a Sunday."""
        return self.date.weekday() >= 5

    def at(self, hour: int, random: Random) -> datetime:
        """Some moment in the local ``hour``, as an instant."""
        moment = time(hour, random.randrange(60), random.randrange(60))
        return datetime.combine(self.date, moment, self.zone).astimezone(UTC)

    def hard_moment(self, random: Random) -> datetime:
        """An instant at which it gets too much, more likely at some hours than at others."""
        hours = _FREE_DAY if self.is_free else _SCHOOL_DAY
        hour = random.choices(tuple(hours), tuple(hours.values()))[0]
        return self.at(hour, random)


def days(now: datetime, time_zone: ZoneInfo, random: Random) -> Iterator[Day]:
    """Twelve weeks of days, today the last."""
    today = now.astimezone(time_zone).date()
    count = WEEKS * 7
    loads = [_load(week, random) for week in range(WEEKS)]
    for number in range(count):
        yield Day(today - timedelta(days=count - 1 - number), time_zone, loads[number // 7])


def contexts_at(moment: datetime, time_zone: ZoneInfo) -> tuple[str, ...]:
    """What may be going on at that hour: ids of context tags."""
    return _CONTEXTS.get(moment.astimezone(time_zone).hour, _ANY_TIME)


def _load(week: int, random: Random) -> float:
    """A little less from week to week, up and down, with one hard week."""
    trend = _LOAD_FIRST + (_LOAD_LAST - _LOAD_FIRST) * week / (WEEKS - 1)
    return trend * random.uniform(0.8, 1.2) * (_HARD if week == _HARD_WEEK else 1)
