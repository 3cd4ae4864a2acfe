"""Ways to choose from: each says what it does and has one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


class ChoiceCard(CardFrame):
    """A title, a few sentences, a button.

    Args:
        theme: colours and sizes.
        title: what the way is called.
        button: what touching it does.
        parent: the widget it stands on.
        primary: the way that most want.
    """

    def __init__(
        self, theme: Theme, title: str, button: str, parent: QWidget, *, primary: bool = False
    ) -> None:
        super().__init__(theme, parent)
        self.title = FittedLabel(theme, title, size="large", weight=BOLD)
        self.words = FittedLabel(theme)
        self.button = PillButton(theme, button, primary=primary)
        self.button.quiet = not primary
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.words)
        self._column.addStretch(1)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        pad = self._theme.px(26) + 6
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(self._theme.px(10))


class ChoiceCards(QWidget):
    """Two cards, side by side where there is room, else one above the other."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[ChoiceCard] = []

    def add(self, title: str, button: str, *, primary: bool = False) -> ChoiceCard:
        """Another way."""
        card = ChoiceCard(self._theme, title, button, self, primary=primary)
        self.cards.append(card)
        return card

    def lay_out(self) -> None:
        """Share the room among the cards that are to be seen."""
        seen = [card for card in self.cards if not card.isHidden()]
        gap, count = self._theme.px(16), max(1, len(seen))
        beside = self.width() > self.height()
        width = (self.width() - gap * (count - 1)) // count if beside else self.width()
        height = self.height() if beside else (self.height() - gap * (count - 1)) // count
        width, height = min(width, self._theme.px(560)), min(height, max(260, self._theme.px(330)))
        whole = (width if beside else height) * count + gap * (count - 1)
        x = (self.width() - (whole if beside else width)) // 2
        y = (self.height() - (height if beside else whole)) // 2
        for card in seen:
            card.setGeometry(x, y, width, height)
            x, y = (x + width + gap, y) if beside else (x, y + height + gap)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay_out()
