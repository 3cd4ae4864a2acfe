"""A guide's moving picture on its card: only what has moved is painted again."""

from __future__ import annotations

from itertools import zip_longest
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from thermometer.domain.breathing import BreathMoment
from thermometer.domain.tools import Pace
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.guides.layers import Key, Layers, drawing_of
from thermometer.ui.widgets.guides.piece import GRID, Piece, Pieces
from thermometer.ui.widgets.surface import draw_card

PICTURE_SHARE = 0.94
"""Of the card's side."""
SHADOW = 6
"""Room for the card's shadow at its sides, in design pixels."""
OPACITY_STEPS = 32


class Placed(NamedTuple):
    """A layer where it is to be seen: ``left`` and ``top`` in the screen's pixels."""

    key: Key
    left: int
    top: int
    opacity: float
    pixmap: QPixmap


class MovingScene:
    """Shows a guide's layers as its pieces say.

    Args:
        name: a file of ``resources/pictures/guides`` without its ending.
        pieces: how they move.

    Raises:
        MissingAssetError: there is no such drawing.
    """

    def __init__(self, name: str, pieces: Pieces) -> None:
        self._drawing, self._pieces = drawing_of(name), pieces
        self._placed: tuple[Placed | None, ...] = ()

    def fit(self, room: QRectF, theme: Theme, ratio: float) -> None:
        """Take the largest square in the middle of ``room``, on whole pixels of the screen."""
        side = max(1, floor(min(room.width(), room.height()) * ratio))
        centre = room.center() * ratio
        self._ratio = ratio
        self._card = QRect(round(centre.x() - side / 2), round(centre.y() - side / 2), side, side)
        self._box = QRectF(QPointF(self._card.topLeft()) / ratio, QSizeF(self._card.size()) / ratio)
        self._unit = side * PICTURE_SHARE / GRID
        edge = round(side * (1 - PICTURE_SHARE) / 2)
        self._origin = self._card.topLeft() + QPoint(edge, edge)
        self._layers = Layers(self._drawing, self._unit, ratio)
        self._ground = self._card_picture(theme)
        self._placed = ()

    def show(self, moment: BreathMoment, pace: Pace) -> QRect:
        """Show ``moment``; what has to be painted for it."""
        before = self._placed
        self._placed = tuple(self._place(piece) for piece in self._pieces(moment, pace))
        changed = QRect()
        for was, is_ in zip_longest(before, self._placed):
            if (was and was[:4]) != (is_ and is_[:4]):
                changed |= _covered(was) | _covered(is_)
        return self._logical(changed)

    def covers(self, rect: QRect) -> bool:
        """Whether nothing shines through in ``rect``."""
        return QRectF(self._box).contains(QRectF(rect))

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint what of it lies in ``rect``."""
        ratio = self._ratio
        painter.drawPixmap(self._box.topLeft(), self._ground)
        for placed in self._placed:
            if placed and self._logical(_covered(placed)).intersects(rect):
                painter.setOpacity(placed.opacity)
                corner = QPointF(placed.left / ratio, placed.top / ratio)
                painter.drawPixmap(corner, placed.pixmap)
        painter.setOpacity(1.0)

    def _place(self, piece: Piece) -> Placed | None:
        opacity = round(piece.opacity * OPACITY_STEPS) / OPACITY_STEPS
        if not opacity:
            return None
        key, look = self._layers.look(piece)
        across = round((piece.pivot[0] + piece.x) * self._unit)
        down = round((piece.pivot[1] + piece.y) * self._unit)
        return Placed(
            key,
            self._origin.x() + across + look.left,
            self._origin.y() + down + look.top,
            opacity,
            look.pixmap,
        )

    def _logical(self, pixels: QRect) -> QRect:
        """The logical pixels that some of the screen's lie in."""
        if self._ratio == 1.0:
            return pixels
        ratio = self._ratio
        left, top = floor(pixels.left() / ratio), floor(pixels.top() / ratio)
        right = ceil((pixels.left() + pixels.width()) / ratio)
        bottom = ceil((pixels.top() + pixels.height()) / ratio)
        return QRect(left, top, right - left, bottom - top)

    def _card_picture(self, theme: Theme) -> QPixmap:
        """The card and what on it never moves."""
        pixmap = QPixmap(self._card.size())
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(theme.tokens.paper)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shadow = theme.px(SHADOW)
        box = QRectF(QPointF(0, 0), pixmap.deviceIndependentSize())
        draw_card(painter, box.adjusted(shadow, 2, -shadow, -shadow * 1.5), theme)
        painter.scale(1 / self._ratio, 1 / self._ratio)
        self._layers.draw_still(painter, self._origin - self._card.topLeft())
        painter.end()
        return pixmap


def _covered(placed: Placed | None) -> QRect:
    """What ``placed`` covers, in the screen's pixels."""
    if placed is None:
        return QRect()
    return QRect(placed.left, placed.top, placed.pixmap.width(), placed.pixmap.height())
