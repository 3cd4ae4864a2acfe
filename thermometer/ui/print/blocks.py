"""What a printed page is put together from: things with a height that can be painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from thermometer.domain.zones import Zone
from thermometer.ui.print.marks import draw_mark
from thermometer.ui.print.paper import (
    BODY,
    BOLD,
    HEADING,
    MEDIUM,
    POINT,
    REGULAR,
    SMALL,
    Text,
    hairline,
    inks,
    line_height,
)

MARK = 7.5 * POINT
ROW_PAD = 2.6 * POINT
CELL_LINES = 2


class Block(Protocol):
    """A part of a page; all in units."""

    @property
    def height(self) -> float:
        """How much of the page it takes."""

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with the upper left corner there."""


class Words:
    """A heading or a paragraph, with a little room below.

    Args:
        text: what it says.
        width: in units.
        points: the size of the letters.
        weight: of the letters.
        muted: in the quieter ink.
        after: units of room below.
    """

    def __init__(
        self,
        text: str,
        width: float,
        points: float = BODY,
        *,
        weight: int = REGULAR,
        muted: bool = False,
        after: float = 0.0,
    ) -> None:
        self._text = Text(text, points, width, weight=weight, ink=inks().muted if muted else None)
        self.height = self._text.height + after

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Put the words down."""
        self._text.paint(painter, left, top)


def heading(text: str, width: float) -> Words:
    """The name of a section."""
    return Words(text, width, HEADING, weight=BOLD, after=4 * POINT)


class Room:
    """Nothing.

    Args:
        height: in units.
    """

    def __init__(self, height: float) -> None:
        self.height = height

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Nothing is drawn."""


class Stack:
    """Blocks below each other.

    Args:
        blocks: from the top.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks

    @property
    def height(self) -> float:
        """Of all together."""
        return sum(block.height for block in self._blocks)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw one after the other."""
        for block in self._blocks:
            block.paint(painter, left, top)
            top += block.height


class Beside:
    """Blocks beside each other, the tops in one line.

    Args:
        blocks: each with the units from the left edge at which it begins.
    """

    def __init__(self, blocks: Sequence[tuple[float, Block]]) -> None:
        self._blocks = blocks

    @property
    def height(self) -> float:
        """Of the tallest."""
        return max(block.height for _, block in self._blocks)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw them."""
        for offset, block in self._blocks:
            block.paint(painter, left + offset, top)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one field of a table: marks of zones, then words."""

    text: str
    marks: tuple[Zone, ...] = ()
    weight: int = REGULAR
    of: int = 0
    filled: int = 0
    """Of ``of`` dots so many are full; none without ``of``."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, and its width in units."""

    head: str
    width: float


class Table:
    """Rows under heads, as many as are to be shown.

    Args:
        columns: from the left.
        rows: their cells.
        more: says how many rows are not shown.
        least: rows that it would like to show.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        more: Callable[[int], str],
        least: int = 3,
    ) -> None:
        self._columns, self._rows, self._more = columns, rows, more
        self._heads = any(column.head for column in columns)
        self._heights = [self._row_height(row) for row in rows]
        self.shown, self._least = len(rows), least

    @property
    def height(self) -> float:
        """With the heads and, where rows are left out, a line that says so."""
        heads = line_height(SMALL) + ROW_PAD if self._heads else 0.0
        more = line_height(BODY) + ROW_PAD if self.shown < len(self._rows) else 0.0
        return heads + sum(self._heights[: self.shown]) + more

    def spare(self, least: int | None = None) -> int:
        """How many rows it shows more than ``least``, or than it would like to show."""
        return self.shown - (self._least if least is None else least)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw heads, rows, and how many more there are."""
        right = left + sum(column.width for column in self._columns)
        if self._heads:
            self._paint_heads(painter, left, top)
            top += line_height(SMALL) + ROW_PAD
            hairline(painter, left, right, top)
        for row, height in zip(self._rows[: self.shown], self._heights, strict=False):
            self._paint_row(painter, row, left, top)
            top += height
            hairline(painter, left, right, top)
        left_out = len(self._rows) - self.shown
        if left_out:
            words = Text(self._more(left_out), BODY, right - left, weight=MEDIUM)
            words.paint(painter, left, top + ROW_PAD)

    def _paint_heads(self, painter: QPainter, left: float, top: float) -> None:
        for column in self._columns:
            words = Text(column.head, SMALL, column.width, weight=MEDIUM, ink=inks().muted)
            words.paint(painter, left, top)
            left += column.width

    def _paint_row(self, painter: QPainter, row: Sequence[Cell], left: float, top: float) -> None:
        middle = top + ROW_PAD + line_height(BODY) / 2
        for column, cell in zip(self._columns, row, strict=True):
            x = _paint_marks(painter, cell, left, middle)
            words = _words(cell, column.width - (x - left))
            words.paint(painter, x, top + ROW_PAD)
            left += column.width

    def _row_height(self, row: Sequence[Cell]) -> float:
        pairs = zip(self._columns, row, strict=True)
        heights = (_words(cell, column.width - _marks_width(cell)).height for column, cell in pairs)
        return max(heights) + 2 * ROW_PAD


def _words(cell: Cell, room: float) -> Text:
    return Text(cell.text, BODY, room - 4 * POINT, weight=cell.weight, lines=CELL_LINES)


def _marks_width(cell: Cell) -> float:
    between = 9 * POINT * max(0, len(cell.marks) - 1)
    marks = len(cell.marks) * MARK + between + 4 * POINT if cell.marks else 0.0
    return marks + cell.of * DOT * 1.35


DOT = 6 * POINT


def _paint_marks(painter: QPainter, cell: Cell, left: float, middle: float) -> float:
    """The marks, an arrow between two, or the dots; where the words begin."""
    x = left
    for number, zone in enumerate(cell.marks):
        if number:
            _paint_arrow(painter, x + 1.5 * POINT, middle)
            x += 9 * POINT
        draw_mark(painter, zone, QRectF(x, middle - MARK / 2, MARK, MARK))
        x += MARK
    for number in range(cell.of):
        painter.setPen(QPen(inks().ink, 0.7 * POINT))
        painter.setBrush(inks().ink if number < cell.filled else inks().card)
        centre = QPointF(left + (number * 1.35 + 0.5) * DOT, middle)
        painter.drawEllipse(centre, DOT * 0.42, DOT * 0.42)
    return left + _marks_width(cell)


def _paint_arrow(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(QPen(inks().ink, 0.8 * POINT))
    tip = QPointF(x + 6 * POINT, y)
    painter.drawLine(QPointF(x, y), tip)
    for side in (-1, 1):
        painter.drawLine(tip, QPointF(tip.x() - 2.2 * POINT, y + side * 2.2 * POINT))
