"""A field for one line of text, as large as a hand needs it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import MEDIUM, Theme


class LineField(QLineEdit):
    """``left`` tells that Return was pressed or the field was left, with another text than before.

    Args:
        theme: colours and sizes.
        name: what a screen reader calls it.
        longest: in characters.
        size: of the words.
        parent: the widget it stands on.
    """

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        longest: int,
        *,
        size: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._size, self._kept = theme, size, ""
        self.setMaxLength(longest)
        self.setAccessibleName(name)
        self.editingFinished.connect(self._finished)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def is_draft(self) -> bool:
        """Whether something else stands in it than what was kept."""
        return self.text() != self._kept

    def show_kept(self, text: str, *, over_draft: bool = True) -> None:
        """Show what was kept; a draft stays where it is to stay."""
        stays = self.is_draft and not over_draft
        self._kept = text
        if not stays:
            self.setText(text)
            self.setCursorPosition(0)

    @override
    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._theme.font(self._size, MEDIUM)).height()
        height = max(self._theme.target("parent"), self._theme.px(54), line + 20)
        return QSize(self._theme.px(280), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def _finished(self) -> None:
        if self.is_draft:
            self.left.emit()

    def _dress(self) -> None:
        theme, tokens = self._theme, self._theme.tokens
        self.setFont(theme.font(self._size, MEDIUM))
        edge = tokens.line.name() if theme.name == "contrast" else tokens.well.name()
        self.setStyleSheet(
            f"QLineEdit {{ background: {tokens.well.name()}; color: {tokens.ink.name()};"
            f" border: 2px solid {edge}; border-radius: {theme.px(14)}px;"
            f" padding: 0 {theme.px(12)}px; }}"
            f"QLineEdit:focus {{ border-color: {tokens.accent.name()}; }}"
        )
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()
