"""The head of a page that was come to from another: the way back, a title, a few words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


class PageHead(QWidget):
    """``back`` tells that the way back was touched.

    Args:
        theme: colours and sizes.
        back: what the way back is called.
        parent: the page.
    """

    back_chosen = Signal()

    def __init__(self, theme: Theme, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = PillButton(theme, back, picture="interface/back", parent=self)
        self.back.clicked.connect(self.back_chosen)
        self._title = FittedLabel(theme, size="title", weight=BOLD)
        self._below = FittedLabel(theme, colour="muted")
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self._title)
        self._words.addWidget(self._below)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(14))
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._words, 1)

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text

    @property
    def below(self) -> str:
        """The words under it."""
        return self._below.text

    def show_words(self, title: str, below: str = "") -> None:
        """Show a title and what is said under it."""
        self._title.show_text(title)
        self._below.show_text(below)
        self._below.setVisible(bool(below))

    @override
    def sizeHint(self) -> QSize:
        words = (self._theme.text_px("title") + self._theme.text_px("normal")) * 1.35
        back = self.back.sizeHint()
        return QSize(back.width() * 4, max(back.height(), round(words)))

    def height_in(self, width: int) -> int:
        """The height in pixels that it takes where it is ``width`` wide."""
        back = self.back.sizeHint()
        room = width - back.width() - self._row.spacing()
        words = sum(
            label.heightForWidth(room) for label in (self._title, self._below) if label.text
        )
        return max(back.height(), words)

    def show_back(self, text: str) -> None:
        """Say where the way back leads."""
        self.back.setText(text)
        self.back.setAccessibleName(text)
        self.back.updateGeometry()
