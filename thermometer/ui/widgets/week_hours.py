"""When in the week episodes began: a row for each day, a cell for each hour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.text import LEFT, draw_fitted
from thermometer.ui.widgets.week_words import hour_label, short_weekday

EARLIEST, LATEST = 6, 21
"""The hours shown at least; more where an episode began earlier or later."""
EVERY = 3
FAINTEST = 0.3
STRONG = 0.6

Hours = Sequence[Sequence[int]]


def hours_shown(by_hour: Hours) -> range:
    """The hours from the earliest to the latest in which anything began, and the usual ones."""
    begun = [hour for day in by_hour for hour, count in enumerate(day) if count]
    return range(min([EARLIEST, *begun]), max([LATEST, *begun]) + 1)


def draw_hours(
    painter: QPainter, days: Sequence[date], by_hour: Hours, box: QRectF, theme: Theme
) -> None:
    """Draw the cells with their numbers, the days at the left and the hours below, into ``box``."""
    hours = hours_shown(by_hour)
    line = theme.text_px("small") * 1.4
    names = min(box.width() * 0.16, line * 2.1)
    wide = (box.width() - names) / len(hours)
    high = (box.height() - line) / len(days)
    most = max((count for day in by_hour for count in day), default=0)
    for row, (day, counts) in enumerate(zip(days, by_hour, strict=True)):
        y = box.top() + row * high
        name = QRectF(box.left(), y, names - 4, high)
        ink = theme.tokens.muted
        draw_fitted(
            painter, short_weekday(day), theme, name, ink, size="small", weight=MEDIUM, align=LEFT
        )
        for column, hour in enumerate(hours):
            cell = QRectF(box.left() + names + column * wide, y, wide, high)
            _draw_cell(painter, counts[hour], most, cell.adjusted(1, 1, -1, -1), theme)
    metrics = QFontMetricsF(theme.font("small", MEDIUM))
    for column, hour in enumerate(hours):
        if hour % EVERY == 0:
            label = QRectF(0, 0, metrics.horizontalAdvance(hour_label(hour)) + 4, line)
            middle = box.left() + names + (column + 0.5) * wide
            label.moveCenter(QPointF(middle, box.bottom() - line / 2))
            label.moveRight(min(label.right(), box.right()))
            ink = theme.tokens.muted
            draw_fitted(painter, hour_label(hour), theme, label, ink, size="small", weight=MEDIUM)


def _draw_cell(painter: QPainter, count: int, most: int, cell: QRectF, theme: Theme) -> None:
    tokens = theme.tokens
    radius = min(cell.height(), cell.width()) * 0.26
    painter.setPen(Qt.PenStyle.NoPen)
    if not count:
        painter.setBrush(tokens.well)
        if theme.name == "contrast":
            painter.setPen(tokens.muted)
        painter.drawRoundedRect(cell, radius, radius)
        return
    share = FAINTEST + (1 - FAINTEST) * count / most
    fill = QColor(tokens.accent)
    fill.setAlphaF(share)
    painter.setBrush(fill)
    painter.drawRoundedRect(cell, radius, radius)
    ink = tokens.on_accent if share > STRONG else tokens.ink
    draw_fitted(painter, str(count), theme, cell, ink, size="small", weight=BOLD)


class WeekHours(QWidget):
    """The picture of one person's week."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: Sequence[date] = ()
        self._by_hour: Hours = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_hours(self, days: Sequence[date], by_hour: Hours) -> None:
        """Show how many episodes began in each hour of each of ``days``."""
        self._days, self._by_hour = days, by_hour
        begun = (
            f"{short_weekday(day)} {hour_label(hour)}: {count}"
            for day, counts in zip(days, by_hour, strict=True)
            for hour, count in enumerate(counts)
            if count
        )
        self.setAccessibleName("; ".join(begun))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(340), max(168, self._theme.px(190)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_hours(painter, self._days, self._by_hour, QRectF(self.rect()), self._theme)
