"""A late entry, "it's over now": an episode told afterwards, as ordinary check-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import is_near
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import (
    EPISODE_GAP,
    LATE_PEAK_AFTER,
    LATE_PEAK_CLEAR,
    LATE_REPEAT,
    OBSERVED_NEAR_SELF,
)
from thermometer.domain.zones import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class LateEntry:
    """What a parent says about an episode that is over. Instants are aware UTC."""

    person: UUID
    by: UUID
    first_zone: Zone
    peak: Zone
    start: datetime
    end: datetime
    time_zone: str
    entered_at: datetime


def late_entry(
    entry: LateEntry, there: Iterable[CheckIn], new_id: Callable[[], UUID]
) -> list[CheckIn]:
    """The check-ins that ``entry`` writes, in order, all about and observed.

    The episode derived from them has the start, the peak and the end that were entered, unless
    the person's own taps say otherwise.

    Args:
        entry: what the parent says.
        there: the person's check-ins that are there already, at least two minutes around.
        new_id: gives each check-in its id.

    Raises:
        Problem: ``late-entry-end`` where it does not end after its start, ``late-entry-zone``
            where it never leaves green or its peak is below its first zone.
    """
    if entry.end <= entry.start:
        raise Problem("late-entry-end")
    if entry.first_zone is Zone.GREEN or entry.peak.level < entry.first_zone.level:
        raise Problem("late-entry-zone")
    own = sorted(c.at for c in there if c.counts and c.source is Source.SELF)
    return [
        CheckIn(
            id=new_id(),
            person=entry.person,
            zone=zone,
            at=at,
            time_zone=entry.time_zone,
            source=Source.OBSERVED,
            observed_by=entry.by,
            about=True,
            entered_at=entry.entered_at,
        )
        for at, zone in _moments(entry, own)
    ]


def _moments(entry: LateEntry, own: list[datetime]) -> list[tuple[datetime, Zone]]:
    moments = [(entry.start, entry.first_zone)]
    if entry.peak is not entry.first_zone:
        moments.append((_peak_at(entry, own), entry.peak))
    if entry.end - entry.start > EPISODE_GAP:
        moments += [(at, entry.peak) for at in _repeats(moments[-1][0], entry.end)]
    return [*moments, (entry.end, Zone.GREEN)]


def _peak_at(entry: LateEntry, own: list[datetime]) -> datetime:
    """Soon after the start, and clear of the person's own taps where there is room for that.

    Without room it stays where it is: left out of the sequence, and kept as the parent's view.
    """
    soon = entry.start + min(LATE_PEAK_AFTER, (entry.end - entry.start) / 2)
    at = soon
    while is_near(at, own):
        at = LATE_PEAK_CLEAR + max(tap for tap in own if tap <= at + OBSERVED_NEAR_SELF)
    return at if at < entry.end else soon


def _repeats(last: datetime, end: datetime) -> list[datetime]:
    repeats = []
    while end - last > LATE_REPEAT:
        last += LATE_REPEAT
        repeats.append(last)
    return repeats
