"""The tools that have a moving picture of their own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from thermometer.ui.widgets.guides import (
    bee_hum,
    belly_boat,
    big_hiss,
    breathe_with_me,
    finger_candles,
    flower_candle,
    long_out,
    square,
)
from thermometer.ui.widgets.guides.piece import Pieces

MOVING: Mapping[str, Pieces] = MappingProxyType(
    {
        "flower-candle": flower_candle.pieces,
        "belly-boat": belly_boat.pieces,
        "finger-candles": finger_candles.pieces,
        "square": square.pieces,
        "bee-hum": bee_hum.pieces,
        "big-hiss": big_hiss.pieces,
        "long-out": long_out.pieces,
        "breathe-with-me": breathe_with_me.pieces,
    }
)
"""How each of them moves, by the tool's id; its drawing is ``pictures/guides/<id>.svg``."""
