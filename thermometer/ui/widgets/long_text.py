"""A long text to be read: it scrolls by hand, up and down only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScroller, QWidget

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.scroll_column import bar_style


class LongText(QPlainTextEdit):
    """Plain text that cannot be changed.

    Args:
        theme: colours and sizes.
        parent: the widget it stands on.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        theme.changed.connect(self._dress)
        self._dress()

    def show_text(self, name: str, text: str) -> None:
        """Show ``text`` from its beginning; ``name`` is what a screen reader says first."""
        self.setAccessibleName(name)
        self.setPlainText(text)

    def _dress(self) -> None:
        self.setFont(self._theme.font("small"))
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.tokens.paper)
        self.setPalette(palette)
        self.verticalScrollBar().setStyleSheet(bar_style(self._theme.tokens.outline.name()))
        self.document().setDocumentMargin(self._theme.px(16))
