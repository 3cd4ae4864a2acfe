"""A square: a dot goes round, each side is one part of the breath."""

from __future__ import annotations

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace
from thermometer.ui.widgets.guides.piece import Piece, between, gone_by

REACH = 20.0
"""From the middle to each side."""
SIDES = ("left", "top", "right", "bottom")
SMALL = 0.55


def pieces(moment: BreathMoment, pace: Pace) -> tuple[Piece, ...]:
    """Up, along the top, down, and back; in the middle the breath itself."""
    round_ = _way_round(moment, pace)
    size = between(SMALL, 1.0, moment.fullness)
    x, y = _corner_way(round_)
    lit = tuple(
        Piece(layer=side, opacity=_lit(round_, i, moment.breath)) for i, side in enumerate(SIDES)
    )
    return (*lit, Piece(layer="breath", width=size, height=size), Piece(layer="dot", x=x, y=y))


def _way_round(moment: BreathMoment, pace: Pace) -> float:
    """Sides gone along, 0 to 4; a breath that is not held takes two sides in one phase."""
    into = 1.0 if pace.hold_in else 2.0
    out = 1.0 if pace.hold_out else 2.0
    return (
        into * gone_by(moment, Phase.IN)
        + (2.0 - into) * gone_by(moment, Phase.HOLD_IN)
        + out * gone_by(moment, Phase.OUT)
        + (2.0 - out) * gone_by(moment, Phase.HOLD_OUT)
    )


def _corner_way(round_: float) -> tuple[float, float]:
    """Where the dot is, from the middle: it begins below on the left."""
    up = min(round_, 1.0) - min(max(round_ - 2.0, 0.0), 1.0)
    along = min(max(round_ - 1.0, 0.0), 1.0) - max(round_ - 3.0, 0.0)
    return REACH * (2.0 * along - 1.0), REACH * (1.0 - 2.0 * up)


def _lit(round_: float, side: int, breath: int) -> float:
    """How brightly a side shines: it comes while the dot goes along it, and goes after it."""
    behind = round_ - side
    if side == len(SIDES) - 1 and breath and round_ < 1.0:
        behind = round_ + 1.0
    return max(0.0, 1.0 - abs(behind - 1.0))
