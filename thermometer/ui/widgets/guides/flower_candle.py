"""Flower and candle: the flower opens to be smelled, the flame bends where it is blown on."""

from __future__ import annotations

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace
from thermometer.ui.widgets.guides.piece import Piece, between, swell

FLOWER = (20.0, 23.0)
WICK = (48.5, 36.4)
BUD, OPENED_BY, OPENING_STEPS = 0.5, 36.0, 64
LOW_FLAME, BENT_BY = 0.3, 38.0


def pieces(moment: BreathMoment, _pace: Pace) -> tuple[Piece, ...]:
    """Bud and tall flame when empty of breath; blossom when full."""
    full, blown = moment.fullness, swell(moment, Phase.OUT)
    smelled = swell(moment, Phase.IN)
    # By steps of a pixel or so, together: else there would be too many blossoms to keep.
    opened = round(full * OPENING_STEPS) / OPENING_STEPS
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
            width=between(0.55, 1.0, full),
            height=between(LOW_FLAME, 1.0, full),
            turn=BENT_BY * blown,
        ),
    )
