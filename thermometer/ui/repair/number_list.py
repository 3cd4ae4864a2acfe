"""Whom to call: names and numbers that the family enters itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel

ROWS = 4
LONGEST = 80


class NumberList(CardFrame):
    """Rows to write in; ``changed`` tells that a hand has written.

    Args:
        theme: colours and sizes.
        title: what stands over them.
        words: what they are for.
    """

    changed = Signal()

    def __init__(self, theme: Theme, title: str, words: str) -> None:
        super().__init__(theme)
        self.rows: list[tuple[QLineEdit, QLineEdit]] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(FittedLabel(theme, title, size="large", weight=BOLD))
        self._column.addWidget(FittedLabel(theme, words, colour="muted"))
        self._grid = QGridLayout()
        self._column.addLayout(self._grid)
        self._make_rows(ROWS)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        theme.changed.connect(self._dress)

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """The rows as they stand."""
        return [(name.text(), number.text()) for name, number in self.rows]

    def show_numbers(self, numbers: Sequence[tuple[str, str]]) -> None:
        """Show what is kept; further rows stay empty."""
        self._make_rows(len(numbers) + 1)
        padded = [*numbers, *[("", "")] * len(self.rows)]
        for fields, texts in zip(self.rows, padded, strict=False):
            for field, text in zip(fields, texts, strict=True):
                field.setText(text)

    def _make_rows(self, count: int) -> None:
        """There are at least so many rows."""
        for row in range(len(self.rows), count):
            pair = (self._field(self.tr("Who")), self._field(self.tr("Number")))
            for column, field in enumerate(pair):
                self._grid.addWidget(field, row, column)
            self.rows.append(pair)
        self._dress()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.setMaxLength(LONGEST)
        field.textEdited.connect(self.changed)
        return field

    def _dress(self) -> None:
        theme, tokens = self._theme, self._theme.tokens
        edge = tokens.line.name() if theme.name == "contrast" else tokens.well.name()
        style = (
            f"QLineEdit {{ background: {tokens.well.name()}; color: {tokens.ink.name()};"
            f" border: 2px solid {edge}; border-radius: {theme.px(14)}px;"
            f" padding: 0 {theme.px(12)}px; }}"
            f"QLineEdit:focus {{ border-color: {tokens.accent.name()}; }}"
        )
        for pair in self.rows:
            for field in pair:
                field.setFont(theme.font("normal"))
                field.setStyleSheet(style)
                field.setFixedHeight(max(theme.target("parent"), theme.px(50)))
        side, top = theme.px(28), theme.px(20)
        self._column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        self._column.setSpacing(theme.px(10))
