"""Words to say or to do, to be read only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel


class QuoteCard(CardFrame):
    """A few muted words, and under them the first line large, the others smaller.

    Args:
        theme: colours and sizes.
        prompt: what the lines are for.
    """

    def __init__(self, theme: Theme, prompt: str) -> None:
        super().__init__(theme)
        self.lines: list[FittedLabel] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(
            FittedLabel(theme, prompt, size="small", weight=MEDIUM, colour="muted")
        )
        self._lines = QVBoxLayout()
        self._column.addLayout(self._lines)
        theme.changed.connect(self._measure)
        self._measure()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show ``lines``."""
        if [label.text for label in self.lines] == list(lines):
            return
        for label in self.lines:
            self._lines.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.lines = [
            FittedLabel(self._theme, line, size="normal" if i else "large", weight=MEDIUM)
            for i, line in enumerate(lines)
        ]
        for label in self.lines:
            self._lines.addWidget(label)
            label.show()

    def add_below(self, button: QAbstractButton) -> None:
        """Put a way to more under the lines."""
        self._column.addWidget(ButtonFlow(self._theme, button))

    def _measure(self) -> None:
        side, top = self._theme.px(28), self._theme.px(20)
        self._column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        self._column.setSpacing(self._theme.px(10))
        self._lines.setSpacing(self._theme.px(10))
