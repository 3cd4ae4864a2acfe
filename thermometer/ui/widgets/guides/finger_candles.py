"""Finger candles: each breath out puts out one of five, from the thumb on."""

from __future__ import annotations

from math import pi, sin

from thermometer.domain.breathing import BreathMoment, Phase
from thermometer.domain.tools import Pace
from thermometer.ui.widgets.guides.piece import Piece, between, gone_by

WICK = (30.0, 21.5)
TIPS = ((10.2, 40.4), (18.0, 25.6), (30.0, 21.5), (42.0, 24.4), (53.4, 32.6))
BENT_BY = 30.0
GLOWS_BY = 0.16


def pieces(moment: BreathMoment, pace: Pace) -> tuple[Piece, ...]:
    """A glow shows which is next; it goes out with a wisp of smoke."""
    blown = (moment.breath + gone_by(moment, Phase.OUT)) * len(TIPS) / pace.breaths
    seen = tuple(_noticed(moment, pace, i) for i in range(len(TIPS)))
    return (
        *(_glow(tip, noticed) for tip, noticed in zip(TIPS, seen, strict=True)),
        Piece(layer="hand"),
        *(
            piece
            for i, tip in enumerate(TIPS)
            for piece in _candle(tip, min(max(blown - i, 0.0), 1.0), seen[i])
        ),
    )


def _glow(tip: tuple[float, float], noticed: float) -> Piece:
    return Piece(layer="glow", x=tip[0] - WICK[0], y=tip[1] - WICK[1], opacity=noticed)


def _noticed(moment: BreathMoment, pace: Pace, finger: int) -> float:
    """How much this breath is about the ``finger``, 0 to 1."""
    first = moment.breath * len(TIPS) // pace.breaths
    last = max(first, (moment.breath + 1) * len(TIPS) // pace.breaths - 1)
    return moment.fullness if first <= finger <= last else 0.0


def _candle(tip: tuple[float, float], out: float, noticed: float) -> tuple[Piece, ...]:
    """One finger's flame and smoke; ``out`` is how far it is blown out."""
    x, y = tip[0] - WICK[0], tip[1] - WICK[1]
    size = 1.0 + GLOWS_BY * noticed - out
    return (
        Piece(
            layer="flame",
            x=x,
            y=y,
            pivot=WICK,
            width=between(0.4, 1.0, size),
            height=size,
            turn=BENT_BY * sin(pi * out) ** 2,
            opacity=min(1.0, 4.0 * (1.0 - out)),
        ),
        Piece(layer="smoke", x=x, y=y - 2.0 * out, opacity=sin(pi * out**2) ** 2),
    )
