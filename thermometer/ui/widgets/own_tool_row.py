"""The family's own tools, each of which can be changed; nothing where there are none."""

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
    """``chosen`` names the tool that is to be changed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tools: tuple[Tool, ...] = ()
        self._flow = FlowBox(theme)
        self.pills: dict[str, PillButton] = {}
        title = FittedLabel(theme, self.tr("Our own tools"), weight=BOLD)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(title)
        column.addWidget(self._flow)
        self.hide()

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
        self._flow.show_items(self.pills.values())
        self.setVisible(bool(found))

    def _choose(self, id_: str) -> None:
        self.chosen.emit(id_)
