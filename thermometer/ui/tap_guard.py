"""An excited hand drums on the glass: a tap soon after a tap is ignored."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer


class TapGuard:
    """Admits a tap unless one was admitted less than ``milliseconds`` ago, on whichever page."""

    def __init__(self, milliseconds: int) -> None:
        self._milliseconds = milliseconds
        self._since = QElapsedTimer()

    def admit(self) -> bool:
        """Whether this tap counts; if so the next ones are ignored for a while."""
        if self._since.isValid() and self._since.elapsed() < self._milliseconds:
            return False
        self._since.start()
        return True
