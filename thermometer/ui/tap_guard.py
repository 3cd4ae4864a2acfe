"""An excited hand drums on the glass: a tap soon after a tap is ignored."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer


class TapGuard:
    """Ignores a tap that comes less than ``milliseconds`` after a tap, on whichever page.

    An ignored tap counts as a tap here: a hand that goes on drumming opens nothing until it rests.
    """

    def __init__(self, milliseconds: int) -> None:
        self._milliseconds = milliseconds
        self._since = QElapsedTimer()

    def admit(self) -> bool:
        """Whether this tap counts; after it the next ones are ignored for a while."""
        soon = self._since.isValid() and self._since.elapsed() < self._milliseconds
        self._since.start()
        return not soon
