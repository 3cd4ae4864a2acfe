"""A zone to choose: its shape, its face and somebody's own word for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import LEFT, draw_fitted
from thermometer.ui.widgets.touch_button import TouchButton
from thermometer.ui.widgets.zone_shape import draw_face


class ZonePill(TouchButton):
    """At rest in the zone's soft colour, full and ringed while it is the one chosen."""

    def __init__(self, theme: Theme, zone: Zone, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.zone = theme, zone
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_word(self, word: str) -> None:
        """Show somebody's own word for the zone."""
        self.setText(word)
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = max(self._theme.target("parent"), self._theme.px(54))
        words = QFontMetrics(self._theme.font("normal", BOLD)).horizontalAdvance(self.text())
        return QSize(words + round(height * 1.7), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, tokens = self._theme.tokens.zones.of(self.zone), self._theme.tokens
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        edge = tokens.ink if chosen else tokens.line
        painter.setPen(QPen(edge, 2.5 if chosen else 1))
        painter.setBrush(colours.full if chosen or self.isDown() else colours.soft)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = box.height() * 0.6
        face = QRectF(box.left() + box.height() * 0.3, box.center().y() - side / 2, side, side)
        draw_face(painter, self.zone, face, self._theme)
        words = box.adjusted(face.right() - box.left() + 8, 1, -box.height() * 0.3, -1)
        ink = colours.on_full if chosen or self.isDown() else colours.deep
        draw_fitted(painter, self.text(), self._theme, words, ink, weight=BOLD, align=LEFT)
        draw_focus(painter, self, box, box.height() / 2, self._theme)
