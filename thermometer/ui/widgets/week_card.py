"""A card of the Week page: a title, a few muted words beside it, and what belongs under them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel


class WeekCard(CardFrame):
    """Shows its content, or says in words that there is too little for it.

    Args:
        theme: colours and sizes.
        title: what it is about.
        content: hidden while there is nothing to show.
        parent: the widget it stands on.
    """

    def __init__(
        self, theme: Theme, title: str, content: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._content = content
        self.title = FittedLabel(theme, title, weight=BOLD)
        self.aside = FittedLabel(theme, size="small", weight=MEDIUM, colour="muted")
        self._words = FittedLabel(theme, colour="muted")
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addWidget(self.aside)
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._words)
        self._column.addWidget(content, 1)
        self._words.hide()
        theme.changed.connect(self._measure)
        self._measure()

    @property
    def words(self) -> str:
        """What it says instead of its content, or nothing."""
        return "" if self._words.isHidden() else self._words.text

    def add_to_head(self, widget: QWidget) -> None:
        """Put ``widget`` at the right end of the title."""
        self._head.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Put ``widget`` under the content."""
        self._column.addWidget(widget)

    def show_content(self, aside: str = "") -> None:
        """Show the content, with a few words beside the title."""
        self._show(aside, "")

    def show_words(self, words: str, aside: str = "") -> None:
        """Say why there is no content."""
        self._show(aside, words)

    def _show(self, aside: str, words: str) -> None:
        self.aside.show_text(aside)
        self._words.show_text(words)
        self._words.setVisible(bool(words))
        self._content.setVisible(not words)

    def _measure(self) -> None:
        side, top = self._theme.px(24), self._theme.px(18)
        self._column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        self._column.setSpacing(self._theme.px(10))
        self._head.setSpacing(self._theme.px(10))
