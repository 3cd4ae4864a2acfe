"""The three zones of the thermometer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Zone(StrEnum):
    """A zone, stored and exported as its word, never as a colour or a number."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"

    @property
    def level(self) -> int:
        """Height on the thermometer: 0 for green, 1 for yellow, 2 for red."""
        return tuple(Zone).index(self)


@dataclass(frozen=True, slots=True)
class ByZone(Generic[T]):
    """One value for each zone."""

    green: T
    yellow: T
    red: T

    def of(self, zone: Zone) -> T:
        """The value for ``zone``."""
        return (self.green, self.yellow, self.red)[zone.level]

    def __iter__(self) -> Iterator[T]:
        return iter((self.green, self.yellow, self.red))
