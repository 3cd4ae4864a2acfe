"""A card as it will be on the Safe Place, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.tools import Tool
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.text import CENTRE
from thermometer.ui.widgets.tool_card import ToolCard

LARGEST, EDGE = 260, 8


class CardLook(QWidget):
    """A tool's card to be looked at, not touched."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.card: ToolCard | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tool(self, tool: Tool) -> None:
        """Show the card of ``tool``."""
        if self.card:
            self.card.hide()
            self.card.deleteLater()
        self.card = ToolCard(self._theme, tool.picture, tool.name, name=tool.name, parent=self)
        self.card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not tool.name:
            self.card.setAccessibleName(self.tr("A card without a name yet"))
        self.card.setGeometry(self._inside())
        self.card.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.card:
            self.card.setGeometry(self._inside())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground that it will lie on: on a card's own it would have no edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.paper)
        radius = float(self._theme.radius("card"))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _inside(self) -> QRect:
        edge = self._theme.px(EDGE)
        return self.rect().adjusted(edge, edge, -edge, -edge)


class CardPanel(CardFrame):
    """Stands beside a form in a wide window, lies above it in a tall one.

    Args:
        theme: colours and sizes.
        buttons: what can be done with the card, under each other.
        parent: the page.
    """

    def __init__(
        self, theme: Theme, buttons: Sequence[PillButton], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.look = CardLook(theme)
        self._words = FittedLabel(theme, weight=BOLD, align=CENTRE)
        self._buttons = tuple(buttons)
        self._below = QVBoxLayout()
        self._below.addStretch(0)
        self._below.addWidget(self._words)
        for button in self._buttons:
            self._below.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._below.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.addWidget(self.look, 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addLayout(self._below)

    def show_card(self, tool: Tool, words: str = "") -> None:
        """Show the card of ``tool``, and under it words for what is about to be done, if any."""
        self.look.show_tool(tool)
        self._words.show_text(words)
        self._words.setVisible(bool(words))

    def stand_with(self, form: QWidget, room: QRect) -> None:
        """Share ``room`` with ``form``: at its left, or above it where the room is tall."""
        theme, gap = self._theme, self._theme.px(8)
        left, top = room.left(), room.top()
        width, height = room.width(), room.height()
        if width >= height:
            wide = max(200, min(theme.px(330), width // 3))
            high = self._arrange(QSize(wide, height), lying=False)
            self.setGeometry(left - 5, top, wide, min(high, height))
            form.setGeometry(left + wide + gap - 5, top, width - wide - gap + 10, height)
        else:
            high = self._arrange(QSize(width + 10, height // 3), lying=True)
            self.setGeometry(left - 5, top, width + 10, high)
            form.setGeometry(left - 5, top + high + gap, width + 10, height - high - gap)

    def _arrange(self, room: QSize, *, lying: bool) -> int:
        """Arrange the parts within ``room``; the height in pixels that they take."""
        theme = self._theme
        side, gap = theme.px(18), theme.px(10)
        self._box.setContentsMargins(side + 5, side, side + 5, side + 6)
        self._box.setSpacing(gap)
        self._below.setSpacing(gap // 2)
        self._below.setStretch(0, 1 if lying else 0)  # beside the card in its middle, or under it
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if lying else directions.TopToBottom)
        inner = room - QSize(2 * side + 10, 2 * side + 6)
        below = self._height_below(inner.width() // 2 if lying else inner.width(), gap)
        largest = max(124, theme.px(LARGEST))
        if lying:
            card = min(largest, inner.width() // 2, max(124, inner.height()))
            high = max(card, below)
        else:
            card = max(96, min(largest, inner.width(), inner.height() - below - gap))
            high = card + gap + below
        self.look.setFixedSize(card, card)
        return high + 2 * side + 6

    def _height_below(self, width: int, gap: int) -> int:
        shown = [each.sizeHint().height() for each in self._buttons if not each.isHidden()]
        words = 0 if self._words.isHidden() else self._words.heightForWidth(width)
        return words + sum(shown) + len(shown) * gap

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(290), self._theme.px(480))
