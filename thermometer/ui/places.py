"""Where the window can be: frozen values with their arguments."""

from __future__ import annotations

from dataclasses import dataclass

from thermometer.domain.people import Person
from thermometer.domain.tools import Tool, ToolUse
from thermometer.domain.zones import Zone


@dataclass(frozen=True, slots=True)
class FirstStart:
    """Names and pictures, before anything else."""


@dataclass(frozen=True, slots=True)
class Home:
    """All thermometers; turned to the page on which ``person`` stands, if named."""

    person: Person | None = None


@dataclass(frozen=True, slots=True)
class SafePlace:
    """A person's own tools in a zone."""

    person: Person
    zone: Zone


@dataclass(frozen=True, slots=True)
class RunTool:
    """A tool in use; its kind decides the page."""

    person: Person
    tool: Tool
    use: ToolUse


@dataclass(frozen=True, slots=True)
class HowIsItNow:
    """The one question after a tool: smaller, same, bigger."""

    person: Person
    use: ToolUse


@dataclass(frozen=True, slots=True)
class Parents:
    """The parents' corner."""


Place = FirstStart | Home | SafePlace | RunTool | HowIsItNow | Parents
