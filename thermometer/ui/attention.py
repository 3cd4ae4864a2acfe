"""Whether somebody is there: after a while without a touch the window goes Home by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
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
    """Watches what comes to the window and its dialogs; tells ``gone`` when nothing came for long.

    ``slept`` tells that the device was asleep: nobody watches over what it shows when it wakes.
    ``touched`` tells each touch.
    Also notes on the window whether the last touch was a key, so that focus is shown only then.
    """

    gone = Signal()
    slept = Signal()
    touched = Signal()

    def __init__(
        self, window: QWidget, sleep_check_ms: int, steady: SteadyClock | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.gone)
        self._sleep = SleepWatch(steady or SystemSteadyClock(), sleep_check_ms, self)
        self._sleep.slept.connect(self.slept)

    def listen(self) -> None:
        """From now on every touch is seen, as it comes from the system; begun once Home is there.

        Not through the application, whose every event would be shown to Python, also those of
        objects that are just being destroyed. A dialog has a window of its own, and the focus.
        """
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self._watch(self._window.windowHandle())

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

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once more does no harm

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._window.setProperty(KEYBOARD_IN_USE, event.type() is QEvent.Type.KeyPress)
            if self._idle.isActive():
                self._idle.start()
            self.touched.emit()
        return super().eventFilter(watched, event)
