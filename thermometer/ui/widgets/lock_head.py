"""The head of the lock's pages: a padlock and a title, in the middle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.text import LEFT, draw_fitted


class LockHead(QWidget):
    """Shows the padlock beside the title; only the title where both do not fit."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._title = theme, ""

    def show_title(self, title: str) -> None:
        """Say where one is."""
        self._title = title
        self.setAccessibleName(title)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), max(36, self._theme.px(56)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.height() * 0.8
        gap = self._theme.px(14)
        metrics = QFontMetrics(self._theme.font("title", BOLD))
        words = metrics.horizontalAdvance(self._title) + 4
        words = min(words, round(self.width() - side - gap))
        left = (self.width() - words - side - gap) / 2
        top = (self.height() - side) / 2
        draw_picture(painter, "interface/lock", QRectF(left, top, side, side))
        box = QRectF(left + side + gap, 0, words, self.height())
        ink = self._theme.tokens.ink
        draw_fitted(
            painter, self._title, self._theme, box, ink, size="title", weight=BOLD, align=LEFT
        )
