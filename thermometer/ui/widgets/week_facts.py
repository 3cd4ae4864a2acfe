"""A few facts, each a name and what is known about it, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WeekFacts(QWidget):
    """Names at the left in muted words, the facts at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[tuple[FittedLabel, FittedLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What it shows."""
        return [(name.text, fact.text) for name, fact in self._shown]

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show each name with its fact."""
        if self.facts == list(facts):
            return
        for pair in self._shown:
            for label in pair:
                label.hide()
                label.deleteLater()
        self._shown = [
            (
                FittedLabel(self._theme, name, size="small", colour="muted"),
                FittedLabel(self._theme, fact, size="small", weight=BOLD, align=RIGHT),
            )
            for name, fact in facts
        ]
        self._grid.setVerticalSpacing(self._theme.px(8))
        for row, (name, fact) in enumerate(self._shown):
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(fact, row, 1)
            name.show()
            fact.show()
