"""Beside the cards of a Safe Place: the place itself, and the way to a tool of one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.place_card import PlaceCard


class PlaceAside(QWidget):
    """Under each other in a narrow room, side by side in a wide one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.place = PlaceCard(theme)
        self.make = PillButton(theme, self.tr("Make our own"), picture="interface/plus")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.place, 1)
        self._box.addWidget(self.make)
        self._box.setAlignment(
            self.make, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def arrange(self, width: int) -> int:
        """Arrange the parts for ``width``; the height in pixels that they take."""
        gap = self._theme.px(10)
        self._box.setSpacing(gap)
        card, make = self.place.sizeHint(), self.make.sizeHint()
        if width >= self.place.wide() + gap + make.width():
            self._box.setDirection(QBoxLayout.Direction.LeftToRight)
            return max(card.height(), make.height())
        self._box.setDirection(QBoxLayout.Direction.TopToBottom)
        return card.height() + gap + make.height()
