"""A bee: up from one flower with the breath in, humming to the other on the way out."""

from __future__ import annotations

from math import cos, pi, sin

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace
from thermometer.ui.widgets.guides.piece import GRID, Piece, between, gone_by

NEAR, FAR = 18.0, 46.0
HIGH, LOW = 17.0, 38.0
WAVES, WAVE_HEIGHT = 2, 4.5
BEE_SIZE = 0.76
TILTS_BY = 14.0


def pieces(moment: BreathMoment, _pace: Pace) -> tuple[Piece, ...]:
    """Every other breath goes the other way, back to the first flower."""
    risen, hummed = gone_by(moment, Phase.IN), gone_by(moment, Phase.OUT)
    way = -1.0 if moment.breath % 2 else 1.0
    x, y, tilt = _flight(risen, hummed)
    shown = risen * (1.0 - max(0.0, 2.0 * hummed - 1.0))
    middle = GRID / 2
    return (
        Piece(layer="hum", width=way, opacity=shown),
        Piece(
            layer="bee",
            x=way * (x - middle),
            y=y - middle,
            turn=way * tilt,
            width=BEE_SIZE,
            height=BEE_SIZE,
        ),
    )


def _flight(risen: float, hummed: float) -> tuple[float, float, float]:
    """Where the bee is on its way from left to right, and how it is tilted, in degrees."""
    if not hummed:
        return NEAR, between(LOW, HIGH, risen), 0.0
    soft = sin(pi * hummed)
    wave = sin(2 * pi * WAVES * hummed) * soft**0.5
    y = between(HIGH, LOW, hummed) + WAVE_HEIGHT * wave
    return between(NEAR, FAR, hummed), y, TILTS_BY * cos(2 * pi * WAVES * hummed) * soft
