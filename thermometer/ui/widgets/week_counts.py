"""Rows of counts: a picture, a name, what may be said of it, and the count as a small bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.text import LEFT, draw_fitted

MOST_CELLS = 10
"""A bar of more is drawn in one piece."""


@dataclass(frozen=True, slots=True)
class Count:
    """``part`` of ``whole`` times; no bar where ``whole`` is none. ``said`` has the numbers."""

    picture: str
    name: str
    said: str
    part: int = 0
    whole: int = 0


def draw_share(painter: QPainter, part: int, whole: int, box: QRectF, theme: Theme) -> None:
    """Draw ``part`` of ``whole`` as filled cells of a bar, or as one piece where they are many."""
    tokens, gap = theme.tokens, theme.px(3)
    cells = whole if whole <= MOST_CELLS else 1
    wide = (box.width() - gap * (cells - 1)) / cells
    radius = min(box.height() / 2, wide / 2, float(theme.px(6)))
    outlined = theme.name == "contrast"
    painter.setPen(QPen(tokens.line, 1) if outlined else Qt.PenStyle.NoPen)
    for i in range(cells):
        cell = QRectF(box.left() + i * (wide + gap), box.top(), wide, box.height())
        painter.setBrush(tokens.accent if cells > 1 and i < part else tokens.well)
        if cells == whole == 1 and part:
            painter.setBrush(tokens.accent)
        painter.drawRoundedRect(cell, radius, radius)
    if cells < whole and part:
        filled = QRectF(box.left(), box.top(), box.width() * part / whole, box.height())
        painter.setBrush(tokens.accent)
        painter.drawRoundedRect(filled, radius, radius)


class CountRow(QWidget):
    """One of the rows."""

    def __init__(self, theme: Theme, count: Count, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.count = theme, count
        self.setAccessibleName(f"{count.name}: {count.said}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        lines = (self._theme.text_px("normal") + self._theme.text_px("small")) * 1.45
        return QSize(self._theme.px(260), round(max(self._theme.px(52), lines)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tokens, box = self._theme, self._theme.tokens, QRectF(self.rect())
        side = min(box.height(), max(32.0, theme.px(42)))
        draw_picture(painter, self.count.picture, QRectF(0, (box.height() - side) / 2, side, side))
        words = box.adjusted(side + theme.px(12), 0, 0, 0)
        half = words.height() / 2
        name = QRectF(words.left(), words.top(), words.width(), half)
        said = name.translated(0, half)
        if self.count.whole:
            bar = QRectF(0, 0, min(theme.px(120), words.width() * 0.34), max(9, theme.px(12)))
            bar.moveCenter(name.center())
            bar.moveRight(box.right())
            draw_share(painter, self.count.part, self.count.whole, bar, theme)
            name.setRight(bar.left() - theme.px(10))
        draw_fitted(painter, self.count.name, theme, name, tokens.ink, weight=BOLD, align=LEFT)
        draw_fitted(painter, self.count.said, theme, said, tokens.muted, size="small", align=LEFT)


class WeekCounts(QWidget):
    """The rows one below the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[CountRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_counts(self, counts: Sequence[Count]) -> None:
        """Show ``counts`` in their order."""
        if [row.count for row in self.rows] == list(counts):
            return
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [CountRow(self._theme, count, self) for count in counts]
        self._column.setSpacing(self._theme.px(8))
        for row in self.rows:
            self._column.addWidget(row)
            row.show()
