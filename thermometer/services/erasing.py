"""Erasing somebody, or everything, for good."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from thermometer.domain.backups import Worry
from thermometer.domain.changes import Change, Notify
from thermometer.domain.erasing import Going
from thermometer.domain.problems import Problem
from thermometer.domain.progress import Report, nobody_listens
from thermometer.store import erasing
from thermometer.store.erasing_journal import is_pending

if TYPE_CHECKING:
    from thermometer.services.preferences import KeptPreferences
    from thermometer.services.stores import Stores


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

    def going(self, person: UUID, report: Report = nobody_listens) -> Going:
        """Everything that would go with ``person``; nothing is changed.

        Args:
            person: their id.
            report: told about how far it has come; may raise to stop.

        Raises:
            Problem: ``erase-last``, the record is gone, or it cannot be read.
        """
        self._check(person)
        return erasing.going(self._stores.database, person, report)

    def person(
        self, person: UUID, report: Report = nobody_listens, *, inside: bool = False
    ) -> None:
        """Erases every byte of ``person`` on this device.

        Args:
            person: their id.
            report: told how many files are done of how many.
            inside: whether their name goes from longer words in which it stands, too.

        Raises:
            Problem: ``erase-last``, or it is not done; once begun, nobody sees them any more,
                and it is finished by :meth:`go_on`, at the next start or by doing this again.
        """
        if not self.is_leaving(person):
            self._check(person)
        try:
            erasing.erase_person(self._stores.database, person, report, inside=inside)
        finally:
            self._tell()

    def go_on(self, report: Report = nobody_listens) -> bool:
        """Goes on with what was begun and could not be finished; whether it is done now.

        Raises:
            Problem: it is not done yet.
        """
        is_done = erasing.finish(self._stores.database, report)
        if is_done:
            self._tell()
        return is_done

    def is_leaving(self, person: UUID) -> bool:
        """Whether erasing ``person`` has begun and is not done."""
        leaving = self._stores.database.leaving
        return leaving is not None and leaving.person == person

    def worries(self) -> tuple[Worry, ...]:
        """What a parent should know."""
        return (Worry.ERASING,) if is_pending(self._stores.database.path.parent) else ()

    def _tell(self) -> None:
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
