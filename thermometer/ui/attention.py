"""Whether somebody is there: after a while without a touch the window goes Home by itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.clock import SteadyClock, SystemSteadyClock
from thermometer.ui.sleep_watch import SleepWatch
from thermometer.ui.theme.theme import KEYBOARD_IN_USE

TOUCHES = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
)


class Attention(QObject):
    """Watches every event of the application; tells ``gone`` when none came for a while.

    ``gone`` comes too when the device was asleep: nobody watches over what it shows when it wakes.
    ``touched`` tells each touch.
    Also notes on the window whether the last touch was a key, so that focus is shown only then.
    """

    gone = Signal()
    touched = Signal()

    def __init__(
        self, window: QWidget, sleep_check_ms: int, steady: SteadyClock | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.gone)
        self._sleep = SleepWatch(steady or SystemSteadyClock(), sleep_check_ms, self)
        self._sleep.slept.connect(self.gone)

    def listen(self) -> None:
        """From now on every touch is seen; begun once Home is there.

        The first event of an object of Qt's own makes hundreds of classes for Python to know it by.
        """
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def expect(self, idle_ms: int) -> None:
        """From now on ``gone`` comes after ``idle_ms`` milliseconds without a touch."""
        self._idle.start(idle_ms)
        self._sleep.start()

    def again(self) -> None:
        """Wait for as long once more."""
        self._idle.start()

    def stop(self) -> None:
        """Wait no longer."""
        self._idle.stop()
        self._sleep.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._window.setProperty(KEYBOARD_IN_USE, event.type() is QEvent.Type.KeyPress)
            if self._idle.isActive():
                self._idle.start()
            self.touched.emit()
        return super().eventFilter(watched, event)
