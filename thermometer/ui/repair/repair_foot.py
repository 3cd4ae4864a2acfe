"""The way on under a step: pause, skip, next."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.repair_steps import RepairStep
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pill_button import PillButton


class RepairFoot(QWidget):
    """Pause and the lock at the left, skip and the one thing to do next at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.pause = PillButton(theme, self.tr("Pause"))
        self.lock = PillButton(theme, "", picture="interface/lock")
        self.lock.setAccessibleName(self.tr("Lock"))
        self.skip = PillButton(theme, self.tr("Skip"))
        self.next = PillButton(theme, self.tr("Next"), primary=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.pause)
        row.addWidget(self.lock)
        row.addStretch(1)
        row.addWidget(self.skip)
        row.addWidget(self.next)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self.next.sizeHint().height())

    def show_step(self, step: RepairStep, *, ready: bool) -> None:
        """Show what can be done at ``step``; without being ready only the others can."""
        calm = step is RepairStep.CALM_FIRST
        self._say(self.pause, self.tr("Not ready yet") if calm else self.tr("Pause"))
        last = step in (RepairStep.HOW_DID_IT_GO, RepairStep.LATER)
        self._say(self.next, self.tr("Done") if last else self.tr("Next"))
        self.pause.setVisible(step is not RepairStep.LATER)
        self.skip.setVisible(not last)
        self.next.setEnabled(ready)

    @staticmethod
    def _say(button: PillButton, text: str) -> None:
        button.setText(text)
        button.setAccessibleName(text)
        button.updateGeometry()
