"""A round loudspeaker that reads a page to somebody."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pill_button import PillButton


class ReadButton(PillButton):
    """Stands out as long as it reads; it needs no words, for those who cannot read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", picture="interface/speaker", who="child", parent=parent)
        self.setCheckable(True)
        self.show_reading(is_reading=False)
        self.hide()

    @override
    def nextCheckState(self) -> None:
        """A touch changes nothing by itself: what it does is shown once it is done."""

    def show_reading(self, *, is_reading: bool) -> None:
        """It reads, or it is silent."""
        self.setChecked(is_reading)
        self.setAccessibleName(self.tr("Stop reading") if is_reading else self.tr("Read to me"))
