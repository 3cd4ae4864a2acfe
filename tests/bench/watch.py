"""Runs inside the measured processes: says when something was painted, in monotonic time.

One widget is watched and not the whole application: that would hand objects of Qt's own to Python,
which then makes hundreds of classes that neither floor nor program needs.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from typing_extensions import override

PAINTED = "painted"
READY = "ready"


def tell(what: str) -> None:
    """Says on standard output that ``what`` is reached, and when."""
    os.write(sys.stdout.fileno(), f"{what} {time.monotonic_ns()}\n".encode())


def stop_at_errors() -> None:
    """Qt would swallow what a slot raises, and wait for ever."""

    def stop(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        os._exit(1)

    sys.excepthook = stop


def painted() -> None:
    """Something is on the screen."""
    tell(PAINTED)


def ready() -> None:
    """The program is where it wanted to be: say so, and end."""
    tell(READY)
    QCoreApplication.quit()


class FirstPaint(QObject):
    """Does ``at_once`` when a widget is painted for the first time, ``then`` when the loop is free.

    Both may be left out.
    """

    def __init__(
        self,
        widget: QObject,
        at_once: Callable[[], None] | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(widget)
        self._at_once, self._then = at_once, then
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            if self._at_once:
                self._at_once()
            if self._then:
                QTimer.singleShot(0, self, self._then)
        return False
