"""One escalation of somebody in the sample family, with the tools they reached for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from thermometer.domain.checkins import CheckIn
from thermometer.domain.people import Person
from thermometer.domain.tools import Answer, Tool, ToolKind, ToolUse, asks_afterwards, cards_shown
from thermometer.domain.zones import Zone
from thermometer.services.content import Content
from thermometer.services.sample.diary import Diary, More
from thermometer.services.sample.people import Cast
from thermometer.services.sample.rhythm import contexts_at

_ANSWERS = {Answer.SMALLER: 6, Answer.SAME: 3, Answer.BIGGER: 1}
_SECONDS = {
    ToolKind.GUIDE: (28, 60),
    ToolKind.STEPS: (25, 90),
    ToolKind.TIMER: (60, 300),
    ToolKind.CARD: (90, 420),
    ToolKind.CALL: (15, 90),
}
_PEAK_AFTER = timedelta(seconds=10)
"""How a late entry writes down a peak that came some time after the start."""


@dataclass(frozen=True, slots=True)
class HardTime:
    """What became of it: its first check-in, its highest zone and when it was over."""

    person: Person
    first: CheckIn
    peak: Zone
    end: datetime


Course = list[tuple[datetime, Zone]]


class HardTimes:
    """Writes escalations into a diary.

    Args:
        diary: takes them.
        cast: who may watch, and who comes to a call.
        content: what the tools are.
    """

    def __init__(self, diary: Diary, cast: Cast, content: Content) -> None:
        self._diary = diary
        self._cast = cast
        self._content = content

    def write(self, person: Person, start: datetime, red_chance: float) -> HardTime | None:
        """An escalation of ``person`` from ``start``; None if they have no time for it."""
        course = self._course(start, red_chance)
        end = course[-1][0]
        if not self._diary.reserve(person, start, end):
            return None
        first = self._write_check_ins(person, course)
        self._write_tools(person, course)
        return HardTime(person, first, max((zone for _, zone in course), key=_level), end)

    def write_late(self, person: Person, start: datetime, entered_at: datetime) -> None:
        """An escalation that a grown-up enters afterwards, as they heard of it."""
        diary = self._diary
        end = start + diary.minutes(15, 50)
        if entered_at > diary.until or not diary.reserve(person, start, end):
            return
        course = [(start, Zone.YELLOW), (end, Zone.GREEN)]
        if diary.perhaps(0.4):
            course.insert(1, (start + _PEAK_AFTER, Zone.RED))
        more: More = {"about": True, "observed_by": diary.random.choice(self._cast.parents).id}
        for number, (at, zone) in enumerate(course):
            more["entered_at"] = entered_at + timedelta(milliseconds=number)
            diary.check_in(person, zone, at, **more)

    def _course(self, start: datetime, red_chance: float) -> Course:
        """When it changed to which zone; without a green at the end the end is unknown."""
        diary = self._diary
        at, zone = start, Zone.RED if diary.perhaps(red_chance / 4) else Zone.YELLOW
        course = [(at, zone)]
        if zone is Zone.YELLOW and diary.perhaps(red_chance):
            at += diary.minutes(2, 9)
            course.append((at, Zone.RED))
        if course[-1][1] is Zone.RED and diary.perhaps(0.6):
            at += diary.minutes(5, 17)
            course.append((at, Zone.YELLOW))
        if diary.perhaps(0.84):
            at += diary.minutes(4, 21)
            course.append((at, Zone.GREEN))
        return course

    def _write_check_ins(self, person: Person, course: Course) -> CheckIn:
        diary = self._diary
        watched = person.is_child and diary.perhaps(0.08)
        watcher = diary.random.choice(self._cast.parents)
        more: More = {"observed_by": watcher.id} if watched else {}
        start, zone = course[0]
        first = diary.check_in(person, zone, start, **(more | self._seen(person, start)))
        if person.is_child and not watched and diary.perhaps(0.12):
            self._write_other_view(person, watcher, first)
        for at, zone in course[1:]:
            if not watched and diary.perhaps(0.02):
                self._write_wrong_tap(person, zone, at)
            diary.check_in(person, zone, at, **more)
        return first

    def _seen(self, person: Person, start: datetime) -> More:
        """Signs and context tags, where somebody ticked any."""
        diary = self._diary
        possible = contexts_at(start, ZoneInfo(diary.time_zone))
        return {
            "signs": diary.some(person.signs, 2) if diary.perhaps(0.6) else (),
            "contexts": diary.some(possible, 2) if diary.perhaps(0.5) else (),
        }

    def _write_other_view(self, person: Person, watcher: Person, first: CheckIn) -> None:
        """A grown-up saw it too, and perhaps saw more in it."""
        zone = Zone.RED if self._diary.perhaps(0.6) else first.zone
        at = first.at + timedelta(seconds=self._diary.random.randint(20, 100))
        self._diary.check_in(person, zone, at, observed_by=watcher.id)

    def _write_wrong_tap(self, person: Person, zone: Zone, at: datetime) -> None:
        """A finger on the wrong plate, taken back before the right one."""
        wrong = Zone.GREEN if zone is Zone.RED else Zone.RED
        tapped = at - timedelta(seconds=6)
        self._diary.check_in(person, wrong, tapped, withdrawn_at=at - timedelta(seconds=2))

    def _write_tools(self, person: Person, course: Course) -> None:
        following = [at for at, _ in course[1:]]
        for (at, zone), until in zip(course, [*following, None], strict=True):
            if zone is not Zone.GREEN and self._diary.perhaps(0.75):
                self._write_tool(person, zone, at, until)

    def _write_tool(self, person: Person, zone: Zone, at: datetime, until: datetime | None) -> None:
        diary = self._diary
        tool = self._content.tool(diary.random.choice(cards_shown(person, zone)))
        started = at + timedelta(seconds=diary.random.randint(6, 25))
        ended = started + timedelta(seconds=diary.random.randint(*_SECONDS[tool.kind]))
        finished = (until is None or ended < until) and diary.perhaps(0.9)
        called = tool.kind is ToolKind.CALL and finished
        diary.tool_uses.append(
            ToolUse(
                id=diary.new_id(),
                person=person.id,
                tool=tool.id,
                zone=zone,
                started_at=started,
                time_zone=diary.time_zone,
                ended_at=ended if finished else None,
                answer=self._answer(zone, tool) if finished else None,
                came=diary.random.choice(self._cast.parents).id if called else None,
            )
        )

    def _answer(self, zone: Zone, tool: Tool) -> Answer | None:
        if not asks_afterwards(zone, tool.kind) or self._diary.perhaps(0.35):
            return None
        return self._diary.random.choices(tuple(_ANSWERS), tuple(_ANSWERS.values()))[0]


def _level(zone: Zone) -> int:
    return zone.level
