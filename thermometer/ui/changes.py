"""The one bridge from "something was saved" to Qt: from any thread into the window's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from thermometer.domain.changes import Change


class Changes(QObject):
    """``happened`` reaches the window in its own thread, whichever thread saved something."""

    happened = Signal(Change)

    def notify(self, change: Change) -> None:
        """What the services are given to call."""
        self.happened.emit(change)
