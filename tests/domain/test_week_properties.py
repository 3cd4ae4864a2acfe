"""What holds for every history cut into weeks: over a clock change, travel, midnight, borders."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_child
from tests.domain.histories import check_ins, nows
from tests.domain.naive import naive_episodes
from thermometer.domain.checkins import CheckIn
from thermometer.domain.histories import History
from thermometer.domain.person_weeks import PersonWeek, person_week
from thermometer.domain.week_days import WeekDays

first_weekdays = st.integers(0, 6)


def weeks_of(history: list[CheckIn], now: datetime, first_weekday: int) -> list[PersonWeek]:
    """Every week in which the random histories can lie."""
    first = WeekDays.holding(date(2026, 10, 20), first_weekday)
    days = [WeekDays(first.first_day + timedelta(days=7 * n)) for n in range(4)]
    return [person_week(d, a_child(), History.of(history, now), ()) for d in days]


@given(check_ins(), nows, first_weekdays)
def test_every_episode_is_in_one_week_one_day_and_one_hour(
    history: list[CheckIn], now: datetime, first_weekday: int
) -> None:
    weeks = weeks_of(history, now, first_weekday)
    found = naive_episodes(history, now)
    assert sum(w.episodes for w in weeks) == len(found)
    assert sum(w.peak_red for w in weeks) == sum(e.peak == "red" for e in found)
    assert sum(w.caught_in_yellow for w in weeks) == sum(e.caught for e in found)
    assert sum(w.end_known for w in weeks) == sum(e.state == "known" for e in found)
    for week in weeks:
        assert week.peak_yellow + week.peak_red == week.episodes
        assert sum(d.yellow + d.red for d in week.by_day) == week.episodes
        for day, hours in zip(week.by_day, week.by_hour, strict=True):
            assert sum(hours) == day.yellow + day.red


@given(check_ins(), nows, first_weekdays)
def test_day_and_hour_are_what_the_clock_on_the_wall_showed(
    history: list[CheckIn], now: datetime, first_weekday: int
) -> None:
    shown = sorted(
        first.at.astimezone(ZoneInfo(first.time_zone)).strftime("%Y-%m-%d %H")
        for first in (e.check_ins[0] for e in naive_episodes(history, now))
    )
    placed = sorted(
        f"{day} {hour:02}"
        for week in weeks_of(history, now, first_weekday)
        for day, hours in zip((d.day for d in week.by_day), week.by_hour, strict=True)
        for hour, count in enumerate(hours)
        for _ in range(count)
    )
    assert placed == shown


@given(check_ins(), nows, first_weekdays)
def test_every_counting_check_in_is_in_one_week(
    history: list[CheckIn], now: datetime, first_weekday: int
) -> None:
    counting = sum(c.counts for c in history)
    assert sum(w.check_ins for w in weeks_of(history, now, first_weekday)) == counting
