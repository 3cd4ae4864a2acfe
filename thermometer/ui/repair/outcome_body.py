"""How did it go: together, a bit, not yet; and when to try again."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from thermometer.domain.ruptures import Outcome
from thermometer.domain.try_again import TryAgain
from thermometer.ui.repair.again_pick import AgainPick
from thermometer.ui.repair.body import StepBody
from thermometer.ui.repair.repair_words import OUTCOME_PICTURES, outcome_name
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.picture_choice import PictureChoice


class OutcomeBody(StepBody):
    """``changed`` tells that an answer was given; no answer looks better than another."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.outcome: Outcome | None = None
        self.answers = {
            each: PictureChoice(theme, outcome_name(each), OUTCOME_PICTURES[each])
            for each in Outcome
        }
        self.again = AgainPick(theme, self.tr("When do you want to try again?"))
        self._answers_row = QHBoxLayout()
        for each, button in self.answers.items():
            self._answers_row.addWidget(button)
            button.clicked.connect(partial(self._choose, each))
        self._again_card = CardFrame(theme)
        self._again_rows = QVBoxLayout(self._again_card)
        self._again_rows.addWidget(self.again)
        self._rows.addLayout(self._answers_row)
        self._rows.addWidget(self._again_card)
        self._rows.addStretch(1)
        self.again.changed.connect(self.changed)
        theme.changed.connect(self._measure)
        self._measure()

    @override
    def show_now(self) -> None:
        self.outcome = None
        self._show_answer()

    def show_times(self, times: dict[TryAgain, datetime], now: datetime, zone: str) -> None:
        """Offer the times to try again at."""
        self.again.show_times(times, now, zone)

    @override
    def stand(self, high: int) -> None:
        for answer in self.answers.values():
            answer.stand(high // 4)

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer, with a time where one is asked for."""
        if self.outcome in (None, Outcome.TOGETHER):
            return self.outcome is not None
        return self.again.at is not None

    def _choose(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self._show_answer()
        self.changed.emit()

    def _show_answer(self) -> None:
        for each, button in self.answers.items():
            button.setChecked(each is self.outcome)
        self._again_card.setVisible(self.outcome in (Outcome.A_BIT, Outcome.NOT_YET))

    def _measure(self) -> None:
        side, top = self._theme.px(28), self._theme.px(20)
        self._again_rows.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
