"""Breathe with me: a grown-up and a child, two circles side by side."""

from __future__ import annotations

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace
from thermometer.ui.widgets.guides.piece import Piece, between, swell

GROWN_UP, CHILD = (21.6, 54.6), (48.4, 54.6)
"""Where each of them sits on the mat."""
NARROW, LOW = 0.8, 0.66


def pieces(moment: BreathMoment, _pace: Pace) -> tuple[Piece, ...]:
    """Both fill and empty in the same rhythm."""
    width, height = between(NARROW, 1.0, moment.fullness), between(LOW, 1.0, moment.fullness)
    air = max(swell(moment, Phase.IN), swell(moment, Phase.OUT))
    return (
        Piece(layer="air", y=between(-2.0, 5.0, moment.fullness), opacity=air),
        Piece(layer="grown-up", pivot=GROWN_UP, width=width, height=height),
        Piece(layer="child", pivot=CHILD, width=width, height=height),
    )
