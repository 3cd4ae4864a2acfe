"""Belly boat: a boat rides on a tummy, up with the breath and down again."""

from __future__ import annotations

from math import pi, sin

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace
from thermometer.ui.widgets.guides.piece import Piece, between, swell

MAT = (34.0, 54.0)
TUMMY_TOP = 29.0
FLAT = 0.55
KEEL = (33.6, 30.0)
ROCKS_BY = 4.0


def pieces(moment: BreathMoment, _pace: Pace) -> tuple[Piece, ...]:
    """The boat stands where the tummy is, and rocks as on a calm sea."""
    height = between(FLAT, 1.0, moment.fullness)
    rocked = sin(2 * pi * moment.share) if moment.phase in (Phase.IN, Phase.OUT) else 0.0
    breathed_in, breathed_out = swell(moment, Phase.IN), swell(moment, Phase.OUT)
    return (
        Piece(layer="belly", pivot=MAT, height=height),
        Piece(
            layer="boat",
            pivot=KEEL,
            y=(1.0 - height) * (MAT[1] - TUMMY_TOP),
            turn=ROCKS_BY * rocked,
        ),
        Piece(
            layer="air",
            y=between(-5.0, 1.0, moment.fullness),
            opacity=max(breathed_in, breathed_out),
        ),
    )
