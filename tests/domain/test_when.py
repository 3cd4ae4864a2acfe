"""Quick answers to "when about?"."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from tests.fakes import BERLIN
from thermometer.domain.when import When, instant_at, quick_times


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def test_on_an_evening() -> None:
    assert quick_times(at("2026-11-22T19:30+01:00"), BERLIN) == {
        When.JUST_NOW: at("2026-11-22T19:30+01:00"),
        When.HOUR_AGO: at("2026-11-22T18:30+01:00"),
        When.THIS_MORNING: at("2026-11-22T08:00+01:00"),
    }


def test_before_the_morning_is_over_the_last_evening_is_offered() -> None:
    times = quick_times(at("2026-11-22T09:59+01:00"), BERLIN)
    assert list(times) == [When.JUST_NOW, When.HOUR_AGO, When.LAST_EVENING]
    assert times[When.LAST_EVENING] == at("2026-11-21T19:00+01:00")
    assert When.THIS_MORNING in quick_times(at("2026-11-22T10:00+01:00"), BERLIN)


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 11, 23)])
def test_today_and_later_are_as_if_no_day_was_named(day: date) -> None:
    now = at("2026-11-22T19:30+01:00")
    assert quick_times(now, BERLIN, day) == quick_times(now, BERLIN)


def test_of_a_day_that_is_over() -> None:
    times = quick_times(at("2026-11-22T00:01+01:00"), BERLIN, date(2026, 11, 21))
    assert times == {
        When.MORNING: at("2026-11-21T08:00+01:00"),
        When.NOON: at("2026-11-21T12:30+01:00"),
        When.AFTERNOON: at("2026-11-21T16:00+01:00"),
        When.EVENING: at("2026-11-21T19:00+01:00"),
    }


def test_none_is_later_than_now() -> None:
    for hour in range(24):
        now = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)  # clocks go back in this night
        for day in (None, date(2026, 10, 24), date(2026, 10, 25)):
            assert max(quick_times(now, BERLIN, day).values()) <= now


def test_a_time_that_the_clocks_skip_is_a_moment_all_the_same() -> None:
    assert instant_at(date(2026, 3, 29), time(2, 30), BERLIN) == at("2026-03-29T03:30+02:00")
