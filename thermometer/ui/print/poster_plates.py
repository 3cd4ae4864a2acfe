"""The plates of the poster: shape, face, words and tools of each zone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from thermometer.domain.zones import Zone
from thermometer.ui.print.drawings import draw_paper_avatar, draw_paper_face
from thermometer.ui.print.fit import fitted, paint_in_middle
from thermometer.ui.print.paper import BOLD, LEFT, POINT, inks
from thermometer.ui.print.poster_tools import paint_tools
from thermometer.ui.print.poster_tube import left_of_plates
from thermometer.ui.widgets.thermometer_geometry import TOP_DOWN

if TYPE_CHECKING:
    from thermometer.ui.print.poster import PosterPerson

RADIUS, NOTCH, LINE = 18 * POINT, 9 * POINT, 2 * POINT
PAD = 10 * POINT
BETWEEN = 15 * POINT
"""Two people's columns."""
OWN_FACE, OWN_COLUMN = 100 * POINT, 122 * POINT
FAMILY_FACE, FAMILY_COLUMN = 62 * POINT, 70 * POINT
WORD_OF_FAMILY = 30 * POINT

Rows = tuple[QRectF, QRectF, QRectF]


class Plates(Protocol):
    """What stands above the thermometer and beside it."""

    head: float
    """Units of the page that the head takes."""

    def paint_head(self, painter: QPainter, box: QRectF) -> None:
        """Draw whose it is into ``box``."""

    def paint(self, painter: QPainter, rows: Rows) -> None:
        """Draw the plates: red, yellow, green."""


class OwnPlates:
    """One person's: large faces, large words, and every tool."""

    def __init__(self, person: PosterPerson) -> None:
        self._person = person
        self.head = 84 * POINT

    def paint_head(self, painter: QPainter, box: QRectF) -> None:
        """Draw the picture, and the name beside it."""
        side = box.height() - 14 * POINT
        avatar = QRectF(box.left() + 11 * POINT, box.top(), side, side)
        draw_paper_avatar(painter, self._person.picture, avatar, self._person.colour)
        words = QRectF(box)
        words.setLeft(avatar.right() + 16 * POINT)
        words.setHeight(side)
        room = words.size().toTuple()
        name = fitted(self._person.name, (40, 18), room, weight=BOLD, align=LEFT)
        paint_in_middle(painter, name, words)

    def paint(self, painter: QPainter, rows: Rows) -> None:
        """Draw the face with the word below it, and the tools beside them."""
        for zone, row in zip(TOP_DOWN, rows, strict=True):
            paint_plate(painter, zone, row)
            inner = row.adjusted(PAD, PAD, -PAD, -PAD)
            at_left = QRectF(inner)
            at_left.setWidth(OWN_COLUMN)
            self._paint_word(painter, zone, at_left)
            tools = inner.adjusted(OWN_COLUMN + PAD, 0, 0, 0)
            paint_tools(painter, self._person.cards.of(zone), tools)

    def _paint_word(self, painter: QPainter, zone: Zone, column: QRectF) -> None:
        room = (column.width(), column.height() - OWN_FACE - 8 * POINT)
        ink = inks().zones.of(zone).deep
        word = fitted(self._person.words.of(zone), (26, 11), room, weight=BOLD, ink=ink)
        top = column.center().y() - (OWN_FACE + 6 * POINT + word.height) / 2
        face = QRectF(column.center().x() - OWN_FACE / 2, top, OWN_FACE, OWN_FACE)
        draw_paper_face(painter, zone, face, line=3 * POINT)
        word.paint(painter, column.left(), face.bottom() + 6 * POINT)


class FamilyPlates:
    """A column for each person: whose it is above, below it on each plate their word and tools."""

    def __init__(self, people: Sequence[PosterPerson], title: str) -> None:
        self._people, self._title = people, title
        self.head = 92 * POINT

    def paint_head(self, painter: QPainter, box: QRectF) -> None:
        """Draw the title, and the people above their columns."""
        from_left = box.left() + _beside_tube()
        title = QRectF(box.left(), box.top(), from_left - box.left(), box.height() - 12 * POINT)
        words = fitted(
            self._title, (21, 11), title.size().toTuple(), lines=3, weight=BOLD, align=LEFT
        )
        paint_in_middle(painter, words, title)
        row = QRectF(from_left, box.top(), box.right() - from_left, box.height() - 8 * POINT)
        for person, column in zip(self._people, self._columns(row), strict=True):
            self._paint_person(painter, person, column)

    def paint(self, painter: QPainter, rows: Rows) -> None:
        """Draw the face, and beside it a column for each person."""
        for zone, row in zip(TOP_DOWN, rows, strict=True):
            paint_plate(painter, zone, row)
            side = FAMILY_FACE
            face = QRectF(0, row.center().y() - side / 2, side, side)
            face.moveLeft(row.left() + (FAMILY_COLUMN + PAD - side) / 2)
            draw_paper_face(painter, zone, face, line=2.4 * POINT)
            inner = row.adjusted(FAMILY_COLUMN + PAD, PAD * 0.8, 0, -PAD * 0.8)
            for person, column in zip(self._people, self._columns(inner), strict=True):
                self._paint_column(painter, person, zone, column)

    def _columns(self, room: QRectF) -> list[QRectF]:
        width = room.width() / max(1, len(self._people))
        return [
            QRectF(room.left() + number * width, room.top(), width - BETWEEN, room.height())
            for number in range(len(self._people))
        ]

    def _paint_person(self, painter: QPainter, person: PosterPerson, column: QRectF) -> None:
        side = 56 * POINT
        avatar = QRectF(column.center().x() - side / 2, column.top(), side, side)
        draw_paper_avatar(painter, person.picture, avatar, person.colour)
        below = QRectF(column)
        below.setTop(avatar.bottom() + 2 * POINT)
        name = fitted(person.name, (15, 8), below.size().toTuple(), weight=BOLD)
        paint_in_middle(painter, name, below)

    def _paint_column(
        self, painter: QPainter, person: PosterPerson, zone: Zone, column: QRectF
    ) -> None:
        words = QRectF(column)
        words.setHeight(WORD_OF_FAMILY)
        ink = inks().zones.of(zone).deep
        room = words.size().toTuple()
        word = fitted(person.words.of(zone), (16, 7), room, weight=BOLD, ink=ink)
        paint_in_middle(painter, word, words)
        tools = column.adjusted(0, WORD_OF_FAMILY + 2 * POINT, 0, 0)
        most = max(len(each.cards.of(zone)) for each in self._people)
        paint_tools(painter, person.cards.of(zone), tools, most)


def _beside_tube() -> float:
    """Units from the tube's left edge to the first person's column."""
    return left_of_plates() + FAMILY_COLUMN + PAD


def paint_plate(painter: QPainter, zone: Zone, row: QRectF) -> None:
    """The zone's ground, pointing to its stretch of the tube."""
    colours = inks().zones.of(zone)
    plate, pointer = QPainterPath(), QPainterPath()
    plate.addRoundedRect(row, RADIUS, RADIUS)
    middle = QPointF(row.left(), row.center().y())
    pointer.moveTo(middle + QPointF(-NOTCH, 0))
    pointer.lineTo(middle + QPointF(RADIUS / 2, -NOTCH * 1.5))
    pointer.lineTo(middle + QPointF(RADIUS / 2, NOTCH * 1.5))
    pointer.closeSubpath()
    painter.setPen(QPen(colours.full, LINE))
    painter.setBrush(colours.soft)
    painter.drawPath(plate.united(pointer))
