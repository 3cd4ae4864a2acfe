"""Runs inside the measured processes: says when something was painted, in monotonic time."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from types import TracebackType

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from typing_extensions import override

PAINTED = "painted"
READY = "ready"


def tell(what: str) -> None:
    """Says on standard output that ``what`` is reached, and when."""
    os.write(sys.stdout.fileno(), f"{what} {time.monotonic_ns()}\n".encode())


def _stop(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def ready() -> None:
    """The program is where it wanted to be: say so, and end."""
    tell(READY)
    QCoreApplication.quit()


class WatchedApplication(QtWidgets.QApplication):
    """Tells the first paint of any widget, and waits for the first paint of a chosen one.

    ``is_goal`` says which widget that is; ``at_goal`` is called after it, as soon as the event loop
    is free again.
    """

    is_goal: Callable[[QObject], bool]
    at_goal: Callable[[], None] = staticmethod(ready)

    def __init__(self, *arguments: list[str]) -> None:
        super().__init__(*arguments)
        sys.excepthook = _stop  # Qt would swallow what a slot raises and wait for ever
        self._painted = False
        self._reached = False
        self.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._reached:
            self._note(watched)
        return False

    def _note(self, watched: QObject) -> None:
        if not self._painted:
            self._painted = True
            tell(PAINTED)
        if type(self).is_goal(watched):
            self._reached = True
            QTimer.singleShot(0, self, type(self).at_goal)
