"""When it happened: a line for each day, a mark and a bar for each episode."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from thermometer.domain.episodes import Episode
from thermometer.domain.person_weeks import HOURS
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone
from thermometer.ui.print.marks import draw_mark
from thermometer.ui.print.paper import CENTRE, POINT, SMALL, Text, inks, line_height

NAMES = 26 * POINT
USUAL_FROM, USUAL_TO = 6, 22
LABEL_EVERY = 4
MARK = 7.5 * POINT
TAIL = 9 * POINT
"""Of a bar whose end is not known."""


class WeekStrip:
    """The hours of seven days, as many of them as are needed.

    Args:
        days: the week.
        episodes: those that start in it.
        width: in units.
        height: in units, the hours' numbers included.
    """

    def __init__(
        self, days: WeekDays, episodes: Sequence[Episode], width: float, height: float
    ) -> None:
        self._days, self._episodes = days, episodes
        self._width, self.height = width, height
        starts = [episode.local_start.hour for episode in episodes]
        self._first = min([USUAL_FROM, *starts])
        latest = [_until(episode) for episode in episodes]
        self._last = min(float(HOURS), max([float(USUAL_TO), *latest]))

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with the upper left corner there."""
        area = QRectF(
            left + NAMES, top, self._width - NAMES - MARK, self.height - line_height(SMALL)
        )
        row = area.height() / len(self._days.days)
        self._paint_hours(painter, area)
        for number, day in enumerate(self._days.days):
            y = area.top() + (number + 1) * row - 1.5 * POINT
            name = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
            Text(name, SMALL, NAMES).paint(painter, left, y - line_height(SMALL) + 2 * POINT)
            painter.setPen(QPen(inks().line, 0.5 * POINT))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            for episode in self._episodes:
                if episode.day == day:
                    self._paint_episode(painter, episode, area, y)

    def _x(self, hour: float, area: QRectF) -> float:
        share = (hour - self._first) / (self._last - self._first)
        return area.left() + share * area.width()

    def _paint_hours(self, painter: QPainter, area: QRectF) -> None:
        first = -(-self._first // LABEL_EVERY) * LABEL_EVERY
        for hour in range(first, int(self._last) + 1, LABEL_EVERY):
            x = self._x(hour, area)
            painter.setPen(QPen(inks().line, 0.5 * POINT))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            label = Text(f"{hour:02}:00", SMALL, 40 * POINT, ink=inks().muted, align=CENTRE)
            label.paint(painter, x - 20 * POINT, area.bottom() + POINT)

    def _paint_episode(self, painter: QPainter, episode: Episode, area: QRectF, y: float) -> None:
        """A bar from its start to its end, fading into dots where the end is not known."""
        start = self._x(_hour(episode), area)
        end = min(self._x(_until(episode), area), area.right())
        thick = (3.2 if episode.peak is Zone.RED else 2.2) * POINT
        pen = QPen(inks().ink, thick, c=Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(start, y), QPointF(end, y))
        if not episode.end_known:
            pen.setDashPattern([0.5, 0.6])
            painter.setPen(pen)
            painter.drawLine(QPointF(end, y), QPointF(end + TAIL, y))
        mark = QRectF(0, 0, MARK, MARK)
        mark.moveCenter(QPointF(start, y - MARK / 2 - POINT))
        draw_mark(painter, episode.peak, mark)


def _hour(episode: Episode) -> float:
    """The local hour at which it began, with its minutes as a fraction."""
    at = episode.local_start
    return at.hour + at.minute / 60


def _until(episode: Episode) -> float:
    """The hour of its last check-in, counted on from the hour of its start."""
    lasted = episode.check_ins[-1].at - episode.start
    return _hour(episode) + lasted / timedelta(hours=1)
