"""What is said of the records, the disk and the clock, and the report that can be copied."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject

from thermometer.clock import FALLBACK_ZONE
from thermometer.domain.local_time import local_time
from thermometer.ui.backup_words import BackupWords
from thermometer.ui.widgets.week_words import clock_time

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.services.health import Health

NOWHERE = "Etc/UTC"
"""The time zone of a computer that nobody has told where it is."""


class HealthWords(QObject):
    """Sentences for a parent.

    Args:
        clock: where the device is.
        parent: the card.
    """

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._backups = BackupWords(clock, self)

    def backup(self, health: Health) -> str:
        """When the newest one was made, and how much it holds."""
        if health.backup is None:
            return self.tr("There is none yet.")
        said = self.tr("{when}: {count} check-ins")
        when, holds = self._backups.when(health.backup.made_at), health.backup.holds
        return said.format(when=when, count=holds.check_ins)

    def examined(self, health: Health) -> str:
        """When every byte was looked at, and what came of it."""
        if health.damaged:
            return self.tr("The disk has damaged the records. Please put the newest backup back.")
        if health.examined is None:
            return self.tr("Nobody has looked yet.")
        when = self._backups.when(health.examined.at)
        if not health.examined.sound:
            return self.tr("{when}: something was wrong. Please look again.").format(when=when)
        return self.tr("{when}: everything is sound.").format(when=when)

    def unreadable(self, health: Health) -> str:
        """How many records cannot be read."""
        if not health.unreadable:
            return self.tr("None that anybody has come upon.")
        said = self.tr("{count}. They are kept, and everything else is shown without them.")
        return said.format(count=health.unreadable)

    def free(self, health: Health) -> str:
        """How much room there is where the data is."""
        if health.free is None:
            return self.tr("Nobody can tell here.")
        size = QLocale().formattedDataSize(health.free, 1)
        if health.low_space:
            return self.tr("{size}: almost nothing. Please make room.").format(size=size)
        return size

    def clock(self, health: Health) -> str:
        """What the clock says, and where it says that is."""
        said = self.tr("Your clock says {now}, time zone {zone}.")
        words = [said.format(now=self.moment(health.now, health.time_zone), zone=health.time_zone)]
        if health.time_zone in (FALLBACK_ZONE, NOWHERE):
            words.append(
                self.tr("If you live elsewhere, please set the time zone of this computer.")
            )
        if health.clock is not None:
            words.append(self.tr("It was set while you used it."))
        return " ".join(words)

    def versions(self, health: Health) -> str:
        """What the program is made of."""
        made = health.versions
        said = self.tr(
            "Feelings Thermometer {program}, Python {python}, Qt {qt}, SQLite {sqlite},"
            " schema {schema}; {system}"
        )
        return said.format(
            program=made.program,
            python=made.python,
            qt=made.qt,
            sqlite=made.sqlite,
            schema=made.schema,
            system=made.system,
        )

    def log(self, health: Health) -> str:
        """Where mistakes of the program are noted down."""
        said = self.tr("Kinds of mistakes and when; no names, notes or zones: {file}")
        return said.format(file=health.log)

    def moment(self, at: datetime, time_zone: str) -> str:
        """A weekday, a date and a time as the clocks there show it."""
        local = local_time(at, time_zone)
        date = QDate(local.year, local.month, local.day)
        return f"{QLocale().toString(date, QLocale.FormatType.LongFormat)}, {clock_time(local)}"

    def report(self, health: Health) -> str:
        """Everything above that tells nothing of anybody: no name, note, zone, place or folder."""
        offset = local_time(health.now, health.time_zone).strftime("%z")
        clock = f"{health.now.isoformat(timespec='seconds')} ({offset})"
        if health.clock is not None:
            clock += f", {self.tr('It was set while you used it.')}"
        rows = (
            (self.tr("Versions"), self.versions(health)),
            (self.tr("Last verified backup"), self.backup(health)),
            (self.tr("Last examination"), self.examined(health)),
            (self.tr("Records that cannot be read"), str(health.unreadable)),
            (self.tr("Free space"), self.free(health)),
            (self.tr("Clock"), clock),
        )
        return "\n".join(f"{title}: {words}" for title, words in rows)
