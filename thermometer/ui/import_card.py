"""The half of the page of files that brings records in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thermometer.services.exchange import Plan
from thermometer.ui.exchange_words import ExchangeWords
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


class ImportCard(CardFrame):
    """``asked`` tells that files are wanted, ``agreed`` that what was shown is to be done.

    ``told`` are the lines about the plan in view.

    Args:
        theme: colours and sizes.
        words: what a plan says.
        parent: the page.
    """

    asked = Signal()
    agreed = Signal()

    def __init__(self, theme: Theme, words: ExchangeWords, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = words
        self.plan: Plan | None = None
        self.told: list[str] = []
        self._found = FittedLabel(theme, weight=BOLD)
        self._room = QWidget()
        self.lines = QVBoxLayout(self._room)
        self.choose = PillButton(
            theme, self.tr("Choose files"), picture="interface/folder", primary=True
        )
        self.agree = PillButton(
            theme, self.tr("Bring it in"), picture="interface/check", primary=True
        )
        self.said = FittedLabel(theme, size="small")
        self._put_together()
        self.choose.clicked.connect(self.asked)
        self.agree.clicked.connect(self.agreed)
        self.show_plan(None)

    def _put_together(self) -> None:
        theme = self._theme
        about = self.tr("Tables (CSV) or the one file (JSON) of this program, in any order.")
        note = self.tr("First you see what it would do. All of it is brought in, or nothing.")
        self.column, buttons = QVBoxLayout(self), QHBoxLayout()
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(FittedLabel(theme, self.tr("Bring in"), size="large", weight=BOLD))
        self.column.addWidget(FittedLabel(theme, about, colour="muted"))
        self.column.addWidget(FittedLabel(theme, note, size="small", colour="muted"))
        for widget in (self.said, self._found, self._room):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        for button in (self.agree, self.choose):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addStretch(1)
        self.column.addLayout(buttons)

    def show_plan(self, plan: Plan | None) -> None:
        """Show what ``plan`` would do; nothing for None."""
        self.plan, self.told = plan, []
        for label in self._room.findChildren(FittedLabel):
            label.hide()
            label.deleteLater()
        self._found.setVisible(plan is not None)
        self._room.setVisible(plan is not None)
        self.agree.setVisible(plan is not None and plan.changes_anything and not plan.refusals)
        if plan is None:
            return
        words = self._words
        self._found.show_text(words.title(plan))
        self.told = [*words.refusals(plan), *words.counts(plan), *words.kept(plan)]
        for text in self.told:
            self.lines.addWidget(FittedLabel(self._theme, text))

    def show_said(self, text: str) -> None:
        """Say what became of it."""
        self.said.show_text(text)
        self.said.setVisible(bool(text))
