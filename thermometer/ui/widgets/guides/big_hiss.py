"""Long hiss: arms up with the breath; while they come down a snake grows long."""

from __future__ import annotations

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace
from thermometer.ui.widgets.guides.piece import Piece, between, stepped, swell

SHOULDER = (25.0, 27.0)
ACROSS = 14.0
"""From one shoulder to the other."""
CHEST = (32.0, 34.0)
TAIL = (12.0, 55.0)
HEAD_FROM_TAIL = 38.0
ARMS_DOWN, ARMS_UP, ARM_STEPS = 16.0, 158.0, 128
CURLED_UP = 0.4


def pieces(moment: BreathMoment, _pace: Pace) -> tuple[Piece, ...]:
    """The snake is as long as what has been breathed out."""
    full, hissed = moment.fullness, swell(moment, Phase.OUT)
    arm = between(ARMS_DOWN, ARMS_UP, stepped(full, ARM_STEPS))
    size = between(0.6, 1.0, full)
    length = between(1.0, CURLED_UP, full)
    head = HEAD_FROM_TAIL * (length - 1.0)
    return (
        Piece(layer="arm", pivot=SHOULDER, turn=arm),
        Piece(layer="arm", pivot=SHOULDER, x=ACROSS, turn=-arm),
        Piece(layer="body"),
        Piece(layer="chest", pivot=CHEST, width=size, height=size),
        Piece(layer="mouth", opacity=hissed),
        Piece(layer="tongue", x=head, opacity=hissed),
        Piece(layer="snake", pivot=TAIL, width=length),
        Piece(layer="head", x=head),
    )
