"""The edges of the therapist's page: its head, the room for a question, and its foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from thermometer.services.therapist_values import TherapistPage
from thermometer.ui.print.blocks import heading
from thermometer.ui.print.marks import draw_mark
from thermometer.ui.print.paper import (
    BODY,
    BOLD,
    MEDIUM,
    POINT,
    RIGHT,
    SMALL,
    TITLE,
    Text,
    frame,
    hairline,
    inks,
    line_height,
    width_of,
)
from thermometer.ui.print.report_words import ReportWords

FOOT = 2 * line_height(SMALL) + 6 * POINT
MARK = 7.5 * POINT


class Head:
    """Whose week it is, what the numbers rest on, and the week in a sentence or two.

    Args:
        page: what is to be printed.
        words: the labels.
        width: in units.
        short: only the first line, for a sheet that goes on.
    """

    def __init__(
        self, page: TherapistPage, words: ReportWords, width: float, *, short: bool = False
    ) -> None:
        self._width = width
        caution = words.caution()
        aside = width_of(caution, BODY, MEDIUM) + 12 * POINT
        self._caution = Text(caution, BODY, width, weight=MEDIUM, align=RIGHT)
        points = BODY * 1.3 if short else TITLE
        self._title = Text(words.title(page), points, width - aside, weight=BOLD, lines=2)
        self._line = Text(words.rests_on(page), BODY, width)
        self._sentence = Text(page.said, BODY * 1.12, width, weight=MEDIUM)
        self._short = short
        self._below = 0.0 if short else self._sentence.height + 7 * POINT
        line = 0.0 if short else self._line.height + 2 * POINT
        self._rule = self._title.height + line + 5 * POINT
        self.height = self._rule + self._below

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with the upper left corner there."""
        self._title.paint(painter, left, top)
        beside = top + self._title.height - line_height(BODY) - 3 * POINT
        self._caution.paint(painter, left, max(top, beside))
        hairline(painter, left, left + self._width, top + self._rule, 1.2)
        if not self._short:
            self._line.paint(painter, left, top + self._title.height + 2 * POINT)
            self._sentence.paint(painter, left, top + self._rule + 7 * POINT)


class Question:
    """An empty frame for what the family wants to ask.

    Args:
        name: the heading.
        width: in units.
        height: in units, heading included.
    """

    def __init__(self, name: str, width: float, height: float) -> None:
        self._heading = heading(name, width)
        self._width, self.height = width, height

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with the upper left corner there."""
        self._heading.paint(painter, left, top)
        below = top + self._heading.height
        room = self.height - self._heading.height
        frame(painter, QRectF(left, below, self._width, room), dashed=True)


def paint_foot(
    painter: QPainter,
    page: TherapistPage,
    words: ReportWords,
    left: float,
    top: float,
    width: float,
) -> None:
    """The shapes with their names, and how to read an episode, in a band of ``FOOT`` units."""
    hairline(painter, left, left + width, top)
    top += 4 * POINT
    x = left
    for zone, name in words.legend():
        draw_mark(painter, zone, QRectF(x, top + POINT, MARK, MARK))
        Text(name, SMALL, width, ink=inks().muted).paint(painter, x + MARK + 3 * POINT, top)
        x += MARK + 3 * POINT + width_of(name, SMALL) + 10 * POINT
    said = Text(words.explanation(page), SMALL, left + width - x, ink=inks().muted, lines=2)
    said.paint(painter, x, top)
