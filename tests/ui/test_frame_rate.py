"""Sixty frames a second where the computer keeps up, thirty where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thermometer.ui.frame_rate import FRAME_MS, SLOW_FRAME_MS, FrameRate


def after(gaps: list[float]) -> int:
    """The wait that is chosen after frames so many milliseconds apart."""
    rate, now = FrameRate(), 0.0
    chosen = rate.interval(now)
    for gap in gaps:
        now += gap
        chosen = rate.interval(now)
    return chosen


def test_it_begins_with_sixty() -> None:
    assert after([]) == FRAME_MS


@pytest.mark.parametrize("gap", [15.0, 16.7, 20.0, 23.0])
def test_a_computer_that_keeps_up_keeps_sixty(gap: float) -> None:
    assert after([gap] * 600) == FRAME_MS


@pytest.mark.parametrize("gap", [28.0, 40.0, 90.0])
def test_a_slow_one_gets_thirty_within_a_second_or_two(gap: float) -> None:
    assert after([gap] * 60) == SLOW_FRAME_MS


def test_one_late_frame_is_no_reason() -> None:
    assert after([16.0] * 50 + [120.0] + [16.0] * 50) == FRAME_MS


@given(st.lists(st.floats(10, 30), max_size=40))
def test_once_slowed_down_it_stays_so(gaps: list[float]) -> None:
    assert after([60.0] * 40 + gaps) == SLOW_FRAME_MS
