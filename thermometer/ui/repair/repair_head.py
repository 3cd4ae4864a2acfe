"""Over a step: which one it is, and the quiet ways that are there at every step."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pictures import draw_picture
from thermometer.ui.widgets.pill_button import PillButton

WORDS = 0.3
"""So much of the width the name needs at least; it is written smaller where it is too long."""
PICTURE, PICTURE_ON_TALL = 68, 88
"""The largest side of the step's picture, in the design's pixels."""


class RepairHead(QWidget):
    """The step's picture, number and name, and beside them or under them the quiet ways."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tall = False
        self.picture = ""
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

    def stand(self, *, tall: bool) -> None:
        """On a ``tall`` page there is room for a larger picture, and for the ways under it."""
        self._tall = tall

    def show_step(self, number: str, name: str, picture: str, *, help_too: bool) -> None:
        """Show which step it is, and the help page or not."""
        self.picture = picture
        self.update()
        self._number.show_text(number)
        self._name.show_text(name)
        self.help.setVisible(help_too)
        self._ways.arrange()
        self._lay_out()

    def height_in(self, width: int) -> int:
        """The height in pixels that it takes where it is ``width`` wide."""
        words, ways = self._words_height(), self._ways.heightForWidth(width)
        if self._stand_side_by_side(width):
            return max(words, ways)
        return max(words, self._side()) + self._gap() + ways

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._side()
        top = max(0, (max(side, self._words_height()) - side) // 2)
        draw_picture(painter, self.picture, QRectF(0, top, side, side))

    def _side(self) -> int:
        """The side of the picture: beside the words it is no higher than they are."""
        if self._tall:
            return self._theme.px(PICTURE_ON_TALL)
        return min(self._theme.px(PICTURE), self._words_height())

    def _gap(self) -> int:
        """Between the words and the ways under them."""
        return self._theme.px(8) if self._tall else 0

    def _words_height(self) -> int:
        return self._number.sizeHint().height() + self._name.sizeHint().height()

    def _stand_side_by_side(self, width: int) -> bool:
        if self._tall:
            return False
        number = self._side() + self._theme.px(14) + self._number.sizeHint().width()
        words = max(number, round(width * WORDS))
        return words + self._theme.px(16) + self._ways.sizeHint().width() <= width

    def _lay_out(self) -> None:
        wide, ways = self.width(), self._ways.sizeHint().width()
        beside = self._stand_side_by_side(wide)
        left = self._side() + self._theme.px(14)
        words = (wide - ways - self._theme.px(16) if beside else wide) - left
        number, name = self._number.sizeHint().height(), self._name.sizeHint().height()
        top = 0 if beside else max(0, (self._side() - number - name) // 2)
        self._number.setGeometry(left, top, words, number)
        self._name.setGeometry(left, top + number, words, name)
        if beside:
            high = self._ways.sizeHint().height()
            top = max(0, (number + name - high) // 2)
            self._ways.setGeometry(wide - ways, top, ways, high)
        else:
            top = max(number + name, self._side()) + self._gap()
            self._ways.setGeometry(0, top, wide, self._ways.heightForWidth(wide))
