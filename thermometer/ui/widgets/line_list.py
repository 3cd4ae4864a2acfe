"""Lines of text under each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.fitted_label import FittedLabel


class LineList(QWidget):
    """As many labels as there are lines; they stay, so that other words do not move anything."""

    def __init__(self, theme: Theme, size: str = "small") -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self.labels: list[FittedLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show ``lines`` in place of those before."""
        while len(self.labels) < len(lines):
            self.labels.append(FittedLabel(self._theme, size=self._size))
            self._column.addWidget(self.labels[-1])
        for number, label in enumerate(self.labels):
            label.show_text(lines[number] if number < len(lines) else "")
            label.setVisible(number < len(lines))
