"""An empty week to fill in by hand: seven days, the parts of each, three shapes to colour in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from thermometer.domain.people import Person
from thermometer.domain.tools import Tool
from thermometer.ui.print.drawings import draw_paper_avatar, draw_tile
from thermometer.ui.print.fit import fitted, paint_in_middle
from thermometer.ui.print.paper import BOLD, LEFT, MEDIUM, POINT, Paper, inks
from thermometer.ui.print.week_sheet_cells import (
    paint_day,
    paint_faces,
    paint_helped,
    paint_part,
    paint_shapes,
)
from thermometer.ui.print.week_sheet_words import DayPart, WeekSheetWords

EDGE = 26 * POINT
HEAD, DAY, PART, HELPED = 58 * POINT, 36 * POINT, 84 * POINT, 112 * POINT
RADIUS = 14 * POINT
DAYS = 7


@dataclass(frozen=True, slots=True)
class WeekSheetFor:
    """Whose week it is to be, and with what to fill it in.

    ``person`` is None on a sheet for anybody. ``with_pictures`` is for somebody who does not read:
    faces instead of words, and ``tools`` to draw a ring round instead of lines to write on.
    """

    person: Person | None
    tools: tuple[Tool, ...]
    first_weekday: int
    with_pictures: bool


class WeekSheets:
    """Sheets on their sides, one for each person.

    Args:
        wanted: whose, and how.
        paper: on what.
        title: what a file of it is called inside.
        grey: for a printer that has only black.
    """

    def __init__(
        self, wanted: Sequence[WeekSheetFor], paper: Paper, title: str, *, grey: bool = False
    ) -> None:
        self.paper, self.title, self.grey = paper, title, grey
        self.size: QSizeF = paper.size.transposed()
        self._wanted, self._words = wanted, WeekSheetWords()

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        return len(self._wanted)

    @property
    def ground(self) -> QColor:
        """The colour of the paper."""
        return inks().card

    def paint(self, painter: QPainter, sheet: int) -> None:
        """Draw one sheet, from 0."""
        wanted = self._wanted[sheet]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(0, 0, self.size.width(), self.size.height())
        inner.adjust(EDGE, EDGE, -EDGE, -EDGE)
        head, table = QRectF(inner), QRectF(inner)
        head.setHeight(HEAD - 10 * POINT)
        table.setTop(inner.top() + HEAD)
        self._paint_head(painter, wanted, head)
        self._paint_table(painter, wanted, table)

    def _paint_head(self, painter: QPainter, wanted: WeekSheetFor, head: QRectF) -> None:
        """Whose week, which one, and what the shapes mean."""
        name, week = QRectF(head), QRectF(head)
        name.setWidth(head.width() * 0.4)
        week.setLeft(head.right() - head.width() * 0.22)
        self._paint_name(painter, wanted.person, name)
        self._paint_blank(painter, self._words.week(), week)
        legend = QRectF(name.right(), head.top(), week.left() - name.right(), head.height())
        faces = legend.adjusted(12 * POINT, 0, -12 * POINT, 0)
        person = wanted.person
        words = person.words if person and not wanted.with_pictures else None
        paint_faces(painter, faces, words)

    def _paint_name(self, painter: QPainter, person: Person | None, box: QRectF) -> None:
        if person is None:
            self._paint_blank(painter, self._words.name(), box)
            return
        avatar = QRectF(box.left(), box.top(), box.height(), box.height())
        draw_paper_avatar(painter, person.picture, avatar, person.colour)
        words = box.adjusted(box.height() + 10 * POINT, 0, 0, 0)
        size = words.size().toTuple()
        paint_in_middle(
            painter, fitted(person.name, (26, 11), size, weight=BOLD, align=LEFT), words
        )

    @staticmethod
    def _paint_blank(painter: QPainter, label: str, box: QRectF) -> None:
        """A label, and a line to write on."""
        said = fitted(label, (13, 7), (box.width() * 0.5, box.height()), weight=MEDIUM, align=LEFT)
        low = box.bottom() - 12 * POINT
        said.paint(painter, box.left(), low - said.height + 3 * POINT)
        painter.setPen(QPen(inks().outline, 0.8 * POINT))
        widest = max(said.widths(), default=0.0)
        painter.drawLine(QPointF(box.left() + widest + 8 * POINT, low), QPointF(box.right(), low))

    def _paint_table(self, painter: QPainter, wanted: WeekSheetFor, table: QRectF) -> None:
        rows = self._rows(table)
        for number, (part, row) in enumerate(zip(DayPart, rows[1:-1], strict=True)):
            if number % 2 == 0:
                draw_tile(painter, row, inks().paper, RADIUS)
            box = QRectF(row.left(), row.top(), PART, row.height())
            words = "" if wanted.with_pictures else self._words.part(part)
            paint_part(painter, part, words, box)
        low = QRectF(rows[-1].left(), rows[-1].top(), PART, rows[-1].height())
        words = "" if wanted.with_pictures else self._words.helped()
        paint_part(painter, None, words, low)
        for day in range(DAYS):
            self._paint_day(painter, wanted, day, rows)
        self._paint_lines(painter, rows)

    def _paint_day(
        self, painter: QPainter, wanted: WeekSheetFor, day: int, rows: list[QRectF]
    ) -> None:
        pictures = wanted.with_pictures
        width = (rows[0].width() - PART) / DAYS
        cells = [
            QRectF(row.left() + PART + day * width, row.top(), width, row.height()) for row in rows
        ]
        weekday = (wanted.first_weekday + day) % DAYS
        paint_day(painter, weekday, day + 1 if pictures else 0, cells[0])
        for cell in cells[1:-1]:
            paint_shapes(painter, cell, with_faces=pictures)
        paint_helped(painter, wanted.tools if pictures else (), cells[-1], to_write=not pictures)

    def _rows(self, table: QRectF) -> list[QRectF]:
        """The heads of the days, the parts of a day, and what helped."""
        each = (table.height() - DAY - HELPED) / len(DayPart)
        heights = [DAY, *(each for _ in DayPart), HELPED]
        tops = [table.top() + sum(heights[:number]) for number in range(len(heights))]
        return [
            QRectF(table.left(), top, table.width(), height)
            for top, height in zip(tops, heights, strict=True)
        ]

    def _paint_lines(self, painter: QPainter, rows: list[QRectF]) -> None:
        """A line between days, and a frame around what helped."""
        width = (rows[0].width() - PART) / DAYS
        painter.setPen(QPen(inks().line, 1 * POINT))
        for day in range(DAYS):
            x = rows[0].left() + PART + day * width
            painter.drawLine(QPointF(x, rows[0].top() + 4 * POINT), QPointF(x, rows[-1].bottom()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rows[-1], RADIUS, RADIUS)
