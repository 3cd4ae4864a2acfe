"""What was changed while a Safe Place is set up together, so that each change can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from thermometer.domain.zones import Zone

MOST = 100
"""Changes that are remembered."""


@dataclass(frozen=True, slots=True)
class Done:
    """A change, where it was made, and how it is taken back.

    Attributes:
        person: whose Safe Place.
        zone: the zone that was looked at.
        take_back: raises a Problem where that is not possible.
        tool: whose card was changed; none: which cards there are, or their order.
        is_grown_ups: a change to a tool of the family's own, which no child takes back.
    """

    person: UUID
    zone: Zone
    take_back: Callable[[], object]
    tool: str | None = None
    is_grown_ups: bool = False


class Undoing:
    """The changes of one sitting, over all the pages that belong to it."""

    def __init__(self) -> None:
        self._done: list[Done] = []

    def __bool__(self) -> bool:
        return bool(self._done)

    @property
    def last(self) -> Done | None:
        """The change that would be taken back now."""
        return self._done[-1] if self._done else None

    def begin(self) -> None:
        """A new sitting: what was done before stays as it is."""
        self._done.clear()

    def add(self, done: Done) -> None:
        """Something was changed."""
        self._done.append(done)
        del self._done[:-MOST]

    def drop(self) -> None:
        """The last change was none after all."""
        self._done.pop()

    def step_back(self) -> Done | None:
        """Take back the last change; which one it was.

        Raises:
            Problem: it could not be taken back; it stays the last one.
        """
        if not self._done:
            return None
        done = self._done[-1]
        done.take_back()
        self._done.pop()
        return done
