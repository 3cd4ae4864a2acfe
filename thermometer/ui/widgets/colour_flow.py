"""The colours that somebody can have: their own picture on each, the chosen one with a tick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.colours import PersonColour
from thermometer.ui.theme.theme import MEDIUM, REGULAR, Theme
from thermometer.ui.widgets.avatar import draw_avatar
from thermometer.ui.widgets.flow_box import FlowBox
from thermometer.ui.widgets.surface import shows_focus
from thermometer.ui.widgets.text import draw_fitted
from thermometer.ui.widgets.touch_button import TouchButton

TICK = ((-0.42, 0.02), (-0.12, 0.32), (0.44, -0.3))
"""Its corners, in radii of the badge that it stands in."""
BADGE = 0.21
"""Radius of the badge, as a share of the picture's side."""
AROUND = 4
"""Room for the ring of what is chosen, in pixels on each side."""


@dataclass(frozen=True, slots=True)
class ColourWords:
    """What a colour is called: below it, and by a screen reader."""

    short: str
    spoken: str


class Swatch(TouchButton):
    """Somebody's picture in one colour, and what the colour is called."""

    def __init__(
        self, theme: Theme, colour: PersonColour, words: ColourWords, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._colour = theme, colour
        self.picture = ""
        self.setText(words.short)
        self.setAccessibleName(words.spoken)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def nextCheckState(self) -> None:
        """What was kept decides, not the touch."""

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._theme.font("small", MEDIUM))
        side = max(self._theme.target("parent"), self._theme.px(60)) + 2 * AROUND
        width = max(side, words.horizontalAdvance(self.text()) + self._theme.px(6))
        return QSize(width, side + round(words.height() * 1.25))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tokens = self._theme, self._theme.tokens
        words = round(QFontMetrics(theme.font("small", MEDIUM)).height() * 1.25)
        side = min(self.width(), self.height() - words) - 2 * AROUND
        box = QRectF((self.width() - side) / 2, AROUND, side, side)
        draw_avatar(painter, self.picture, box, theme, self._colour)
        if self.isChecked() or self.isDown() or shows_focus(self):
            self._draw_around(painter, box)
        if self.isChecked():
            self._draw_tick(painter, box)
        below = QRectF(0, self.height() - words, self.width(), words)
        ink = tokens.accent if self.isChecked() else tokens.ink
        weight = MEDIUM if self.isChecked() else REGULAR
        draw_fitted(painter, self.text(), theme, below, ink, size="small", weight=weight)

    def _draw_around(self, painter: QPainter, box: QRectF) -> None:
        thick = 3.0 if shows_focus(self) else 2.0
        painter.setPen(QPen(self._theme.tokens.accent, thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(-3.5, -3.5, 3.5, 3.5))

    def _draw_tick(self, painter: QPainter, box: QRectF) -> None:
        tokens, radius = self._theme.tokens, box.width() * BADGE
        middle = QPointF(box.right() - radius * 0.8, box.bottom() - radius * 0.8)
        painter.setPen(QPen(tokens.card, 2))
        painter.setBrush(tokens.accent)
        painter.drawEllipse(middle, radius, radius)
        pen = QPen(tokens.on_accent, max(2.0, radius * 0.24))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([middle + QPointF(*corner) * radius for corner in TICK]))


class ColourFlow(FlowBox):
    """``chosen`` tells the colour that was touched.

    Args:
        theme: colours and sizes.
        colours: what each is called.
        parent: the widget it stands on.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        colours: Mapping[PersonColour, ColourWords],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.swatches = {each: Swatch(theme, each, said, self) for each, said in colours.items()}
        for colour, swatch in self.swatches.items():
            swatch.clicked.connect(partial(self._touched, colour))
        self.show_items(self.swatches.values())

    def show_chosen(self, chosen: PersonColour, picture: str) -> None:
        """Let ``chosen`` wear the tick, and every colour the person's own picture."""
        for colour, swatch in self.swatches.items():
            swatch.setChecked(colour is chosen)
            swatch.picture = picture
            swatch.update()

    def _touched(self, colour: PersonColour) -> None:
        self.chosen.emit(colour)
