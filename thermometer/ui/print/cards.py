"""Cards to cut out: a sheet is a grid without gaps, with marks where to cut."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from thermometer.ui.print.paper import POINT, Paper, inks

EDGE = 26 * POINT
TICK = 12 * POINT
CROSS = 4 * POINT
CUT = 0.5 * POINT
INWARD = 7 * POINT
"""From where it is cut to the card's own line: scissors may slip by so much."""
RADIUS = 14 * POINT


class Grid(Enum):
    """How many cards there are across and down a sheet."""

    SIX = (2, 3)
    EIGHT = (2, 4)
    FIFTEEN = (3, 5)

    @property
    def count(self) -> int:
        """How many there are on a sheet."""
        return self.value[0] * self.value[1]


class PaperCard(Protocol):
    """What is on a card."""

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw it into ``box``, all of which is the card's."""


class CardSheets:
    """As many sheets as the cards take.

    Args:
        cards: in their order, along the rows.
        grid: how many on a sheet.
        paper: on what.
        title: what a file of it is called inside.
        grey: for a printer that has only black.
    """

    def __init__(
        self,
        cards: Sequence[PaperCard],
        grid: Grid,
        paper: Paper,
        title: str,
        *,
        grey: bool = False,
    ) -> None:
        self.paper, self.title, self.grey = paper, title, grey
        self.size: QSizeF = paper.size
        self._cards, self._grid = cards, grid

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        return max(1, -(-len(self._cards) // self._grid.count))

    @property
    def ground(self) -> QColor:
        """The colour of the paper."""
        return inks().card

    def paint(self, painter: QPainter, sheet: int) -> None:
        """Draw one sheet, from 0."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = sheet * self._grid.count
        here = self._cards[first : first + self._grid.count]
        for number, card in enumerate(here):
            box = self._box(number)
            inner = box.adjusted(INWARD, INWARD, -INWARD, -INWARD)
            painter.setPen(QPen(inks().line, 1.4 * POINT))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, RADIUS, RADIUS)
            card.paint(painter, inner)
        self._paint_cuts(painter, len(here))

    def _box(self, number: int) -> QRectF:
        """Where a card is, up to where it is cut."""
        across, down = self._grid.value
        width = (self.size.width() - 2 * EDGE) / across
        height = (self.size.height() - 2 * EDGE) / down
        return QRectF(
            EDGE + number % across * width, EDGE + number // across * height, width, height
        )

    def _paint_cuts(self, painter: QPainter, count: int) -> None:
        """Ticks in the margin where a line of cuts begins and ends, crosses where two meet."""
        across, rows = self._grid.value[0], -(-count // self._grid.value[0])
        box = self._box(0)
        xs = [EDGE + n * box.width() for n in range(min(across, count) + 1)]
        ys = [EDGE + n * box.height() for n in range(rows + 1)]
        painter.setPen(QPen(inks().outline, CUT, c=Qt.PenCapStyle.FlatCap))
        for x in xs if rows else ():
            painter.drawLine(QPointF(x, ys[0] - TICK), QPointF(x, ys[0]))
            painter.drawLine(QPointF(x, ys[-1]), QPointF(x, ys[-1] + TICK))
            for y in ys[1:-1]:
                painter.drawLine(QPointF(x, y - CROSS), QPointF(x, y + CROSS))
        for y in ys if rows else ():
            painter.drawLine(QPointF(xs[0] - TICK, y), QPointF(xs[0], y))
            painter.drawLine(QPointF(xs[-1], y), QPointF(xs[-1] + TICK, y))
            for x in xs[1:-1]:
                painter.drawLine(QPointF(x - CROSS, y), QPointF(x + CROSS, y))
