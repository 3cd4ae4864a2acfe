"""The family's own tools, and the way to make another one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.domain.tools import Tool
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.flow_box import FlowBox
from thermometer.ui.widgets.pill_button import PillButton


class OwnToolRow(QWidget):
    """``chosen`` names the tool that is to be changed, or is empty for a new one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tools: tuple[Tool, ...] = ()
        self._flow = FlowBox(theme)
        self.make = PillButton(
            theme, self.tr("Make our own"), picture="interface/plus", parent=self._flow
        )
        self.make.clicked.connect(lambda: self.chosen.emit(""))
        self.pills: dict[str, PillButton] = {}
        self._title = FittedLabel(theme, self.tr("Our own tools"), weight=BOLD)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self._title)
        column.addWidget(self._flow)
        self._flow.show_items((self.make,))
        self._title.hide()

    def show_tools(self, tools: Iterable[Tool]) -> None:
        """Show those that there are."""
        found = tuple(tools)
        if found == self._tools:
            return
        for old in self.pills.values():
            old.hide()
            old.deleteLater()
        self._tools = found
        self.pills = {
            tool.id: PillButton(self._theme, tool.name, picture=tool.picture, parent=self._flow)
            for tool in found
        }
        for id_, pill in self.pills.items():
            pill.setAccessibleName(self.tr("{tool}: change").format(tool=pill.text()))
            pill.clicked.connect(partial(self._choose, id_))
        self._title.setVisible(bool(found))
        self._flow.show_items((*self.pills.values(), self.make))

    def _choose(self, id_: str) -> None:
        self.chosen.emit(id_)
