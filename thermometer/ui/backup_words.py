"""What is said of backups: when they were made, what they hold, what came of work with them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject

from thermometer.domain.backups import Holdings
from thermometer.domain.local_time import local_time

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.services.rescue import Ready


class BackupWords(QObject):
    """Sentences for a parent.

    Args:
        clock: where the device is.
        parent: the page.
    """

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock

    def when(self, at: datetime) -> str:
        """A day and a time, as they are written here."""
        local = local_time(at, self._clock.time_zone()).replace(tzinfo=None)
        moment = QDateTime.fromMSecsSinceEpoch(round(local.timestamp() * 1000))
        return QLocale().toString(moment, QLocale.FormatType.ShortFormat)

    def holds(self, holds: Holdings) -> str:
        """Whose records, how many, from when to when."""
        names = ", ".join(holds.people.values()) or self.tr("nobody yet")
        if holds.first is None or holds.last is None:
            return self.tr("{names}: no check-ins yet").format(names=names)
        said = self.tr("{names}: {count} check-ins, from {first} to {last}")
        return said.format(
            names=names,
            count=holds.check_ins,
            first=self.when(holds.first),
            last=self.when(holds.last),
        )

    def ready(self, ready: Ready) -> str:
        """What would come in the place of a damaged file."""
        return self.begun_and_salvaged(ready.made_at, ready.backup, ready.salvaged)

    def begun_and_salvaged(
        self, made_at: datetime | None, backup: Holdings | None, salvaged: int
    ) -> str:
        """With which backup it would begin, and how many check-ins would be added to it."""
        if backup is None or made_at is None:
            begun = self.tr("There is no backup beside it.")
        else:
            begun = self.tr("Backup of {when}: {count} check-ins.").format(
                when=self.when(made_at), count=backup.check_ins
            )
        added = self.tr("Can still be read and would be added: {count} check-ins.").format(
            count=salvaged
        )
        kept = self.tr("The damaged file is kept.")
        return f"{begun} {added} {kept}"
