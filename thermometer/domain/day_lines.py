"""One day as a chart needs it: everybody's zones as lines, and where two were out of green."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from thermometer.domain.checkins import CheckIn
from thermometer.domain.episodes import Episode
from thermometer.domain.histories import History
from thermometer.domain.local_time import zone_called
from thermometer.domain.people import Person
from thermometer.domain.reading import Span
from thermometer.domain.thresholds import EPISODE_GAP


@dataclass(frozen=True, slots=True)
class Run:
    """Check-ins of which none is more than 120 minutes after the one before.

    ``until`` is the last one's instant, or later where its zone is still the zone now.
    """

    check_ins: tuple[CheckIn, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class DayLine:
    """One person's day: ``runs`` with what lies between unknown, and the episodes in it."""

    person: Person
    runs: tuple[Run, ...]
    episodes: tuple[Episode, ...]


def day_span(day: date, time_zone: str) -> Span:
    """From midnight to midnight in ``time_zone``: 23, 24 or 25 hours."""
    zone = zone_called(time_zone)
    start, end = (
        datetime.combine(midnight, time(), zone).astimezone(UTC)
        for midnight in (day, day + timedelta(days=1))
    )
    return Span(start, end)


def day_line(person: Person, history: History, day: Span, now: datetime) -> DayLine:
    """What ``history`` says of ``day``; a run from before or into the next day is whole.

    Args:
        person: whose history it is.
        history: at least that day's, and 120 minutes around it.
        day: the instants from midnight to midnight.
        now: until then the last zone holds, for 120 minutes.
    """
    runs = (Run(run, _until(run[-1], now)) for run in _runs(history.ordered))
    return DayLine(
        person,
        tuple(r for r in runs if r.until >= day.start and r.check_ins[0].at < day.end),
        tuple(
            e
            for e in history.episodes
            if e.start < day.end and max(e.lasts_until(now), e.start) >= day.start
        ),
    )


def both_out(one: Iterable[Episode], others: Iterable[Episode], now: datetime) -> tuple[Span, ...]:
    """The stretches in which ``one`` person and any of the ``others`` were out of green.

    An episode whose end is unknown lasts to its last check-in, an open one until now.
    """
    theirs = list(others)
    shared = (
        (max(mine.start, other.start), min(mine.lasts_until(now), other.lasts_until(now)))
        for mine in one
        for other in theirs
    )
    return _joined(Span(start, end) for start, end in shared if start < end)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """``spans`` in order, those that touch as one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _runs(ordered: Iterable[CheckIn]) -> list[tuple[CheckIn, ...]]:
    runs: list[list[CheckIn]] = []
    for check_in in ordered:
        if runs and check_in.at - runs[-1][-1].at <= EPISODE_GAP:
            runs[-1].append(check_in)
        else:
            runs.append([check_in])
    return [tuple(run) for run in runs]


def _until(last: CheckIn, now: datetime) -> datetime:
    return max(last.at, now) if now - last.at <= EPISODE_GAP else last.at
