"""One step of a tool: a large picture, a few words, a dot for each step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from thermometer.domain.tools import Step
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.surface import draw_card, draw_focus
from thermometer.ui.widgets.text import draw_fitted

DOT_LINE = 1.5


class StepView(QAbstractButton):
    """A touch anywhere on it asks for the next step."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step: Step | None = None
        self._number, self._count, self._share = 0, 0, 0.0
        self._silent = False

    def show_step(self, step: Step, number: int, count: int, *, silent: bool) -> None:
        """Show ``step``, the ``number``-th from 0 of ``count``; ``silent`` shows no words."""
        self._step, self._number, self._count, self._silent = step, number, count, silent
        self._share = 0.0
        self.setAccessibleName(step.text)
        self.update()

    def tile(self) -> QRectF:
        """The card with the picture, in this widget's pixels."""
        return self._rooms()[0]

    def show_share(self, share: float) -> None:
        """Show how much (0 to 1) of a step that goes on by itself has gone by."""
        self._share = share
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._step is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile, words, dots = self._rooms()
        draw_card(painter, tile, self._theme)
        pad = tile.width() * 0.12
        draw_picture(painter, self._step.picture, tile.adjusted(pad, pad, -pad, -pad))
        if not self._silent:
            ink = self._theme.tokens.ink
            draw_fitted(
                painter, self._step.text, self._theme, words, ink, size="title", weight=BOLD
            )
        if self._step.seconds is None:
            self._draw_onward(painter, tile)
        self._draw_dots(painter, dots)
        draw_focus(painter, self, tile, self._theme.radius("card"), self._theme)

    def _rooms(self) -> tuple[QRectF, QRectF, QRectF]:
        """Picture, words and dots, as one group in the middle."""
        width, gap = float(self.width()), self.height() * 0.02
        dots_height = max(22.0, self.height() * 0.06)
        words_height = 0.0
        if not self._silent:
            words_height = max(self._theme.text_px("title") * 1.6, self.height() * 0.1)
        side = min(width * 0.94, self.height() - words_height - dots_height - 3 * gap - 8)
        top = (self.height() - side - words_height - dots_height - 2 * gap) / 2
        tile = QRectF((width - side) / 2, max(4.0, top), side, side)
        words = QRectF(0, tile.bottom() + gap, width, words_height)
        return tile, words, QRectF(0, words.bottom() + gap, width, dots_height)

    def _draw_onward(self, painter: QPainter, tile: QRectF) -> None:
        """An arrow in the corner: a touch leads on."""
        side = max(float(self._theme.target("child")) * 0.7, tile.width() * 0.13)
        corner = QRectF(0, 0, side, side)
        corner.moveBottomRight(tile.bottomRight() - QPointF(side * 0.3, side * 0.3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.accent_soft)
        painter.drawEllipse(corner)
        pad = side * 0.22
        draw_picture(painter, "interface/forward", corner.adjusted(pad, pad, -pad, -pad))

    def _draw_dots(self, painter: QPainter, room: QRectF) -> None:
        tokens = self._theme.tokens
        radius = max(6.0, min(room.height() * 0.3, 13.0))
        step = min(radius * 3.2, room.width() / max(1, self._count))
        left = room.center().x() - (self._count - 1) * step / 2
        for i in range(self._count):
            centre = QPointF(left + i * step, room.center().y())
            begun, done = i <= self._number, i < self._number
            # Filled or hollow, as a guide's breaths are: not told apart by colour alone.
            painter.setPen(QPen(tokens.second_line if begun else tokens.outline, DOT_LINE))
            painter.setBrush(tokens.second_line if done else tokens.card)
            painter.drawEllipse(centre, radius, radius)
            if i == self._number:
                painter.setBrush(tokens.second_line)
                grown = radius * (0.45 + 0.55 * self._share)
                painter.drawEllipse(centre, grown, grown)
