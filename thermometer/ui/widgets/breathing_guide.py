"""A breath that can be seen: rings that widen and settle around a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.breathing import BreathMoment
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.text import draw_fitted

RING_ALPHAS = (38, 70, 255)
SMALLEST_SHARE = 0.56


class BreathingGuide(QWidget):
    """Shows one ``BreathMoment``, its word, and a dot for each breath."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture, self._word, self._breaths = "", "", 0
        self._moment: BreathMoment | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_tool(self, picture: str, breaths: int) -> None:
        """Show whose breath it is, and how many there will be."""
        self._picture, self._breaths = picture, breaths
        self.update()

    def show_moment(self, moment: BreathMoment, word: str) -> None:
        """Show ``moment`` with its word, two at most."""
        repaint_all = self._moment is None or (moment.breath, word) != (
            self._moment.breath,
            self._word,
        )
        self._moment, self._word = moment, word
        if repaint_all:
            self.update()
        else:
            self.update(self._circle_room().toAlignedRect())

    def _words_room(self) -> QRectF:
        height = max(self._theme.text_px("title") * 1.5, self.height() * 0.11)
        dots = self._dots_room()
        return QRectF(0, dots.top() - height, self.width(), height)

    def _dots_room(self) -> QRectF:
        height = max(22.0, self.height() * 0.06)
        return QRectF(0, self.height() - height, self.width(), height)

    def _circle_room(self) -> QRectF:
        return QRectF(0, 0, self.width(), self._words_room().top())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fullness = self._moment.fullness if self._moment else 0.0
        self._draw_rings(painter, fullness)
        words = self._words_room()
        ink = self._theme.tokens.ink
        draw_fitted(painter, self._word, self._theme, words, ink, size="title", weight=BOLD)
        self._draw_dots(painter)

    def _draw_rings(self, painter: QPainter, fullness: float) -> None:
        room = self._circle_room()
        largest = min(room.width(), room.height()) / 2 - 4
        radius = largest * (SMALLEST_SHARE + (1 - SMALLEST_SHARE) * fullness)
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        for share, alpha in zip((1.0, 0.86, 0.72), RING_ALPHAS, strict=True):
            colour = QColor(tokens.second_line if alpha < 255 else tokens.card)
            colour.setAlpha(alpha)
            painter.setBrush(colour)
            painter.drawEllipse(room.center(), radius * share, radius * share)
        side = radius * 0.98
        box = QRectF(0, 0, side, side)
        box.moveCenter(room.center())
        draw_picture(painter, self._picture, box, largest=largest)

    def _draw_dots(self, painter: QPainter) -> None:
        room, tokens = self._dots_room(), self._theme.tokens
        done = self._moment.breath if self._moment else 0
        radius = min(room.height() * 0.28, 13.0)
        left = room.center().x() - (self._breaths - 1) * radius * 1.6
        for i in range(self._breaths):
            painter.setBrush(tokens.second_line if i <= done else tokens.line)
            painter.drawEllipse(QPointF(left + i * radius * 3.2, room.center().y()), radius, radius)
