"""Painted buttons that may be checked: a screen reader's toggle does what a finger's touch does."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override


class TouchButton(QAbstractButton):
    """A button that tells ``clicked`` also when a screen reader toggles it.

    To a screen reader, what can be checked is no button to press but a box to toggle; Qt then
    changes its state and tells nobody who waits for a click.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_shown = False
        """Whether a click, or the page itself, sets the state just now."""

    @override
    def setChecked(self, checked: bool) -> None:
        """Show the state: nobody has touched anything."""
        self._is_shown = True
        super().setChecked(checked)
        self._is_shown = False

    @override
    def nextCheckState(self) -> None:
        self._is_shown = True
        super().nextCheckState()
        self._is_shown = False

    @override
    def checkStateSet(self) -> None:
        """Changed otherwise than by a click; a group that lets go of one is no touch either."""
        super().checkStateSet()
        if not self._is_shown and (self.isChecked() or not self.autoExclusive()):
            QTimer.singleShot(0, self, self._click_instead)

    def _click_instead(self) -> None:
        if not self.autoExclusive():
            self.setChecked(not self.isChecked())  # as it was: a click changes it again
        self.click()
