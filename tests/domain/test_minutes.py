"""Rounded once, at the end, halves up."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thermometer.domain.minutes import MinutesSummary, mean_minutes, minutes, summary

MICROSECOND = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("seconds", "rounded"),
    [(0, 0.0), (2.999999, 0.0), (3, 0.1), (8.999999, 0.1), (9, 0.2), (60, 1.0), (1415, 23.6)],
)
def test_halves_go_up(seconds: float, rounded: float) -> None:
    assert minutes(timedelta(seconds=seconds)) == rounded


def test_half_a_microsecond_under_the_half_does_not_go_up() -> None:
    short = timedelta(seconds=3)
    assert mean_minutes((short, short - MICROSECOND)) == 0.0
    assert mean_minutes((short, short)) == 0.1


@given(st.lists(st.timedeltas(timedelta(), timedelta(days=400)), min_size=1, max_size=2))
def test_exact_arithmetic_agrees(durations: list[timedelta]) -> None:
    total = Fraction(sum(d // MICROSECOND for d in durations), len(durations))
    assert mean_minutes(tuple(durations)) == floor(total / 6_000_000 + Fraction(1, 2)) / 10


@pytest.mark.parametrize(
    ("durations", "expected"),
    [
        ((), MinutesSummary(known=0)),
        ((7,), MinutesSummary(known=1, shortest=7.0, longest=7.0)),
        ((9, 4), MinutesSummary(known=2, shortest=4.0, longest=9.0)),
        ((9, 4, 5), MinutesSummary(known=3, median=5.0, shortest=4.0, longest=9.0)),
        ((9, 4, 5, 6), MinutesSummary(known=4, median=5.5, shortest=4.0, longest=9.0)),
    ],
)
def test_median_from_three_on(durations: tuple[int, ...], expected: MinutesSummary) -> None:
    assert summary(timedelta(minutes=n) for n in durations) == expected


@pytest.mark.parametrize(
    ("durations", "listed"), [((), ()), ((7,), (7.0,)), ((9, 4), (4.0, 9.0)), ((1, 2, 3), ())]
)
def test_the_list_under_three(durations: tuple[int, ...], listed: tuple[float, ...]) -> None:
    assert summary(timedelta(minutes=n) for n in durations).listed == listed
