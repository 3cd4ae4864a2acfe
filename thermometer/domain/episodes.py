"""The sequence of a person's check-ins, and the episodes derived from it in one pass."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from uuid import UUID

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.local_time import local_time
from thermometer.domain.thresholds import EPISODE_GAP, OBSERVED_NEAR_SELF
from thermometer.domain.zones import Zone


class End(StrEnum):
    """How an episode ended, if it has."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    OPEN = "open"


@dataclass(frozen=True, kw_only=True)
class Episode:
    """One time out of green: the check-ins of the sequence from its start to its end.

    It is known by the id of its first check-in.
    """

    check_ins: tuple[CheckIn, ...]
    state: End

    @property
    def id(self) -> UUID:
        """The id of its first check-in."""
        return self.check_ins[0].id

    @property
    def person(self) -> UUID:
        """Whose it is."""
        return self.check_ins[0].person

    @property
    def start(self) -> datetime:
        """The instant of its first check-in."""
        return self.check_ins[0].at

    @property
    def ending(self) -> CheckIn | None:
        """The green that ended it, or the last check-in of an unknown end; None while open."""
        return None if self.state is End.OPEN else self.check_ins[-1]

    @property
    def end(self) -> datetime | None:
        """The instant of its ending check-in; None while open."""
        return self.ending.at if self.ending else None

    @property
    def first_zone(self) -> Zone:
        """The zone of its first check-in."""
        return self.check_ins[0].zone

    @cached_property
    def peak(self) -> Zone:
        """Its highest zone: an episode never is all green."""
        return Zone.RED if any(c.zone is Zone.RED for c in self.check_ins) else Zone.YELLOW

    @property
    def end_known(self) -> bool:
        """Whether a green within 120 minutes ended it."""
        return self.state is End.KNOWN

    @property
    def caught_in_yellow(self) -> bool:
        """Whether it began in yellow, stayed there, and was seen to end."""
        return self.end_known and self.peak is Zone.YELLOW

    @property
    def duration(self) -> timedelta | None:
        """From its start to the green that ended it; None unless that is known."""
        return self.check_ins[-1].at - self.start if self.end_known else None

    @property
    def time_in_red(self) -> timedelta:
        """The sum of the spans from each red check-in to the next of the episode."""
        spans = (after.at - c.at for c, after in pairwise(self.check_ins) if c.zone is Zone.RED)
        return sum(spans, timedelta())

    @property
    def about(self) -> bool:
        """Whether its first or its ending check-in is about: its duration is shown with ≈."""
        return self.check_ins[0].about or (self.ending is not None and self.ending.about)

    @cached_property
    def local_start(self) -> datetime:
        """Its start as the clocks of its first check-in's own time zone showed it."""
        return local_time(self.start, self.check_ins[0].time_zone)

    @property
    def day(self) -> date:
        """The local day it belongs to: that of its first check-in."""
        return self.local_start.date()

    def lasts_until(self, now: datetime) -> datetime:
        """Its end, or the last check-in of an unknown one; an open one lasts until ``now``.

        Records later than now count, so an open episode lasts at least to its last check-in.
        """
        last = self.check_ins[-1].at
        return max(now, last) if self.state is End.OPEN else last


def in_order(check_ins: Iterable[CheckIn]) -> list[CheckIn]:
    """``check_ins`` by ``at``, then by the order of entry (given in the order of the rows)."""
    return sorted(check_ins, key=lambda c: (c.at, c.entered_at))


def sequence(check_ins: Iterable[CheckIn]) -> list[CheckIn]:
    """Of one person's check-ins those that episodes are made of, in order.

    An observed check-in within 120 seconds of a counting self check-in is left out: the person's
    own view goes before it, and both are kept.

    Args:
        check_ins: all of one person's, in the order of the rows.
    """
    counting = in_order(c for c in check_ins if c.counts)
    own = [c.at for c in counting if c.source is Source.SELF]
    return [c for c in counting if c.source is Source.SELF or not is_near(c.at, own)]


def is_near(at: datetime, own: list[datetime]) -> bool:
    """Whether an observation at ``at`` is left out for one of the ``own`` instants, in order."""
    place = bisect_left(own, at - OBSERVED_NEAR_SELF)
    return place < len(own) and own[place] <= at + OBSERVED_NEAR_SELF


def episodes(ordered: Iterable[CheckIn], now: datetime) -> list[Episode]:
    """The episodes of one person, in one pass, by their start.

    Args:
        ordered: the person's ``sequence``.
        now: decides only whether the last one is open; aware.
    """
    return list(_derived(ordered, now))


def _derived(ordered: Iterable[CheckIn], now: datetime) -> Iterator[Episode]:
    going: list[CheckIn] = []
    for check_in in ordered:
        if going and check_in.at - going[-1].at > EPISODE_GAP:
            yield Episode(check_ins=tuple(going), state=End.UNKNOWN)
            going = []
        if going or check_in.zone is not Zone.GREEN:
            going.append(check_in)
        if going and check_in.zone is Zone.GREEN:
            yield Episode(check_ins=tuple(going), state=End.KNOWN)
            going = []
    if going:
        is_open = now - going[-1].at <= EPISODE_GAP
        yield Episode(check_ins=tuple(going), state=End.OPEN if is_open else End.UNKNOWN)


def by_person(check_ins: Iterable[CheckIn]) -> dict[UUID, list[CheckIn]]:
    """``check_ins`` of a family told apart, each person's in the order given."""
    theirs: dict[UUID, list[CheckIn]] = {}
    for check_in in check_ins:
        theirs.setdefault(check_in.person, []).append(check_in)
    return theirs
