"""The drawings that a card can have, as tiles in rows that wrap."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.flow_box import FlowBox
from thermometer.ui.widgets.pictures import draw_picture, is_photo
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.touch_button import TouchButton

BEST = 84


class PictureTile(TouchButton):
    """A drawing or a photo on a soft ground; with a ring while it is the one chosen.

    Args:
        theme: colours and sizes.
        picture: path below ``resources/pictures`` without its ending, or ``own:<uuid>``.
        name: what a screen reader says.
        parent: the widget it stands on.
    """

    def __init__(
        self, theme: Theme, picture: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._picture = theme, picture
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    @property
    def picture(self) -> str:
        """What it shows."""
        return self._picture

    def show_picture(self, picture: str) -> None:
        """Show another picture."""
        self._picture = picture
        self.update()

    @override
    def nextCheckState(self) -> None:
        """What was kept decides, not the touch."""

    @override
    def sizeHint(self) -> QSize:
        side = max(self._theme.target("child") + 4, self._theme.px(BEST))
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, side = self._theme.tokens, float(min(self.width(), self.height()))
        box = QRectF(0, 0, side, side).adjusted(2, 2, -2, -2)
        radius = box.width() * 0.24
        chosen = self.isChecked()
        painter.setPen(
            QPen(tokens.line, 2) if self._theme.name == "contrast" else Qt.PenStyle.NoPen
        )
        painter.setBrush(tokens.accent_soft if chosen or self.isDown() else tokens.well)
        painter.drawRoundedRect(box, radius, radius)
        pad = box.width() * (0.05 if is_photo(self._picture) else 0.13)
        draw_picture(painter, self._picture, box.adjusted(pad, pad, -pad, -pad))
        if chosen:
            painter.setPen(QPen(tokens.accent, max(3, self._theme.px(4))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)
        draw_focus(painter, self, box, radius, self._theme)


class DrawingPick(FlowBox):
    """``chosen`` names the drawing that was touched.

    Args:
        theme: colours and sizes.
        drawings: paths below ``resources/pictures`` and what is read aloud.
        parent: the widget it stands on.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, drawings: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.tiles = {
            picture: PictureTile(theme, picture, name, self) for picture, name in drawings.items()
        }
        for picture, tile in self.tiles.items():
            tile.clicked.connect(partial(self._touched, picture))
        self.show_items(self.tiles.values())

    def show_chosen(self, chosen: str) -> None:
        """Let the drawing ``chosen`` wear the ring, if it is one of them."""
        for picture, tile in self.tiles.items():
            tile.setChecked(picture == chosen)

    def _touched(self, picture: str) -> None:
        self.chosen.emit(picture)
