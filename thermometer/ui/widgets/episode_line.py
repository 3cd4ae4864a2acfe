"""The zones of an episode as step lines over the three bands, drawn on screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from thermometer.domain.day_lines import DayLine, Run
from thermometer.domain.local_time import local_time
from thermometer.domain.reading import Span
from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.text import LEFT, draw_fitted, fitted
from thermometer.ui.widgets.week_words import clock_time
from thermometer.ui.widgets.zone_shape import draw_shape

NAMES_SHARE = 0.13


@dataclass(frozen=True, slots=True)
class EpisodeLines:
    """What is drawn: the lines, the stretch of time, and whose line the story is about."""

    lines: Sequence[DayLine]
    span: Span
    time_zone: str


def draw_episode_lines(painter: QPainter, box: QRectF, shown: EpisodeLines, theme: Theme) -> None:
    """Bands, lines, names at their ends and the times of the first line's check-ins in ``box``."""
    metrics = QFontMetricsF(theme.font("small", MEDIUM))
    times = metrics.height() * 1.3
    marks = metrics.height() * 1.6
    names = max(box.width() * NAMES_SHARE, metrics.height() * 4, _longest_word(shown, theme))
    plot = box.adjusted(marks, 0, -names, -times)
    _draw_bands(painter, plot, marks, theme)
    for number, line in reversed(list(enumerate(shown.lines))):
        _draw_line(painter, plot, line, shown, theme, shift=number)
    _draw_names(painter, plot, names, shown, theme)
    _draw_times(painter, QRectF(plot.left(), plot.bottom(), plot.width(), times), shown, theme)


def level_y(plot: QRectF, zone: Zone) -> float:
    """The height of the middle of the band of ``zone``."""
    return plot.bottom() - plot.height() * (zone.level + 0.5) / len(Zone)


def _draw_bands(painter: QPainter, plot: QRectF, marks: float, theme: Theme) -> None:
    height, tokens = plot.height() / len(Zone), theme.tokens
    side = min(marks * 0.6, height * 0.5)
    for zone in Zone:
        y = level_y(plot, zone)
        colours = tokens.zones.of(zone)
        painter.fillRect(QRectF(plot.left(), y - height / 2, plot.width(), height), colours.soft)
        if theme.name == "contrast" and zone is not Zone.RED:
            painter.setPen(QPen(tokens.line, 1))
            painter.drawLine(
                QPointF(plot.left(), y - height / 2), QPointF(plot.right(), y - height / 2)
            )
        shape = QRectF(plot.left() - marks * 0.9, y - side / 2, side, side)
        draw_shape(painter, zone, shape, colours.full, tokens.outline, 1.5)


def _pen(line: DayLine, theme: Theme) -> QPen:
    """A child's line is solid, a parent's dashed as well as of another colour."""
    tokens = theme.tokens
    is_child = line.person.is_child
    colour = tokens.accent if is_child else tokens.second_line
    pen = QPen(colour, max(3.0, theme.px(5)))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_child else Qt.PenCapStyle.FlatCap)
    if not is_child:
        pen.setDashPattern([1.6, 1.4])
    return pen


def _draw_line(
    painter: QPainter, plot: QRectF, line: DayLine, shown: EpisodeLines, theme: Theme, shift: int
) -> None:
    """The runs of one line, a little beside those drawn above it where both are in one zone."""
    painter.save()
    painter.setClipRect(plot.adjusted(0, -2, 0, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = _pen(line, theme)
    painter.setPen(pen)
    for run in line.runs:
        painter.drawPath(_steps(run, plot, shown.span, shift * pen.widthF() * 1.1))
    dot = pen.widthF() * 1.1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    for run in line.runs:
        for c in run.check_ins:
            centre = QPointF(_x(c.at, plot, shown.span), level_y(plot, c.zone))
            painter.drawEllipse(centre + QPointF(0, shift * pen.widthF() * 1.1), dot, dot)
    painter.restore()


def _steps(run: Run, plot: QRectF, span: Span, down: float) -> QPainterPath:
    first = run.check_ins[0]
    path = QPainterPath(QPointF(_x(first.at, plot, span), level_y(plot, first.zone) + down))
    for c in run.check_ins[1:]:
        x = _x(c.at, plot, span)
        path.lineTo(x, path.currentPosition().y())
        path.lineTo(x, level_y(plot, c.zone) + down)
    path.lineTo(_x(run.until, plot, span), path.currentPosition().y())
    return path


def _x(at: datetime, plot: QRectF, span: Span) -> float:
    return plot.left() + plot.width() * ((at - span.start) / (span.end - span.start))


def _longest_word(shown: EpisodeLines, theme: Theme) -> float:
    """So wide is the longest word of a name in the smallest text: names wrap between words."""
    metrics = QFontMetricsF(theme.font_px(theme.smallest_text, MEDIUM))
    words = [word for line in shown.lines for word in line.person.name.split()]
    return max(map(metrics.horizontalAdvance, words), default=0.0) + theme.px(10) + 2


def _draw_names(
    painter: QPainter, plot: QRectF, wide: float, shown: EpisodeLines, theme: Theme
) -> None:
    """Each name at the right, as near as there is room to the height at which its line ends."""
    line_height = QFontMetricsF(theme.font("small", MEDIUM)).height() * 1.15
    height = max(line_height, min(2.2 * line_height, plot.height() / len(shown.lines)))
    ends = sorted((_end_y(plot, line, shown.span), i) for i, line in enumerate(shown.lines))
    last = plot.top() - height
    for number, (y, i) in enumerate(ends):
        room_below = (len(ends) - 1 - number) * height
        top = max(last + height, min(y - height / 2, plot.bottom() - height - room_below))
        last = top
        line = shown.lines[i]
        place = QRectF(plot.right() + theme.px(10), top, wide - theme.px(10), height)
        ink = _pen(line, theme).color()
        name = _name(line, shown, place, theme)
        draw_fitted(painter, name, theme, place, ink, size="small", weight=MEDIUM, align=LEFT)


def _name(line: DayLine, shown: EpisodeLines, place: QRectF, theme: Theme) -> str:
    """The name, or its first word where more has no room and that is nobody else's here."""
    name = line.person.name
    if fitted(name, theme, "small", MEDIUM, place, LEFT).text() == name:
        return name
    firsts = [each.person.name.split()[0] for each in shown.lines]
    first = name.split()[0]
    return first if firsts.count(first) == 1 else name


def _end_y(plot: QRectF, line: DayLine, span: Span) -> float:
    seen = [c for run in line.runs for c in run.check_ins if c.at <= span.end]
    return level_y(plot, (seen or list(line.runs[0].check_ins))[-1].zone)


def _draw_times(painter: QPainter, box: QRectF, shown: EpisodeLines, theme: Theme) -> None:
    """The times of the first line's check-ins; those that would touch the one before are left."""
    metrics = QFontMetricsF(theme.font("small", MEDIUM))
    ink: QColor = theme.tokens.muted
    taken = box.left() - metrics.height()
    check_ins = [c for line in shown.lines[:1] for run in line.runs for c in run.check_ins]
    for c in check_ins:
        if not shown.span.start <= c.at <= shown.span.end:
            continue
        text = clock_time(local_time(c.at, shown.time_zone))
        wide = metrics.horizontalAdvance(text) + 6
        left = min(max(_x(c.at, box, shown.span) - wide / 2, box.left()), box.right() - wide)
        if left < taken + metrics.height() * 0.4:
            continue
        place = QRectF(left, box.top(), wide, box.height())
        draw_fitted(painter, text, theme, place, ink, size="small", weight=MEDIUM)
        taken = left + wide


class EpisodeLine(QWidget):
    """The small chart of a story."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: EpisodeLines | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_lines(self, shown: EpisodeLines, spoken: str) -> None:
        """Show ``shown``; ``spoken`` is what a screen reader says instead."""
        self._shown = shown
        self.setAccessibleName(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(900), max(120, self._theme.px(176)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None or not self._shown.lines:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_episode_lines(painter, QRectF(self.rect()), self._shown, self._theme)
