"""Where in a breath somebody is who follows a guide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from thermometer.domain.breathing import Phase, moment_at
from thermometer.domain.tools import Pace

SQUARE = Pace(inhale=3, hold_in=3, exhale=3, hold_out=3, breaths=2)
PLAIN = Pace(inhale=3, exhale=4.5, breaths=4)


@pytest.mark.parametrize(
    ("seconds", "breath", "phase", "fullness"),
    [
        (0, 0, Phase.IN, 0.0),
        (1.5, 0, Phase.IN, 0.5),
        (3, 0, Phase.HOLD_IN, 1.0),
        (6, 0, Phase.OUT, 1.0),
        (7.5, 0, Phase.OUT, 0.5),
        (9, 0, Phase.HOLD_OUT, 0.0),
        (12, 1, Phase.IN, 0.0),
    ],
)
def test_a_square_breath(seconds: float, breath: int, phase: Phase, fullness: float) -> None:
    moment = moment_at(SQUARE, seconds)
    assert moment is not None
    assert (moment.breath, moment.phase) == (breath, phase)
    assert moment.fullness == pytest.approx(fullness)


def test_it_is_over_after_the_last_breath() -> None:
    assert moment_at(SQUARE, 24) is None
    assert moment_at(PLAIN, 29.999) is not None
    assert moment_at(PLAIN, 30) is None


def test_before_its_start_it_begins() -> None:
    assert moment_at(PLAIN, -1) == moment_at(PLAIN, 0)


PACES = st.builds(
    Pace,
    inhale=st.floats(0.5, 8),
    exhale=st.floats(0.5, 8),
    hold_in=st.sampled_from([0.0, 3.0]),
    hold_out=st.sampled_from([0.0, 3.0]),
    breaths=st.integers(1, 6),
)


@given(PACES, st.floats(0, 200))
def test_every_moment_lies_in_its_breath(pace: Pace, seconds: float) -> None:
    moment = moment_at(pace, seconds)
    if moment is None:
        assert seconds >= pace.breath * pace.breaths * 0.999
        return
    assert 0 <= moment.breath < pace.breaths
    assert 0 <= moment.share <= 1
    assert -1e-9 <= moment.fullness <= 1 + 1e-9


def test_a_sliver_lost_to_rounding_is_the_end_of_a_breath() -> None:
    class Short(Pace):
        """A pace whose parts are together a little less than the whole."""

        @property
        @override
        def breath(self) -> float:
            return super().breath + 0.5

    moment = moment_at(Short(inhale=1, exhale=1, breaths=2), 2.2)
    assert moment is not None
    assert (moment.phase, moment.fullness) == (Phase.HOLD_OUT, 0.0)
