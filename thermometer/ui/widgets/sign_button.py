"""One of somebody's own early signs: a picture with its word, marked with a touch."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.signs import Sign
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import draw_fitted
from thermometer.ui.widgets.touch_button import TouchButton

LINE = 1.3
"""The height of a line of text, in its own size."""
WORD_PAD = 1
EDGE = 2


def word_lines(text: str, font: QFont, width: float) -> int:
    """In how many lines the words of ``text`` stand below each other, none broken."""
    metrics, lines, line = QFontMetricsF(font), 1, ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and metrics.horizontalAdvance(longer) > width:
            lines, longer = lines + 1, word
        line = longer
    return lines


def word_room(texts: Iterable[str], theme: Theme, size: QSizeF) -> tuple[int, int]:
    """How large words can be, in pixels, and in how many lines, on buttons of ``size``.

    They are as large as they are anywhere, if that leaves the pictures more than half the height.
    """
    texts = tuple(texts)
    width = size.width() - 2 * (WORD_PAD + EDGE)
    for pixels in range(theme.text_px("small"), theme.smallest_text - 1, -1):
        font = theme.font_px(pixels, MEDIUM)
        whole = all(
            QFontMetricsF(font).horizontalAdvance(word) <= width
            for text in texts
            for word in text.split()
        )
        lines = max((word_lines(text, font, width) for text in texts), default=1)
        if whole and pixels * LINE * lines <= size.height() * 0.44:
            return pixels, lines
    return theme.smallest_text, 3


def least_width(texts: Iterable[str], theme: Theme) -> int:
    """How wide a button has to be for no word to be broken, in pixels."""
    metrics = QFontMetricsF(theme.font_px(theme.smallest_text, MEDIUM))
    words = (metrics.horizontalAdvance(word) for text in texts for word in text.split())
    return ceil(max(words, default=0.0)) + 2 * (WORD_PAD + EDGE)


def word_box(button: QRectF, pixels: int, lines: int) -> QRectF:
    """Where the word stands in the room of a ``button``."""
    box = button.adjusted(EDGE + WORD_PAD, EDGE, -EDGE - WORD_PAD, -EDGE - 4)
    box.setTop(box.bottom() - pixels * LINE * lines)
    return box


def picture_box(button: QRectF, word: QRectF) -> QRectF:
    """Where its picture stands, above the room of its ``word``."""
    box = button.adjusted(EDGE + 5, EDGE + 5, -EDGE - 5, 0)
    box.setBottom(word.top() - 1)
    return box


class SignButton(TouchButton):
    """With a ring and a tick while it is marked.

    Args:
        theme: colours and sizes.
        sign: what it shows.
        parent: the widget it stands on.
    """

    def __init__(self, theme: Theme, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.sign = theme, sign
        self._pixels, self._lines = theme.smallest_text, 2
        self.setText(sign.text)
        self.setAccessibleName(sign.text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_word_in(self, pixels: int, lines: int) -> None:
        """Draw the word so large, in so many lines: all of a tray alike."""
        self._pixels, self._lines = pixels, lines
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, box = self._theme.tokens, QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        radius = min(float(self._theme.px(20)), box.height() / 4)
        if self.isChecked() or self.isDown() or self._is_plain():
            line = tokens.accent if self.isChecked() else tokens.line
            shown = self.isChecked() or self._is_plain()
            painter.setPen(QPen(line, 3 if self.isChecked() else 1) if shown else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.card)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        word = word_box(QRectF(self.rect()), self._pixels, self._lines)
        self._draw_sign(painter, picture_box(QRectF(self.rect()), word))
        ink = tokens.ink if self.isChecked() or self._is_plain() else tokens.zones.yellow.deep
        draw_fitted(
            painter,
            self.text(),
            self._theme,
            word,
            ink,
            size=self._pixels,
            weight=MEDIUM,
        )
        if self.isChecked():
            self._draw_tick(painter, box)
        draw_focus(painter, self, box, radius, self._theme)

    def _is_plain(self) -> bool:
        return self._theme.name == "contrast"

    def _draw_sign(self, painter: QPainter, room: QRectF) -> None:
        """On a round ground, on which the drawing stands out in every theme."""
        side = min(room.width(), room.height())
        ground = QRectF(0, 0, side, side)
        ground.moveCenter(room.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.card)
        painter.drawEllipse(ground)
        pad = side * 0.1
        draw_picture(painter, f"signs/{self.sign.id}", ground.adjusted(pad, pad, -pad, -pad))

    def _draw_tick(self, painter: QPainter, box: QRectF) -> None:
        side = min(max(20.0, box.width() * 0.2), 30.0)
        badge = QRectF(box.right() - side - 3, box.top() + 3, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.accent)
        painter.drawEllipse(badge)
        pen = QPen(self._theme.tokens.on_accent, side * 0.13)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.35))
        at = [QPointF(badge.left() + x * side, badge.top() + y * side) for x, y in points]
        painter.drawPolyline(QPolygonF(at))
