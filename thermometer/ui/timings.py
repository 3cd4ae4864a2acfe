"""How long things on the screen last, in milliseconds; tests hand in shorter ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thermometer.domain.thresholds import CALL_REPEAT, CALL_TIMES, OOPS_LASTS, TAP_GUARD
from thermometer.domain.usual import USUAL_DIM, USUAL_IDLE, USUAL_OOPS

if TYPE_CHECKING:
    from thermometer.domain.settings import Preferences


@dataclass(frozen=True, slots=True, kw_only=True)
class Timings:
    """Every duration that a page waits for."""

    tap_guard: int = int(TAP_GUARD.total_seconds() * 1000)
    oops: int = int(OOPS_LASTS.total_seconds() * 1000)
    fill: int = 500
    fade: int = 240
    card_shown: int = 3_000
    call_repeat: int = int(CALL_REPEAT.total_seconds() * 1000)
    call_times: int = CALL_TIMES
    hold: int = 3_000
    long_press: int = 600
    between_cards: int = 350
    minute: int = 60_000
    second: int = 1_000
    idle_home: int = 5 * 60_000
    dim: int = 10 * 60_000
    later: int = 300
    quiet: int = 3_000
    hard_moment_saved: int = 3_000
    idle_corner: int = 2 * 60_000
    sleep_check: int = 5_000
    notice: int = 6_000
    upkeep: int = 5_000
    save_again: int = 5_000
    upkeep_again: int = 60 * 60_000
    step: int = 3

    def oops_of(self, chosen: Preferences) -> int:
        """How long "Oops" stays, as the family has chosen."""
        return self.oops * chosen.oops_seconds // USUAL_OOPS

    def idle_home_of(self, chosen: Preferences) -> int:
        """After how long without a touch it goes Home, as the family has chosen."""
        return self.idle_home * chosen.idle_minutes // USUAL_IDLE

    def dim_of(self, chosen: Preferences) -> int:
        """After how long without a touch Home dims, as the family has chosen; 0 is never."""
        return self.dim * chosen.dim_minutes // USUAL_DIM
