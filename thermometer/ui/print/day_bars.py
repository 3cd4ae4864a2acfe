"""Escalations of each day, one block an episode, red above yellow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QPainter

from thermometer.domain.person_weeks import DayCount
from thermometer.domain.zones import Zone
from thermometer.ui.print.marks import draw_block, draw_mark
from thermometer.ui.print.paper import (
    BOLD,
    CENTRE,
    POINT,
    SMALL,
    Text,
    hairline,
    line_height,
)

TALLEST_BLOCK = 15 * POINT
SMALLEST_BLOCK = 5 * POINT
"""Lower ones are drawn as one block of each zone, with its number."""
WIDEST = 26 * POINT


class DayBars:
    """Seven stacks over the names of the days.

    Args:
        days: the counts.
        width: in units.
        height: in units, names of the days included.
    """

    def __init__(self, days: Sequence[DayCount], width: float, height: float) -> None:
        self._days = days
        self._width, self.height = width, height
        most = max(day.yellow + day.red for day in days)
        room = height - 2 * line_height(SMALL) - 2 * POINT
        self._block = min(TALLEST_BLOCK, room / max(1, most))

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw them with the upper left corner there."""
        step = self._width / len(self._days)
        base = top + self.height - line_height(SMALL) - 2 * POINT
        hairline(painter, left, left + self._width, base, 0.8)
        for number, day in enumerate(self._days):
            column = QRectF(left + number * step, top, step, base - top)
            self._paint_day(painter, day, column)
            name = QLocale().dayName(day.day.isoweekday(), QLocale.FormatType.ShortFormat)
            Text(name, SMALL, step, align=CENTRE).paint(painter, column.left(), base + 2 * POINT)

    def _paint_day(self, painter: QPainter, day: DayCount, column: QRectF) -> None:
        bottom = column.bottom() - POINT
        for zone, count in ((Zone.YELLOW, day.yellow), (Zone.RED, day.red)):
            if self._block >= SMALLEST_BLOCK:
                for _ in range(count):
                    bottom = self._paint_block(painter, zone, column, bottom, self._block, "")
            elif count:
                bottom = self._paint_block(
                    painter, zone, column, bottom, self._block * count, str(count)
                )
        total = day.yellow + day.red
        if total and self._block >= SMALLEST_BLOCK:
            words = Text(str(total), SMALL, column.width(), weight=BOLD, align=CENTRE)
            words.paint(painter, column.left(), bottom - line_height(SMALL))

    def _paint_block(
        self,
        painter: QPainter,
        zone: Zone,
        column: QRectF,
        bottom: float,
        height: float,
        number: str,
    ) -> float:
        """One block standing on ``bottom``; where the next one stands."""
        width = min(WIDEST, column.width() * 0.62)
        gap = min(1.6 * POINT, height * 0.14)
        box = QRectF(column.center().x() - width / 2, bottom - height + gap, width, height - gap)
        draw_block(painter, zone, box)
        side = min(box.height() * 0.68, 10 * POINT)
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(box.center())
        draw_mark(painter, zone, mark, hollow=True)
        if number:
            words = Text(number, SMALL, column.width(), weight=BOLD)
            words.paint(painter, box.right() + 2 * POINT, box.center().y() - line_height(SMALL) / 2)
        return bottom - height
