"""A clock that was set: when that is so, by how much, and what is kept of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import SUNDAY_EVENING
from thermometer.domain.clock_changes import ClockChange, Side, was_set

HOUR, MINUTE, SECOND = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)


def change(after: timedelta, passed: timedelta | None = MINUTE) -> ClockChange:
    return ClockChange(
        before=SUNDAY_EVENING, after=SUNDAY_EVENING + after, passed=passed, since=3, last=7
    )


@pytest.mark.parametrize(
    ("told", "passed", "so"),
    [
        (MINUTE, MINUTE, False),
        (3 * MINUTE, MINUTE, False),
        (3 * MINUTE + SECOND, MINUTE, True),
        (-MINUTE, MINUTE, False),
        (-MINUTE - SECOND, MINUTE, True),
        (8 * HOUR, 8 * HOUR, False),  # asleep
        (9 * HOUR, 8 * HOUR, True),
        (-365 * 24 * HOUR, MINUTE, True),
    ],
)
def test_a_clock_was_set_if_it_tells_more_or_less_than_has_passed(
    told: timedelta, passed: timedelta, so: object
) -> None:
    assert was_set(SUNDAY_EVENING, SUNDAY_EVENING + told, passed) is so


def test_each_side_is_moved_towards_the_other() -> None:
    back = change(MINUTE - HOUR)
    assert back.jump == -HOUR
    assert back.shift(Side.BEFORE) == -HOUR
    assert back.shift(Side.SINCE) == HOUR


def test_where_only_the_least_is_known_whole_hours_are_suggested() -> None:
    back = change(-50 * MINUTE, passed=None)
    assert back.jump == -50 * MINUTE
    assert back.shift(Side.BEFORE) == -HOUR
    assert back.shift(Side.SINCE) == HOUR
    assert change(-2 * HOUR, passed=None).shift(Side.BEFORE) == -2 * HOUR


@given(
    st.timedeltas(-timedelta(days=400), timedelta(days=400)),
    st.none() | st.timedeltas(timedelta(), timedelta(days=400)),
)
def test_what_is_kept_is_read_again(after: timedelta, passed: timedelta | None) -> None:
    one = change(after, passed)
    assert ClockChange.of(one.values()) == one


@pytest.mark.parametrize(
    "broken",
    [
        {"before": "yesterday"},
        {"before": 12},
        {"after": "2026-11-22T18:30:00"},
        {"passed": "long"},
        {"passed": True},
        {"passed": float("nan")},
        {"passed": -1},
        {"since": "3"},
        {"last": None},
    ],
)
def test_what_cannot_be_read_is_none(broken: dict[str, Any]) -> None:
    assert ClockChange.of(change(HOUR).values() | broken) is None


@pytest.mark.parametrize("nothing", [None, 3, [], "clock", {}])
def test_what_is_no_change_is_none(nothing: object) -> None:
    assert ClockChange.of(nothing) is None
