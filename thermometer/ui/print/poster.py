"""The fridge poster: a thermometer with somebody's own words and tools, or the whole family's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from thermometer.domain.colours import PersonColour
from thermometer.domain.zones import ByZone
from thermometer.services.safe_place import Card
from thermometer.ui.print.paper import POINT, Paper, inks
from thermometer.ui.print.poster_plates import FamilyPlates, OwnPlates, Plates
from thermometer.ui.print.poster_tube import Tube, left_of_plates

EDGE = 28 * POINT
GAP = 9 * POINT
ON_A_SHEET = 3
"""More people than these go on further sheets, to hang beside the first."""


@dataclass(frozen=True, slots=True)
class PosterPerson:
    """What the poster shows of somebody."""

    name: str
    picture: str
    words: ByZone[str]
    cards: ByZone[tuple[Card, ...]]
    colour: PersonColour = PersonColour.SAND


class Poster:
    """One sheet for one person; for a family as many as it takes.

    Args:
        people: whose words and tools, in Home's order; of nobody it is an empty one.
        paper: on what.
        title: what a file of it is called inside, and what stands above a family's.
        grey: for a printer that has only black.
    """

    def __init__(
        self, people: Sequence[PosterPerson], paper: Paper, title: str, *, grey: bool = False
    ) -> None:
        self.paper, self.title, self.grey = paper, title, grey
        self.size: QSizeF = paper.size
        self._sheets = [self._plates(group) for group in shared_out(people)]

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        return len(self._sheets)

    @property
    def ground(self) -> QColor:
        """The colour of the paper."""
        return inks().card

    def paint(self, painter: QPainter, sheet: int) -> None:
        """Draw one sheet, from 0."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plates = self._sheets[sheet]
        inner = QRectF(0, 0, self.size.width(), self.size.height())
        inner.adjust(EDGE, EDGE, -EDGE, -EDGE)
        first = inner.top() + plates.head
        height = (inner.bottom() - first - 2 * GAP) / 3  # no zone is larger than another
        rows = [
            QRectF(inner.left(), first + number * (height + GAP), inner.width(), height)
            for number in range(3)
        ]
        Tube(inner.left(), (rows[0], rows[1], rows[2]), self.grey).paint(painter)
        plates.paint_head(painter, QRectF(inner.left(), inner.top(), inner.width(), plates.head))
        for row in rows:
            row.setLeft(inner.left() + left_of_plates())
        plates.paint(painter, (rows[0], rows[1], rows[2]))

    def _plates(self, group: Sequence[PosterPerson]) -> Plates:
        return OwnPlates(group[0]) if len(group) == 1 else FamilyPlates(group, self.title)


def shared_out(people: Sequence[PosterPerson]) -> list[Sequence[PosterPerson]]:
    """The people of each sheet: about as many on one as on another."""
    if not people:
        return [()]
    count = -(-len(people) // ON_A_SHEET)
    most = -(-len(people) // count)
    return [people[start : start + most] for start in range(0, len(people), most)]
