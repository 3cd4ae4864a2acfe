"""Asking for a PIN: what is asked, dots for what was entered, the pad."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.domain.thresholds import PIN_LONGEST, PIN_SHORTEST
from thermometer.ui.announce import announce
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pin_dots import PinDots
from thermometer.ui.widgets.pin_pad import PinPad
from thermometer.ui.widgets.text import CENTRE

LOWEST_COLUMN = 440


class PinPanel(QWidget):
    """Takes digits from touch and keyboard; ``entered`` tells the PIN when it is done.

    In a low room the words and dots stand at the left of the pad, otherwise above it.
    """

    entered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._pin = theme, ""
        self.words = FittedLabel(theme, weight=MEDIUM, colour="muted", align=CENTRE, parent=self)
        self.dots = PinDots(theme, self)
        self.pad = PinPad(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("PIN"))
        self.pad.digit_touched.connect(self._add)
        self.pad.erase_touched.connect(self._erase)
        self.pad.done_touched.connect(self._finish)
        self._show()

    def ask(self, words: str) -> None:
        """Begin anew, with what is asked."""
        self._pin = ""
        self.words.show_text(words)
        announce(self, words)
        self._show()

    def set_busy(self, *, busy: bool) -> None:
        """Take nothing while a PIN is being checked."""
        self.setEnabled(not busy)
        if not busy:
            self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.text() in self.pad.digits and not modified:
            self._add(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._erase()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        room, gap = self.rect(), self._theme.px(14)
        width = min(self.pad.best_width(), room.width())
        if room.height() < LOWEST_COLUMN and room.width() > room.height():
            height = min(self.pad.best_height(), room.height())
            left = room.width() - width
            self.pad.setGeometry(left, (room.height() - height) // 2, width, height)
            self._lay_out_words(QRect(0, 0, left - gap, room.height()))
            return
        above = 2 * max(34, self._theme.px(40)) + gap
        height = min(self.pad.best_height(), room.height() - above)
        top = max(0, (room.height() - above - height) // 2)
        self._lay_out_words(QRect(0, top, room.width(), above - gap))
        self.pad.setGeometry((room.width() - width) // 2, top + above, width, height)

    def _lay_out_words(self, room: QRect) -> None:
        dots = self.dots.sizeHint().height()
        high = room.height() > 3 * dots
        words = min(room.height() - dots, self._theme.px(140) if high else room.height() // 2)
        top = room.top() + max(0, (room.height() - words - dots) // 2)
        self.words.setGeometry(room.left(), top, room.width(), words)
        self.dots.setGeometry(room.left(), top + words, room.width(), dots)

    def _add(self, digit: str) -> None:
        if len(self._pin) < PIN_LONGEST:
            self._pin += digit
            self._show()

    def _erase(self) -> None:
        self._pin = self._pin[:-1]
        self._show()

    def _finish(self) -> None:
        if len(self._pin) >= PIN_SHORTEST:
            pin, self._pin = self._pin, ""
            self.entered.emit(pin)

    def _show(self) -> None:
        self.dots.show_filled(len(self._pin))
        self.pad.done.setEnabled(len(self._pin) >= PIN_SHORTEST)
        self.pad.erase.setEnabled(bool(self._pin))
