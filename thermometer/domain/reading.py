"""How much of ten years must be read for the numbers of a few days.

An episode may have begun before those days and may go on after them, so the days alone are not
enough. But a stretch of more than 120 minutes without a check-in ends whatever was going on, and
so does a person's own green. So it is enough to read back and on until there is such a *rest* of
everybody on both sides. What the caller does:

1. read all check-ins ``at`` within ``first_reading(wanted)`` where ``wanted`` is ``span_of`` the
   days, and the tool uses started, ruptures and bids made within ``wanted``;
2. ask ``wider_reading``; as long as it gives a span, read the check-ins of that one instead;
3. read all other bids of those ruptures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import End, Episode, by_person, episodes, in_order, sequence
from thermometer.domain.thresholds import EPISODE_GAP, FOLLOWED_WITHIN, TOGETHER_WITHIN
from thermometer.domain.tools import ToolUse
from thermometer.domain.zones import Zone

_FARTHEST_OFFSET = timedelta(hours=14)
"""No place's clocks are further than this from UTC (Kiritimati's)."""
END_OF_TIME = datetime.max.replace(tzinfo=UTC)
_FIRST_MARGIN = timedelta(hours=10)
"""Read at first on both sides; most nights hold a rest."""


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
    return Span(wanted.start - _FIRST_MARGIN, wanted.end + _FIRST_MARGIN)


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
        now: an open episode lasts until then.
    """
    theirs = [in_order(c for c in of_one if c.counts) for of_one in by_person(check_ins).values()]
    found = [episode for counting in theirs for episode in episodes(sequence(counting), now)]
    starts_by = wanted.start - TOGETHER_WITHIN
    over_by = _over_by(wanted, found, uses, now)
    start, end = read.start, read.end
    if not all(_rests(counting, Span(start, starts_by)) for counting in theirs):
        start = wanted.start - 2 * (wanted.start - start)
    if end != END_OF_TIME and any(episode.state is End.OPEN for episode in found):
        end = END_OF_TIME  # a record later than now would have ended it
    elif end < over_by or not all(_rests(counting, Span(over_by, end)) for counting in theirs):
        end = max(over_by, wanted.end + 2 * (end - wanted.end))
    wider = Span(start, end)
    return None if wider == read else wider


def _over_by(
    wanted: Span, found: Iterable[Episode], uses: Iterable[ToolUse], now: datetime
) -> datetime:
    """The instant up to which everything may matter: to a pair, or as what followed a tool."""
    unanswered = (u for u in uses if u.answer is None and not u.practice)
    lasting = (e.lasts_until(now) for e in found if wanted.start <= e.start < wanted.end)
    followed = ((u.ended_at or u.started_at) + FOLLOWED_WITHIN for u in unanswered)
    return max((wanted.end, *lasting, *followed)) + TOGETHER_WITHIN


def _rests(counting: Sequence[CheckIn], within: Span) -> bool:
    """Whether one person surely has no episode going on at some instant of ``within``.

    Observed check-ins that the sequence leaves out may hide a rest, never make one up.
    """
    inside = [c for c in counting if within.start <= c.at < within.end]
    if any(c.zone is Zone.GREEN and c.source is Source.SELF for c in inside):
        return True
    instants = [within.start, *(c.at for c in inside), within.end]
    return any(after - before > EPISODE_GAP for before, after in pairwise(instants))
