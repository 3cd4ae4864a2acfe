"""Erasing somebody, or everything, for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from thermometer.domain.changes import Change, Notify
from thermometer.domain.erasing import Going
from thermometer.domain.problems import Problem
from thermometer.store import erasing

if TYPE_CHECKING:
    from thermometer.services.preferences import KeptPreferences
    from thermometer.services.stores import Stores

Report = Callable[[int, int], None]


def _nobody_listens(_done: int, _all: int) -> None:
    """The default for progress."""


class Erasing:
    """What goes, and the verbs that let it go.

    Args:
        stores: of the family, open.
        preferences: kept at hand, so that they must be read again.
        notify: told afterwards.
    """

    def __init__(self, stores: Stores, preferences: KeptPreferences, notify: Notify) -> None:
        self._stores = stores
        self._preferences = preferences
        self._notify = notify

    def going(self, person: UUID) -> Going:
        """Everything that would go with ``person``; nothing is changed.

        Raises:
            Problem: ``erase-last``, the record is gone, or it cannot be read.
        """
        self._check(person)
        return erasing.going(self._stores.database, person)

    def person(self, person: UUID, report: Report = _nobody_listens) -> None:
        """Erases every byte of ``person`` on this device.

        Args:
            person: their id.
            report: told how many files are done of how many.

        Raises:
            Problem: ``erase-last``, or it is not done; once begun, it is finished at the next
                start or by doing this again.
        """
        self._check(person)
        erasing.erase_person(self._stores.database, person, report)
        self._preferences.read_again()
        self._notify(Change.EVERYTHING)

    def begin_everything(self) -> None:
        """Erases everything as soon as the family is closed and opened again.

        Raises:
            Problem: nothing was begun.
        """
        erasing.begin_everything(self._stores.database)

    def _check(self, person: UUID) -> None:
        """Somebody stays on Home; a family of nobody is begun anew by erasing everything."""
        everybody = self._stores.people.all(archived=True)
        known = next((one for one in everybody if one.id == person), None)
        if known is None:
            raise Problem("data-record-gone")
        if all(one.archived for one in everybody if one.id != person):
            raise Problem("erase-last", name=known.name)
