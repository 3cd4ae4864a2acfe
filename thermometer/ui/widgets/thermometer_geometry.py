"""Where the parts of a thermometer stand, so that tube, bulb and three plates line up."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF, QRectF, QSizeF

from thermometer.domain.zones import Zone

TOP_DOWN = (Zone.RED, Zone.YELLOW, Zone.GREEN)


@dataclass(frozen=True, slots=True)
class ThermometerGeometry:
    """All in logical pixels of the thermometer's own widget."""

    tube: QRectF
    bulb: QRectF
    column_width: float
    rows: tuple[QRectF, QRectF, QRectF]
    plate_left: float
    mark_side: float
    below: QRectF

    @classmethod
    def of(cls, size: QSizeF, factor: float, below: float) -> ThermometerGeometry:
        """The geometry in a widget of ``size``.

        Args:
            size: logical pixels.
            factor: the theme's.
            below: height kept free under the plates, beside the bulb.
        """
        tube_width = min(max(size.width() * 0.17, 40.0), 72 * max(1.0, factor))
        bulb_side = tube_width * 1.5
        mark_side = tube_width * 0.26
        centre = max(bulb_side / 2, mark_side + 6 + tube_width / 2) + 2
        gap = floor(max(8.0, 10 * factor))
        top = floor(tube_width * 0.14)
        below_height = max(bulb_side * 0.86 + 2, below)
        room = size.height() - top - below_height
        height = floor((room - 2 * gap) / 3)  # whole pixels: no zone is larger than another
        tube_right = centre + tube_width / 2
        rows = tuple(QRectF(0, top + i * (height + gap), size.width(), height) for i in range(3))
        bulb = QRectF(0, 0, bulb_side, bulb_side)
        bulb.moveCenter(QPointF(centre, size.height() - bulb_side / 2 - 2))
        plate_left = tube_right + max(14.0, 20 * factor)
        return cls(
            tube=QRectF(centre - tube_width / 2, 2, tube_width, bulb.center().y() - 2),
            bulb=bulb,
            column_width=tube_width * 0.54,
            rows=(rows[0], rows[1], rows[2]),
            plate_left=plate_left,
            mark_side=mark_side,
            below=QRectF(
                plate_left,
                size.height() - below_height + 2,
                size.width() - plate_left - 4,
                below_height - 2,
            ),
        )

    def row(self, zone: Zone) -> QRectF:
        """The whole row of a zone: its stretch of the tube and its plate."""
        return self.rows[TOP_DOWN.index(zone)]

    def column_top(self, level: float) -> float:
        """The y of the column's top at ``level`` (-1 empty, 0 green, 1 yellow, 2 red)."""
        heights = [self.bulb.center().y()]
        heights += [self.row(zone).center().y() - self.column_width * 0.3 for zone in Zone]
        below = min(int(level + 1), 2)
        share = level + 1 - below
        return heights[below] + (heights[below + 1] - heights[below]) * share
