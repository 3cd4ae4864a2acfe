"""How far long work has come: whom to tell."""

from __future__ import annotations

from collections.abc import Callable

Report = Callable[[int, int], None]
"""Told how much is done of how much; may wait, or raise to stop."""


def nobody_listens(_done: int, _all: int) -> None:
    """The default."""
