"""The system asks the program to end (Ctrl+C, a shutdown): it ends as if its window was closed."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class EndSignals(QObject):
    """Ends the event loop when one of ``SIGNALS`` comes; a throw-away folder is thrown away then.

    Python handles a signal between two of its own steps, and none comes while Qt waits for a
    touch: so the signal also writes to a socket that Qt watches.

    Args:
        parent: the application.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._came, self._wake = socket.socketpair()
        self._wake.settimeout(0)
        self._notifier = QSocketNotifier(self._came.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._came.recv(1))
        self._before = signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        self._handlers = [signal.signal(number, self._end) for number in SIGNALS]

    def close(self) -> None:
        """Listen no longer."""
        for number, handler in zip(SIGNALS, self._handlers, strict=True):
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._came.close()
        self._wake.close()

    @staticmethod
    def _end(_number: int, _frame: FrameType | None) -> None:
        QCoreApplication.exit(0)
