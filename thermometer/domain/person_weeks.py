"""One person's week in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from thermometer.domain.episodes import Episode
from thermometer.domain.histories import History
from thermometer.domain.local_time import local_day
from thermometer.domain.minutes import MinutesSummary, minutes, summary
from thermometer.domain.people import Person
from thermometer.domain.thresholds import COMPARED_FROM, SIGNS_FROM
from thermometer.domain.tool_outcomes import ToolCount, tool_counts
from thermometer.domain.tools import ToolUse
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone

HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """The episodes of one day by their peak."""

    day: date
    yellow: int
    red: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignCount:
    """How often a sign was ticked at the first check-in of an episode."""

    sign: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWeek:
    """The numbers of one person and week.

    ``found`` are the episodes that start in it, by start; ``check_ins`` the counting check-ins of
    the week (none is "no check-ins", never "calm"); ``by_hour`` has for each of the seven days
    the 24 hours with the number of episodes that started then; ``minutes_in_red`` is in minutes.
    """

    person: Person
    found: tuple[Episode, ...]
    check_ins: int
    minutes_to_green: MinutesSummary
    minutes_in_red: float
    by_day: tuple[DayCount, ...]
    by_hour: tuple[tuple[int, ...], ...]
    first_signs: tuple[SignCount, ...]
    tools: tuple[ToolCount, ...]

    @property
    def episodes(self) -> int:
        """How many episodes start in the week."""
        return len(self.found)

    @property
    def peak_yellow(self) -> int:
        """Of those, how many had their peak in yellow."""
        return sum(e.peak is Zone.YELLOW for e in self.found)

    @property
    def peak_red(self) -> int:
        """Of those, how many had their peak in red."""
        return sum(e.peak is Zone.RED for e in self.found)

    @property
    def caught_in_yellow(self) -> int:
        """Of those, how many were caught in yellow."""
        return sum(e.caught_in_yellow for e in self.found)

    @property
    def end_known(self) -> int:
        """Of those, how many have a known end."""
        return sum(e.end_known for e in self.found)


def person_week(
    week: WeekDays, person: Person, history: History, uses: Iterable[ToolUse]
) -> PersonWeek:
    """The numbers of ``person`` in ``week``.

    Args:
        week: the seven days.
        person: whose week it is.
        history: the person's, as far back and on as ``reading`` says.
        uses: the person's uses of tools, at least those of the week.
    """
    found = tuple(e for e in history.episodes if e.day in week)
    durations = (e.duration for e in found)
    return PersonWeek(
        person=person,
        found=found,
        check_ins=sum(history.per_day[day] for day in week.days),
        minutes_to_green=summary(d for d in durations if d is not None),
        minutes_in_red=minutes(sum((e.time_in_red for e in found), timedelta())),
        by_day=_by_day(week, found),
        by_hour=_by_hour(week, found),
        first_signs=_first_signs(found),
        tools=tool_counts(_started_in(week, uses), history.ordered),
    )


def comparable(one: PersonWeek, other: PersonWeek) -> bool:
    """Whether two weeks may be shown side by side: not where either has under three episodes."""
    return min(one.episodes, other.episodes) >= COMPARED_FROM


def _started_in(week: WeekDays, uses: Iterable[ToolUse]) -> Iterable[ToolUse]:
    return (use for use in uses if local_day(use.started_at, use.time_zone) in week)


def _by_day(week: WeekDays, found: tuple[Episode, ...]) -> tuple[DayCount, ...]:
    count = Counter((e.day, e.peak) for e in found)
    return tuple(
        DayCount(day=day, yellow=count[day, Zone.YELLOW], red=count[day, Zone.RED])
        for day in week.days
    )


def _by_hour(week: WeekDays, found: tuple[Episode, ...]) -> tuple[tuple[int, ...], ...]:
    count = Counter((e.day, e.local_start.hour) for e in found)
    return tuple(tuple(count[day, hour] for hour in range(HOURS)) for day in week.days)


def _first_signs(found: tuple[Episode, ...]) -> tuple[SignCount, ...]:
    if len(found) < SIGNS_FROM:
        return ()
    count = Counter(sign for e in found for sign in set(e.check_ins[0].signs))
    signs = (SignCount(sign=sign, count=n) for sign, n in count.items())
    return tuple(sorted(signs, key=lambda s: (-s.count, s.sign)))
