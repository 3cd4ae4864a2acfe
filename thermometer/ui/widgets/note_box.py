"""A private note: a few lines to type, kept when the field is left, with a quiet word about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.fitted_label import FittedLabel


class _Field(QPlainTextEdit):
    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteBox(QWidget):
    """``left`` tells the text when the field is left.

    Args:
        theme: colours and sizes.
        name: what a screen reader calls it.
        hint: stands in the empty field.
        parent: the widget it stands on.
    """

    left = Signal(str)

    def __init__(self, theme: Theme, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = _Field(self)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.field.setTabChangesFocus(True)
        self.field.left.connect(lambda: self.left.emit(self.field.toPlainText()))
        self._state = FittedLabel(theme, size="small", colour="muted")
        self.field.textChanged.connect(partial(self._state.show_text, ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field, 1)
        column.addWidget(self._state)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def state(self) -> str:
        """The quiet word under the field."""
        return self._state.text

    def show_note(self, text: str) -> None:
        """Show the note as it was kept."""
        if text != self.field.toPlainText():
            self.field.setPlainText(text)
        self._state.show_text("")

    def show_saved(self) -> None:
        """Say that what stands in the field is kept."""
        self._state.show_text(self.tr("saved"))

    def _dress(self) -> None:
        theme, tokens = self._theme, self._theme.tokens
        self.field.setFont(theme.font("normal"))
        radius, pad = theme.px(14), theme.px(8)
        edge = tokens.line.name() if theme.name == "contrast" else tokens.well.name()
        self.field.setStyleSheet(
            f"QPlainTextEdit {{ background: {tokens.well.name()}; color: {tokens.ink.name()};"
            f" border: 2px solid {edge}; border-radius: {radius}px; padding: {pad}px; }}"
            f"QPlainTextEdit:focus {{ border-color: {tokens.accent.name()}; }}"
        )
        self.field.setFixedHeight(max(96, theme.px(112)))
