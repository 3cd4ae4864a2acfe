"""Somebody's tools on a plate of the poster: pictures on white tiles, with their names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from thermometer.services.safe_place import Card
from thermometer.ui.print.drawings import draw_drawing, draw_tile
from thermometer.ui.print.fit import fitted_alike, paint_in_middle
from thermometer.ui.print.paper import BOLD, POINT, Text, inks, line_height

GAP = 5 * POINT
TALL = 1.36
"""How much higher than wide a tile may be."""
LARGEST = 104 * POINT
INWARD = 0.06
"""Between the edge of a tile and what is on it, as a share of its width."""
LARGEST_NAME, SMALLEST_NAME = 15.0, 6.5


def paint_tools(painter: QPainter, cards: Sequence[Card], room: QRectF, most: int = 0) -> None:
    """Draw ``cards`` in their places, as large as ``room`` lets them be.

    Args:
        painter: in units of the page.
        cards: from the first place on.
        room: where.
        most: no larger than if there were so many of them.
    """
    tiles = tiles_in(room, len(cards), most)
    if not tiles:
        return
    inward = tiles[0].width() * INWARD
    inner = tiles[0].adjusted(inward, inward, -inward, -inward)
    largest = min(tiles[0].width() * 0.16, tiles[0].height() * 0.14) / POINT
    largest = min(LARGEST_NAME, max(SMALLEST_NAME, largest))
    words = (inner.width(), 2 * line_height(largest))
    named = [card.name or "" for card in cards]
    texts = fitted_alike(named, (largest, SMALLEST_NAME), words, weight=BOLD)
    for card, text, tile in zip(cards, texts, tiles, strict=True):
        _paint_tile(painter, card, tile, text if card.name else None, words[1])


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


def _paint_tile(
    painter: QPainter, card: Card, tile: QRectF, name: Text | None, below: float
) -> None:
    """A picture, with so many units below it for its name if it has one."""
    draw_tile(painter, tile, inks().card, min(tile.width() * 0.16, 12 * POINT))
    inward = tile.width() * INWARD
    picture = tile.adjusted(inward, inward, -inward, -inward)
    if name is not None:
        words = QRectF(picture)
        words.setTop(picture.bottom() - below)
        picture.setBottom(words.top() - 1 * POINT)
        paint_in_middle(painter, name, words)
    draw_drawing(painter, card.tool.picture, picture)
