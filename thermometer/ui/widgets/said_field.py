"""What is about to be said, in large letters: a field as high as its words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from thermometer.domain.thresholds import LINE_LENGTH
from thermometer.ui.theme.theme import BOLD, Theme


class SaidField(QPlainTextEdit):
    """``typed`` tells that a hand has changed the words.

    Args:
        theme: colours and sizes.
        name: what a screen reader calls it.
        parent: the widget it stands on.
    """

    typed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._telling = True
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)
        theme.changed.connect(self._dress)
        self._dress()

    def show_said(self, text: str) -> None:
        """Show words without telling of it."""
        self._telling = False
        self.setPlainText(text)
        self._telling = True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clearFocus()  # a line is one line
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _changed(self) -> None:
        if len(self.toPlainText()) > LINE_LENGTH:
            self.setPlainText(self.toPlainText()[:LINE_LENGTH])
            return
        self._grow()
        if self._telling:
            self.typed.emit()

    def _grow(self) -> None:
        """Be as high as the words: the layout counts in lines."""
        lines = max(1, round(self.document().size().height()))
        line = self.fontMetrics().lineSpacing()
        pad = 2 * round(self.document().documentMargin()) + 2 * self._pad() + 4
        self.setFixedHeight(max(self._theme.target("parent"), lines * line + pad))

    def _pad(self) -> int:
        return self._theme.px(8)

    def _dress(self) -> None:
        theme, tokens = self._theme, self._theme.tokens
        self.setFont(theme.font("large", BOLD))
        edge = tokens.line.name() if theme.name == "contrast" else tokens.well.name()
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {tokens.well.name()}; color: {tokens.ink.name()};"
            f" border: 2px solid {edge}; border-radius: {theme.px(14)}px; padding:"
            f" {self._pad()}px; }}"
            f"QPlainTextEdit:focus {{ border-color: {tokens.accent.name()}; }}"
        )
        self._grow()
