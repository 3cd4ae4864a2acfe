"""The thermometer's liquid: its surface leans to one side and the other while it moves."""

from __future__ import annotations

from math import pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

WAVES = 1.5
HIGHEST = 0.28
"""Of the column's width: how far one edge of the surface is ever above its rest."""
ROUND = 0.5523
"""Of the radius: where the handles of a quarter circle lie."""


def slosh_after(share: float) -> float:
    """How far the surface leans after ``share`` of the way, -1 to 1.

    It begins level, leans most after a third of the way and has come to rest at its end.
    """
    return 6.75 * share * (1 - share) ** 2 * sin(2 * pi * WAVES * share)


def liquid_column(box: QRectF, slosh: float) -> QPainterPath:
    """A column with round ends in ``box``, its surface leaning by ``slosh``; level at 0."""
    radius = min(box.width() / 2, box.height() / 2)
    lean = min(1.0, max(-1.0, slosh)) * min(HIGHEST * box.width(), radius)
    middle, handle = box.center().x(), radius * ROUND
    left, right = box.left(), box.right()
    shoulder = box.top() + radius
    path = QPainterPath(QPointF(left, shoulder - lean))
    path.cubicTo(
        left, shoulder - lean - handle, middle - handle, box.top() - lean / 2, middle, box.top()
    )
    path.cubicTo(
        middle + handle,
        box.top() + lean / 2,
        right,
        shoulder + lean - handle,
        right,
        shoulder + lean,
    )
    path.lineTo(right, box.bottom() - radius)
    path.cubicTo(
        right, box.bottom() - radius + handle, middle + handle, box.bottom(), middle, box.bottom()
    )
    path.cubicTo(
        middle - handle,
        box.bottom(),
        left,
        box.bottom() - radius + handle,
        left,
        box.bottom() - radius,
    )
    path.closeSubpath()
    return path
