"""The drawings that a family can put on a card, and what they are called aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer.domain.tools import COME_PLEASE

if TYPE_CHECKING:
    from thermometer.services.content import Content


def drawings_of_tools(content: Content) -> dict[str, str]:
    """Every tool's drawing but the call's: what calls somebody looks like nothing else."""
    return {tool.picture: tool.name for tool in content.tools() if tool.id != COME_PLEASE}


def drawings_of_steps(content: Content) -> dict[str, str]:
    """The drawings of steps, called by the first words that go with them, then those of tools."""
    steps = (step for tool in content.tools() for step in (*tool.steps, *tool.steps_for_little))
    found: dict[str, str] = {}
    for step in steps:
        found.setdefault(step.picture, step.text)
    return found | drawings_of_tools(content)
