"""The sample family's ruptures and how they came back together, or not yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from thermometer.domain.ruptures import (
    Bid,
    ChildCard,
    FollowUp,
    Outcome,
    Resolution,
    Rupture,
    RuptureKind,
)
from thermometer.domain.zones import Zone
from thermometer.services.sample.diary import Diary
from thermometer.services.sample.hard_times import HardTime
from thermometer.services.sample.people import Cast

_KINDS = {
    RuptureKind.MISUNDERSTANDING: 4,
    RuptureKind.DIFFERENT_NEEDS: 4,
    RuptureKind.LIMIT: 5,
    RuptureKind.FRIGHTENING: 1,
    RuptureKind.NOT_SURE: 2,
}
_CARDS = {ChildCard.YES: 5, ChildCard.ALMOST: 3, ChildCard.NO: 1}
_WAYS: dict[tuple[Outcome, ...] | Resolution, int] = {
    (Outcome.TOGETHER,): 9,
    (Outcome.NOT_YET, Outcome.TOGETHER): 5,
    (Outcome.A_BIT, Outcome.TOGETHER): 3,
    (Outcome.NOT_YET, Outcome.A_BIT): 1,
    Resolution.ALREADY_DID: 2,
    Resolution.LET_BE: 2,
}
_EARLIEST, _LATEST = 7, 20
"""Local hours in which somebody who lives with children tries to talk to them."""


class Mending:
    """Writes ruptures, bids and follow-ups into a diary.

    Args:
        diary: takes them.
        cast: the grown-ups, and the notes they wrote.
    """

    def __init__(self, diary: Diary, cast: Cast) -> None:
        self._diary = diary
        self._cast = cast

    def write(self, hard_times: Sequence[HardTime]) -> None:
        """Some of the children's ``hard_times`` hurt; the last one is not mended yet."""
        for time in hard_times[:-1]:
            if self._hurts(time):
                self._write_one(time)
        for time in hard_times[-1:]:
            self._write_open(time)

    def _hurts(self, time: HardTime) -> bool:
        return self._diary.perhaps(0.55 if time.peak is Zone.RED else 0.1)

    def _write_one(self, time: HardTime) -> None:
        diary = self._diary
        way = diary.random.choices(tuple(_WAYS), tuple(_WAYS.values()))[0]
        if isinstance(way, Resolution):
            self._rupture(time, way)
            return
        rupture = self._rupture(time, Resolution.LET_BE if Outcome.TOGETHER not in way else None)
        at = time.end
        for outcome in way:
            at = self._waking(at + diary.minutes(20, 170))
            self._bid(rupture, at, outcome)
        if way[-1] is Outcome.TOGETHER and diary.perhaps(0.5):
            self._follow_up(rupture, self._waking(at + diary.minutes(25, 300)))

    def _write_open(self, time: HardTime) -> None:
        rupture = self._rupture(time, None)
        self._bid(rupture, time.end + self._diary.minutes(6, 12), Outcome.NOT_YET)

    def _rupture(self, time: HardTime, resolution: Resolution | None) -> Rupture:
        diary = self._diary
        lasted = (time.end - time.first.at) // timedelta(minutes=1)
        rupture = Rupture(
            id=diary.new_id(),
            at=time.first.at + diary.minutes(lasted * 0.1, lasted * 0.5),
            time_zone=diary.time_zone,
            grown_up=diary.random.choice(self._cast.parents).id,
            child=time.person.id,
            about=diary.perhaps(0.25),
            episode=time.first.id,
            kind=diary.random.choices(tuple(_KINDS), tuple(_KINDS.values()))[0],
            note=self._note(self._cast.rupture_notes, 0.3),
            resolution=resolution,
        )
        diary.ruptures.append(rupture)
        return rupture

    def _bid(self, rupture: Rupture, at: datetime, outcome: Outcome) -> None:
        diary = self._diary
        by_child = diary.perhaps(0.15)
        later = self._waking(at + diary.minutes(120, 600)) if outcome is Outcome.NOT_YET else None
        if at <= diary.until:
            diary.bids.append(
                Bid(
                    id=diary.new_id(),
                    rupture=rupture.id,
                    at=at,
                    time_zone=diary.time_zone,
                    by=rupture.child if by_child else rupture.grown_up,
                    calm_first=None if by_child else diary.perhaps(0.75),
                    outcome=outcome,
                    try_again_at=later,
                )
            )

    def _follow_up(self, rupture: Rupture, at: datetime) -> None:
        diary = self._diary
        card = diary.random.choices(tuple(_CARDS), tuple(_CARDS.values()))[0]
        if at <= diary.until:
            diary.follow_ups.append(
                FollowUp(
                    id=diary.new_id(),
                    rupture=rupture.id,
                    at=at,
                    time_zone=diary.time_zone,
                    card=card if diary.perhaps(0.85) else None,
                    note=self._note(self._cast.follow_up_notes, 0.4),
                )
            )

    def _note(self, notes: tuple[str, ...], chance: float) -> str | None:
        return self._diary.random.choice(notes) if self._diary.perhaps(chance) else None

    def _waking(self, at: datetime) -> datetime:
        """``at``, or the morning after it if the child is asleep then."""
        local = at.astimezone(ZoneInfo(self._diary.time_zone))
        if _EARLIEST <= local.hour < _LATEST:
            return at
        hours = _EARLIEST - local.hour + (24 if local.hour >= _LATEST else 0)
        return at + timedelta(hours=hours)
