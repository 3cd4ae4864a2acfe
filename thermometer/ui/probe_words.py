"""How the program asks itself, in another process, whether there is a voice; needs no Qt."""

from __future__ import annotations

import sys

PROBE_VOICE = "--probe-voice"
"""Stands first and alone, followed by the engine's name; no help speaks of it."""


def probing() -> tuple[str, ...]:
    """What is given to ``sys.executable``, before the engine's name.

    A frozen program is started itself; otherwise that is a Python which is told what to run.
    """
    is_frozen = getattr(sys, "frozen", False)
    return (PROBE_VOICE,) if is_frozen else ("-m", "thermometer", PROBE_VOICE)
