"""A long breath out: a feather is lifted, and takes its time to come down on the water."""

from __future__ import annotations

from math import pi, sin

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace
from thermometer.ui.widgets.guides.piece import Piece, between, gone_by, swell

FEATHER = (31.0, 31.0)
WATER = (32.0, 54.6)
HIGH, LOW = -14.0, 14.0
SWINGS = 1.5
SWINGS_BY, TILTS_BY = 5.5, 12.0


def pieces(moment: BreathMoment, _pace: Pace) -> tuple[Piece, ...]:
    """Straight up with the breath in, from side to side on the way down."""
    fallen = gone_by(moment, Phase.OUT) if moment.phase is Phase.OUT else 0.0
    swing = sin(2 * pi * SWINGS * fallen)
    lifted = swell(moment, Phase.IN)
    ring = between(0.5, 1.5, gone_by(moment, Phase.IN))
    return (
        Piece(layer="ripple", pivot=WATER, width=ring, height=ring, opacity=lifted),
        Piece(layer="air", y=between(2.0, -6.0, moment.fullness), opacity=lifted),
        Piece(
            layer="feather",
            pivot=FEATHER,
            x=SWINGS_BY * swing,
            y=between(LOW, HIGH, moment.fullness),
            turn=TILTS_BY * swing,
        ),
    )
