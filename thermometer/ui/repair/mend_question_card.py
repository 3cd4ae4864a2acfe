"""Anything to mend? Asked once after a red that ended green; every answer is fine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from thermometer.domain.mend_questions import MendAnswer, MendQuestion
from thermometer.domain.people import Person, Role
from thermometer.ui.theme.theme import MEDIUM, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


def others_of(question: MendQuestion, family: Sequence[Person]) -> tuple[Person, ...]:
    """With whom there may be something to mend: grown-ups for a child, children for a grown-up."""
    wanted = Role.PARENT if question.role is Role.CHILD else Role.CHILD
    return tuple(person for person in family if person.role is wanted)


class MendQuestionCard(CardFrame):
    """Tells ``answered`` with the answer and, unless it is no, with whom.

    Args:
        theme: colours and sizes.
        words: whose red it was, when, and the question.
        others: with whom there may be something to mend; asked only if there are several.
    """

    answered = Signal(MendAnswer, object)

    def __init__(self, theme: Theme, words: str, others: Sequence[Person]) -> None:
        super().__init__(theme)
        self._answer = MendAnswer.YES
        self._only: UUID | None = others[0].id if len(others) == 1 else None
        self.question = FittedLabel(theme, words, weight=MEDIUM)
        answers = {
            MendAnswer.YES: self.tr("Yes"),
            MendAnswer.NO: self.tr("No"),
            MendAnswer.ALREADY_DID: self.tr("We have made up"),
        }
        self.answers = {each: PillButton(theme, text) for each, text in answers.items()}
        self.others = {
            one.id: PillButton(theme, one.name, picture=f"people/{one.picture}") for one in others
        }
        self.with_whom = FittedLabel(theme, self.tr("With whom?"), colour="muted")
        self._whom = ButtonFlow(theme, *self.others.values())
        column = QVBoxLayout(self)
        side, top = theme.px(28), theme.px(16)
        column.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        column.addWidget(self.question)
        column.addWidget(ButtonFlow(theme, *self.answers.values()))
        column.addWidget(self.with_whom)
        column.addWidget(self._whom)
        self._ask_whom(asked=False)
        for answer, button in self.answers.items():
            button.clicked.connect(partial(self._chosen, answer))
        for person, button in self.others.items():
            button.clicked.connect(partial(self._named, person))

    def _ask_whom(self, *, asked: bool) -> None:
        self.with_whom.setVisible(asked)
        self._whom.setVisible(asked)

    def _chosen(self, answer: MendAnswer) -> None:
        self._answer = answer
        if answer is MendAnswer.NO:
            self.answered.emit(answer, None)
        elif self._only is not None:
            self.answered.emit(answer, self._only)
        else:
            self._ask_whom(asked=True)

    def _named(self, person: UUID) -> None:
        self.answered.emit(self._answer, person)
