"""Where in a breath somebody is who follows a guide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi

from thermometer.domain.tools import Pace


class Phase(StrEnum):
    """A part of a breath."""

    IN = "in"
    HOLD_IN = "hold-in"
    OUT = "out"
    HOLD_OUT = "hold-out"


@dataclass(frozen=True, slots=True)
class BreathMoment:
    """One moment of a guide.

    ``breath`` counts from 0; ``fullness`` runs from 0 (empty) to 1 (full), eased so that it
    invites rather than commands; ``share`` is how much of the phase has gone by, 0 to 1.
    """

    breath: int
    phase: Phase
    share: float
    fullness: float


def _phases(pace: Pace) -> tuple[tuple[Phase, float], ...]:
    return (
        (Phase.IN, pace.inhale),
        (Phase.HOLD_IN, pace.hold_in),
        (Phase.OUT, pace.exhale),
        (Phase.HOLD_OUT, pace.hold_out),
    )


def _fullness(phase: Phase, share: float) -> float:
    eased = (1 - cos(pi * share)) / 2
    match phase:
        case Phase.IN:
            return eased
        case Phase.HOLD_IN:
            return 1.0
        case Phase.OUT:
            return 1 - eased
        case _:
            return 0.0


def moment_at(pace: Pace, seconds: float) -> BreathMoment | None:
    """The moment ``seconds`` after the start, or None once all breaths are done."""
    breath, into = divmod(max(0.0, seconds), pace.breath)
    if breath >= pace.breaths:
        return None
    for phase, lasts in _phases(pace):
        if into < lasts:
            share = into / lasts
            return BreathMoment(int(breath), phase, share, _fullness(phase, share))
        into -= lasts
    # The last sliver of a breath can be lost to rounding.
    return BreathMoment(int(breath), Phase.HOLD_OUT, 1.0, 0.0)
