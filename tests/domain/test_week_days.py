"""The ways to name a week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thermometer.domain.problems import Problem
from thermometer.domain.week_days import FIRST_DAY, LAST_DAY, WeekDays, day_called

days = st.dates(date(1970, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2026-W47", date(2026, 11, 16)),
        ("2026-W53", date(2026, 12, 28)),
        ("2027-W01", date(2027, 1, 4)),
        ("2025-W01", date(2024, 12, 30)),
    ],
)
def test_an_iso_week_begins_on_monday(text: str, first: date) -> None:
    week = WeekDays.of_iso(text)
    assert (week.first_day, week.name) == (first, text)


@pytest.mark.parametrize(
    "text", ["2027-W53", "2026-W00", "2026-W54", "2026W47", "2026-W4", "0000-W01", "0001-W01",
             "9999-W52", "", "٢٠٢٦-W47", "2026-W47 ", "2026-11-16"],
)  # fmt: skip
def test_no_such_week(text: str) -> None:
    with pytest.raises(Problem) as problem:
        WeekDays.of_iso(text)
    assert (problem.value.key, problem.value.values) == ("week-unreadable", {"text": text})


@pytest.mark.parametrize(
    "text", ["2026-02-29", "20261116", "2026-W47-1", "16.11.2026", "", "0001-01-01", "9999-12-31"]
)
def test_no_such_date(text: str) -> None:
    with pytest.raises(Problem) as problem:
        day_called(text)
    assert (problem.value.key, problem.value.values) == ("date-unreadable", {"text": text})


def test_a_date_names_its_seven_days_whatever_its_weekday() -> None:
    week = WeekDays.starting("2026-11-18")
    assert (week.first_day, week.last_day) == (date(2026, 11, 18), date(2026, 11, 24))
    assert week.name == "2026-11-18"
    assert date(2026, 11, 17) not in week
    assert date(2026, 11, 24) in week
    assert date(2026, 11, 25) not in week


@given(days, st.integers(0, 6))
def test_the_week_that_holds_a_day(day: date, first_weekday: int) -> None:
    week = WeekDays.holding(day, first_weekday)
    assert day in week
    assert week.first_day.weekday() == first_weekday
    assert week.days == tuple(week.first_day + timedelta(days=n) for n in range(7))
    assert week.days[-1] == week.last_day


@given(days)
def test_neighbours_touch(day: date) -> None:
    week = WeekDays(day)
    assert week.before.last_day + timedelta(days=1) == week.first_day
    assert week.after.before == week


def test_the_ends_of_the_calendar_have_neighbours() -> None:
    assert WeekDays.starting(FIRST_DAY.isoformat()).before.first_day > date.min
    assert WeekDays.starting(LAST_DAY.isoformat()).after.last_day < date.max
