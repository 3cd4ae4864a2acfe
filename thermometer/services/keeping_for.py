"""Keeping records for as long as the family has chosen, and letting older ones go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thermometer.domain.changes import Change, Notify
from thermometer.domain.device_settings import KEEP_FOR
from thermometer.domain.keeping_for import KeepFor, Keeping, Old
from thermometer.domain.local_time import local_day
from thermometer.domain.progress import Report, nobody_listens
from thermometer.store import keeping_for

if TYPE_CHECKING:
    from datetime import date

    from thermometer.clock import Clock
    from thermometer.services.stores import Stores

KEY = KEEP_FOR


class KeepingFor:
    """Nothing goes of which no parent was told how much it is.

    Args:
        stores: of the family, open.
        clock: tells today and where.
        notify: told after each change.
    """

    def __init__(self, stores: Stores, clock: Clock, notify: Notify) -> None:
        self._stores = stores
        self._clock = clock
        self._notify = notify

    def chosen(self) -> KeepFor:
        """How long records are kept."""
        return self._kept().keep_for

    def preview(self, keep_for: KeepFor) -> Old | None:
        """What would go now if records were kept for so long; None where nothing ever goes.

        Raises:
            Problem: it cannot be read.
        """
        first = keep_for.first_day(self._today())
        return None if first is None else keeping_for.count(self._stores.database, first)

    def choose(self, keep_for: KeepFor, told: Old | None) -> None:
        """Keeps records for so long from now on; what goes does so in :meth:`run`.

        Args:
            keep_for: how long.
            told: what a parent was told that would go.

        Raises:
            Problem: nothing was changed.
        """
        first = None if told is None else told.first_day
        self._keep(Keeping(keep_for=keep_for, told=first, is_done=False))
        self._notify(Change.SETTINGS)

    def run(self, report: Report = nobody_listens) -> bool:
        """Erases what has grown too old, and says whether anything was; see :meth:`waiting`.

        Args:
            report: told how far it has come; may wait, or raise to stop.

        Raises:
            Problem: it is not done; what is left is whole.
        """
        kept = self._kept()
        day = kept.due(self._today())
        if day is None or self.waiting() is not None:
            return False
        keeping_for.erase(self._stores.database, day, report)
        self._keep(replace(kept, told=day, is_done=True))
        self._notify(Change.EVERYTHING)
        return True

    def waiting(self) -> Old | None:
        """What is too old and yet stays until a parent decides; None where there is nothing.

        So much at once has not grown old by itself: older records came in from a file or a
        backup, or the clock has jumped.

        Raises:
            Problem: it cannot be read.
        """
        kept = self._kept()
        day = kept.due(self._today()) or kept.told
        if not kept.is_done or kept.told is None or day is None:
            return None
        database = self._stores.database
        came_in = keeping_for.count(database, kept.told).records
        return keeping_for.count(database, day) if came_in or kept.is_far(day) else None

    def _today(self) -> date:
        return local_day(self._clock.now(), self._clock.time_zone())

    def _kept(self) -> Keeping:
        return Keeping.of(self._stores.settings.get(KEY))

    def _keep(self, keeping: Keeping) -> None:
        self._stores.settings.set(KEY, keeping.value())
