"""What a week's numbers rest on: how much was used, by whom, and how much is uncertain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import End
from thermometer.domain.local_time import local_day
from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.week_days import WeekDays


@dataclass(frozen=True, slots=True, kw_only=True)
class DataLine:
    """The first line of every report.

    ``days_used`` are the family's of the seven; the others are one person's: counting check-ins
    of their own and observed ones, episodes with an unknown end, episodes still open, and
    check-ins that were entered afterwards.
    """

    days_used: int
    own: int
    observed: int
    unknown_ends: int
    still_open: int
    afterwards: int


def data_line(
    days: WeekDays, days_used: int, numbers: PersonWeek, check_ins: Iterable[CheckIn]
) -> DataLine:
    """What the week ``numbers`` of a person rest on.

    Args:
        days: the seven days.
        days_used: the family's.
        numbers: the person's week.
        check_ins: of anybody, at least the person's of the week.
    """
    counting = [
        c
        for c in check_ins
        if c.person == numbers.person.id and c.counts and local_day(c.at, c.time_zone) in days
    ]
    own = sum(c.source is Source.SELF for c in counting)
    return DataLine(
        days_used=days_used,
        own=own,
        observed=len(counting) - own,
        unknown_ends=sum(e.state is End.UNKNOWN for e in numbers.found),
        still_open=sum(e.state is End.OPEN for e in numbers.found),
        afterwards=sum(c.entered_afterwards for c in counting),
    )
