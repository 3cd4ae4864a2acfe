"""One person's week."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.builders import a_check_in, a_child
from tests.domain.test_tool_outcomes import a_use
from thermometer.domain.checkins import CheckIn
from thermometer.domain.histories import History
from thermometer.domain.person_weeks import PersonWeek, SignCount, comparable, person_week
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone

G, Y, R = Zone.GREEN, Zone.YELLOW, Zone.RED
NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)  # a Wednesday, noon in Berlin
LONG_AFTER = NOON + timedelta(days=90)
WEEK = WeekDays(date(2026, 11, 16))
DAY = timedelta(days=1)


def week_of(check_ins: list[CheckIn], uses: list[ToolUse] | None = None) -> PersonWeek:
    return person_week(WEEK, a_child(), History.of(check_ins, LONG_AFTER), uses or [])


def episode(at: datetime, minutes: float = 5, zone: Zone = Y, **fields: Any) -> list[CheckIn]:
    return [
        a_check_in(zone, at, **fields),
        a_check_in(G, at + timedelta(minutes=minutes), time_zone=fields.get("time_zone", "UTC")),
    ]


def test_a_week_without_records() -> None:
    empty = week_of([])
    assert (empty.episodes, empty.check_ins, empty.minutes_in_red) == (0, 0, 0.0)
    assert empty.minutes_to_green.known == 0
    assert [d.day for d in empty.by_day] == list(WEEK.days)
    assert {len(hours) for hours in empty.by_hour} == {24}
    assert (empty.first_signs, empty.tools) == ((), ())


def test_the_numbers_of_a_week() -> None:
    check_ins = [
        *episode(NOON, 10),
        *episode(NOON + DAY, 20, R),
        *episode(NOON + 2 * DAY, 40),
        a_check_in(Y, NOON + 3 * DAY),
        a_check_in(R, NOON + 3 * DAY + timedelta(minutes=7)),
    ]
    found = week_of(check_ins)
    assert (found.episodes, found.peak_yellow, found.peak_red) == (4, 2, 2)
    assert (found.caught_in_yellow, found.end_known, found.check_ins) == (2, 3, 8)
    assert found.minutes_to_green.median == 20.0
    assert found.minutes_in_red == 20.0
    assert [(d.yellow, d.red) for d in found.by_day] == [
        (0, 0), (0, 0), (1, 0), (0, 1), (1, 0), (0, 1), (0, 0)
    ]  # fmt: skip


def test_only_practice_is_an_empty_week() -> None:
    found = week_of(episode(NOON, practice=True)[:1])
    assert (found.episodes, found.check_ins) == (0, 0)


def test_a_thousand_check_ins() -> None:
    check_ins = [a_check_in(Y if n % 2 else G, NOON + timedelta(minutes=n)) for n in range(1000)]
    found = week_of(check_ins)
    assert (found.episodes, found.end_known, found.check_ins) == (500, 499, 1000)
    assert (found.minutes_to_green.median, found.minutes_to_green.longest) == (1.0, 1.0)


def test_an_episode_belongs_to_the_week_of_its_first_check_in() -> None:
    sunday_night = datetime(2026, 11, 22, 22, 59, 59, 999999, tzinfo=UTC)
    inside = week_of(episode(sunday_night))
    outside = week_of(episode(sunday_night + timedelta(microseconds=1)))
    assert (inside.episodes, inside.end_known, inside.by_day[6].yellow) == (1, 1, 1)
    assert (outside.episodes, outside.end_known) == (0, 0)


@pytest.mark.parametrize(
    ("zone", "weekday", "hour"),
    [("Europe/Berlin", 2, 12), ("America/Los_Angeles", 2, 3), ("Pacific/Kiritimati", 3, 1)],
)
def test_day_and_hour_are_those_of_the_place(zone: str, weekday: int, hour: int) -> None:
    found = week_of(episode(NOON, time_zone=zone))
    assert found.by_hour[weekday][hour] == 1
    assert found.by_day[weekday].yellow == 1
    assert sum(map(sum, found.by_hour)) == 1


@pytest.mark.parametrize(
    ("first", "night", "hours"), [((2026, 10, 19), 25, 169), ((2026, 3, 23), 29, 167)]
)
def test_the_weeks_of_both_clock_changes_are_whole(
    first: tuple[int, int, int], night: int, hours: int
) -> None:
    week = WeekDays(date(*first))
    begin = datetime(*first, tzinfo=UTC) - timedelta(hours=3)
    every_hour = [a_check_in(R, begin + n * timedelta(hours=1)) for n in range(175)]
    single = History.of(every_hour, LONG_AFTER)
    found = person_week(week, a_child(), single, [])
    assert found.check_ins == hours
    assert single.per_day[date(first[0], first[1], night)] == 24 + hours - 168


def test_first_signs_are_those_of_the_first_check_in_each_once() -> None:
    both: dict[str, Any] = {"signs": ("louder", "hot-face")}
    check_ins = [
        *episode(NOON, **both),
        *episode(NOON + DAY, signs=("louder", "louder", "tight-fists")),
        a_check_in(Y, NOON + 2 * DAY),
        a_check_in(R, NOON + 2 * DAY + timedelta(minutes=1), signs=("stamping",)),
    ]
    assert week_of(check_ins).first_signs == (
        SignCount(sign="louder", count=2),
        SignCount(sign="hot-face", count=1),
        SignCount(sign="tight-fists", count=1),
    )


def test_no_first_signs_of_fewer_than_three_episodes() -> None:
    check_ins = [*episode(NOON, signs=("louder",)), *episode(NOON + DAY, signs=("louder",))]
    assert week_of(check_ins).first_signs == ()


def test_a_use_belongs_to_the_local_day_on_which_it_started() -> None:
    sunday_night = datetime(2026, 11, 22, 22, 59, tzinfo=UTC)
    uses = [
        a_use(started_at=sunday_night, ended_at=sunday_night + timedelta(minutes=2)),
        a_use(started_at=sunday_night, time_zone="Pacific/Kiritimati", answer=Answer.SMALLER),
    ]
    then = [a_check_in(G, sunday_night + timedelta(minutes=30))]
    ((tool),) = week_of(then, uses).tools
    assert (tool.uses, tool.known, tool.helped) == (1, 1, 1)


@pytest.mark.parametrize(
    ("this", "before", "shown"), [(3, 3, True), (2, 9, False), (9, 2, False), (0, 0, False)]
)
def test_weeks_are_compared_from_three_episodes_each(
    this: int, before: int, *, shown: bool
) -> None:
    def of(count: int) -> PersonWeek:
        hours = (NOON + n * timedelta(hours=3) for n in range(count))
        return week_of([c for at in hours for c in episode(at)])

    assert comparable(of(this), of(before)) is shown
