"""A line that says something by the way and can be touched."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import draw_fitted


class QuietChip(QAbstractButton):
    """Words on a soft ground; fewer of them where it is narrow, all of them to a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._short = theme, ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_text(self, whole: str, short: str) -> None:
        """Say ``whole``, or ``short`` where it does not fit into a line or two."""
        self._short = short
        self.setText(whole)
        self.setAccessibleName(whole)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("small", MEDIUM))
        words = metrics.horizontalAdvance(self.text())
        return QSize(words + self._theme.px(36), self._theme.target("parent"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        narrow = self.width() < self.sizeHint().width() * 0.6
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if not narrow:
            box = box.adjusted(0, 4, 0, -4)
        radius = min(box.height() / 2, float(self._theme.radius("plate")))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.well if self.isDown() else tokens.accent_soft)
        painter.drawRoundedRect(box, radius, radius)
        words = box.adjusted(3, 1, -3, -1) if narrow else box.adjusted(12, 2, -12, -2)
        text = self._short if narrow else self.text()
        draw_fitted(painter, text, self._theme, words, tokens.ink, size="small", weight=MEDIUM)
        draw_focus(painter, self, box, radius, self._theme)
