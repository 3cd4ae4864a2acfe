"""A clock that was set while a family tapped: which check-ins may have a wrong time for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import isfinite
from typing import Any

from thermometer.domain.thresholds import CLOCK_SET

HOUR = timedelta(hours=1)


class Side(StrEnum):
    """Which check-ins: those entered before the clock was set, or those since."""

    BEFORE = "before"
    SINCE = "since"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockChange:
    """The clock was set between two instants that it told. All are aware.

    Attributes:
        before: the last instant that it told before.
        after: the first one that it told afterwards.
        passed: how much time really went by in between; None where nobody has measured it.
        since: the number of the row of this device after which the stretch before begins.
        last: the number of the last row before the clock was set.
    """

    before: datetime
    after: datetime
    passed: timedelta | None
    since: int
    last: int

    @property
    def jump(self) -> timedelta:
        """By how much it was set forward; set back is negative.

        Where nobody has measured how much time went by it is the least that it can have been.
        """
        return self.after - self.before - (self.passed or timedelta())

    def shift(self, side: Side) -> timedelta:
        """By how much the check-ins of that side would be moved to agree with the other.

        Where only the least is known it is taken for whole hours: clocks are mostly wrong by such.
        """
        jump = self.jump
        if self.passed is None:
            jump = jump // HOUR * HOUR  # away from zero: it can only have been set back
        return jump if side is Side.BEFORE else -jump

    def values(self) -> dict[str, object]:
        """As it is kept."""
        return {
            "before": self.before.isoformat(),
            "after": self.after.isoformat(),
            "passed": None if self.passed is None else self.passed.total_seconds(),
            "since": self.since,
            "last": self.last,
        }

    @classmethod
    def of(cls, values: object) -> ClockChange | None:
        """What was kept as ``values``; None where it cannot be read."""
        kept: Mapping[Any, object] = values if isinstance(values, Mapping) else {}
        before, after = _instant(kept.get("before")), _instant(kept.get("after"))
        match kept:
            case {"since": int() as since, "last": int() as last, "passed": passed} if (
                before and after and _is_span(passed)
            ):
                measured = timedelta(seconds=passed) if isinstance(passed, int | float) else None
                return cls(before=before, after=after, passed=measured, since=since, last=last)
            case _:
                return None


def was_set(before: datetime, after: datetime, passed: timedelta) -> bool:
    """Whether the clock was set between two readings, with ``passed`` really gone by in between."""
    return abs(after - before - passed) > CLOCK_SET


def _instant(value: object) -> datetime | None:
    try:
        instant = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return instant if instant and instant.tzinfo else None


def _is_span(value: object) -> bool:
    """Whether it is nothing, or seconds that a span can have."""
    if value is None:
        return True
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and isinstance(value, int | float) and isfinite(value) and 0 <= value < 10**10
