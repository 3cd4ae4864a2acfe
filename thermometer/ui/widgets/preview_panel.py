"""What somebody will see, how many places are taken, and the way to step back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.screen_preview import ScreenPreview

LYING, LOWEST = 256, 60


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
        if lying:
            return around + self._lie(inner, height - around, gap)
        return around + self._stand(inner, height - around, gap)

    def _lie(self, width: int, height: int, gap: int) -> int:
        """The preview at the left, as high as the words beside it or as looks well."""
        self._text.insertWidget(0, self._title)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight)
        high = max(self._theme.px(LYING), self._words_height(width * 3 // 5, gap))
        high = min(high, height)
        self.preview.setFixedSize(min(width * 2 // 5 - gap, round(high / self._shape())), high)
        return high

    def _stand(self, width: int, height: int, gap: int) -> int:
        """The preview between its title and the words, as wide as they are."""
        self._box.insertWidget(0, self._title)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom)
        words = self._words_height(width, gap)
        high = max(LOWEST, min(round(width * self._shape()), height - words))
        self.preview.setFixedSize(width, high)
        return min(height, words + high)

    def _words_height(self, width: int, gap: int) -> int:
        labels = sum(each.heightForWidth(width) for each in (self._title, self._words))
        return labels + self.undo.sizeHint().height() + 3 * gap

    def _shape(self) -> float:
        """How much higher than wide the window is."""
        real = self.window().size()
        return real.height() / max(1, real.width())
