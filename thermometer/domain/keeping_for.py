"""How long records are kept, and what of them goes on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

GOES_BY_ITSELF = timedelta(days=31)
"""So many days at most grow too old without being asked about again. After a longer time in a
drawer, or with a clock that has jumped, a parent decides."""


class KeepFor(StrEnum):
    """How long a family keeps its records."""

    ALL = "all"
    TWO_YEARS = "two-years"
    ONE_YEAR = "one-year"

    def first_day(self, today: date) -> date | None:
        """The first day whose records stay; None where all do."""
        years = {self.TWO_YEARS: 2, self.ONE_YEAR: 1}.get(self)
        if years is None:
            return None
        try:
            return today.replace(year=today.year - years)
        except ValueError:  # the 29th of February
            return today.replace(year=today.year - years, day=28)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What was chosen.

    Attributes:
        keep_for: how long.
        told: the first day that stays, of which a parent was told; None before any choice.
        is_done: whether what is older was erased.
    """

    keep_for: KeepFor = KeepFor.ALL
    told: date | None = None
    is_done: bool = True

    @classmethod
    def of(cls, value: object) -> Keeping:
        """The choice kept as ``value``; one that cannot be read keeps everything."""
        kept: Mapping[Any, object] = value if isinstance(value, Mapping) else {}
        try:
            keep_for = KeepFor(str(kept.get("keep_for")))
            told = date.fromisoformat(str(kept.get("told")))
        except ValueError:
            return cls()
        return cls(keep_for=keep_for, told=told, is_done=kept.get("is_done") is True)

    def value(self) -> dict[str, object] | None:
        """As it is kept; None where nothing is erased."""
        if self.keep_for is KeepFor.ALL or self.told is None:
            return None
        return {"keep_for": str(self.keep_for), "told": str(self.told), "is_done": self.is_done}

    def due(self, today: date) -> date | None:
        """The first day that stays after the work of ``today``; None where there is none."""
        first = self.keep_for.first_day(today)
        if first is None or self.told is None:
            return None
        if not self.is_done:
            return self.told
        return first if first > self.told else None

    def is_far(self, day: date) -> bool:
        """Whether so much lies between ``day`` and the one that was told of that it is asked."""
        return self.told is not None and day - self.told > GOES_BY_ITSELF


@dataclass(frozen=True, slots=True)
class Old:
    """What is older than a day.

    Attributes:
        first_day: the first day that stays.
        check_ins: how many go.
        tool_uses: how many go.
        hard_moments: how many go, with all that was done about them.
        backups: how many go.
    """

    first_day: date
    check_ins: int = 0
    tool_uses: int = 0
    hard_moments: int = 0
    backups: int = 0

    @property
    def records(self) -> int:
        """How many records of what happened go."""
        return self.check_ins + self.tool_uses + self.hard_moments
