"""Where something about the device itself is looked at: frozen values, as in places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClockPlace:
    """The clock was set: which check-ins have a wrong time, and by how much to move them."""
