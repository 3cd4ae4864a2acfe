"""Zones on paper: their shapes, and blocks that a copier cannot mix up."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from thermometer.domain.zones import Zone
from thermometer.ui.print.paper import POINT, inks
from thermometer.ui.widgets.zone_shape import shape_path

HATCH = 3.2 * POINT
"""From one slanting line of a yellow block to the next."""


def draw_mark(painter: QPainter, zone: Zone, box: QRectF, *, hollow: bool = False) -> None:
    """The zone's shape, light for yellow and dark for red in grey too; ``hollow`` is white."""
    empty = hollow or zone is Zone.GREEN
    painter.setPen(QPen(inks().ink, 0.7 * POINT, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(inks().card if empty else inks().zones.of(zone).full)
    if zone is Zone.RED:
        painter.drawPolygon(_octagon(box))
    else:
        painter.drawPath(shape_path(zone, box))


def _octagon(box: QRectF) -> QPolygonF:
    """With sharp corners: so small, round ones would make a circle of it."""
    cut = box.width() * (1 - 1 / (1 + sqrt(2))) / 2
    near, far = (cut, box.width() - cut)
    side = box.width()
    corners = (
        (near, 0),
        (far, 0),
        (side, near),
        (side, far),
        (far, side),
        (near, side),
        (0, far),
        (0, near),
    )
    return QPolygonF([box.topLeft() + QPointF(x, y) for x, y in corners])


def draw_block(painter: QPainter, zone: Zone, box: QRectF) -> None:
    """One episode of a stack: hatched where its peak was yellow, full where it was red."""
    colours = inks().zones.of(zone)
    radius = min(box.height() * 0.3, 3 * POINT)
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.fillPath(path, colours.soft if zone is Zone.YELLOW else colours.full)
    if zone is Zone.YELLOW:
        _hatch(painter, box, path)
    painter.setPen(QPen(inks().ink, 0.6 * POINT))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _hatch(painter: QPainter, box: QRectF, inside: QPainterPath) -> None:
    """Slanting lines, drawn one by one: a brush's own pattern depends on the printer."""
    painter.save()
    painter.setClipPath(inside, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(inks().zones.of(Zone.YELLOW).full, 1.1 * POINT))
    across = box.width() + box.height()
    for number in range(int(across / HATCH) + 1):
        x = box.left() + number * HATCH
        painter.drawLine(QLineF(QPointF(x, box.top()), QPointF(x - box.height(), box.bottom())))
    painter.restore()
