"""What is done for the family's records while people go on tapping: a backup a day, a look."""

from __future__ import annotations

import logging
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from thermometer.domain.problems import Problem
from thermometer.services.work import Work
from thermometer.ui.background import Background
from thermometer.ui.timings import Timings
from thermometer.ui.watching import Watching

if TYPE_CHECKING:
    from thermometer.services.bundle import Services

log = logging.getLogger(__name__)


class Upkeep(QObject):
    """Some seconds after a start it makes the day's backup, or examines the file if there is one.

    Later it looks now and then whether another day has begun. What goes wrong is told to a parent,
    in the corner, and never to a child.

    Args:
        services: of an open family.
        timings: when, and how long to pause between two steps.
        parent: what opened the family.
    """

    def __init__(self, services: Services, timings: Timings, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self.watching = Watching(services, timings, self)
        self._pause = timings.step / 1000
        self.work = Background(self)
        self.work.failed.connect(self._log)
        self._first = QTimer(self, singleShot=True, interval=timings.upkeep)
        self._first.timeout.connect(lambda: self.work.start(self._begin))
        self._again = QTimer(self, interval=timings.upkeep_again)
        self._again.timeout.connect(lambda: self.work.start(self._go_on))

    def start(self) -> None:
        """The family is open."""
        self._first.start()
        self._again.start()
        self.watching.start()

    def stop(self) -> None:
        """The family is about to be let go of."""
        self._first.stop()
        self._again.stop()
        self.work.finish()
        self.watching.stop()

    def _begin(self, work: Work) -> None:
        """Examines every byte: of the day's backup, or of a copy that is thrown away."""
        self._services.own_cards()  # loads what the first tap would otherwise wait for
        if not self._go_on(work):
            self._services.health().examine(self._paused(work))

    def _go_on(self, work: Work) -> bool:
        """The day's backup, and then what has grown older than the family wants to keep it."""
        paused = self._paused(work)
        self._erase_what_is_left(paused)
        keeping = self._services.safekeeping()
        made = keeping.is_due() and keeping.make(paused) is not None
        if made:  # every byte of it was looked at
            self._services.health().note(sound=True)
        self._services.keeping_for().run(paused)
        return made

    def _erase_what_is_left(self, paused: _Paused) -> None:
        """What could not be erased when it was begun; a backup does not wait for it."""
        try:
            self._services.erasing().go_on(paused)
        except Problem as problem:
            self._log(problem)

    def _paused(self, work: Work) -> _Paused:
        return _Paused(work, self._pause)

    def _log(self, problem: Problem) -> None:
        log.warning("upkeep: %s", problem.key)


class _Paused:
    """Tells how far it has come, and leaves a gap in which a tap gets its turn."""

    def __init__(self, work: Work, seconds: float) -> None:
        self._work, self._seconds = work, seconds
        self._never = Event()

    def __call__(self, done: int, total: int) -> None:
        self._work.report(done, total)
        self._never.wait(self._seconds)
