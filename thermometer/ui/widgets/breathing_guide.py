"""A breath that can be seen: rings that widen and settle around a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.breathing import BreathMoment
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import MovingPicture
from thermometer.ui.widgets.text import draw_fitted

RING_SHARES = (1.0, 0.86, 0.72)
OUTER_SHARE, INNER_SHARE = 0.15, 0.27
"""How much of the ring's colour lies over what is under it."""
PICTURE_SHARE = 0.98
"""Of the radius: a square that lies wholly on the innermost disc."""
SMALLEST_SHARE = 0.56


class BreathingGuide(QWidget):
    """Shows one ``BreathMoment``, its word, and a dot for each breath."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture, self._word, self._breaths = "", "", 0
        self._moment: BreathMoment | None = None
        self._in_motion: MovingPicture | None = None
        self._radius = 0
        self._measure()
        theme.changed.connect(self._measure)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_tool(self, picture: str, breaths: int) -> None:
        """Show whose breath it is, and how many there will be."""
        self._picture, self._breaths = picture, breaths
        self._measure()
        self.update()

    def show_moment(self, moment: BreathMoment, word: str) -> None:
        """Show ``moment`` with its word, two at most; what has not changed is not painted again."""
        before, self._moment = self._moment, moment
        radius, self._radius = self._radius, self._radius_at(moment.fullness)
        if before is None or moment.breath != before.breath or word != self._word:
            self._word = word
            self.update()
        elif self._radius != radius:
            self.update(self._ring_box(max(self._radius, radius)))

    def _ring_box(self, radius: int) -> QRect:
        """What a ring of ``radius`` touches, its soft edge too."""
        reach = radius + 2
        return QRect(self._middle.x() - reach, self._middle.y() - reach, 2 * reach, 2 * reach)

    def _radius_at(self, fullness: float) -> int:
        """Of the widest ring, in whole pixels: less than one is not seen, and costs as much."""
        return round(self._largest * (SMALLEST_SHARE + (1 - SMALLEST_SHARE) * fullness))

    def _measure(self) -> None:
        """What stays the same from breath to breath."""
        room, tokens = self._circle_room(), self._theme.tokens
        self._middle = room.center().toPoint()
        self._largest = max(1.0, min(room.width(), room.height()) / 2 - 4)
        self._radius = self._radius_at(self._moment.fullness if self._moment else 0.0)
        outer = _over(tokens.paper, tokens.second_line, OUTER_SHARE)
        self._colours = outer, _over(outer, tokens.second_line, INNER_SHARE), tokens.card
        self._in_motion = None

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
        tokens = self._theme.tokens
        painter.fillRect(event.rect(), tokens.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_rings(painter, self._radius)
        words = self._words_room()
        if words.top() < event.rect().bottom():
            word, ink = self._word, tokens.ink
            draw_fitted(painter, word, self._theme, words, ink, size="title", weight=BOLD)
            self._draw_dots(painter)

    def _draw_rings(self, painter: QPainter, radius: int) -> None:
        """Each ring as one opaque circle: laying translucent ones over each other costs more."""
        middle = QPointF(self._middle)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in zip(RING_SHARES, self._colours, strict=True):
            painter.setBrush(colour)
            painter.drawEllipse(middle, radius * share, radius * share)
        self._moving(painter).draw(painter, middle, round(radius * PICTURE_SHARE))

    def _moving(self, painter: QPainter) -> MovingPicture:
        """The picture at the size of the room; made anew when that or the colours change."""
        if self._in_motion is None:
            largest = self._largest * PICTURE_SHARE * painter.device().devicePixelRatio()
            ground = self._theme.tokens.card
            self._in_motion = MovingPicture(self._picture, ground, max(1, round(largest)))
        return self._in_motion

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._in_motion = None

    def _draw_dots(self, painter: QPainter) -> None:
        room, tokens = self._dots_room(), self._theme.tokens
        done = self._moment.breath if self._moment else 0
        radius = min(room.height() * 0.28, 13.0)
        left = room.center().x() - (self._breaths - 1) * radius * 1.6
        for i in range(self._breaths):
            painter.setBrush(tokens.second_line if i <= done else tokens.line)
            painter.drawEllipse(QPointF(left + i * radius * 3.2, room.center().y()), radius, radius)


def _over(ground: QColor, colour: QColor, share: float) -> QColor:
    """``colour`` laid over ``ground`` so thinly that ``share`` of it is seen."""
    pairs = (
        (ground.redF(), colour.redF()),
        (ground.greenF(), colour.greenF()),
        (ground.blueF(), colour.blueF()),
    )
    return QColor.fromRgbF(*(under + (over - under) * share for under, over in pairs))
