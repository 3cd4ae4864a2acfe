"""Whether the parents' corner is open: asked once for every place, before the window goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer.ui.places import (
    CORNER,
    HELD_BY_A_CHILD,
    CornerPlace,
    HowIsItNow,
    Lock,
    NewCode,
    Place,
    RunTool,
    SetPin,
    Week,
)

if TYPE_CHECKING:
    from thermometer.services.parent_lock import ParentLock

SHOWS_SECRETS = (SetPin, NewCode)


class Gate:
    """Open from a right PIN on until the corner is left; without any PIN it stands open.

    Args:
        lock: knows whether there is a PIN.
    """

    def __init__(self, lock: ParentLock) -> None:
        self._lock = lock
        self._is_open = False
        self._only: type[Place] | None = None
        self._left: CornerPlace | None = None

    def open(self) -> None:
        """Let a grown-up through, who has just shown the right PIN or held the button."""
        self._is_open, self._only = True, None

    def way_to(self, place: Place) -> Place:
        """``place``, or the lock that stands before it.

        Opening the corner leads to where it was left without being asked.

        Raises:
            Problem: it cannot be known whether there is a PIN; nobody gets through.
        """
        if not isinstance(place, CORNER):
            return place
        if self._left is not None and place == Week():
            place = self._left
        return place if self._lets_through(place) else Lock(place)

    def passed(self, old: Place | None, new: Place, *, keep: bool) -> bool:
        """Take note of a way from ``old`` to ``new``; whether ``new`` was left open before.

        A tool that a repair leads to and comes back from belongs to the corner; a place that a
        child holds opens no other one.

        Args:
            old: where the window was.
            new: where it goes, as :meth:`way_to` said.
            keep: whether the corner's next visitor shall find ``old`` as it was.
        """
        if isinstance(new, CORNER):
            left, self._left = self._left, None
            if isinstance(new, HELD_BY_A_CHILD):
                self._is_open, self._only = False, type(new)
            return left == new
        if isinstance(old, CORNER):
            self._left = old if keep and not isinstance(old, SHOWS_SECRETS) else None
        if not (isinstance(new, RunTool | HowIsItNow) and new.back):
            self._is_open, self._only = False, None
        return False

    def _lets_through(self, place: CornerPlace) -> bool:
        if self._only is not None:
            return type(place) is self._only
        return self._is_open or not self._lock.state().is_set
