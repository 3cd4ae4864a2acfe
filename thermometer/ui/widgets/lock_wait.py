"""The lock is waiting: a shape that shrinks, and a few words."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.shrinking_disc import ShrinkingDisc
from thermometer.ui.widgets.text import CENTRE


class LockWait(QWidget):
    """A disc of which less and less is left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.disc = ShrinkingDisc(theme, self)
        self.disc.show_picture("interface/lock")
        self.words = FittedLabel(theme, size="large", weight=MEDIUM, align=CENTRE, parent=self)

    def show_left(self, left: float, words: str) -> None:
        """Show how much of the wait is left, 0 to 1, and say it."""
        self.disc.show_left(left)
        self.words.show_text(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        words = max(48, self._theme.px(72))
        side = min(self.height() - words, self.width(), self._theme.px(340))
        top = (self.height() - side - words) // 2
        self.disc.setGeometry(QRect((self.width() - side) // 2, top, side, side))
        self.words.setGeometry(0, top + side, self.width(), words)
