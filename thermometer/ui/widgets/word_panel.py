"""Entering the words of a recovery code with few touches: letters, and the words they can be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.lock import completions
from thermometer.domain.thresholds import CODE_WORDS
from thermometer.ui.announce import announce
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pad_key import PadKey
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.text import CENTRE

MOST_OFFERED = 4
WIDE = 9
"""Letters in a row where there is room, two thirds of it where there is not."""


class WordPanel(QWidget):
    """``entered`` tells the code once its last word was chosen.

    Args:
        theme: colours and sizes.
        words: all there are.
        parent: the page.
    """

    entered = Signal(str)

    def __init__(self, theme: Theme, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._chosen: list[str] = []
        self._begun = ""
        self.hint = FittedLabel(theme, weight=MEDIUM, colour="muted", align=CENTRE, parent=self)
        self._line = FittedLabel(theme, size="large", weight=BOLD, align=CENTRE, parent=self)
        self.offers = [PillButton(theme, "", parent=self) for _ in range(MOST_OFFERED)]
        for i, offer in enumerate(self.offers):
            offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            offer.clicked.connect(partial(self._choose, i))
        self.letters = {c: PadKey(theme, c, self) for c in sorted(set("".join(words)))}
        for letter, key in self.letters.items():
            key.clicked.connect(partial(self._add, letter))
        self.erase = PadKey(theme, self.tr("Erase"), self, picture="interface/backspace")
        self.erase.clicked.connect(self._erase)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Recovery code"))
        self._show()

    @property
    def line(self) -> str:
        """What has been entered, as it is shown."""
        return self._line.text

    def ask(self, hint: str) -> None:
        """Begin anew, with what is asked."""
        self._chosen, self._begun = [], ""
        self.hint.show_text(hint)
        announce(self, hint)
        self._show()

    def set_busy(self, *, busy: bool) -> None:
        """Take nothing while a code is being checked."""
        self.setEnabled(not busy)
        if not busy:
            self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().casefold()
        if letter in self.letters:
            if self.letters[letter].isEnabled():
                self._add(letter)
        elif event.key() == Qt.Key.Key_Backspace:
            self._erase()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(0)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width, height, gap = self.width(), self.height(), self._theme.px(8)
        text, target = max(24, self._theme.px(36)), self._theme.target("parent") + 6
        self.hint.setGeometry(0, 0, width, text)
        self._line.setGeometry(0, text, width, text)
        top = 2 * text + gap
        self._lay_out_offers(QRect(0, top, width, target))
        top += target + gap
        self._lay_out_letters(QRect(0, top, width, height - top))

    def _lay_out_offers(self, room: QRect) -> None:
        """Those that are to be seen, in the middle."""
        gap, count = self._theme.px(8), len(self._offered())
        each = (room.width() - (MOST_OFFERED - 1) * gap) // MOST_OFFERED
        each = min(each, self._theme.px(220))
        x = room.left() + (room.width() - count * each - (count - 1) * gap) // 2
        for offer in self.offers[:count]:
            offer.setGeometry(x, room.top(), each, room.height())
            x += each + gap

    def _lay_out_letters(self, room: QRect) -> None:
        keys = [*self.letters.values(), self.erase]
        columns = WIDE if room.width() > room.height() else WIDE * 2 // 3
        rows = ceil(len(keys) / columns)
        width = min(room.width() / columns, self._theme.px(100))
        height = min(room.height() / rows, self._theme.px(92))
        left = room.left() + (room.width() - columns * width) / 2
        for i, key in enumerate(keys):
            row, column = divmod(i, columns)
            key.setGeometry(
                round(left + column * width), round(room.top() + row * height),
                round(width), round(height),
            )  # fmt: skip

    def _offered(self) -> tuple[str, ...]:
        return completions(self._words, self._begun, MOST_OFFERED)

    def _add(self, letter: str) -> None:
        self._begun += letter
        self._show()

    def _erase(self) -> None:
        if self._begun:
            self._begun = self._begun[:-1]
        elif self._chosen:
            self._chosen.pop()
        self._show()

    def _choose(self, number: int) -> None:
        offered = self._offered()
        if number >= len(offered):
            return
        self._chosen.append(offered[number])
        self._begun = ""
        self._show()
        if len(self._chosen) == CODE_WORDS:
            self.entered.emit(" ".join(self._chosen))

    def _show(self) -> None:
        places = [*self._chosen, self._begun + "_"] if len(self._chosen) < CODE_WORDS else None
        shown = places or self._chosen
        self._line.show_text("   ".join([*shown, *["·"] * (CODE_WORDS - len(shown))]))
        offered = self._offered()
        for offer, word in zip(self.offers, [*offered, *[""] * MOST_OFFERED], strict=False):
            offer.setText(word)
            offer.setAccessibleName(word)
            offer.setVisible(bool(word))
        self._lay_out()
        following = {
            word[len(self._begun)]
            for word in self._words
            if word.startswith(self._begun) and len(word) > len(self._begun)
        }
        for letter, key in self.letters.items():
            key.setEnabled(letter in following and len(self._chosen) < CODE_WORDS)
        self.erase.setEnabled(bool(self._begun or self._chosen))
