"""A tool that can be picked for a Safe Place; picked ones wear a ring and their number."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from thermometer.domain.tools import Tool
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.surface import draw_focus
from thermometer.ui.widgets.text import draw_fitted
from thermometer.ui.widgets.tool_card import ToolCard

BADGE = 34
HELD_MS = 600
"""A hand that rests on a card for so long wants to change what is on it."""


class PencilButton(QAbstractButton):
    """A small pencil in a corner of a card, with room around it for a finger."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.target("parent")
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, side = self._theme.tokens, float(max(28, self._theme.px(36)))
        disc = QRectF(0, 0, side, side)
        painter.setPen(QPen(tokens.line, 1.5))
        painter.setBrush(tokens.accent_soft if self.isDown() else tokens.card)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        pad = side * 0.23
        draw_picture(painter, "interface/pencil", disc.adjusted(pad, pad, -pad, -pad))
        draw_focus(painter, self, disc, side / 2, self._theme)


class PickCard(ToolCard):
    """A tap picks or rejects it; a picked one can be dragged by a hand that rests on it first.

    ``dragged`` tells where the hand is, in pixels of the window, and ``dropped`` that it let go;
    ``held`` that it rests on the card without a move.
    """

    dragged = Signal(QPointF)
    dropped = Signal()
    held = Signal()

    def __init__(self, theme: Theme, tool: Tool, parent: QWidget) -> None:
        super().__init__(theme, tool.picture, tool.name, name=tool.name, parent=parent)
        self.setCheckable(True)
        self.number = 0
        self._pressed_at: QPointF | None = None
        self._is_dragged = False
        self._resting = QTimer(self, singleShot=True, interval=HELD_MS)
        self._resting.timeout.connect(self._hold)

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
        self._resting.start()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None:
            way = (event.scenePosition() - self._pressed_at).manhattanLength()
            if way > QApplication.startDragDistance():
                self._resting.stop()
                self._is_dragged = self._is_dragged or self.number > 0
        if self._is_dragged:
            self.setDown(False)
            self.dragged.emit(event.scenePosition())
        else:
            super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._resting.stop()
        was_dragged, self._pressed_at, self._is_dragged = self._is_dragged, None, False
        super().mouseReleaseEvent(event)
        if was_dragged:
            self.dropped.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._resting.stop()
        super().hideEvent(event)

    def _hold(self) -> None:
        """It was no tap: letting go picks nothing."""
        if self.isDown() and not self._is_dragged:
            self._pressed_at = None
            self.setDown(False)
            self.held.emit()

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
    """The card, on a picked one a pencil, and under it the arrows that move it.

    ``opened`` tells that what is on the card is to be changed.
    """

    moved = Signal(int)
    opened = Signal()

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
        words = self.tr("{tool}: make it our own").format(tool=tool.name)
        self.pencil = PencilButton(theme, words, self)
        self.pencil.clicked.connect(self.opened)
        self.card.held.connect(self.opened)
        self.show_number(0, 0)

    def show_number(self, number: int, last: int) -> None:
        """Show the place in the order, counted from 1 to ``last``; 0: not picked."""
        words = self.tr("place {number}").format(number=number) if number else self.tr("not picked")
        self.card.show_number(number, words)
        self.pencil.setVisible(bool(number))
        for arrow, end in ((self.earlier, 1), (self.later, last)):
            arrow.setVisible(bool(number) and last > 1)
            arrow.setEnabled(number != end)

    def place(self, room: QRectF, arrows: int) -> None:
        """Stand in ``room``, the lowest ``arrows`` pixels of it for the arrows."""
        self.setGeometry(room.toRect())
        size = QSize(self.width(), self.height() - arrows)
        self.card.setGeometry(0, 0, size.width(), size.height())
        hint = self.pencil.sizeHint()
        self.pencil.setGeometry(0, 0, hint.width(), hint.height())
        half = size.width() // 2
        for arrow, left in ((self.earlier, 0), (self.later, size.width() - half)):
            arrow.setGeometry(left, size.height(), half, arrows)
