"""What looks on while a family taps: the log, the clock, and whether a pulled disk is back."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, qVersion

from thermometer.domain.problems import Problem
from thermometer.ui.timings import Timings

if TYPE_CHECKING:
    from thermometer.services.bundle import Services
    from thermometer.services.clock_watch import ClockWatch
    from thermometer.services.log_file import LogFile
    from thermometer.services.pulled_disk import PulledDisk

EVERY_MS = 60_000
"""So often the clock is looked at."""
log = logging.getLogger(__name__)


class Watching(QObject):
    """Begins a moment after Home is there: nobody waits for it.

    Args:
        services: of an open family.
        timings: when it begins.
        parent: what opened the family.

    ``back`` says, until somebody listens, that the disk is back with other files than those that
    are open: it is for whoever opened the family to let go of these and to open it again.
    """

    back = Signal()

    def __init__(self, services: Services, timings: Timings, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._log: LogFile | None = None
        self._clock: ClockWatch | None = None
        self._first = QTimer(self, singleShot=True, interval=timings.later)
        self._first.timeout.connect(self.begin)
        self._again = QTimer(self, interval=EVERY_MS)
        self._again.timeout.connect(self.look)
        self._held = QTimer(self, interval=timings.save_again)
        self._held.timeout.connect(self.look_for_disk)
        self._disk: PulledDisk | None = None

    def start(self) -> None:
        """The family is open."""
        self._first.start()
        self._held.start()

    def stop(self) -> None:
        """The family is about to be let go of."""
        self._first.stop()
        self._again.stop()
        self._held.stop()
        if self._log:
            self._log.close()
            self._log = None

    def look_for_disk(self) -> None:
        """Is what was held saved now, or is there something else to go on with?"""
        self._disk = self._disk or self._services.pulled_disk()
        if self._disk.look():
            self.back.emit()

    def begin(self) -> None:
        """Note down which program this is, and look at the clock from now on."""
        from thermometer.services.health import versions  # noqa: PLC0415 - after Home is there

        self._log = self._services.log_file()
        made = versions(qVersion())
        log.info(
            "started: %s, Python %s, Qt %s, SQLite %s, schema %s, %s",
            made.program,
            made.python,
            made.qt,
            made.sqlite,
            made.schema,
            made.system,
        )
        self._clock = self._services.clock_watch()
        self._again.start()
        try:
            self._clock.begin()
        except Problem as problem:
            log.warning("clock: %s", problem.key)

    def look(self) -> None:
        """Was the clock set since the last time?"""
        try:
            if self._clock and self._clock.look():
                log.warning("clock: set")
        except Problem as problem:
            log.warning("clock: %s", problem.key)
