"""Whether the device was asleep: a short timer that comes much too late, or the system says so."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from thermometer.clock import SteadyClock

LATE = 4
"""A tick that takes so many times its interval was no tick but a sleep."""


class SleepWatch(QObject):
    """Tells ``slept`` when the device falls asleep, or at the latest soon after it woke.

    Args:
        steady: goes on while the device sleeps.
        every_ms: how often to look.
        parent: the window.
    """

    slept = Signal()

    def __init__(self, steady: SteadyClock, every_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._steady, self._last = steady, steady.seconds()
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self._look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def start(self) -> None:
        """Watch from now on."""
        if not self._timer.isActive():
            self._last = self._steady.seconds()
            self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def _look(self) -> None:
        now = self._steady.seconds()
        passed, self._last = now - self._last, now
        if passed * 1000 > LATE * self._timer.interval():
            self.slept.emit()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationSuspended and self._timer.isActive():
            self.slept.emit()
