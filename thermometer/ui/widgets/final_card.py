"""The last word before something is gone for good: a sentence, and a button to be held."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.hold_button import HoldButton


class FinalCard(CardFrame):
    """Words, something to be typed if there is anything, and the button.

    Args:
        theme: colours and sizes.
        button: what the button says.
        hold_ms: how long it has to be held.
        between: stands between the words and the button.
    """

    def __init__(
        self, theme: Theme, button: str, hold_ms: int, between: QWidget | None = None
    ) -> None:
        super().__init__(theme)
        self.words = FittedLabel(theme, weight=BOLD)
        self.hold = HoldButton(theme, button, hold_ms, picture="interface/close")
        self.hold.quiet = True
        self.hint = FittedLabel(
            theme, self.tr("Hold the button for three seconds."), size="small", colour="muted"
        )
        self._column = QVBoxLayout(self)
        for widget in (self.words, between, self.hint):
            if widget is not None:
                self._column.addWidget(widget)
        self._column.addWidget(self.hold, 0, Qt.AlignmentFlag.AlignLeft)
        self._pad()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._pad()

    def _pad(self) -> None:
        pad = self._theme.px(26) + 6
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(self._theme.px(12))
