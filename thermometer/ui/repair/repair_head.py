"""Over a step: which one it is, and the quiet ways that are there at every step."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton

WORDS = 0.3
"""So much of the width the name needs at least; it is written smaller where it is too long."""


class RepairHead(QWidget):
    """Number and name at the left, what gets in the way and the help page at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = FittedLabel(theme, weight=BOLD, colour="accent", parent=self)
        self._name = FittedLabel(theme, size="display", weight=BOLD, parent=self)
        self.roadblocks = PillButton(
            theme, self.tr("What gets in the way"), picture="interface/stones"
        )
        self.help = PillButton(theme, self.tr("Help"), picture="interface/help")
        self.help.setAccessibleName(self.tr("When it was frightening"))
        self._ways = ButtonFlow(theme, self.roadblocks, self.help, parent=self)

    @property
    def number(self) -> str:
        """Which step of how many."""
        return self._number.text

    @property
    def name(self) -> str:
        """The name of the step."""
        return self._name.text

    def show_step(self, number: str, name: str, *, help_too: bool) -> None:
        """Show which step it is, and the help page or not."""
        self._number.show_text(number)
        self._name.show_text(name)
        self.help.setVisible(help_too)
        self._ways.arrange()
        self._lay_out()

    def height_in(self, width: int) -> int:
        """The height in pixels that it takes where it is ``width`` wide."""
        words, ways = self._words_height(), self._ways.heightForWidth(width)
        return max(words, ways) if self._stand_side_by_side(width) else words + ways

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _words_height(self) -> int:
        return self._number.sizeHint().height() + self._name.sizeHint().height()

    def _stand_side_by_side(self, width: int) -> bool:
        words = max(self._number.sizeHint().width(), round(width * WORDS))
        return words + self._theme.px(16) + self._ways.sizeHint().width() <= width

    def _lay_out(self) -> None:
        wide, ways = self.width(), self._ways.sizeHint().width()
        beside = self._stand_side_by_side(wide)
        words = wide - ways - self._theme.px(16) if beside else wide
        number, name = self._number.sizeHint().height(), self._name.sizeHint().height()
        self._number.setGeometry(0, 0, words, number)
        self._name.setGeometry(0, number, words, name)
        if beside:
            high = self._ways.sizeHint().height()
            top = max(0, (number + name - high) // 2)
            self._ways.setGeometry(wide - ways, top, ways, high)
        else:
            self._ways.setGeometry(0, number + name, wide, self._ways.heightForWidth(wide))
