"""How many fit on a page, in how many columns and rows: fewer a page, never smaller."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QRectF, QSizeF

HOLES_WEIGH = 1.2


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A grid of ``columns`` by ``rows`` equal cells, filled page by page."""

    columns: int
    rows: int

    @property
    def per_page(self) -> int:
        """How many cells a page has."""
        return self.columns * self.rows

    def pages(self, count: int) -> int:
        """How many pages ``count`` things need, at least one."""
        return max(1, ceil(count / self.per_page))

    def cells(self, box: QRectF, gap: float, largest: QSizeF) -> list[QRectF]:
        """The cells of one page in the middle of ``box``, none larger than ``largest``."""
        gap = floor(gap)
        width = min(largest.width(), (box.width() - gap * (self.columns - 1)) / self.columns)
        height = min(largest.height(), (box.height() - gap * (self.rows - 1)) / self.rows)
        # Whole pixels: what stands in two cells is in line to the pixel.
        width, height = floor(width), floor(height)
        left = floor(box.center().x() - (width * self.columns + gap * (self.columns - 1)) / 2)
        top = floor(box.center().y() - (height * self.rows + gap * (self.rows - 1)) / 2)
        return [
            QRectF(left + (width + gap) * column, top + (height + gap) * row, width, height)
            for row in range(self.rows)
            for column in range(self.columns)
        ]


def arrange(count: int, room: QSizeF, smallest: QSizeF, best: QSizeF, gap: float) -> Arrangement:
    """The grid that shows most of ``count`` at once, and those nearest to ``best`` in size.

    Args:
        count: how many there are to show.
        room: the page's room in pixels.
        smallest: no cell is smaller than this.
        best: the size that looks best.
        gap: pixels between cells.
    """
    most_columns = max(1, int((room.width() + gap) // (smallest.width() + gap)))
    most_rows = max(1, int((room.height() + gap) // (smallest.height() + gap)))

    def merit(grid: Arrangement) -> tuple[int, float]:
        width = (room.width() - gap * (grid.columns - 1)) / grid.columns
        height = (room.height() - gap * (grid.rows - 1)) / grid.rows
        likeness = min(width / best.width(), height / best.height())
        empty = max(0, grid.per_page - count) / grid.per_page
        return min(count, grid.per_page), min(likeness, 1.2) * (1 - HOLES_WEIGH * empty)

    grids = [
        Arrangement(columns, rows)
        for columns in range(1, min(count, most_columns) + 1)
        for rows in range(1, min(count, most_rows) + 1)
        if (columns - 1) * rows < count and columns * (rows - 1) < count
    ]
    return max(grids, key=merit, default=Arrangement(1, 1))
