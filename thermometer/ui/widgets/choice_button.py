"""One of several: an age, a role."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.surface import draw_card, draw_focus, shows_focus
from thermometer.ui.widgets.text import draw_fitted
from thermometer.ui.widgets.touch_button import TouchButton


class ChoiceButton(TouchButton):
    """A small card that stays pressed while it is the one chosen."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        side = max(self._theme.target("parent"), self._theme.px(52)) + 6
        words = QFontMetrics(self._theme.font("normal", BOLD)).horizontalAdvance(self.text())
        return QSize(max(side, words + round(side * 0.7)), side)

    @override
    def minimumSizeHint(self) -> QSize:
        side = self._theme.target("parent")
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = QRectF(self.rect()).adjusted(2, 2, -2, -4)
        radius = min(float(self._theme.radius("plate")), box.height() * 0.36)
        chosen = self.isChecked()
        fill = tokens.accent if chosen else tokens.accent_soft if self.isDown() else tokens.raised
        draw_card(painter, box, self._theme, radius=radius, fill=fill)
        ink = tokens.on_accent if chosen else tokens.ink
        words = box.adjusted(4, 2, -4, -2)
        draw_fitted(painter, self.text(), self._theme, words, ink, weight=BOLD)
        draw_focus(painter, self, box, radius, self._theme)
        if chosen and shows_focus(self):
            painter.setPen(QPen(tokens.on_accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), radius - 3, radius - 3)
