"""Twelve weeks: episodes by their peak, and below them the minutes to green."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.minutes import plain
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.text import draw_fitted
from thermometer.ui.widgets.week_columns import Column, WeekColumns


@dataclass(frozen=True, slots=True)
class MinutesPoint:
    """The median of one week's minutes to green, if there is one; of how many ends, in words."""

    median: float | None
    known_as: str


def draw_minutes(
    painter: QPainter, points: Sequence[MinutesPoint], box: QRectF, theme: Theme
) -> None:
    """Draw a dot for each median, joined where weeks follow each other, with number and n."""
    tokens, line = theme.tokens, theme.text_px("small") * 1.5
    wide = box.width() / max(1, len(points))
    highest = max((p.median for p in points if p.median is not None), default=1.0)
    room = box.adjusted(0, line * 1.2, 0, -line * 1.3)
    places = [
        QPointF(
            box.left() + (i + 0.5) * wide,
            room.bottom() - room.height() * (p.median or 0.0) / max(highest, 1.0),
        )
        for i, p in enumerate(points)
    ]
    painter.setPen(QPen(tokens.line, 2))
    painter.drawLine(QPointF(box.left(), room.bottom()), QPointF(box.right(), room.bottom()))
    painter.setPen(QPen(tokens.accent, 2.5))
    for i in range(len(points) - 1):
        if points[i].median is not None and points[i + 1].median is not None:
            painter.drawLine(places[i], places[i + 1])
    for point, place in zip(points, places, strict=True):
        below = QRectF(place.x() - wide / 2, room.bottom() + 3, wide, line)
        draw_fitted(painter, point.known_as, theme, below, tokens.muted, size="small")
        if point.median is not None:
            painter.setPen(QPen(tokens.card, 2))
            painter.setBrush(tokens.accent)
            painter.drawEllipse(place, 6, 6)
            above = QRectF(place.x() - wide / 2, place.y() - line - 6, wide, line)
            number = plain(point.median)
            draw_fitted(painter, number, theme, above, tokens.ink, size="small", weight=BOLD)


class WeekMinutes(QWidget):
    """The medians of some weeks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.points: Sequence[MinutesPoint] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[MinutesPoint]) -> None:
        """Show ``points``, one for each week."""
        self.points = points
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), max(110, self._theme.px(150)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_minutes(painter, self.points, QRectF(self.rect()), self._theme)


class WeekTrend(QWidget):
    """Both pictures, week below week; ``chosen`` tells which week was tapped, from 0 on."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = WeekColumns(theme)
        self.columns.chosen.connect(self.chosen)
        self.minutes = WeekMinutes(theme)
        said = self.tr("Minutes to green: the median of n known ends, from three on")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        column.addWidget(FittedLabel(theme, said, size="small", weight=MEDIUM, colour="muted"))
        column.addWidget(self.minutes)

    def weeks_back(self, which: int) -> int:
        """How many weeks the one at ``which`` lies before the one in view."""
        return len(self.columns.buttons) - 1 - which

    def show_weeks(self, columns: Sequence[Column], points: Sequence[MinutesPoint]) -> None:
        """Show twelve weeks, the last of them as the one in view."""
        self.columns.show_columns(columns, len(columns) - 1)
        self.minutes.show_points(points)
