"""Rings that widen and settle around a picture: for a guide that has no picture of its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from thermometer.domain.breathing import BreathMoment
from thermometer.domain.tools import Pace
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pictures import MovingPicture

RING_SHARES = (1.0, 0.86, 0.72)
OUTER_SHARE, INNER_SHARE = 0.15, 0.27
"""How much of the ring's colour lies over what is under it."""
PICTURE_SHARE = 0.98
"""Of the radius: a square that lies wholly on the innermost disc."""
SMALLEST_SHARE = 0.56


class Rings:
    """Shows how full a breath is by the width of three rings.

    Args:
        picture: what lies in their middle.
    """

    def __init__(self, picture: str) -> None:
        self._picture = picture
        self._fullness = 0.0
        self._radius = 0

    def fit(self, room: QRectF, theme: Theme, ratio: float) -> None:
        """Take the largest circle in the middle of ``room``."""
        tokens = theme.tokens
        self._middle = room.center().toPoint()
        self._largest = max(1.0, min(room.width(), room.height()) / 2 - 4)
        self._radius = self._radius_at(self._fullness)
        outer = _over(tokens.paper, tokens.second_line, OUTER_SHARE)
        self._colours = outer, _over(outer, tokens.second_line, INNER_SHARE), tokens.card
        side = max(1, round(self._largest * PICTURE_SHARE * ratio))
        self._moving = MovingPicture(self._picture, tokens.card, side)

    def show(self, moment: BreathMoment, _pace: Pace) -> QRect:
        """Show ``moment``; what has to be painted for it."""
        before, self._radius = self._radius, self._radius_at(moment.fullness)
        self._fullness = moment.fullness
        return self._box(max(before, self._radius)) if before != self._radius else QRect()

    def covers(self, _rect: QRect) -> bool:
        """Whether nothing shines through: there is paper around it."""
        return False

    def paint(self, painter: QPainter, _rect: QRect) -> None:
        """Each ring as one opaque circle: laying translucent ones over each other costs more."""
        middle = QPointF(self._middle)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in zip(RING_SHARES, self._colours, strict=True):
            painter.setBrush(colour)
            painter.drawEllipse(middle, self._radius * share, self._radius * share)
        self._moving.draw(painter, middle, round(self._radius * PICTURE_SHARE))

    def _box(self, radius: int) -> QRect:
        """What a ring of ``radius`` touches, its soft edge too."""
        reach = radius + 2
        return QRect(self._middle.x() - reach, self._middle.y() - reach, 2 * reach, 2 * reach)

    def _radius_at(self, fullness: float) -> int:
        """Of the widest ring, in whole pixels: less than one is not seen, and costs as much."""
        return round(self._largest * (SMALLEST_SHARE + (1 - SMALLEST_SHARE) * fullness))


def _over(ground: QColor, colour: QColor, share: float) -> QColor:
    """``colour`` laid over ``ground`` so thinly that ``share`` of it is seen."""
    pairs = (
        (ground.redF(), colour.redF()),
        (ground.greenF(), colour.greenF()),
        (ground.blueF(), colour.blueF()),
    )
    return QColor.fromRgbF(*(under + (over - under) * share for under, over in pairs))
