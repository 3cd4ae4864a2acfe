"""Whose PIN it is: one of several parents."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.choice_button import ChoiceButton


class OwnerRow(QWidget):
    """A button each, by a key of the caller's; ``chosen`` tells the key."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: dict[object, ChoiceButton] = {}
        self.current: object = None

    def show_owners(self, names: Mapping[object, str], current: object) -> None:
        """Offer ``names``, with ``current`` chosen."""
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.current = current
        self.buttons = {}
        for key, name in names.items():
            button = ChoiceButton(self._theme, name, self)
            button.setChecked(key == current)
            button.clicked.connect(partial(self._choose, key))
            button.show()
            self.buttons[key] = button
        self._lay_out()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), self._theme.target("parent") + 8)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.buttons:
            return
        gap = self._theme.px(10)
        each = min(
            (self.width() - gap * (len(self.buttons) - 1)) // len(self.buttons),
            max(self._theme.px(200), 230),
        )
        x = (self.width() - each * len(self.buttons) - gap * (len(self.buttons) - 1)) // 2
        for button in self.buttons.values():
            button.setGeometry(x, 0, each, self.height())
            x += each + gap

    def _choose(self, key: object) -> None:
        self.current = key
        self.chosen.emit(key)
