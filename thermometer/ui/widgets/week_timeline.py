"""A day of the week: whose lines are drawn and how; the drawing itself is ``week_charts``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.domain.day_lines import DayLine
from thermometer.domain.people import Person
from thermometer.domain.reading import Span
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.surface import see_through
from thermometer.ui.widgets.text import LEFT, draw_fitted

# In widths of the line: a child's is solid, or nearly; a parent's is always dashed.
CHILD_DASHES: tuple[tuple[float, ...], ...] = ((), (9, 1.2), (6, 1.2, 1.2, 1.2))
PARENT_DASHES: tuple[tuple[float, ...], ...] = ((2.4, 1.8), (0.8, 1.6), (5, 1.6, 0.8, 1.6))
SHADE = 58
"""Of 255: how strongly a stretch in which both were out of green is shaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPicture:
    """What is drawn of one day.

    ``lines`` begins with the person whose week it is; ``shared`` are the stretches in which that
    person and another one were out of green; ``time_zone`` is that of the axis.
    """

    span: Span
    time_zone: str
    lines: tuple[DayLine, ...]
    shared: tuple[Span, ...]
    now: datetime


def line_pen(theme: Theme, people: Sequence[Person], which: int) -> QPen:
    """How the line of ``people[which]`` is drawn; the first one's is the thickest."""
    person = people[which]
    alike = sum(p.role is person.role for p in people[:which])
    dashes = CHILD_DASHES if person.is_child else PARENT_DASHES
    colour = theme.tokens.accent if person.is_child else theme.tokens.second_line
    pen = pixel_pen(colour, max(2.2, theme.px(34 if which == 0 else 26) / 10))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if pattern := dashes[min(alike, len(dashes) - 1)]:
        pen.setDashPattern(pattern)
    return pen


def pixel_pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen whose width is in pixels, whatever the plot shows."""
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen


class LineKey(QWidget):
    """Each name with a sample of its line, and what the shading means."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._people: tuple[Person, ...] = ()
        self._shaded = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shaded(self) -> str:
        """What is said of the shading; nothing where nothing is shaded."""
        return self._shaded

    def show_key(self, people: Sequence[Person], shaded: str) -> None:
        """Name the lines of ``people``; ``shaded`` says what the shading means, if there is any."""
        self._people, self._shaded = tuple(people), shaded
        self.setAccessibleName("; ".join([*(p.name for p in people), *filter(None, [shaded])]))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._places(width)[-1][1].bottom()) if self._people else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self.heightForWidth(max(200, self.width())))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, sample = self._theme.tokens, self._sample()
        for i, (text, box) in enumerate(self._places(self.width())):
            mark = QRectF(box.left(), box.center().y() - 6, sample, 12)
            if i < len(self._people):
                painter.setPen(line_pen(self._theme, self._people, i))
                middle = QPointF(0, mark.height() / 2)
                painter.drawLine(mark.topLeft() + middle, mark.topRight() + middle)
                ink = painter.pen().color()
            else:
                shade(painter, mark, self._theme)
                ink = tokens.muted
            words = box.adjusted(sample + self._theme.px(8), 0, 4, 0)
            weight = BOLD if i < len(self._people) else MEDIUM
            draw_fitted(
                painter, text, self._theme, words, ink, size="small", weight=weight, align=LEFT
            )

    def _sample(self) -> float:
        return float(self._theme.px(30))

    def _places(self, width: int) -> list[tuple[str, QRectF]]:
        texts = [p.name for p in self._people] + ([self._shaded] if self._shaded else [])
        metrics = QFontMetricsF(self._theme.font("small", BOLD))
        gap, line = self._theme.px(20), metrics.height() + 4
        x, y, placed = 0.0, 0.0, []
        for text in texts:
            wide = self._sample() + self._theme.px(8) + metrics.horizontalAdvance(text) + 4
            if x and x + wide > width:
                x, y = 0.0, y + line
            placed.append((text, QRectF(x, y, wide, line)))
            x += wide + gap
        return placed


def shade(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Shade ``box`` as the stretches in which both were out of green are."""
    colour = theme.tokens.accent
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens.card)
    painter.drawRect(box)
    painter.setBrush(see_through(colour, SHADE))
    painter.drawRect(box)
