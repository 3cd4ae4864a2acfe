"""The sample family's twelve weeks, one day after the other, up to the last minutes."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from thermometer.domain.people import Person
from thermometer.domain.tools import ToolUse, cards_shown
from thermometer.domain.zones import Zone
from thermometer.services.content import Content
from thermometer.services.sample.diary import Diary
from thermometer.services.sample.hard_times import HardTime, HardTimes
from thermometer.services.sample.mending import Mending
from thermometer.services.sample.people import Cast
from thermometer.services.sample.rhythm import Day, days

_QUIET = timedelta(minutes=150)
"""Nothing by chance in this last stretch: what Home shows is told by ``_just_now``."""
_CHILD_LOAD, _SIBLING_LOAD, _PARENT_LOAD = 1.05, 0.85, 0.22
"""Hard times a usual day."""
_LATE = 0.03
"""How often a day has a child's hard time that a grown-up enters in the evening."""
_NEAR = 0.35
"""How often a grown-up is drawn into a child's hard time."""


def write_weeks(cast: Cast, content: Content, random: Random, now: datetime, zone: str) -> Diary:
    """Twelve weeks of records of the sample family.

    Args:
        cast: who they are.
        content: what their tools are.
        random: the one source of chance.
        now: aware; no record is later.
        zone: IANA name of the place where they live.
    """
    diary = Diary(random, zone, now - _QUIET)
    weeks = _Weeks(diary, cast, HardTimes(diary, cast, content))
    for day in days(now, ZoneInfo(zone), random):
        weeks.write(day)
    Mending(diary, cast).write(sorted(weeks.hurts, key=lambda time: time.first.at))
    _just_now(diary, cast, now)
    diary.check_ins.sort(key=lambda check_in: check_in.entered_at)
    diary.tool_uses.sort(key=lambda use: use.started_at)
    return diary


class _Weeks:
    """What happens on a day."""

    def __init__(self, diary: Diary, cast: Cast, hard_times: HardTimes) -> None:
        self._diary = diary
        self._cast = cast
        self._hard_times = hard_times
        self.hurts: list[HardTime] = []

    def write(self, day: Day) -> None:
        """Everything on one day."""
        loads = dict(zip(self._cast.children, [_CHILD_LOAD, _SIBLING_LOAD], strict=False))
        for child in self._cast.children:
            for _ in range(self._how_many(day.load * loads.get(child, _SIBLING_LOAD))):
                self._write_childs(child, day)
        for parent in self._cast.parents:
            for _ in range(self._how_many(day.load * _PARENT_LOAD)):
                self._hard_times.write(parent, day.hard_moment(self._diary.random), 0.12)
        for person in self._cast.everybody:
            self._write_calm(person, day)
        for child in self._cast.children:
            self._write_practice(child, day)
            if self._diary.perhaps(_LATE):
                heard = day.at(20, self._diary.random)
                self._hard_times.write_late(child, day.at(11, self._diary.random), heard)

    def _how_many(self, usual: float) -> int:
        """A number of hard times whose mean is about ``usual``."""
        return sum(self._diary.perhaps(usual / 4) for _ in range(4))

    def _write_childs(self, child: Person, day: Day) -> None:
        diary = self._diary
        start = day.hard_moment(diary.random)
        time = self._hard_times.write(child, start, min(0.8, 0.3 * day.load))
        if time is None:
            return
        self.hurts.append(time)
        if diary.perhaps(_NEAR):
            parent = diary.random.choice(self._cast.parents)
            self._hard_times.write(parent, start + diary.minutes(-4, 12), 0.15)

    def _write_calm(self, person: Person, day: Day) -> None:
        """Green taps that stand alone: in the morning, and when the day is over."""
        diary = self._diary
        chances = (0.7, 0.5) if person.is_child else (0.45, 0.3)
        for hour, chance in zip((8 if day.is_free else 7, 19), chances, strict=True):
            at = day.at(hour, diary.random)
            if diary.perhaps(chance) and diary.reserve(person, at, at):
                diary.check_in(person, Zone.GREEN, at)

    def _write_practice(self, child: Person, day: Day) -> None:
        """A tool tried in a calm moment, from the green Safe Place."""
        diary = self._diary
        start = day.at(10 if day.is_free else 16, diary.random)
        end = start + diary.minutes(0.5, 1)
        if not diary.perhaps(0.16) or not diary.reserve(child, start, end):
            return
        diary.check_in(child, Zone.GREEN, start, practice=True)
        diary.tool_uses.append(
            ToolUse(
                id=diary.new_id(),
                person=child.id,
                tool=diary.random.choice(cards_shown(child, Zone.GREEN)),
                zone=Zone.GREEN,
                started_at=start + timedelta(seconds=8),
                time_zone=diary.time_zone,
                ended_at=end,
                practice=True,
            )
        )


def _just_now(diary: Diary, cast: Cast, now: datetime) -> None:
    """What Home shows: one child on the way up, one who is calm again, one grown-up steady."""

    def ago(minutes: float) -> datetime:
        return now - timedelta(minutes=minutes)

    first, *others = cast.children
    for child in others[:1]:
        diary.check_in(child, Zone.YELLOW, ago(58), signs=child.signs[:1])
        diary.check_in(child, Zone.GREEN, ago(40))
    diary.check_in(cast.parents[0], Zone.GREEN, ago(25))
    diary.check_in(first, Zone.YELLOW, ago(4), signs=first.signs[:1])
