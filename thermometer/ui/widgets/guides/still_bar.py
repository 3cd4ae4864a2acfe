"""A breath without motion: a still picture, and a bar beside it that fills and empties."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from thermometer.domain.breathing import BreathMoment
from thermometer.domain.tools import Pace
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pictures import draw_picture

BAR_SHARE, GAP_SHARE = 0.16, 0.14
"""Of the picture's side."""
STEPS = 16


class StillBar:
    """Shows how full a breath is by the height of a bar, in few steps.

    Args:
        picture: what stands beside it.
    """

    def __init__(self, picture: str) -> None:
        self._picture = picture
        self._step = 0

    def fit(self, room: QRectF, theme: Theme, _ratio: float) -> None:
        """Stand in the middle of ``room``."""
        self._theme = theme
        side = min(room.height(), room.width() / (1 + BAR_SHARE + GAP_SHARE))
        whole = QRectF(0, 0, side * (1 + BAR_SHARE + GAP_SHARE), side)
        whole.moveCenter(room.center())
        self._side = QRectF(whole.topLeft(), QSizeF(side, side))
        bar = QRectF(0, 0, side * BAR_SHARE, side * 0.94)
        bar.moveCenter(QPointF(whole.right() - bar.width() / 2 - 2, whole.center().y()))
        self._bar = bar

    def show(self, moment: BreathMoment, _pace: Pace) -> QRect:
        """Show ``moment``; what has to be painted for it."""
        before, self._step = self._step, round(moment.fullness * STEPS)
        box = self._bar.adjusted(-3, -3, 3, 3).toAlignedRect()
        return box if before != self._step else QRect()

    def covers(self, _rect: QRect) -> bool:
        """Whether nothing shines through: there is paper around it."""
        return False

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint what of it lies in ``rect``."""
        tokens, bar = self._theme.tokens, self._bar
        if self._side.intersects(QRectF(rect)):
            draw_picture(painter, self._picture, self._side)
        glass = QPainterPath()
        glass.addRoundedRect(bar, bar.width() / 2, bar.width() / 2)
        painter.fillPath(glass, tokens.well)
        filled = QRectF(bar)
        filled.setTop(bar.bottom() - bar.height() * self._step / STEPS)
        painter.save()
        painter.setClipPath(glass, Qt.ClipOperation.IntersectClip)
        painter.fillRect(filled, tokens.second_line)
        painter.restore()
        painter.setPen(QPen(tokens.outline, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(glass)
