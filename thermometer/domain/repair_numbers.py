"""Ruptures and their repairs in one week, as counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from thermometer.domain.local_time import local_day
from thermometer.domain.minutes import MinutesSummary, summary
from thermometer.domain.people import Role
from thermometer.domain.ruptures import Bid, Outcome, Resolution, Rupture
from thermometer.domain.thresholds import REPAIR_COUNTS_AFTER
from thermometer.domain.week_days import WeekDays


@dataclass(frozen=True, slots=True)
class Mending:
    """One rupture with all its bids, also later ones, in order."""

    rupture: Rupture
    bids: tuple[Bid, ...]

    @property
    def together_at(self) -> datetime | None:
        """The instant of the first bid ``together``."""
        return next((b.at for b in self.bids if b.outcome is Outcome.TOGETHER), None)

    @property
    def repaired(self) -> bool:
        """Whether a bid ended ``together``, or it was said to be mended already."""
        already = self.rupture.resolution is Resolution.ALREADY_DID
        return already or self.together_at is not None

    @property
    def open(self) -> bool:
        """Whether it is neither repaired nor let be."""
        return not self.repaired and self.rupture.resolution is not Resolution.LET_BE

    @property
    def time_to_repair(self) -> timedelta | None:
        """From the rupture to the first bid ``together``, if there is one."""
        return None if self.together_at is None else self.together_at - self.rupture.at

    def countable(self, now: datetime) -> bool:
        """Whether it belongs in "repaired of countable": a fresh open one gets its day first."""
        old = now - self.rupture.at >= REPAIR_COUNTS_AFTER
        return self.repaired or (self.open and old)

    @property
    def not_yet(self) -> int:
        """How many bids were answered ``not-yet``."""
        return sum(b.outcome is Outcome.NOT_YET for b in self.bids)

    @property
    def came_again(self) -> int:
        """How many ``not-yet`` bids were followed by a later one of any outcome."""
        return sum(b.outcome is Outcome.NOT_YET for b in self.bids[:-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairNumbers:
    """The counts of one week's ruptures; see the definitions for each."""

    ruptures: int
    repaired: int
    open: int
    countable: int
    minutes_to_repair: MinutesSummary
    first_bid_by_grown_up: int
    first_bid_by_child: int
    bids: int
    calm_first: int
    not_yet: int
    came_again: int


def mendings(
    week: WeekDays, ruptures: Iterable[Rupture], bids: Iterable[Bid]
) -> tuple[Mending, ...]:
    """The ruptures whose ``at`` lies in ``week``, practice left out, each with all its bids.

    Args:
        week: the seven days.
        ruptures: at least those of the week.
        bids: at least those of these ruptures, in the order of the rows.
    """
    theirs: dict[UUID, list[Bid]] = {}
    for bid in sorted(bids, key=lambda b: b.at):
        theirs.setdefault(bid.rupture, []).append(bid)
    return tuple(
        Mending(rupture, tuple(theirs.get(rupture.id, ())))
        for rupture in sorted(ruptures, key=lambda r: r.at)
        if not rupture.practice and local_day(rupture.at, rupture.time_zone) in week
    )


def repair_numbers(
    found: tuple[Mending, ...], roles: Mapping[UUID, Role], now: datetime
) -> RepairNumbers:
    """The counts of one week's ``mendings``.

    Args:
        found: the week's ruptures with their bids.
        roles: the role of everybody in the family.
        now: decides which ruptures are 24 hours old.
    """
    times = (m.time_to_repair for m in found)
    first_by = [roles.get(m.bids[0].by) for m in found if m.bids]
    return RepairNumbers(
        ruptures=len(found),
        repaired=sum(m.repaired for m in found),
        open=sum(m.open for m in found),
        countable=sum(m.countable(now) for m in found),
        minutes_to_repair=summary(time for time in times if time is not None),
        first_bid_by_grown_up=first_by.count(Role.PARENT),
        first_bid_by_child=first_by.count(Role.CHILD),
        bids=sum(len(m.bids) for m in found),
        calm_first=sum(b.calm_first is True for m in found for b in m.bids),
        not_yet=sum(m.not_yet for m in found),
        came_again=sum(m.came_again for m in found),
    )
