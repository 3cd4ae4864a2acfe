"""What somebody will see, how many places are taken, and the way to step back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.screen_preview import ScreenPreview


class PreviewPanel(CardFrame):
    """Stands beside the cards in a wide window, lies under them in a tall one."""

    stepped_back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = FittedLabel(theme, weight=BOLD)
        self.preview = ScreenPreview(theme)
        self._words = FittedLabel(theme, size="small", colour="muted")
        self.undo = PillButton(theme, self.tr("Undo"), picture="interface/undo")
        self.undo.quiet = True
        self.undo.clicked.connect(self.stepped_back)
        self._text = QVBoxLayout()
        self._text.addWidget(self._words)
        self._text.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self._text.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.addWidget(self._title)
        self._box.addWidget(self.preview)
        self._box.addLayout(self._text, 1)

    @property
    def words(self) -> str:
        """The sentence about the places."""
        return self._words.text

    def show_words(self, title: str, words: str) -> None:
        """Say whose screen it is, and how many places are taken."""
        self._title.show_text(title)
        self._words.show_text(words)

    def arrange(self, width: int, height: int, *, lying: bool) -> int:
        """Arrange the parts for ``width``; the height in pixels that they take, up to ``height``.

        Args:
            width: of the panel, in pixels.
            height: the most that there is.
            lying: the preview stands at the left of the words.
        """
        side, gap = self._theme.px(18), self._theme.px(10)
        self._box.setContentsMargins(side + 5, side + 2, side + 5, side + 6)
        self._box.setSpacing(gap)
        self._text.setSpacing(gap)
        inner, around = width - 2 * side - 10, 2 * side + 8
        real = self.window().size()
        shape = real.height() / max(1, real.width())
        if lying:
            self._text.insertWidget(0, self._title)
            self._box.setDirection(QBoxLayout.Direction.LeftToRight)
            high = height - around
            self.preview.setFixedSize(min(inner // 2, round(high / shape)), high)
            return height
        self._box.insertWidget(0, self._title)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom)
        words = sum(each.heightForWidth(inner) for each in (self._title, self._words))
        words += self.undo.sizeHint().height() + 3 * gap
        high = min(round(inner * shape), height - around - words)
        self.preview.setFixedSize(inner, max(60, high))
        return min(height, around + words + self.preview.height())
