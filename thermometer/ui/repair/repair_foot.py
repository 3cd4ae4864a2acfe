"""The way on under a step: back, pause, home, skip, next; and a word where next has to wait."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.repair_steps import RepairStep
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton

SMALLEST = 0.7
"""A button's words still fit in so much of the width that it wants."""


class RepairFoot(QWidget):
    """The ways out stand at the left, the ways on at the right; each says in words what it does.

    Where there is little room their words are smaller, and a narrow page has them in two rows. Over
    them stand the words and, at *Reflect and ask*, the
    child's card, so that neither is ever scrolled away.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = FittedLabel(theme, weight=BOLD, colour="second_line", parent=self)
        self.give = PillButton(
            theme, self.tr("Show the answer card"), picture="interface/card-yes", parent=self
        )
        self.back = PillButton(theme, self.tr("Back"), picture="interface/back", parent=self)
        self.pause = PillButton(theme, self.tr("Pause"), parent=self)
        self.home = PillButton(theme, self.tr("Home"), picture="interface/home", parent=self)
        self.skip = PillButton(theme, self.tr("Skip"), parent=self)
        self.next = PillButton(theme, self.tr("Next"), primary=True, parent=self)
        self.give.hide()

    @property
    def words(self) -> str:
        """What stands over the buttons, or nothing."""
        return "" if self._words.isHidden() else self._words.text

    def show_step(self, step: RepairStep, *, ready: bool, words: str) -> None:
        """Show what can be done at ``step``; without being ready only the others can."""
        calm = step is RepairStep.CALM_FIRST
        self._say(self.pause, self.tr("Not ready yet") if calm else self.tr("Pause"))
        last = step in (RepairStep.HOW_DID_IT_GO, RepairStep.LATER)
        self._say(self.next, self.tr("Done") if last else self.tr("Next"))
        self.pause.setVisible(step is not RepairStep.LATER)
        self.skip.setVisible(not last)
        self.give.setVisible(step is RepairStep.REFLECT)
        self.next.setEnabled(ready)
        self.next.setAccessibleDescription("" if ready else words)
        self._words.show_text(words)
        self._words.setVisible(bool(words))
        self._lay_out()

    def show_given(self, *, is_given: bool) -> None:
        """The card stands out until the child has answered; then it is one way among others."""
        self.give.quiet = not is_given
        self.give.show_picture("" if is_given else "interface/card-yes")
        self._say(
            self.give, self.tr("Show it again") if is_given else self.tr("Show the answer card")
        )
        self._lay_out()

    def height_in(self, width: int) -> int:
        """The height in pixels that it takes where it is ``width`` wide."""
        above = self._above_height(width)
        high = self.next.sizeHint().height()
        return above + (high if self._is_one_row(width) else 2 * high + self._gap())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _gap(self) -> int:
        return self._theme.px(8)

    def _share(self, width: int) -> float:
        """How much of the width that it wants each button gets in one row."""
        everything = [*self._out(), *self._on()]
        gaps = self._gap() * len(everything)
        return min(1.0, (width - gaps) / sum(one.sizeHint().width() for one in everything))

    def _is_one_row(self, width: int) -> bool:
        return self._share(width) >= SMALLEST

    def _out(self) -> list[PillButton]:
        return [one for one in (self.back, self.pause, self.home) if not one.isHidden()]

    def _on(self) -> list[PillButton]:
        return [one for one in (self.skip, self.next) if not one.isHidden()]

    def _wide(self, buttons: Sequence[PillButton], share: float) -> int:
        wide = sum(int(button.sizeHint().width() * share) for button in buttons)
        return wide + self._gap() * (len(buttons) - 1)

    def _words_width(self, width: int) -> int:
        give = 0 if self.give.isHidden() else self.give.sizeHint().width() + self._gap()
        return max(40, width - give)

    def _above_height(self, width: int) -> int:
        words = 0
        if not self._words.isHidden():
            words = self._words.heightForWidth(self._words_width(width)) + self._gap() // 2
        give = 0 if self.give.isHidden() else self.give.sizeHint().height()
        return max(words, give)

    def _lay_out(self) -> None:
        width, gap = self.width(), self._gap()
        above, give = self._above_height(width), self.give.sizeHint()
        self._words.setGeometry(0, 0, self._words_width(width), above)
        self.give.setGeometry(
            QRect(width - give.width(), (above - give.height()) // 2, give.width(), give.height())
        )
        one_row, share = self._is_one_row(width), self._share(width)
        first, second = self._out(), self._on()
        row = self.next.sizeHint().height() + gap
        share = share if one_row else min(1.0, width / max(1, self._wide(first, 1.0)))
        self._put(first, 0, above, share)
        top = above if one_row else above + row
        self._put(second, width - self._wide(second, share), top, share)

    def _put(self, buttons: Sequence[PillButton], x: int, y: int, share: float) -> None:
        for button in buttons:
            hint = button.sizeHint()
            wide = int(hint.width() * share)
            button.setGeometry(QRect(x, y, wide, hint.height()))
            x += wide + self._gap()

    @staticmethod
    def _say(button: PillButton, text: str) -> None:
        button.setText(text)
        button.setAccessibleName(text)
        button.updateGeometry()
        button.update()
