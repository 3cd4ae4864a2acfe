"""A tool that can be picked for a Safe Place; picked ones wear a ring and their number."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from thermometer.domain.tools import Tool
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.text import draw_fitted
from thermometer.ui.widgets.tool_card import ToolCard

BADGE = 34


class PickCard(ToolCard):
    """A tap picks or rejects it; a picked one can be dragged by a hand that rests on it first.

    ``dragged`` tells where the hand is, in pixels of the window, and ``dropped`` that it let go.
    """

    dragged = Signal(QPointF)
    dropped = Signal()

    def __init__(self, theme: Theme, tool: Tool, parent: QWidget) -> None:
        super().__init__(theme, tool.picture, tool.name, name=tool.name, parent=parent)
        self.setCheckable(True)
        self.number = 0
        self._pressed_at: QPointF | None = None
        self._is_dragged = False

    def show_number(self, number: int, description: str) -> None:
        """Show the place in the order, counted from 1; 0: not picked."""
        self.number = number
        self.setChecked(number > 0)
        self.setAccessibleDescription(description)
        self.update()

    @override
    def nextCheckState(self) -> None:
        """The page decides whether it is picked, not the touch."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at, self._is_dragged = event.scenePosition(), False
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and self.number:
            way = (event.scenePosition() - self._pressed_at).manhattanLength()
            self._is_dragged = self._is_dragged or way > QApplication.startDragDistance()
        if self._is_dragged:
            self.setDown(False)
            self.dragged.emit(event.scenePosition())
        else:
            super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragged, self._pressed_at, self._is_dragged = self._is_dragged, None, False
        super().mouseReleaseEvent(event)
        if was_dragged:
            self.dropped.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.number:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, theme = self._theme.tokens, self._theme
        box = QRectF(self.rect()).adjusted(6, 5, -6, -9)
        radius = float(theme.radius("card"))
        painter.setPen(QPen(tokens.accent, max(3, theme.px(4))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        side = float(max(26, theme.px(BADGE)))
        badge = QRectF(self.width() - side, 0, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        painter.drawEllipse(badge)
        draw_fitted(painter, str(self.number), theme, badge, tokens.on_accent, weight=BOLD)


class PickTile(QWidget):
    """The card, and under a picked one the arrows that move it."""

    moved = Signal(int)

    def __init__(self, theme: Theme, tool: Tool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.tool = theme, tool
        self.card = PickCard(theme, tool, self)
        self.earlier = PillButton(theme, "", picture="interface/back", parent=self)
        self.earlier.setAccessibleName(self.tr("{tool}: one place earlier").format(tool=tool.name))
        self.later = PillButton(theme, "", picture="interface/forward", parent=self)
        self.later.setAccessibleName(self.tr("{tool}: one place later").format(tool=tool.name))
        self.earlier.clicked.connect(lambda: self.moved.emit(-1))
        self.later.clicked.connect(lambda: self.moved.emit(1))
        self.show_number(0, 0)

    def show_number(self, number: int, last: int) -> None:
        """Show the place in the order, counted from 1 to ``last``; 0: not picked."""
        words = self.tr("place {number}").format(number=number) if number else self.tr("not picked")
        self.card.show_number(number, words)
        for arrow, end in ((self.earlier, 1), (self.later, last)):
            arrow.setVisible(bool(number) and last > 1)
            arrow.setEnabled(number != end)

    def place(self, room: QRectF, arrows: int) -> None:
        """Stand in ``room``, the lowest ``arrows`` pixels of it for the arrows."""
        self.setGeometry(room.toRect())
        size = QSize(self.width(), self.height() - arrows)
        self.card.setGeometry(0, 0, size.width(), size.height())
        half = size.width() // 2
        for arrow, left in ((self.earlier, 0), (self.later, size.width() - half)):
            arrow.setGeometry(left, size.height(), half, arrows)
