"""The big digits of the lock."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pad_key import PadKey

COLUMNS, ROWS = 3, 4
KEY_WIDTH, KEY_HEIGHT, GAP = 126, 102, 0
LAST_ROW = 9


class PinPad(QWidget):
    """Tells each touch: ``digit_touched``, ``erase_touched``, ``done_touched``."""

    digit_touched = Signal(str)
    erase_touched = Signal()
    done_touched = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.digits = {digit: PadKey(theme, digit, self) for digit in "1234567890"}
        self.done = PadKey(theme, self.tr("Done"), self, picture="interface/check", primary=True)
        self.erase = PadKey(theme, self.tr("Erase"), self, picture="interface/backspace")
        for digit, key in self.digits.items():
            key.clicked.connect(partial(self._touched, digit))
        self.done.clicked.connect(self.done_touched)
        self.erase.clicked.connect(self.erase_touched)
        self._keys = [*(self.digits[d] for d in "123456789"), self.done]
        self._keys += [self.digits["0"], self.erase]
        for one, next_one in zip(self._keys, self._keys[1:], strict=False):
            QWidget.setTabOrder(one, next_one)

    def best_width(self) -> int:
        """How wide it looks best, in pixels."""
        return COLUMNS * max(self._theme.target("child"), self._theme.px(KEY_WIDTH))

    def best_height(self) -> int:
        """How high it looks best, in pixels."""
        return ROWS * max(self._theme.target("child"), self._theme.px(KEY_HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width, height = self.width() / COLUMNS, self.height() / ROWS
        for i, key in enumerate(self._keys):
            row, column = divmod(i, COLUMNS)
            left, top = round(column * width), round(row * height)
            right, bottom = round((column + 1) * width), round((row + 1) * height)
            key.setGeometry(left, top, right - left, bottom - top)

    def _touched(self, digit: str) -> None:
        self.digit_touched.emit(digit)
