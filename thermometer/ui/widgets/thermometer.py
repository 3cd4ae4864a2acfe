"""The thermometer: a tube with a bulb, and a plate for each zone in line with it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import (
    QEasingCurve,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.zones import ByZone, Zone
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.liquid import liquid_column, slosh_after
from thermometer.ui.widgets.thermometer_geometry import TOP_DOWN, ThermometerGeometry
from thermometer.ui.widgets.zone_button import ZoneButton
from thermometer.ui.widgets.zone_shape import draw_shape

EMPTY = -1.0
HIGHLIGHT_ALPHA = 110


class Thermometer(QWidget):
    """Shows the zone somebody is in; a tap on a zone, plate or tube, is told with ``zone_tapped``.

    Args:
        theme: colours and sizes.
        fill_ms: how long the column takes from one zone to another, in milliseconds.
    """

    zone_tapped = Signal(Zone)
    filled = Signal()

    def __init__(self, theme: Theme, fill_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone: Zone | None = None
        self._level = EMPTY
        self._glass_picture = QPixmap()
        self._painted: tuple[QSize, ThermometerGeometry, str, float] | None = None
        self._geometry = self._measured()
        self.buttons = ByZone(*(ZoneButton(zone, theme, self) for zone in Zone))
        for button in self.buttons:
            button.clicked.connect(self._tapped)
        for upper, lower in pairwise(TOP_DOWN):
            QWidget.setTabOrder(self.buttons.of(upper), self.buttons.of(lower))
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(fill_ms)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._rise)
        self._motion.finished.connect(self.filled)

    @property
    def zone(self) -> Zone | None:
        """The zone shown, None where the tube rests empty."""
        return self._zone

    def show_words(self, person: str, words: ByZone[str]) -> None:
        """Show a person's own words on the plates."""
        for zone in Zone:
            self.buttons.of(zone).show_word(person, words.of(zone))

    def show_faces(self, *, with_words: bool) -> None:
        """Show the plates' words beside the faces, or the faces alone."""
        for button in self.buttons:
            button.shows_word = with_words
            button.update()

    def show_zone(self, zone: Zone | None, *, moving: bool = False) -> None:
        """Show ``zone``, at once or with the column ``moving`` there; ``filled`` follows."""
        if zone is self._zone and not moving and self._is_moving():
            return  # the page's minute came round: the column is on its way there already
        self._zone = zone
        for each in Zone:
            self.buttons.of(each).show_current(current=each is zone)
        target = EMPTY if zone is None else float(zone.level)
        self._motion.stop()
        if moving and not self._theme.reduced_motion:
            self._motion.setStartValue(self._level)
            self._motion.setEndValue(target)
            self._motion.start()
        else:
            self._rise(target)
            if moving:
                self.filled.emit()

    def below_plates(self) -> QRectF:
        """The room under the plates, beside the bulb, in this widget's pixels."""
        return self._measured().below  # the widget may not have been told its size yet

    def zone_height(self, size: QSizeF) -> float:
        """How high each zone would be in a thermometer of ``size``, in pixels."""
        return self._measured(size).rows[0].height()

    def rest(self) -> None:
        """End any motion at its end (the page is left)."""
        if self._is_moving():
            self._motion.stop()
            self._rise(EMPTY if self._zone is None else float(self._zone.level))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._geometry = self._measured()
        for zone in Zone:
            button, row = self.buttons.of(zone), self._geometry.row(zone)
            button.plate_left = self._geometry.plate_left
            button.setGeometry(row.toRect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._backdrop())
        self._draw_column(painter)

    def _measured(self, size: QSizeF | None = None) -> ThermometerGeometry:
        below = self._theme.target("child") + 8.0
        size = QSizeF(self.size()) if size is None else size
        return ThermometerGeometry.of(size, self._theme.factor, below)

    def _backdrop(self) -> QPixmap:
        """The glass and its scale, painted once for a size and a theme: only the column moves."""
        ratio = self.devicePixelRatioF()
        # In a window of another size the geometry may be another although the size is not.
        look = (self.size(), self._geometry, self._theme.name, ratio)
        if look != self._painted:
            self._painted = look
            self._glass_picture = QPixmap(self.size() * ratio)
            self._glass_picture.setDevicePixelRatio(ratio)
            self._glass_picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._glass_picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_glass(painter)
            self._draw_marks(painter)
            painter.end()
        return self._glass_picture

    def _glass(self) -> QPainterPath:
        g = self._geometry
        tube = QPainterPath()
        tube.addRoundedRect(g.tube, g.tube.width() / 2, g.tube.width() / 2)
        bulb = QPainterPath()
        bulb.addEllipse(g.bulb)
        return tube.united(bulb)

    def _draw_glass(self, painter: QPainter) -> None:
        g, tokens = self._geometry, self._theme.tokens
        glass = self._glass()
        painter.fillPath(glass, tokens.card)
        painter.save()
        painter.setClipPath(glass)
        edges = [
            0.0,
            *(g.rows[i].bottom() + (g.rows[i + 1].top() - g.rows[i].bottom()) / 2 for i in (0, 1)),
        ]
        edges.append(g.bulb.center().y() - g.bulb.height() * 0.42)
        for zone, top, bottom in zip(TOP_DOWN, edges, edges[1:], strict=False):
            painter.fillRect(
                QRectF(0, top, g.tube.right() + 1, bottom - top), tokens.zones.of(zone).soft
            )
        painter.restore()
        painter.setPen(QPen(tokens.outline, max(2.0, g.tube.width() * 0.05)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(glass)

    def _draw_marks(self, painter: QPainter) -> None:
        """The scale: each zone's shape beside the tube."""
        g, tokens = self._geometry, self._theme.tokens
        for zone in Zone:
            side = g.mark_side
            box = QRectF(g.tube.left() - side - 6, g.row(zone).center().y() - side / 2, side, side)
            colours = tokens.zones.of(zone)
            draw_shape(painter, zone, box, colours.full, tokens.outline, 1.5)

    def _draw_column(self, painter: QPainter) -> None:
        g, tokens = self._geometry, self._theme.tokens
        inner = g.bulb.adjusted(*(s * g.bulb.width() * 0.11 for s in (1, 1, -1, -1)))
        painter.setPen(Qt.PenStyle.NoPen)
        if self._zone is None and self._level <= EMPTY:
            painter.setBrush(tokens.well)
            painter.drawEllipse(inner)
            return
        painter.setBrush(self._liquid())
        top = g.column_top(self._level)
        column = QRectF(0, top, g.column_width, g.bulb.center().y() - top)
        column.moveLeft(g.tube.center().x() - g.column_width / 2)
        painter.drawPath(liquid_column(column, self._slosh()))
        painter.drawEllipse(inner)
        glint = QColor(tokens.card)
        glint.setAlpha(HIGHLIGHT_ALPHA)
        painter.setBrush(glint)
        spot = inner.center() - QPointF(inner.width() * 0.18, inner.height() * 0.2)
        painter.drawEllipse(spot, inner.width() * 0.12, inner.height() * 0.08)

    def _slosh(self) -> float:
        """How far the surface leans on its way; at rest it is level."""
        if not self._is_moving():
            return 0.0
        return slosh_after(self._motion.currentTime() / max(1, self._motion.duration()))

    def _is_moving(self) -> bool:
        return self._motion.state() is not QVariantAnimation.State.Stopped

    def _liquid(self) -> QColor:
        zone = self._zone or Zone.GREEN
        return self._theme.tokens.zones.of(zone).full

    def _rise(self, level: float) -> None:
        self._level = level
        # Only the tube moves; the plates need no paint.
        self.update(QRectF(0, 0, self._geometry.bulb.right() + 4, self.height()).toAlignedRect())

    def _tapped(self) -> None:
        button = self.sender()
        if isinstance(button, ZoneButton):
            self.zone_tapped.emit(button.zone)
