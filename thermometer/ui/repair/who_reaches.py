"""Who reaches out this time: usually the grown-up it was with, sometimes another one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thermometer.domain.people import Person
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


class WhoReaches(QWidget):
    """``chosen`` tells the id of the grown-up who was touched.

    Args:
        theme: colours and sizes.
        grown_ups: everybody who may, the usual one first.
    """

    chosen = Signal(UUID)

    def __init__(self, theme: Theme, grown_ups: Sequence[Person]) -> None:
        super().__init__()
        self.question = FittedLabel(
            theme, self.tr("Who reaches out this time?"), weight=MEDIUM, colour="muted"
        )
        self.people = {
            one.id: PillButton(theme, one.name, picture=f"people/{one.picture}")
            for one in grown_ups
        }
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(6))
        rows.addWidget(self.question)
        rows.addWidget(ButtonFlow(theme, *self.people.values()))
        for id_, button in self.people.items():
            button.clicked.connect(partial(self.chosen.emit, id_))
