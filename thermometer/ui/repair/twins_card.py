"""Two hard moments so near that they may be one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


class TwinsCard(CardFrame):
    """Asks once; either answer is fine."""

    joined = Signal()
    kept_apart = Signal()

    def __init__(self, theme: Theme, question: str) -> None:
        super().__init__(theme)
        self.question = FittedLabel(theme, question, weight=MEDIUM)
        self.join = PillButton(theme, self.tr("One moment"))
        self.apart = PillButton(theme, self.tr("Two moments"))
        column = QVBoxLayout(self)
        side, top = theme.px(28), theme.px(16)
        column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        column.addWidget(self.question)
        column.addWidget(ButtonFlow(theme, self.join, self.apart))
        self.join.clicked.connect(self.joined)
        self.apart.clicked.connect(self.kept_apart)
