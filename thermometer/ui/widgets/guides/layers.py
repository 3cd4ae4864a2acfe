"""A guide's drawing taken apart: each layer rendered at the screen's pixels, and kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from math import degrees, hypot

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from thermometer import assets
from thermometer.ui.widgets.guides.piece import Piece

KEPT_BYTES = 48_000_000
"""For each logical pixel that is one of the screen's; every look of a breath fits in."""
MARGIN = 0.2
"""Units around a layer, for its soft edge: Qt measures strokes rather too wide than too narrow."""
SIZE_PIXELS, TURN_PIXELS = 1.25, 2.2
"""A layer's farthest corner moves by so many logical pixels from one size or turn to the next."""


@dataclass(frozen=True, slots=True)
class Look:
    """A layer scaled and turned: its pixels, and where they lie from the pivot in the screen's."""

    pixmap: QPixmap
    left: int
    top: int


Key = tuple[str, int, int, int]
"""A layer, and by how many steps it is wide, high and turned."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How many steps a layer's own width and height are, and the degrees of one step of turning."""

    width: float
    height: float
    turn: float


def drawing_of(name: str) -> QSvgRenderer:
    """The drawing ``name`` of ``resources/pictures/guides``.

    Raises:
        MissingAssetError: it is not there, or no drawing.
    """
    path = str(assets.find("pictures", "guides", f"{name}.svg"))
    drawing = QSvgRenderer(path)
    if not drawing.isValid():
        raise assets.MissingAssetError(path)
    return drawing


class Layers:
    """Renders layers as they are asked for; what was long not asked for is let go of.

    Sizes and turns go by steps of about a pixel, so that each comes again with the next breath.

    Args:
        drawing: all layers, each under its id.
        unit: pixels of the screen to a unit of the grid.
        ratio: pixels of the screen to a logical one.
    """

    def __init__(self, drawing: QSvgRenderer, unit: float, ratio: float) -> None:
        self._drawing = drawing
        self._unit, self._ratio = unit, ratio
        self._kept: OrderedDict[Key, Look] = OrderedDict()
        self._bytes = 0
        self._steps: dict[str, Steps] = {}

    def draw_still(self, painter: QPainter, corner: QPoint) -> None:
        """Draw what does not move, with the grid's corner at ``corner`` in pixels."""
        painter.translate(corner)
        painter.scale(self._unit, self._unit)
        self._drawing.render(painter, "still", self._drawing.boundsOnElement("still"))

    def look(self, piece: Piece) -> tuple[Key, Look]:
        """How ``piece`` looks, and what tells its look from others."""
        layer = piece.layer
        steps = self._steps.get(layer) or self._measured(layer, piece.pivot)
        key = (
            layer,
            round(piece.width * steps.width) or 1,
            round(piece.height * steps.height) or 1,
            round(piece.turn / steps.turn),
        )
        if key in self._kept:
            self._kept.move_to_end(key)
        else:
            self._keep(key, self._rendered(key, steps, piece.pivot))
        return key, self._kept[key]

    def _measured(self, layer: str, pivot: tuple[float, float]) -> Steps:
        """How finely the layer's looks are told apart: by how far it reaches from its pivot."""
        box, logical = self._drawing.boundsOnElement(layer), self._unit / self._ratio
        right = max(abs(box.left() - pivot[0]), abs(box.right() - pivot[0])) * logical
        down = max(abs(box.top() - pivot[1]), abs(box.bottom() - pivot[1])) * logical
        self._steps[layer] = Steps(
            width=max(1.0, right / SIZE_PIXELS),
            height=max(1.0, down / SIZE_PIXELS),
            turn=degrees(TURN_PIXELS / max(1.0, hypot(right, down))),
        )
        return self._steps[layer]

    def _rendered(self, key: Key, steps: Steps, pivot: tuple[float, float]) -> Look:
        layer, width, height, turn = key
        bounds, margin = self._drawing.boundsOnElement(layer), MARGIN
        way = QTransform()
        way.rotate(turn * steps.turn)
        way.scale(width / steps.width * self._unit, height / steps.height * self._unit)
        way.translate(-pivot[0], -pivot[1])
        box = way.mapRect(bounds.adjusted(-margin, -margin, margin, margin)).toAlignedRect()
        pixmap = QPixmap(box.size())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-box.topLeft())
        painter.setTransform(way, combine=True)
        self._drawing.render(painter, layer, bounds)
        painter.end()
        pixmap.setDevicePixelRatio(self._ratio)
        return Look(pixmap, box.left(), box.top())

    def _keep(self, key: Key, look: Look) -> None:
        self._kept[key] = look
        self._bytes += _size(look)
        while self._bytes > KEPT_BYTES * self._ratio**2 and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= _size(oldest)


def _size(look: Look) -> int:
    return look.pixmap.width() * look.pixmap.height() * look.pixmap.depth() // 8
