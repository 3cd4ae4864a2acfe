"""Somebody's tools on a plate of the poster: pictures on white tiles, with their names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from thermometer.services.safe_place import Card
from thermometer.ui.print.drawings import draw_drawing, draw_tile
from thermometer.ui.print.fit import fitted, paint_in_middle
from thermometer.ui.print.paper import BOLD, POINT, inks, line_height

GAP = 5 * POINT
TALL = 1.36
"""How much higher than wide a tile may be."""
LARGEST = 104 * POINT
LARGEST_NAME, SMALLEST_NAME = 15.0, 6.5


def paint_tools(painter: QPainter, cards: Sequence[Card], room: QRectF, most: int = 0) -> None:
    """Draw ``cards`` in their places, as large as ``room`` lets them be.

    Args:
        painter: in units of the page.
        cards: from the first place on.
        room: where.
        most: no larger than if there were so many of them.
    """
    for card, tile in zip(cards, tiles_in(room, len(cards), most), strict=True):
        _paint_tile(painter, card, tile)


def tiles_in(room: QRectF, count: int, most: int = 0) -> list[QRectF]:
    """``count`` equal tiles in rows in the middle of ``room``, a shorter last row in its middle."""
    if not count:
        return []
    most = max(count, most)
    across = max(range(1, most + 1), key=lambda n: _worth(_tile(room, most, n)))
    tile = _tile(room, most, across)
    rows = [min(across, count - first) for first in range(0, count, across)]
    top = room.center().y() - _span(tile.height(), len(rows)) / 2
    return [
        tile.translated(
            room.center().x() - _span(tile.width(), row) / 2 + column * (tile.width() + GAP),
            top + number * (tile.height() + GAP),
        )
        for number, row in enumerate(rows)
        for column in range(row)
    ]


def _tile(room: QRectF, count: int, across: int) -> QRectF:
    """A tile, if there are ``across`` of them in a row."""
    down = -(-count // across)
    width = min((room.width() - GAP * (across - 1)) / across, LARGEST)
    height = min((room.height() - GAP * (down - 1)) / down, width * TALL)
    return QRectF(0, 0, width, height)


def _worth(tile: QRectF) -> tuple[float, float]:
    """What makes a tile better than another: the picture first."""
    picture = min(tile.width(), tile.height() * 0.66)
    return round(picture / POINT), tile.width() * tile.height()


def _span(side: float, count: int) -> float:
    return count * side + GAP * (count - 1)


def _paint_tile(painter: QPainter, card: Card, tile: QRectF) -> None:
    draw_tile(painter, tile, inks().card, min(tile.width() * 0.16, 12 * POINT))
    inward = tile.width() * 0.06
    inner = tile.adjusted(inward, inward, -inward, -inward)
    if card.name is None:
        draw_drawing(painter, card.tool.picture, inner)
        return
    largest = min(tile.width() * 0.16, tile.height() * 0.14) / POINT
    largest = min(LARGEST_NAME, max(SMALLEST_NAME, largest))
    words = QRectF(inner)
    words.setTop(inner.bottom() - 2 * line_height(largest))
    picture = QRectF(inner)
    picture.setBottom(words.top() - 1 * POINT)
    draw_drawing(painter, card.tool.picture, picture)
    name = fitted(
        card.name, (largest, SMALLEST_NAME), words.size().toTuple(), weight=BOLD, ink=inks().ink
    )
    paint_in_middle(painter, name, words)
