"""Whether the parents' corner is open: asked once for every place, before the window goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer.ui.own_places import OwnToolUndone
from thermometer.ui.places import (
    CORNER,
    HELD_TOGETHER,
    CornerPlace,
    HowIsItNow,
    Lock,
    NewCode,
    Place,
    RunTool,
    SafePlaceSetup,
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
        self._only: tuple[type[Place], ...] = ()
        self._left: CornerPlace | None = None
        self.at: Place | None = None
        """Where the window is."""

    def open(self) -> None:
        """Let a grown-up through, who has just shown the right PIN or held the button."""
        self._is_open, self._only = True, ()

    def shut(self) -> None:
        """Whoever goes on from here shows the PIN again."""
        self._is_open, self._only = False, ()

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
        child holds opens those only that are held with it.

        Args:
            old: where the window was.
            new: where it goes, as :meth:`way_to` said.
            keep: whether the corner's next visitor shall find ``old`` as it was.
        """
        self.at = new
        if isinstance(new, CORNER):
            left, self._left = self._left, None
            held = _held_with(new)
            if held:
                self._is_open, self._only = False, held
            return left == new
        if isinstance(old, CORNER):
            self._left = old if keep and not isinstance(old, SHOWS_SECRETS) else None
        if not (isinstance(new, RunTool | HowIsItNow) and new.back):
            self.shut()
        return False

    def _lets_through(self, place: CornerPlace) -> bool:
        if self._only:
            return isinstance(place, self._only)
        return self._is_open or not self._lock.state().is_set


def _held_with(place: CornerPlace) -> tuple[type[CornerPlace], ...]:
    """What a child holds from ``place`` on; none where no child does."""
    kind = SafePlaceSetup if isinstance(place, OwnToolUndone) else type(place)
    return next((kinds for kinds in HELD_TOGETHER if kind in kinds), ())
