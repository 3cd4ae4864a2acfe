"""The day's timeline. The only file that imports pyqtgraph, and only once a week is opened.

One plot is kept and filled again for each day; it has few items whatever the day was like.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from thermometer.domain.day_lines import DayLine
from thermometer.domain.episodes import Episode
from thermometer.domain.reading import Span
from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets import week_axis as axis
from thermometer.ui.widgets.surface import see_through
from thermometer.ui.widgets.week_timeline import SHADE, DayPicture, line_pen, pixel_pen
from thermometer.ui.widgets.week_touch import PlotTouch
from thermometer.ui.widgets.week_words import lasted
from thermometer.ui.widgets.zone_shape import draw_shape, shape_path

pg.setConfigOptions(antialias=True)

CLOSEST = axis.HOUR / 2
"""No closer than half an hour can be looked at."""
LOWEST, HIGHEST = -0.5, 2.5
APART = 0.13
"""Lines of several people at one level lie so far apart, in levels."""
MOST_LABELS = 60
"""More than these have no room in a day."""
LABEL_GROUND = 205
"""Of 255: how much of the lines the ground of a label covers."""
FINGER = 22
"""A tap this near to an episode, in pixels, is meant for it."""
SYMBOLS = {zone: shape_path(zone, QRectF(-0.5, -0.5, 1, 1)) for zone in Zone}
DAY = (0.0, 24 * axis.HOUR)


class DayPlot(QWidget):
    """Zones over one day: drag, pinch or turn the wheel to look closer, double tap to reset.

    ``episode_chosen`` tells the id of the first person's episode that was tapped, ``scrolled`` by
    how many pixels somebody who drags upright wants to move the page.
    """

    episode_chosen = Signal(UUID)
    scrolled = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: DayPicture | None = None
        self._home = DAY
        self._tapped: UUID | None = None
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._choose)
        self.plot = pg.PlotWidget(self)
        self._bands = self._bars(-30)
        self._shared = self._bars(-20)
        self._now = pg.InfiniteLine(angle=90)
        self.plot.addItem(self._now)
        self._lines: list[tuple[pg.PlotCurveItem, pg.ScatterPlotItem]] = []
        self._labels: list[tuple[pg.TextItem, Episode]] = []
        self._prepare()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(28) + 6, 0, 0, 0)
        row.addWidget(self.plot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)

    def show_day(self, picture: DayPicture) -> None:
        """Show ``picture``, from the usual hours or the first record to the last."""
        self._wait.stop()
        self._picture = picture
        whole = axis.seconds(picture, picture.span.end)
        self._box.setLimits(
            xMin=0, xMax=whole, minXRange=CLOSEST, maxXRange=whole, yMin=LOWEST, yMax=HIGHEST
        )
        self._home = axis.first_look(picture)
        self._dress()
        self.reset()

    def reset(self) -> None:
        """Look at the whole of the day in which something was recorded."""
        self._box.setRange(xRange=self._home, yRange=(LOWEST, HIGHEST), padding=0)
        self._show_times()

    @property
    def seen(self) -> tuple[float, float]:
        """From when to when one sees, in seconds from midnight."""
        (start, end), _ = self._box.viewRange()
        return float(start), float(end)

    @property
    def is_reset(self) -> bool:
        """Whether the day is seen as at first."""
        return all(abs(a - b) < 1 for a, b in zip(self.seen, self._home, strict=True))

    @property
    def labels(self) -> list[str]:
        """What is written beside the episodes in sight."""
        return [str(item.toPlainText()) for item, _ in self._labels if item.isVisible()]

    def place_of(self, at: datetime) -> QPointF:
        """Where the instant ``at`` is drawn in yellow, in pixels of the plot's viewport."""
        point = self._box.mapViewToScene(QPointF(self._x(at), Zone.YELLOW.level))
        return QPointF(self.plot.mapFromScene(point))

    def rest(self) -> None:
        """Forget a tap that waits for a second one."""
        self._wait.stop()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), max(170, self._theme.px(214)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The zones' shapes at the left, level with their bands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, side = self._theme.tokens, max(16.0, float(self._theme.px(22)))
        for zone in Zone:
            y = self.plot.mapFromScene(self._box.mapViewToScene(QPointF(0, zone.level))).y()
            shape = QRectF(2, self.plot.y() + y - side / 2, side, side)
            draw_shape(painter, zone, shape, tokens.zones.of(zone).full, tokens.outline, 1.5)

    def _bars(self, depth: int) -> pg.BarGraphItem:
        bars = pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[])
        bars.setZValue(depth)
        self.plot.addItem(bars)
        return bars

    def _prepare(self) -> None:
        item = self.plot.getPlotItem()
        self._box, self._axis = item.getViewBox(), item.getAxis("bottom")
        item.setMenuEnabled(False)
        item.hideButtons()
        item.hideAxis("left")
        item.setContentsMargins(0, 0, 0, 0)
        self._axis.enableAutoSIPrefix(enable=False)
        self._box.setDefaultPadding(0)
        self._box.setMouseEnabled(x=True, y=False)
        self._box.disableAutoRange()
        self._box.sigXRangeChanged.connect(self._show_times)
        self._box.sigResized.connect(self._show_times)
        self._box.sigResized.connect(lambda _: self.update())
        self.plot.scene().sigMouseClicked.connect(self._clicked)
        self._touch = PlotTouch(self.plot.viewport())
        self._touch.pinched.connect(self._look_closer)
        self._touch.scrolled.connect(self.scrolled)
        self._touch.doubled.connect(self.rest)
        self._touch.doubled.connect(self.reset)

    def _dress(self) -> None:
        """Take colours and sizes from the theme."""
        tokens = self._theme.tokens
        self.plot.setBackground(tokens.card)
        self._axis.setPen(pixel_pen(tokens.line, 1))
        self._axis.setTextPen(tokens.muted)
        self._axis.setTickFont(self._theme.font("small"))
        self._axis.setStyle(tickLength=4, tickTextOffset=6, hideOverlappingLabels=False)
        self._now.setPen(pixel_pen(tokens.muted, 1.5, Qt.PenStyle.DotLine))
        end = self._x(self._picture.span.end) if self._picture else 24 * axis.HOUR
        self._bands.setOpts(
            x0=[0.0] * len(Zone),
            x1=[end] * len(Zone),
            y0=[zone.level - 0.5 for zone in Zone],
            y1=[zone.level + 0.5 for zone in Zone],
            brushes=[colours.soft for colours in tokens.zones],
            pen=pixel_pen(tokens.line, 1),
        )
        if self._picture:
            self._show_lines(self._picture)
            self._show_times()

    def _show_lines(self, picture: DayPicture) -> None:
        """Fill the items that are there, the first person's above the others'."""
        people = [line.person for line in picture.lines]
        while len(self._lines) < len(people):
            self._lines.append(self._new_line(-len(self._lines)))
        for i, (curve, marks) in enumerate(self._lines):
            curve.setVisible(i < len(people))
            marks.setVisible(i < len(people))
        for i, line in enumerate(picture.lines):
            self._show_line(picture, line, i, line_pen(self._theme, people, i))
        self._show_shared(picture.shared)
        self._now.setPos(self._x(picture.now))
        self._now.setVisible(picture.span.start <= picture.now < picture.span.end)
        for label, _ in self._labels:
            self.plot.removeItem(label)
        self._labels = [self._label(e) for e in picture.lines[0].episodes[:MOST_LABELS]]

    def _show_shared(self, shared: Sequence[Span]) -> None:
        shade = QColor(self._theme.tokens.accent)
        shade.setAlpha(SHADE)
        self._shared.setOpts(
            x0=[self._x(span.start) for span in shared],
            x1=[self._x(span.end) for span in shared],
            y0=[LOWEST] * len(shared),
            y1=[HIGHEST] * len(shared),
            brush=shade,
            pen=QPen(Qt.PenStyle.NoPen),
        )

    def _new_line(self, depth: int) -> tuple[pg.PlotCurveItem, pg.ScatterPlotItem]:
        curve, marks = pg.PlotCurveItem(connect="finite"), pg.ScatterPlotItem()
        curve.setZValue(depth)
        marks.setZValue(depth + 0.5)
        self.plot.addItem(curve)
        self.plot.addItem(marks)
        return curve, marks

    def _show_line(self, picture: DayPicture, line: DayLine, which: int, pen: QPen) -> None:
        """A step line, and on it the zone's shape for each check-in."""
        curve, marks = self._lines[which]
        xs, ys = axis.steps(picture, line)
        curve.setData(xs, [y - APART * which for y in ys], pen=pen)
        found = [c for run in line.runs for c in run.check_ins]
        tokens = self._theme.tokens
        least, size = (8, 12) if which else (11, 17)
        marks.setData(
            x=[self._x(c.at) for c in found],
            y=[c.zone.level - APART * which for c in found],
            symbol=[SYMBOLS[c.zone] for c in found],
            brush=[tokens.zones.of(c.zone).full for c in found],
            pen=pixel_pen(pen.color() if which else tokens.outline, 2.0 if which else 1.2),
            size=max(least, self._theme.px(size)),
        )

    def _label(self, episode: Episode) -> tuple[pg.TextItem, Episode]:
        tokens, ground = self._theme.tokens, see_through(self._theme.tokens.card, LABEL_GROUND)
        label = pg.TextItem(lasted(episode), tokens.ink, anchor=(0.5, 1.0), fill=ground)
        label.setFont(self._theme.font("small", BOLD))
        self.plot.addItem(label)
        return label, episode

    def _show_times(self) -> None:
        """The times on the axis, as many as have room, and the labels that do not overlap."""
        picture, width = self._picture, self._box.width()
        if picture is None or width < 1:
            return
        self._axis.setTicks([axis.times(picture, self.seen, axis.most_times(self._theme, width))])
        self._show_labels()

    def _show_labels(self) -> None:
        start, end = self.seen
        picture, a_pixel = self._picture, (end - start) / self._box.width()
        if picture is None:
            return
        metrics = QFontMetricsF(self._theme.font("small", BOLD))
        widths = [metrics.horizontalAdvance(label.toPlainText()) + 12 for label, _ in self._labels]
        wanted = [
            (*axis.reach(picture, episode), width * a_pixel)
            for (_, episode), width in zip(self._labels, widths, strict=True)
        ]
        for (label, episode), middle in zip(
            self._labels, axis.fitted((start, end), wanted), strict=True
        ):
            label.setVisible(middle is not None)
            if middle is not None:
                label.setPos(middle, episode.peak.level + 0.06)

    def _x(self, at: datetime) -> float:
        """Seconds from midnight to ``at``."""
        return axis.seconds(self._picture, at) if self._picture else 0.0

    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._touch.is_upright:
            return
        self._tapped = self._episode_at(self._box.mapSceneToView(event.scenePos()).x())
        if self._tapped is None:
            return
        if self.is_reset:
            self._choose()
        else:  # a second tap may follow, and mean: reset
            self._wait.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    def _episode_at(self, x: float) -> UUID | None:
        start, end = self.seen
        near = FINGER * (end - start) / max(1.0, self._box.width())
        return axis.nearest(self._picture, x, near) if self._picture else None

    def _choose(self) -> None:
        if self._tapped is not None:
            self.episode_chosen.emit(self._tapped)

    def _look_closer(self, times_closer: float, at: QPointF) -> None:
        if times_closer > 0:
            centre = self._box.mapSceneToView(self.plot.mapToScene(at.toPoint()))
            self._box.scaleBy(x=1 / times_closer, center=centre)
