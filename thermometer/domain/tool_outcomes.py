"""What followed each use of a tool, counted; always "was followed by", never "works"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from thermometer.domain.checkins import CheckIn
from thermometer.domain.thresholds import FOLLOWED_WITHIN, WILSON_Z
from thermometer.domain.tools import Answer, ToolUse


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCount:
    """The uses of one tool: how many, of how many the outcome is known, how often it helped."""

    tool: str
    uses: int
    known: int
    helped: int


def helped(use: ToolUse, ordered: Sequence[CheckIn]) -> bool | None:
    """Whether ``use`` was followed by calm; None where nothing tells.

    Args:
        use: one use of a tool.
        ordered: the sequence of the same person, at least to 30 minutes after the use.
    """
    if use.answer is not None:
        return use.answer is Answer.SMALLER
    over = use.ended_at or use.started_at
    place = bisect_right(ordered, over, key=lambda c: c.at)
    if place == len(ordered) or ordered[place].at - over > FOLLOWED_WITHIN:
        return None
    return ordered[place].zone.level < use.zone.level


def tool_counts(uses: Iterable[ToolUse], ordered: Sequence[CheckIn]) -> tuple[ToolCount, ...]:
    """One count for each tool of one person's ``uses``, best first by the Wilson bound.

    Practice is left out; ties come by the tool's id.
    """
    outcomes: dict[str, list[bool | None]] = {}
    for use in uses:
        if not use.practice:
            outcomes.setdefault(use.tool, []).append(helped(use, ordered))
    counts = (
        ToolCount(
            tool=tool,
            uses=len(known),
            known=len(known) - known.count(None),
            helped=known.count(True),
        )
        for tool, known in outcomes.items()
    )
    return tuple(sorted(counts, key=lambda c: (-wilson_lower(c.helped, c.known), c.tool)))


def wilson_lower(successes: int, cases: int) -> float:
    """The lower bound of the 95 % Wilson interval of a share; 0 where there is no case.

    A bound of no successes is exactly 0, so that such tools tie whatever their number of cases.
    """
    if not successes:
        return 0.0
    share, z_squared = successes / cases, WILSON_Z**2
    spread = WILSON_Z * sqrt(share * (1 - share) / cases + z_squared / (4 * cases**2))
    return (share + z_squared / (2 * cases) - spread) / (1 + z_squared / cases)
