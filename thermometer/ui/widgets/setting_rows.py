"""A card of settings: a title, and rows of words with buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


class SettingRow(QWidget):
    """Words at the left, with what they mean under them, and buttons at the right."""

    def __init__(self, theme: Theme, words: str, *buttons: PillButton, below: str = "") -> None:
        super().__init__()
        self.words = FittedLabel(theme, words)
        self.below = FittedLabel(theme, below, size="small", colour="muted")
        self.buttons = buttons
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addWidget(self.words)
        if below:
            column.addWidget(self.below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addLayout(column, 1)
        for button in buttons:
            button.quiet = True
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class SettingCard(CardFrame):
    """Rows below a title; the rows can be made anew."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rows: list[SettingRow] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(FittedLabel(theme, title, size="large", weight=BOLD))
        self._pad()

    def add_above(self, widget: QWidget) -> None:
        """One more that stays, below the title and what is there already, above the rows."""
        self._column.insertWidget(self._column.count() - len(self.rows), widget)

    def show_rows(self, *rows: SettingRow) -> None:
        """Show ``rows`` in place of those before."""
        for row in self.rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = list(rows)
        for row in rows:
            self._column.addWidget(row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._pad()

    def _pad(self) -> None:
        pad = self._theme.px(26) + 6
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(self._theme.px(10))
