"""The four figures at the top of the page, each in a frame with what it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from thermometer.ui.print.paper import (
    BOLD,
    FIGURE,
    POINT,
    SMALL,
    Text,
    frame,
    inks,
    line_height,
    width_of,
)

GAP = 8 * POINT
PAD = 8 * POINT


class Figures:
    """Frames of one height beside each other.

    Args:
        figures: what each is called, itself, and what it stands for.
        width: of all, in units.
    """

    def __init__(self, figures: Sequence[tuple[str, str, str]], width: float) -> None:
        self._figures = figures
        self._each = (width - GAP * (len(figures) - 1)) / len(figures)
        inner = self._each - 2 * PAD
        self._below = [
            Text(below, SMALL, inner, ink=inks().muted, lines=3) for _, _, below in figures
        ]
        tallest = max(below.height for below in self._below)
        self.height = 2 * PAD * 0.8 + line_height(SMALL) + line_height(FIGURE) + tallest

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw them with the upper left corner there."""
        inner = self._each - 2 * PAD
        for (name, figure, _), below in zip(self._figures, self._below, strict=True):
            frame(painter, QRectF(left, top, self._each, self.height))
            y = top + PAD * 0.8
            Text(name, SMALL, inner, lines=1).paint(painter, left + PAD, y)
            y += line_height(SMALL)
            points = FIGURE * min(1.0, inner / max(1.0, width_of(figure, FIGURE, BOLD)))
            words = Text(figure, points, inner * 1.1, weight=BOLD, lines=1)
            words.paint(painter, left + PAD, y + (line_height(FIGURE) - line_height(points)) / 2)
            below.paint(painter, left + PAD, y + line_height(FIGURE))
            left += self._each + GAP
