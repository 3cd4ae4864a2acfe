"""How much of ten years must be read for the numbers of a few days.

*Back*: whether an episode is going on is told by the check-in before, and by none that is more
than 120 minutes older. So little more than that is enough, however long an episode from before
goes on into the days: it belongs to another week.

*On*: an episode of these days may last long after them. A stretch of more than 120 minutes
without a check-in ends whatever was going on, and so does a person's own green. So it is enough
to read on until everybody has had such a *rest*. What the caller does:

1. read all check-ins ``at`` within ``first_reading(wanted)`` where ``wanted`` is ``span_of`` the
   days, and the tool uses started, ruptures and bids made within ``wanted``;
2. ask ``wider_reading``; as long as it gives a span, read the check-ins up to its end too;
3. read all other bids of those ruptures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import by_person, in_order, sequence
from thermometer.domain.thresholds import (
    EPISODE_GAP,
    FOLLOWED_WITHIN,
    OBSERVED_NEAR_SELF,
    TOGETHER_WITHIN,
)
from thermometer.domain.tools import ToolUse
from thermometer.domain.zones import Zone

_FARTHEST_OFFSET = timedelta(hours=14)
"""No place's clocks are further than this from UTC (Kiritimati's)."""
_BEGIN_OF_TIME = datetime.min.replace(tzinfo=UTC)
END_OF_TIME = datetime.max.replace(tzinfo=UTC)
_BACK = EPISODE_GAP + OBSERVED_NEAR_SELF + TOGETHER_WITHIN
_FIRST_ON = timedelta(hours=10)
"""Read on at first; most nights hold a rest."""


@dataclass(frozen=True, slots=True)
class Span:
    """The instants from ``start`` on and before ``end``; aware UTC."""

    start: datetime
    end: datetime


def span_of(first_day: date, last_day: date) -> Span:
    """Every instant that can have a local day from ``first_day`` to ``last_day`` somewhere."""
    return Span(
        datetime.combine(first_day, time(), UTC) - _FARTHEST_OFFSET,
        datetime.combine(last_day + timedelta(days=1), time(), UTC) + _FARTHEST_OFFSET,
    )


def first_reading(wanted: Span) -> Span:
    """The check-ins to read first for the numbers of ``wanted``."""
    return Span(wanted.start - _BACK, wanted.end + _FIRST_ON)


def wider_reading(
    read: Span,
    wanted: Span,
    check_ins: Iterable[CheckIn],
    uses: Iterable[ToolUse],
    now: datetime,
) -> Span | None:
    """What to read instead where ``read`` is not enough; None where it is.

    Args:
        read: what was read last.
        wanted: the span of the days.
        check_ins: all check-ins of everybody within ``read``, in the order of the rows.
        uses: the tool uses started within ``wanted``.
        now: while an episode is open then, later records are looked for.
    """
    theirs = [in_order(c for c in of_one if c.counts) for of_one in by_person(check_ins).values()]
    if read.end != END_OF_TIME and any(_is_open(counting, now) for counting in theirs):
        return Span(read.start, END_OF_TIME)  # a record later than now would have ended it
    over_by = max(wanted.end, _followed_by(uses))
    to_rest = Span(over_by, read.end - TOGETHER_WITHIN)  # a pair may end so much later
    if to_rest.start < to_rest.end and all(_rests(counting, to_rest) for counting in theirs):
        return None
    return Span(read.start, max(over_by, wanted.end + 2 * (read.end - wanted.end)) + _FIRST_ON)


def _is_open(counting: Sequence[CheckIn], now: datetime) -> bool:
    """Whether an episode of one person is open as far as was read: only the last one can be."""
    recent = bool(counting) and now - counting[-1].at <= EPISODE_GAP
    return recent and sequence(counting)[-1].zone is not Zone.GREEN


def _followed_by(uses: Iterable[ToolUse]) -> datetime:
    """The last instant at which a check-in tells what followed a tool."""
    unanswered = (u for u in uses if u.answer is None and not u.practice)
    ends = (u.ended_at or u.started_at for u in unanswered)
    return max(ends, default=_BEGIN_OF_TIME) + FOLLOWED_WITHIN


def _rests(counting: Sequence[CheckIn], within: Span) -> bool:
    """Whether one person surely has no episode going on at some instant of ``within``.

    Observed check-ins that the sequence leaves out may hide a rest, never make one up.
    """
    inside = [c for c in counting if within.start <= c.at < within.end]
    if any(c.zone is Zone.GREEN and c.source is Source.SELF for c in inside):
        return True
    instants = [within.start, *(c.at for c in inside), within.end]
    return any(after - before > EPISODE_GAP for before, after in pairwise(instants))
