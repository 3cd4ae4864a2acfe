"""Settings that speak of one device: of its clock, its screen, its own rows, what it may erase.

An export holds them, for it holds everything; no other device takes them from there. Records must
not go because somebody chose so elsewhere, and numbers of rows mean nothing in another file.
"""

from __future__ import annotations

CLOCK = "clock"
EXAMINED = "examined"
KEEP_FOR = "keep-for"
MARKED_SIGNS = "marked-signs"
START_FULL_SCREEN = "start-full-screen"

DEVICE_SETTINGS = frozenset({CLOCK, EXAMINED, KEEP_FOR, MARKED_SIGNS, START_FULL_SCREEN})
"""The keys; a test holds that each service keeps its value under one of them."""

CHOSEN_HERE = (KEEP_FOR, START_FULL_SCREEN)
"""Of those, what a parent has chosen on this device: putting a backup back leaves it alone."""
