"""The program's pictures and faces on paper: as lines and areas, sharp at any size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from thermometer import assets
from thermometer.domain.colours import PersonColour
from thermometer.domain.zones import Zone
from thermometer.ui.print.paper import RESOLUTION, inks
from thermometer.ui.widgets.avatar import RING, draw_in_ring
from thermometer.ui.widgets.pictures import draw_picture, is_photo
from thermometer.ui.widgets.zone_shape import draw_shape

PHOTO_RESOLUTION = 300
"""Dots in an inch of a family's own photo, which are no lines and areas."""
DRAWN_IN = b"#000000"
"""The one colour of a face's features."""


@lru_cache(maxsize=128)
def _renderer(name: str, tint: str) -> QSvgRenderer | None:
    """The drawing ``name``, a face in ``tint``; None where it is missing or broken."""
    try:
        svg = assets.find("pictures", f"{name}.svg").read_bytes()
    except (assets.MissingAssetError, OSError):
        return None
    renderer = QSvgRenderer(QByteArray(svg.replace(DRAWN_IN, tint.encode()) if tint else svg))
    return renderer if renderer.isValid() else None


def draw_drawing(painter: QPainter, name: str, box: QRectF, tint: QColor | None = None) -> None:
    """Draw the picture ``name`` as the largest square in the middle of ``box``.

    Args:
        painter: in units of the page.
        name: path below ``resources/pictures`` without its ending, or a family's own photo.
        box: where.
        tint: for the features of a face, which are drawn in one colour.
    """
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    renderer = None if is_photo(name) else _renderer(name, tint.name() if tint else "")
    if renderer:
        renderer.render(painter, square)
    else:
        _draw_photo(painter, name, square)


def _draw_photo(painter: QPainter, name: str, square: QRectF) -> None:
    """As the screen draws it (the stand-in for what is missing too), fine enough for paper."""
    finer = RESOLUTION / PHOTO_RESOLUTION
    painter.save()
    painter.translate(square.topLeft())
    painter.scale(finer, finer)
    draw_picture(painter, name, QRectF(0, 0, square.width() / finer, square.height() / finer))
    painter.restore()


def draw_paper_face(
    painter: QPainter, zone: Zone, box: QRectF, *, line: float, ink: QColor | None = None
) -> None:
    """The zone's shape with its face, as on the screen's plates.

    Args:
        painter: in units of the page.
        zone: whose shape and face.
        box: a square.
        line: units of the outline.
        ink: of outline and features; None for the zone's own.
    """
    tokens = inks()
    draw_shape(painter, zone, box, tokens.card, ink or tokens.outline, line)
    features = QRectF(box)
    if zone is Zone.YELLOW:  # a triangle has its room low down
        inward = box.width() * 0.05
        features = box.adjusted(inward, inward, -inward, -inward)
        features.translate(0, box.height() * 0.12)
    draw_drawing(painter, f"faces/{zone}", features, ink or tokens.zones.of(zone).deep)


def draw_paper_avatar(painter: QPainter, picture: str, box: QRectF, colour: PersonColour) -> None:
    """Somebody's picture on a round ground, in their own colour."""
    tint = inks().people[colour]
    draw_in_ring(painter, picture, box, tint, box.width() * RING, draw_drawing)


def draw_tile(painter: QPainter, box: QRectF, fill: QColor, radius: float) -> None:
    """A card's ground with round corners, without a line."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, radius, radius)
