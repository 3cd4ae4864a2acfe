"""What a service says has changed, so that the page in view can refresh itself."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Change(StrEnum):
    """A kind of record of which at least one row is new or has a field filled."""

    PEOPLE = "people"
    CHECK_INS = "check-ins"
    TOOL_USES = "tool-uses"
    REPAIRS = "repairs"
    REMARKS = "remarks"
    SETTINGS = "settings"
    OWN_THINGS = "own-things"
    EVERYTHING = "everything"


Notify = Callable[[Change], None]
