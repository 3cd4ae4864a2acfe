"""Time as a shape that shrinks: no digits, nothing to read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.zone_button import mixed

FULL_CIRCLE = 360 * 16
TOP = 90 * 16


class ShrinkingDisc(QWidget):
    """A disc of which less and less is left, around the tool's picture."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture, self._left = "", 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def left(self) -> float:
        """How much of the time is left, 0 to 1."""
        return self._left

    def show_picture(self, picture: str) -> None:
        """Show the tool's picture in the middle."""
        self._picture = picture
        self.update()

    def show_left(self, left: float) -> None:
        """Show that this much of the time is left, 0 to 1."""
        self._left = left
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        side = min(self.width(), self.height()) - 8.0
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(tokens.line, max(2, self._theme.px(3))))
        painter.setBrush(tokens.well)
        painter.drawEllipse(disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(tokens.card, tokens.second_line, 0.5))
        painter.drawPie(disc, TOP, round(FULL_CIRCLE * self._left))
        inner = disc.adjusted(*(s * side * 0.15 for s in (1, 1, -1, -1)))
        painter.setBrush(tokens.card)
        painter.drawEllipse(inner)
        pad = inner.width() * 0.17
        draw_picture(painter, self._picture, inner.adjusted(pad, pad, -pad, -pad))
