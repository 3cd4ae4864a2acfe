"""Flower and candle: the flower opens to be smelled, the flame bends where it is blown on."""

from __future__ import annotations

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace
from thermometer.ui.widgets.guides.piece import Piece, between, stepped, swell

FLOWER = (20.0, 23.0)
WICK = (48.5, 36.4)
BUD, OPENED_BY = 0.5, 36.0
LOW_FLAME, BENT_BY = 0.3, 38.0
STEPS, BENDING_STEPS = 64, 24


def pieces(moment: BreathMoment, _pace: Pace) -> tuple[Piece, ...]:
    """Bud and low flame when empty of breath, blossom and tall flame when full."""
    full, blown = moment.fullness, swell(moment, Phase.OUT)
    smelled = swell(moment, Phase.IN)
    opened = stepped(full, STEPS)
    open_ = between(BUD, 1.0, opened)
    return (
        Piece(layer="wind", x=between(4.0, -4.0, full), opacity=blown),
        Piece(
            layer="petals",
            pivot=FLOWER,
            width=open_,
            height=open_,
            turn=between(-OPENED_BY, 0.0, opened),
        ),
        Piece(layer="heart", pivot=FLOWER),
        Piece(layer="scent", y=between(4.0, 0.0, full), opacity=smelled),
        Piece(
            layer="flame",
            pivot=WICK,
            width=between(0.55, 1.0, opened),
            height=between(LOW_FLAME, 1.0, opened),
            turn=BENT_BY * stepped(blown, BENDING_STEPS),
        ),
    )
