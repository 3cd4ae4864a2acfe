"""One part of a moving picture, and how it has moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import pi, sin
from typing import TypeAlias

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace

GRID = 64.0
"""Every picture is drawn on a square of so many units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A layer in one moment; lengths are units of the grid.

    ``layer`` is an id in the guide's drawing. It is made ``width`` times as wide and ``height``
    times as high about ``pivot``, turned by ``turn`` degrees clockwise about it, then moved by
    ``x`` and ``y``. A width below 0 is a mirror's. ``opacity`` is 0 to 1.
    """

    layer: str
    x: float = 0.0
    y: float = 0.0
    turn: float = 0.0
    width: float = 1.0
    height: float = 1.0
    pivot: tuple[float, float] = (GRID / 2, GRID / 2)
    opacity: float = 1.0


Pieces: TypeAlias = Callable[[BreathMoment, Pace], tuple[Piece, ...]]
"""What there is to be seen in a moment, the farthest first: always as many pieces."""


def between(empty: float, full: float, share: float) -> float:
    """``empty`` where ``share`` is 0, ``full`` where it is 1."""
    return empty + (full - empty) * share


def stepped(share: float, steps: int) -> float:
    """``share`` in whole steps: what is scaled and turned at once would have too many looks."""
    return round(share * steps) / steps


def swell(moment: BreathMoment, phase: Phase) -> float:
    """0 to 1 and back to 0 while ``phase`` goes by, softly at both ends; 0 in any other."""
    return sin(pi * moment.share) ** 2 if moment.phase is phase else 0.0


def gone_by(moment: BreathMoment, phase: Phase) -> float:
    """How much of ``phase`` is over, eased: 0 before it and 1 after it."""
    order = list(Phase)
    if moment.phase is not phase:
        return float(order.index(moment.phase) > order.index(phase))
    return sin(pi * moment.share / 2) ** 2
