"""When a child and a grown-up are both out of green: the grown-up first, then near the child."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from thermometer.domain.checkins import CheckIn
from thermometer.domain.thresholds import CALM_FIRST_LEAST, CALM_FIRST_MOST, TOGETHER_WITHIN
from thermometer.domain.tools import Pace, Tool, ToolKind, ToolUse
from thermometer.domain.zones import Zone


class CalmStep(StrEnum):
    """What comes next for the grown-up."""

    ME_FIRST = "me first"
    GO_NEAR = "go near"


def calm_step(
    child: CheckIn | None, grown_up: CheckIn | None, uses: Iterable[ToolUse], now: datetime
) -> CalmStep | None:
    """What comes next for the grown-up; None unless both left green within fifteen minutes.

    It is offered for as long again: after that the moment is over, whatever the tubes show.

    Args:
        child: the check-in that says where the child is now (see ``standing``).
        grown_up: the one that says where the grown-up is.
        uses: the grown-up's uses of tools.
        now: aware instant.
    """
    if child is None or grown_up is None or Zone.GREEN in (child.zone, grown_up.zone):
        return None
    if abs(child.at - grown_up.at) > TOGETHER_WITHIN:
        return None
    used = [
        use.ended_at or use.started_at
        for use in uses
        if not use.practice and use.started_at >= grown_up.at
    ]
    if abs(now - max(child.at, grown_up.at, *used)) > TOGETHER_WITHIN:
        return None
    return CalmStep.GO_NEAR if used else CalmStep.ME_FIRST


def is_short(tool: Tool, pace: Pace) -> bool:
    """Whether ``tool``, breathed at ``pace`` if it is a guide, takes half a minute to a minute."""
    match tool.kind:
        case ToolKind.GUIDE:
            lasts = pace.breath * pace.breaths
        case ToolKind.STEPS:
            lasts = sum(step.seconds or 0.0 for step in tool.steps)
        case ToolKind.TIMER:
            lasts = (tool.minutes or 0.0) * 60
        case _:  # a card and a call last as long as they last
            return False
    return CALM_FIRST_LEAST <= timedelta(seconds=lasts) <= CALM_FIRST_MOST
