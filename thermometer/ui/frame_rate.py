"""How often a moving picture is painted: sixty times a second, or thirty where that is too much."""

from __future__ import annotations

FRAME_MS, SLOW_FRAME_MS = 16, 33
"""Between two frames, where the computer keeps up and where it does not."""
STEP_MS = 250
"""Between two steps with reduced motion."""
LATE_MS = 24.0
"""Frames that come further apart than this were too much for the computer."""
WEIGHT = 0.05
"""Of the newest frame in the average: about twenty frames count, a single late one does not."""


class FrameRate:
    """Watches how far apart frames come, and slows down for good when they come too late."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._average = float(FRAME_MS)
        self._slow = False

    def interval(self, now: float) -> int:
        """How long to wait for the next frame, in milliseconds; this one comes at ``now``."""
        if self._last is not None and not self._slow:
            self._average += WEIGHT * (now - self._last - self._average)
            self._slow = self._average > LATE_MS
        self._last = now
        return SLOW_FRAME_MS if self._slow else FRAME_MS
