"""The cells of the empty week."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from thermometer.domain.tools import Tool
from thermometer.domain.zones import ByZone, Zone
from thermometer.ui.print.drawings import draw_drawing, draw_paper_face
from thermometer.ui.print.fit import fitted, paint_in_middle
from thermometer.ui.print.paper import BOLD, LEFT, MEDIUM, POINT, inks
from thermometer.ui.print.week_sheet_words import DayPart
from thermometer.ui.widgets.zone_shape import draw_shape

SHAPE_GAP = 4.5 * POINT
LARGEST_SHAPE = 31 * POINT
TO_RING = 6
"""So many tools to draw a ring round go into a cell."""
TO_WRITE = 4
HELPED_PICTURE = "interface/smaller"


def paint_faces(painter: QPainter, box: QRectF, words: ByZone[str] | None) -> None:
    """The three shapes with their faces, calm first, each with its word if there are any."""
    each, side = box.width() / 3, min(box.height() * 0.84, 40 * POINT)
    for zone in Zone:
        left = box.left() + zone.level * each
        face = QRectF(left, box.center().y() - side / 2, side, side)
        if words is None:
            face.moveLeft(left + (each - side) / 2)
        draw_paper_face(painter, zone, face, line=1.4 * POINT)
        if words is not None:
            room = QRectF(
                face.right() + 5 * POINT, box.top(), each - side - 9 * POINT, box.height()
            )
            ink, size = inks().zones.of(zone).deep, room.size().toTuple()
            word = fitted(
                words.of(zone), (12, 6.5), size, lines=3, weight=BOLD, ink=ink, align=LEFT
            )
            paint_in_middle(painter, word, room)


def paint_day(painter: QPainter, weekday: int, dots: int, box: QRectF) -> None:
    """The name of a day, and for those who do not read as many dots as the day has a number.

    Args:
        painter: in units of the page.
        weekday: 0 for Monday to 6 for Sunday.
        dots: how many.
        box: the head of its column.
    """
    words = QRectF(box)
    if dots:
        words.setHeight(box.height() * 0.56)
        step = 7.5 * POINT
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks().accent)
        first = box.center().x() - step * (dots - 1) / 2
        for number in range(dots):
            painter.drawEllipse(
                QPointF(first + number * step, box.bottom() - 10 * POINT), 2.4 * POINT, 2.4 * POINT
            )
    size = (words.width() - 6 * POINT, words.height())
    words.adjust(3 * POINT, 0, -3 * POINT, 0)
    name = QLocale().standaloneDayName(weekday + 1)
    paint_in_middle(painter, fitted(name, (13, 7), size, lines=1, weight=BOLD), words)


def paint_part(painter: QPainter, part: DayPart | None, words: str, box: QRectF) -> None:
    """A part of the day at the left, or what helped: its picture, and its name where it has one."""
    picture = f"day/{part}" if part else HELPED_PICTURE
    side = min(box.height() * (0.5 if words else 0.66), box.width() * 0.62)
    said = fitted(words, (11, 6.5), (box.width() - 8 * POINT, box.height() * 0.4), weight=MEDIUM)
    below = said.height + 2 * POINT if words else 0.0
    top = box.center().y() - (side + below) / 2
    draw_drawing(painter, picture, QRectF(box.center().x() - side / 2, top, side, side))
    if words:
        said.paint(painter, box.left() + 4 * POINT, top + side + 2 * POINT)


def paint_shapes(painter: QPainter, box: QRectF, *, with_faces: bool) -> None:
    """The three shapes beside each other, white inside: to colour in, or to tick."""
    side = min(LARGEST_SHAPE, (box.width() - 4 * SHAPE_GAP) / 3)
    left = box.center().x() - (3 * side + 2 * SHAPE_GAP) / 2
    for zone in Zone:
        shape = QRectF(left + zone.level * (side + SHAPE_GAP), 0, side, side)
        shape.moveTop(box.center().y() - side / 2)
        line, ink = 1.3 * POINT, inks().outline
        if with_faces:
            draw_paper_face(painter, zone, shape, line=line, ink=ink)
        else:
            draw_shape(painter, zone, shape, inks().card, ink, line)


def paint_helped(painter: QPainter, tools: Sequence[Tool], box: QRectF, *, to_write: bool) -> None:
    """Lines to write on, or pictures of tools to draw a ring round; else room to draw."""
    if to_write:
        painter.setPen(QPen(inks().line, 1 * POINT))
        step = box.height() / (TO_WRITE + 0.5)
        for number in range(1, TO_WRITE + 1):
            y = box.top() + number * step
            painter.drawLine(
                QPointF(box.left() + 8 * POINT, y), QPointF(box.right() - 8 * POINT, y)
            )
        return
    across, down = (3, 2) if box.width() > box.height() * 0.9 else (2, 3)
    each = (box.width() - 8 * POINT) / across, (box.height() - 10 * POINT) / down
    for number, tool in enumerate(tools[:TO_RING]):
        left = box.left() + 4 * POINT + number % across * each[0]
        top = box.top() + 5 * POINT + number // across * each[1]
        inward = 4 * POINT
        cell = QRectF(left, top, *each).adjusted(inward, inward, -inward, -inward)
        draw_drawing(painter, tool.picture, cell)
