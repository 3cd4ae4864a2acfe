"""Each zone's own shape, and the face on it: a zone is never shown by colour alone."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from thermometer.domain.zones import Zone
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pictures import draw_picture


def _polygon(corners: int, box: QRectF, turn: float) -> QPolygonF:
    """A regular polygon inscribed in the circle in ``box``; ``turn`` in degrees."""
    radius, centre = box.width() / 2, box.center()
    angles = (math.radians(turn + 360 * i / corners) for i in range(corners))
    return QPolygonF(
        [
            QPointF(centre.x() + radius * math.cos(a), centre.y() + radius * math.sin(a))
            for a in angles
        ]
    )


def _rounded(polygon: QPolygonF, share: float) -> QPainterPath:
    """A closed path whose corners are rounded over ``share`` of each side."""
    points = [polygon.at(i) for i in range(polygon.count())]
    path = QPainterPath()
    for i, corner in enumerate(points):
        before, after = points[i - 1], points[(i + 1) % len(points)]
        start = corner + (before - corner) * share
        end = corner + (after - corner) * share
        if i == 0:
            path.moveTo(start)
        else:
            path.lineTo(start)
        path.quadTo(corner, end)
    path.closeSubpath()
    return path


def shape_path(zone: Zone, box: QRectF) -> QPainterPath:
    """Circle for green, triangle with round corners for yellow, octagon for red."""
    return _path(zone, box.width()).translated(box.topLeft())


@lru_cache(maxsize=64)
def _path(zone: Zone, side: float) -> QPainterPath:
    """The shape in the square from 0 to ``side``; kept, for a face is drawn at every repaint."""
    box = QRectF(0, 0, side, side)
    match zone:
        case Zone.GREEN:
            path = QPainterPath()
            path.addEllipse(box)
            return path
        case Zone.YELLOW:
            reach = box.width() * 0.19
            wide = box.adjusted(-reach, -reach, reach, reach).translated(0, box.height() * 0.12)
            return _rounded(_polygon(3, wide, -90), 0.22)
        case Zone.RED:
            reach = box.width() * 0.03
            return _rounded(_polygon(8, box.adjusted(-reach, -reach, reach, reach), 22.5), 0.12)


def draw_shape(
    painter: QPainter, zone: Zone, box: QRectF, fill: QColor, outline: QColor, width: float
) -> None:
    """Draw the zone's shape in the square ``box``; ``width`` of the outline in pixels."""
    painter.setPen(QPen(outline, width))
    painter.setBrush(fill)
    painter.drawPath(shape_path(zone, box))


def draw_face(painter: QPainter, zone: Zone, box: QRectF, theme: Theme) -> None:
    """The zone's shape with its face, as it stands on a plate."""
    tokens = theme.tokens
    width = max(1.5, box.width() * 0.035)
    colours = tokens.zones.of(zone)
    draw_shape(painter, zone, box, tokens.card, tokens.outline, width)
    features = QRectF(box)
    if zone is Zone.YELLOW:  # a triangle has its room low down
        features = box.adjusted(*(side * box.width() * 0.05 for side in (1, 1, -1, -1)))
        features.translate(0, box.height() * 0.12)
    draw_picture(painter, f"faces/{zone}", features, tint=colours.deep)
