"""How did it go? Asked on the card of a repair that was paused just there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thermometer.domain.ruptures import Outcome
from thermometer.domain.try_again import TryAgain
from thermometer.ui.repair.again_pick import AgainPick
from thermometer.ui.repair.repair_words import OUTCOME_PICTURES, outcome_name
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


@dataclass(frozen=True, slots=True)
class AgainTimes:
    """When it can be tried again, all later than now."""

    times: Mapping[TryAgain, datetime]
    now: datetime
    zone: str


class OutcomeAsk(QWidget):
    """``answered`` tells how it went, and when to try again or None.

    Args:
        theme: colours and sizes.
        again: when it can be tried again.
    """

    answered = Signal(object, object)

    def __init__(self, theme: Theme, again: AgainTimes) -> None:
        super().__init__()
        self.outcome: Outcome | None = None
        self.question = FittedLabel(theme, self.tr("How did it go?"), weight=BOLD)
        self.answers = {
            each: PillButton(theme, outcome_name(each), picture=OUTCOME_PICTURES[each])
            for each in Outcome
        }
        self.explained = FittedLabel(
            theme,
            self.tr(
                "One touch keeps it; “A bit” and “Not yet” then ask when to try again. "
                "“A bit” is a little nearer. Any answer is fine."
            ),
            size="small",
            colour="muted",
        )
        self.again = AgainPick(theme, self.tr("When do you want to try again?"))
        self.again.show_times(dict(again.times), again.now, again.zone)
        self.again.hide()
        self.done = PillButton(theme, self.tr("Done"), primary=True)
        self.done.hide()
        self._arrange(theme)
        for each, button in self.answers.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, each))
        self.again.changed.connect(lambda: self.done.setEnabled(self.again.at is not None))
        self.done.clicked.connect(lambda: self.answered.emit(self.outcome, self.again.at))

    def _arrange(self, theme: Theme) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(6))
        rows.addWidget(self.question)
        rows.addWidget(ButtonFlow(theme, *self.answers.values()))
        rows.addWidget(self.explained)
        rows.addWidget(self.again)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.done)
        rows.addLayout(last)

    def _choose(self, outcome: Outcome) -> None:
        """Together is told at once; the others once there is a time."""
        self.outcome = outcome
        for each, button in self.answers.items():
            button.setChecked(each is outcome)
        if outcome is Outcome.TOGETHER:
            self.answered.emit(outcome, None)
            return
        self.again.show()
        self.done.show()
        self.done.setEnabled(self.again.at is not None)
