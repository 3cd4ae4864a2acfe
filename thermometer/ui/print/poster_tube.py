"""The big tube of the fridge poster: three zones, one above the other, in colour or in ink."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from thermometer.domain.zones import Zone
from thermometer.ui.print.paper import POINT, inks
from thermometer.ui.widgets.thermometer_geometry import TOP_DOWN
from thermometer.ui.widgets.zone_shape import draw_shape

TUBE, BULB, MARK = 56 * POINT, 92 * POINT, 17 * POINT
LINE = 3.2 * POINT
HATCH = 6 * POINT
BESIDE = 5 * POINT
"""Between a mark and the tube."""
GLINT_ALPHA = 120


def left_of_plates() -> float:
    """Units from the tube's left edge, marks and bulb included, to the plates."""
    return BULB + 16 * POINT


@dataclass(frozen=True, slots=True)
class Tube:
    """The tube beside three rows; all in units.

    Args:
        left: of the bulb, which is the widest.
        rows: red, yellow, green, from the top.
        grey: for a printer that has only black: more ink the higher the zone.
    """

    left: float
    rows: tuple[QRectF, QRectF, QRectF]
    grey: bool

    @property
    def bulb(self) -> QRectF:
        """The round end, at the bottom of the lowest row."""
        return QRectF(self.left, self.rows[2].bottom() - BULB, BULB, BULB)

    @property
    def glass(self) -> QRectF:
        """The tube, down into the bulb."""
        top, centre = self.rows[0].top(), self.bulb.center()
        return QRectF(centre.x() - TUBE / 2, top, TUBE, centre.y() - top)

    def paint(self, painter: QPainter) -> None:
        """Draw glass, zones and marks."""
        shape = self._shape()
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        for zone, band in zip(TOP_DOWN, self._bands(), strict=True):
            self._paint_band(painter, zone, band)
        painter.restore()
        painter.setPen(QPen(inks().outline, LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        self._paint_glint(painter)
        self._paint_marks(painter)

    def _shape(self) -> QPainterPath:
        tube, bulb = QPainterPath(), QPainterPath()
        tube.addRoundedRect(self.glass, TUBE / 2, TUBE / 2)
        bulb.addEllipse(self.bulb)
        return tube.united(bulb)

    def _bands(self) -> tuple[QRectF, QRectF, QRectF]:
        """Where each zone's stretch of the tube is, the bulb with the lowest."""
        middles = [(a.bottom() + b.top()) / 2 for a, b in pairwise(self.rows)]
        edges = [self.rows[0].top(), *middles, self.rows[2].bottom()]
        bands = [QRectF(self.left, a, BULB, b - a) for a, b in pairwise(edges)]
        return bands[0], bands[1], bands[2]

    def _paint_band(self, painter: QPainter, zone: Zone, band: QRectF) -> None:
        colours = inks().zones.of(zone)
        if not self.grey:
            painter.fillRect(band, colours.full)
            return
        painter.fillRect(band, inks().card if zone is Zone.GREEN else colours.full)
        painter.setPen(QPen(inks().ink, 0.9 * POINT))
        if zone is Zone.YELLOW:
            painter.save()
            painter.setClipRect(band, Qt.ClipOperation.IntersectClip)
            for number in range(int((band.width() + band.height()) / HATCH) + 1):
                start = QPointF(band.left(), band.top() + number * HATCH)
                painter.drawLine(QLineF(start, start + QPointF(band.width(), -band.width())))
            painter.restore()
        painter.drawLine(band.topLeft(), band.topRight())

    def _paint_glint(self, painter: QPainter) -> None:
        """A light along the glass, and one on the bulb."""
        glint = QColor(inks().card)
        glint.setAlpha(GLINT_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glint)
        wide = 6 * POINT
        long = QRectF(self.glass.left() + 11 * POINT, self.glass.top() + 26 * POINT, wide, 0)
        long.setBottom(self.rows[0].bottom() - 30 * POINT)
        painter.drawRoundedRect(long, wide / 2, wide / 2)
        spot = self.bulb.center() - QPointF(BULB * 0.2, BULB * 0.2)
        painter.drawEllipse(spot, BULB * 0.1, BULB * 0.07)

    def _paint_marks(self, painter: QPainter) -> None:
        """The scale: each zone's shape at the left of the tube."""
        for zone, row in zip(TOP_DOWN, self.rows, strict=True):
            box = QRectF(self.glass.left() - BESIDE - MARK, 0, MARK, MARK)
            box.moveTop(row.center().y() - MARK / 2)
            fill = inks().zones.of(zone).full
            if self.grey and zone is Zone.GREEN:
                fill = inks().card
            draw_shape(painter, zone, box, fill, inks().outline, 1.2 * POINT)
