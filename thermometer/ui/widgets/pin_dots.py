"""How many digits have been entered: dots, and never the digits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.thresholds import PIN_SHORTEST
from thermometer.ui.announce import announce
from thermometer.ui.theme.theme import Theme

DIAMETER, STEP = 22, 40


class PinDots(QWidget):
    """One dot a digit; at least as many places as the shortest PIN has."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._filled = theme, 0
        self.setAccessibleName(self.tr("No digits yet"))

    @property
    def filled(self) -> int:
        """How many digits are shown as entered."""
        return self._filled

    def show_filled(self, count: int) -> None:
        """Show that ``count`` digits have been entered."""
        if count == self._filled:
            return
        self._filled = count
        some = self.tr("Digits entered: {count}").format(count=count)
        said = some if count else self.tr("No digits yet")
        self.setAccessibleName(said)
        announce(self, said)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(STEP) * 8, max(18, self._theme.px(34)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        places = max(PIN_SHORTEST, self._filled)
        diameter, step = max(12, self._theme.px(DIAMETER)), max(22, self._theme.px(STEP))
        left = self.width() / 2 - (places - 1) * step / 2
        for i in range(places):
            full = i < self._filled
            painter.setPen(QPen(tokens.accent if full else tokens.outline, 2))
            painter.setBrush(tokens.accent if full else Qt.BrushStyle.NoBrush)
            centre = QPointF(left + i * step, self.height() / 2)
            painter.drawEllipse(centre, diameter / 2 - 1, diameter / 2 - 1)
