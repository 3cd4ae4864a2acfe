"""Which words the numbers allow: keys and values, the words themselves are content.

Few cases are told as few: no rate before three known outcomes, no percentage before ten.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from thermometer.domain.minutes import MinutesSummary
from thermometer.domain.repair_numbers import RepairNumbers
from thermometer.domain.thresholds import PERCENTAGE_FROM, TOOL_TOLD_FROM
from thermometer.domain.tool_outcomes import ToolCount


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence of ``content/<language>/week.toml`` and the numbers that fill its places."""

    key: str
    values: dict[str, int | float | str] = field(default_factory=dict)


def percentage(part: int, whole: int) -> int | None:
    """``part`` of ``whole`` in percent, halves up; None of fewer than ten."""
    return (200 * part + whole) // (2 * whole) if whole >= PERCENTAGE_FROM else None


def tool_wording(count: ToolCount) -> Wording:
    """What may be said of a tool: "tried twice, too early to tell", "calmer after 4 of 5 times"."""
    if count.known < TOOL_TOLD_FROM:
        tried = {1: "tool-tried-once", 2: "tool-tried-twice"}.get(count.uses, "tool-tried-often")
        return Wording(tried, {"uses": count.uses})
    percent = percentage(count.helped, count.known)
    values: dict[str, int | float | str] = {"helped": count.helped, "known": count.known}
    if percent is None:
        return Wording("tool-followed", values)
    return Wording("tool-followed-percentage", {**values, "percentage": percent})


def repair_wording(numbers: RepairNumbers) -> Wording:
    """What may be said of a week's repairs: always "repaired of countable", never a target."""
    if not numbers.ruptures:
        return Wording("repairs-no-ruptures")
    if not numbers.countable:
        key = "repairs-one-noted" if numbers.ruptures == 1 else "repairs-noted"
        return Wording(key, {"ruptures": numbers.ruptures})
    percent = percentage(numbers.repaired, numbers.countable)
    values: dict[str, int | float | str] = {
        "repaired": numbers.repaired,
        "countable": numbers.countable,
    }
    if percent is None:
        return Wording("repairs-counted", values)
    return Wording("repairs-counted-percentage", {**values, "percentage": percent})


def minutes_wording(numbers: MinutesSummary) -> Wording:
    """What may be said of the way back to green: a median from three on, before that the list."""
    listed = numbers.listed
    if numbers.median is not None:
        return Wording("back-usually", {"minutes": numbers.median, "known": numbers.known})
    if len(listed) == 2:
        return Wording("back-two", {"first": listed[0], "second": listed[1]})
    return Wording("back-one", {"first": listed[0]}) if listed else Wording("back-unknown")
