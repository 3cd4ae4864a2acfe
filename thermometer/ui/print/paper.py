"""The sheet, its unit, and the few inks and letters of a printed page."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageSize,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from thermometer.ui.theme.theme import BOLD, MEDIUM, REGULAR, load_font
from thermometer.ui.theme.tokens import Tokens, load_tokens

POINT = 10.0
"""Units of the page in one point: whole numbers are fine enough for every line and letter."""
RESOLUTION = round(72 * POINT)
"""Units in an inch, for a device that is painted on without scaling."""
MARGIN = 40 * POINT

TITLE, FIGURE, HEADING, BODY, SMALL = 19.0, 16.0, 10.5, 8.5, 7.5
"""Sizes of letters in points."""

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


class Paper(StrEnum):
    """The sheets that printers have."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def page_size(self) -> QPageSize:
        """The same for Qt."""
        sizes = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
        return QPageSize(sizes[self])

    @property
    def size(self) -> QSizeF:
        """Width and height in units."""
        return self.page_size.size(QPageSize.Unit.Point) * POINT

    @classmethod
    def usual(cls) -> Paper:
        """What is in the printers where this computer is."""
        system = QLocale.system().measurementSystem()
        american = system is QLocale.MeasurementSystem.ImperialUSSystem
        return cls.LETTER if american else cls.A4


@cache
def inks() -> Tokens:
    """Colours for white paper, whatever the screen shows."""
    return load_tokens("light")


@cache
def letters(points: float, weight: int = REGULAR) -> QFont:
    """The family's font in a size of the page."""
    font = QFont(load_font())
    font.setPixelSize(round(points * POINT))
    # Lexend is one variable font: Qt finds no bold file and would smear the regular one.
    font.setVariableAxis(QFont.Tag("wght"), weight)
    return font


def width_of(text: str, points: float, weight: int = REGULAR) -> float:
    """How wide ``text`` is in one line, in units."""
    return QFontMetricsF(letters(points, weight)).horizontalAdvance(text)


def line_height(points: float) -> float:
    """From one line to the next, in units."""
    return points * POINT * 1.32


class Text:
    """Words broken into lines of a width; what does not fit into ``lines`` ends in an ellipsis.

    Args:
        words: what to say.
        points: the size of its letters.
        width: in units.
        weight: of the letters.
        ink: the colour; None for that of plain text.
        lines: at most so many.
        align: left, right or centred.
    """

    def __init__(
        self,
        words: str,
        points: float,
        width: float,
        *,
        weight: int = REGULAR,
        ink: QColor | None = None,
        lines: int | None = None,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        self.points, self._weight, self._ink = points, weight, ink or inks().ink
        self._width, self._align = width, align
        self._layout = self._laid_out(words)
        if lines is not None and self._layout.lineCount() > lines:
            self._layout = self._laid_out(self._cut(words, lines))

    @property
    def height(self) -> float:
        """In units."""
        return self._layout.lineCount() * line_height(self.points)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Put the words down, the first line's top at ``top``."""
        painter.setPen(self._ink)
        self._layout.draw(painter, QPointF(left, top))

    def lines(self) -> list[str]:
        """The words of each line."""
        units = self._layout.text().encode("utf-16-le")
        lines = (self._layout.lineAt(number) for number in range(self._layout.lineCount()))
        spans = ((2 * line.textStart(), 2 * line.textLength()) for line in lines)
        return [units[start : start + size].decode("utf-16-le").strip() for start, size in spans]

    def widths(self) -> list[float]:
        """How wide each line is, in units."""
        lines = (self._layout.lineAt(number) for number in range(self._layout.lineCount()))
        return [line.naturalTextWidth() for line in lines]

    def _laid_out(self, words: str) -> QTextLayout:
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(words, letters(self.points, self._weight))
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top))
            top += line_height(self.points)
        layout.endLayout()
        return layout

    def _cut(self, words: str, lines: int) -> str:
        """As much of ``words`` as goes into ``lines``, the last one elided."""
        # Qt counts in UTF-16 units; Python would cut an emoji at another place.
        units = words.encode("utf-16-le")
        start = self._layout.lineAt(lines - 1).textStart() * 2
        metrics = QFontMetricsF(letters(self.points, self._weight))
        rest = units[start:].decode("utf-16-le")
        last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self._width)
        return units[:start].decode("utf-16-le") + last


def lines_of(words: str, points: float, width: float) -> list[str]:
    """``words`` as they break into lines of ``width`` units."""
    return Text(words, points, width).lines()


def hairline(painter: QPainter, left: float, right: float, y: float, points: float = 0.5) -> None:
    """A line across, ``points`` thick."""
    colour = inks().ink if points >= 1 else inks().line
    painter.setPen(QPen(colour, points * POINT, c=Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def frame(painter: QPainter, box: QRectF, *, dashed: bool = False) -> None:
    """A quiet line with round corners around ``box``."""
    pen = QPen(inks().outline, 0.6 * POINT)
    if dashed:
        pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 6 * POINT, 6 * POINT)


__all__ = [
    "BODY",
    "BOLD",
    "CENTRE",
    "FIGURE",
    "HEADING",
    "LEFT",
    "MARGIN",
    "MEDIUM",
    "POINT",
    "REGULAR",
    "RESOLUTION",
    "RIGHT",
    "SMALL",
    "TITLE",
    "Paper",
    "Text",
    "frame",
    "hairline",
    "inks",
    "letters",
    "line_height",
    "lines_of",
    "width_of",
]
