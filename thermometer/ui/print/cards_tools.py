"""Tool cards and sign cards to cut out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from thermometer.domain.people import AgeBand
from thermometer.domain.signs import Sign
from thermometer.domain.tools import Step, Tool
from thermometer.domain.zones import Zone
from thermometer.ui.print.drawings import draw_drawing, draw_tile
from thermometer.ui.print.fit import fitted, fitted_alike, paint_in_middle
from thermometer.ui.print.paper import BOLD, LEFT, MEDIUM, POINT, inks
from thermometer.ui.widgets.thermometer_geometry import TOP_DOWN
from thermometer.ui.widgets.zone_shape import draw_shape

PAD = 12 * POINT
MARK = 12 * POINT
WIDE = 1.2
"""A card so much wider than high has its picture at the left."""
STEPS_SHARE = 0.4
MOST_STEPS, STEP = 6, 78 * POINT


@dataclass(frozen=True, slots=True)
class ToolToCut:
    """A calming tool: picture, name, the few words, its steps, and the zones it is for."""

    tool: Tool
    zones: tuple[Zone, ...]
    band: AgeBand

    @property
    def steps(self) -> tuple[Step, ...]:
        """The different pictures of its steps, the first few."""
        first: dict[str, Step] = {}
        for step in self.tool.steps_for(self.band):
            first.setdefault(step.picture, step)
        return tuple(first.values())[:MOST_STEPS]

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw it into ``box``."""
        self._paint_marks(painter, box)
        inner = box.adjusted(PAD, PAD, -PAD, -PAD)
        if self.steps:
            below = QRectF(inner)
            below.setTop(inner.bottom() - inner.height() * STEPS_SHARE)
            paint_steps(painter, self.steps, below)
            inner.setBottom(below.top() - 6 * POINT)
        if inner.width() > inner.height() * WIDE:
            self._paint_beside(painter, inner)
        else:
            self._paint_below(painter, inner)

    def _paint_beside(self, painter: QPainter, room: QRectF) -> None:
        side = min(room.height(), room.width() * 0.48)
        top = room.center().y() - side / 2
        paint_picture(painter, self.tool.picture, QRectF(room.left(), top, side, side))
        words = room.adjusted(side + PAD, 0, -MARK if self.zones else 0, 0)
        size = (words.width(), words.height() * 0.62)
        name = fitted(self.tool.name, (19, 9), size, lines=3, weight=BOLD, align=LEFT)
        left = (words.width(), words.height() - name.height)
        what = fitted(self.tool.what, (12, 7), left, lines=3, align=LEFT)
        top = words.center().y() - (name.height + what.height) / 2
        name.paint(painter, words.left(), top)
        what.paint(painter, words.left(), top + name.height + 2 * POINT)

    def _paint_below(self, painter: QPainter, room: QRectF) -> None:
        name = fitted(self.tool.name, (21, 10), (room.width(), 54 * POINT), weight=BOLD)
        what = fitted(self.tool.what, (13, 8), (room.width(), 34 * POINT))
        words = name.height + what.height + 2 * POINT
        picture = QRectF(room)
        picture.setBottom(room.bottom() - words - 8 * POINT)
        paint_picture(painter, self.tool.picture, picture)
        name.paint(painter, room.left(), picture.bottom() + 8 * POINT)
        what.paint(painter, room.left(), room.bottom() - what.height)

    def _paint_marks(self, painter: QPainter, box: QRectF) -> None:
        """The shapes of the zones that it is for, in a corner, the highest on top."""
        at = QRectF(box.right() - MARK - 8 * POINT, box.top() + 8 * POINT, MARK, MARK)
        for zone in TOP_DOWN:
            if zone in self.zones:
                fill = inks().zones.of(zone).full
                draw_shape(painter, zone, at, fill, inks().outline, 0.9 * POINT)
                at.translate(0, MARK + 4 * POINT)


@dataclass(frozen=True, slots=True)
class SignToCut:
    """An early sign: its picture and its few words."""

    sign: Sign

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw it into ``box``."""
        inner = box.adjusted(PAD, PAD, -PAD, -PAD * 0.7)
        largest = 22.0 if inner.height() > 190 * POINT else 15.0
        room = (inner.width(), inner.height() * 0.27)
        words = fitted(self.sign.text, (largest, 8), room, weight=BOLD)
        below = QRectF(inner)
        below.setTop(inner.bottom() - room[1])
        picture = QRectF(inner)
        picture.setBottom(below.top() - 4 * POINT)
        paint_picture(painter, f"signs/{self.sign.id}", picture)
        paint_in_middle(painter, words, below)


def paint_picture(painter: QPainter, name: str, room: QRectF) -> None:
    """A picture on its soft tile, as on the screen's cards."""
    side = min(room.width(), room.height())
    tile = QRectF(0, 0, side, side)
    tile.moveCenter(room.center())
    draw_tile(painter, tile, inks().paper, side * 0.22)
    inward = side * 0.08
    draw_drawing(painter, name, tile.adjusted(inward, inward, -inward, -inward))


def paint_steps(painter: QPainter, steps: Sequence[Step], room: QRectF) -> None:
    """The steps in a row, each a small picture with its words."""
    width = min(room.width() / len(steps), max(room.height() * 1.15, STEP))
    left = room.center().x() - width * len(steps) / 2
    words = QRectF(0, 0, width - 4 * POINT, room.height() * 0.36)
    size = words.size().toTuple()
    texts = fitted_alike([step.text for step in steps], (10, 6), size, weight=MEDIUM)
    for number, (step, said) in enumerate(zip(steps, texts, strict=True)):
        box = QRectF(left + number * width, room.top(), width, room.height())
        box.setBottom(box.bottom() - words.height())
        draw_drawing(painter, step.picture, box)
        said.paint(painter, box.left() + 2 * POINT, box.bottom() + POINT)
