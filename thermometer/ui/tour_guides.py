"""The tour's way through the breathing guides: each in the middle of a breath, in motion."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from thermometer.domain.people import Person
from thermometer.domain.tools import Pace, Tool, ToolKind
from thermometer.domain.zones import Zone
from thermometer.ui.pages.guide import GuidePage
from thermometer.ui.places import Home, RunTool
from thermometer.ui.window import MainWindow

if TYPE_CHECKING:
    from thermometer.services.bundle import Services

Picture = Callable[[str], None]
HALFWAY_IN, ALMOST_FULL, HALFWAY_OUT = 0.5, 0.99, 0.55


def guides(window: MainWindow, services: Services, child: Person, picture: Picture) -> None:
    """Every guide halfway into its second breath, full of it, and halfway out.

    Args:
        window: at Home; it is there again afterwards.
        services: the family's.
        child: who breathes, for practice.
        picture: takes a picture of the window under this name.
    """
    tools = [tool for tool in services.content.tools() if tool.kind is ToolKind.GUIDE]
    for tool in tools:
        _run(window, services, child, tool, picture)
    window.theme.reduced_motion = True
    _run(window, services, child, tools[0], lambda name: picture(f"still-{name}"))
    window.theme.reduced_motion = False
    window.go(Home())


def _run(
    window: MainWindow, services: Services, child: Person, tool: Tool, picture: Picture
) -> None:
    use = services.journal.start_tool(child.id, tool.id, Zone.GREEN, practice=True)
    window.go(RunTool(child, tool, use))
    _stand_still(window, f"guide-{tool.id}", picture)
    services.journal.end_tool(use)


def _stand_still(window: MainWindow, name: str, picture: Picture) -> None:
    """Pictures of the guide in view, which is told a time instead of being waited for."""
    page = window.page
    if not isinstance(page, GuidePage) or page.pace is None:
        raise TypeError(page)
    for part, seconds in _moments(page.pace):
        page.hold_at(seconds)
        picture(f"{name}-{part}")


def _moments(pace: Pace) -> tuple[tuple[str, float], ...]:
    """Names and seconds from the start, in the second breath."""
    begun = pace.breath
    return (
        ("in", begun + pace.inhale * HALFWAY_IN),
        ("full", begun + pace.inhale * ALMOST_FULL),
        ("out", begun + pace.inhale + pace.hold_in + pace.exhale * HALFWAY_OUT),
    )
