"""How far long work has come: whom to tell, also of parts as one number that only grows."""

from __future__ import annotations

from collections.abc import Callable

Report = Callable[[int, int], None]
"""Told how much is done of how much; may wait, or raise to stop."""
WHOLE = 1_000


def nobody_listens(_done: int, _all: int) -> None:
    """The default."""


def part(report: Report, begin: float, end: float) -> Report:
    """What a part of the work tells: from ``begin`` to ``end`` of all of it, each 0 to 1.

    Args:
        report: is told how far all of it has come; may raise to stop.
        begin: how much is done when the part begins.
        end: how much is done after it.
    """

    def tell(done: int, total: int) -> None:
        share = min(1.0, done / total) if total else 0.0
        report(round(WHOLE * (begin + (end - begin) * share)), WHOLE)

    return tell
