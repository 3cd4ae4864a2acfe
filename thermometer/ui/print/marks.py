"""Zones on paper: their shapes, and blocks that a copier cannot mix up."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from thermometer.domain.zones import Zone
from thermometer.ui.print.paper import POINT, inks
from thermometer.ui.widgets.zone_shape import draw_shape

HATCH = 3.2 * POINT
"""From one slanting line of a yellow block to the next."""


def draw_mark(painter: QPainter, zone: Zone, box: QRectF, *, hollow: bool = False) -> None:
    """The zone's shape, light for yellow and dark for red in grey too; ``hollow`` is white."""
    empty = hollow or zone is Zone.GREEN
    fill = inks().card if empty else inks().zones.of(zone).full
    draw_shape(painter, zone, box, fill, inks().ink, 0.7 * POINT)


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
