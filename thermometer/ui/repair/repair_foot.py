"""The way on under a step: pause, skip, next."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
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
        self._words = {
            "interface/stones": self.tr("What gets in the way"),
            "interface/help": self.tr("When it was frightening"),
        }
        self.roadblocks, self.help = (
            PillButton(theme, words, picture=picture) for picture, words in self._words.items()
        )
        self.skip = PillButton(theme, self.tr("Skip"))
        self.next = PillButton(theme, self.tr("Next"), primary=True)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.pause)
        row.addWidget(self.lock)
        row.addWidget(self.roadblocks)
        row.addWidget(self.help)
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
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def show_help(self, *, shown: bool) -> None:
        """Offer the help page, or not."""
        self.help.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for the words of the quiet ways, their pictures stand alone."""
        quiet = (self.roadblocks, self.help)
        for button, words in zip(quiet, self._words.values(), strict=True):
            button.setText(words)
        everything = (self.pause, self.lock, *quiet, self.skip, self.next)
        shown = [button for button in everything if not button.isHidden()]
        wide = sum(button.sizeHint().width() + self._row.spacing() for button in shown)
        for button in quiet:
            if wide > self.width():
                button.setText("")
            button.updateGeometry()

    @staticmethod
    def _say(button: PillButton, text: str) -> None:
        button.setText(text)
        button.setAccessibleName(text)
        button.updateGeometry()
