"""Repairs: hard moments that wait, those come back together, those let be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.mend_questions import MendAnswer, MendQuestion
from thermometer.domain.mending import Repair, State
from thermometer.domain.mending_times import Shelf
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import Outcome
from thermometer.domain.same_moments import Twins
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import (
    FollowUpPlace,
    FrighteningHelp,
    GuidedRepair,
    MomentDetails,
    Place,
    Rehearsal,
    Repairs,
)
from thermometer.ui.repair.mend_question_card import MendQuestionCard
from thermometer.ui.repair.repair_card import RepairCard, RepairLook
from thermometer.ui.repair.repairs_showing import Asked, RepairsShowing, Told, repairs_showing
from thermometer.ui.repair.situation import who_may_reach_out
from thermometer.ui.repair.text_cards import lay_out_text_page
from thermometer.ui.repair.twins_card import TwinsCard
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from thermometer.services.mending import Mending

SHOWN_AT_FIRST = 6
"""So many of those that are done are shown; the others on request."""
WIDEST = 1112
"""In a window of the design's size a card reaches from one side of the page to the other."""


class RepairsPage(CornerPage):
    """Nothing here is red, counted or overdue."""

    rail_place = Repairs

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.cards: list[RepairCard] = []
        self.twins: list[TwinsCard] = []
        self.questions: list[MendQuestionCard] = []
        self._all_shown: set[Shelf] = set()
        self._shown: RepairsShowing | None = None
        self._again = QTimer(self, interval=self._timings.minute)
        self._again.timeout.connect(self._show_quietly)
        self.head = PageHead(theme, "", self)
        self.head.back.hide()
        self.head.show_words(
            self.tr("Repairs"),
            self.tr("Every family has hard moments. Coming back together is what helps."),
        )
        self.note = PillButton(theme, self.tr("Note a hard moment"), picture="interface/plus")
        self.practise = PillButton(theme, self.tr("Practise"), picture="interface/heart-mend")
        self.help = PillButton(theme, self.tr("When it was frightening"), picture="interface/help")
        self._ways = ButtonFlow(theme, self.note, self.practise, self.help)
        self._list = QWidget()
        self._list_rows = QVBoxLayout(self._list)
        self._list_rows.setContentsMargins(0, 0, 0, 0)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._ways)
        column.addWidget(self._list)
        column.addStretch(1)
        self.view = ScrollColumn(theme, self._content, self)
        self.note.clicked.connect(lambda: self.go_to.emit(MomentDetails()))
        self.practise.clicked.connect(lambda: self.go_to.emit(Rehearsal()))
        self.help.clicked.connect(lambda: self.go_to.emit(FrighteningHelp(Repairs())))

    @override
    def enter(self, place: Place) -> None:
        self._all_shown = set()
        self._show()
        self.view.verticalScrollBar().setValue(0)
        self._again.start()

    @override
    def come_back(self) -> None:
        self._show()
        self._again.start()

    @override
    def leave(self) -> None:
        self._again.stop()

    @override
    def refresh(self, change: Change) -> None:
        if change is Change.CHECK_INS:
            self._show_quietly()
        elif change is not Change.SETTINGS:
            self._show()

    @override
    def lay_out(self, room: QRect) -> None:
        lay_out_text_page(self._theme, room, self.head, self.view, WIDEST)

    def _show_quietly(self) -> None:
        """Time has passed: what a hand is in the middle of stays, unless something else is due."""
        showing = repairs_showing(self._services)
        if showing != self._shown:
            self._make(showing)

    def _show(self) -> None:
        """Read everything again; the list is made anew."""
        self._make(repairs_showing(self._services))

    def _clear(self) -> None:
        while (item := self._list_rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.cards, self.twins, self.questions = [], [], []

    def _make(self, showing: RepairsShowing) -> None:
        self._clear()
        self._shown = showing
        self._add_cards(self.tr("Under way"), showing.going_on)
        self._add_cards(self.tr("A while later"), showing.due)
        for shelf, title in self._titles().items():
            self._add_shelf(shelf, title, showing.shelves[shelf])
            if shelf is Shelf.OPEN:
                self._add_questions(showing)
        self.view.settle()

    def _add_questions(self, showing: RepairsShowing) -> None:
        """Below what is open: the chip on Home leads to that."""
        for asked in showing.questions:
            self._add_question(asked)
        for twins, words in showing.twins:
            self._add_twins(twins, words)
        if showing.is_empty:
            self._add_words(self.tr("Nothing here yet."), bold=False)

    def _add_cards(self, title: str, repairs: tuple[Told, ...]) -> None:
        if repairs:
            self._add_words(title, bold=True)
        for told in repairs:
            self._add_card(*told)

    def _titles(self) -> dict[Shelf, str]:
        return {
            Shelf.OPEN: self.tr("To mend"),
            Shelf.TOGETHER: self.tr("Together again"),
            Shelf.LET_BE: self.tr("Let be"),
        }

    def _add_shelf(self, shelf: Shelf, title: str, repairs: tuple[Told, ...]) -> None:
        if not repairs:
            return
        self._add_words(title, bold=True)
        everything = shelf is Shelf.OPEN or shelf in self._all_shown
        for told in repairs if everything else repairs[:SHOWN_AT_FIRST]:
            self._add_card(*told)
        if not everything and len(repairs) > SHOWN_AT_FIRST:
            earlier = PillButton(self._theme, self.tr("Earlier ones"))
            earlier.clicked.connect(partial(self._show_all, shelf))
            self._put(earlier)

    def _show_all(self, shelf: Shelf) -> None:
        self._all_shown.add(shelf)
        self._show()

    def _put(self, widget: QWidget) -> None:
        """Below what is there; shown at once, so that it is measured with the others."""
        self._list_rows.addWidget(widget)
        widget.show()

    def _add_words(self, words: str, *, bold: bool) -> None:
        holder = QWidget()
        row = QVBoxLayout(holder)
        row.setContentsMargins(6, self._theme.px(6), 0, 0)  # in line with the edge of the cards
        row.addWidget(FittedLabel(self._theme, words, weight=BOLD if bold else 400, colour="muted"))
        self._put(holder)

    def _add_card(self, repair: Repair, look: RepairLook) -> None:
        card = RepairCard(self._theme, repair, look)
        card.begun.connect(self._begin)
        card.looked_into.connect(lambda id_: self.go_to.emit(MomentDetails(id_)))
        card.followed_up.connect(lambda id_: self.go_to.emit(FollowUpPlace(id_)))
        card.already_did.connect(lambda id_: self._try(lambda m: m.already_did(id_)))
        card.let_be.connect(lambda id_: self._try(lambda m: m.let_go(id_)))
        card.went.connect(self._finish)
        self._put(card)
        self.cards.append(card)

    def _add_question(self, asked: Asked) -> None:
        card = MendQuestionCard(self._theme, asked.words, asked.others)
        card.answered.connect(partial(self._answer, asked.question))
        self._put(card)
        self.questions.append(card)

    def _answer(self, question: MendQuestion, answer: MendAnswer, other: UUID | None) -> None:
        try:
            self._services.hard_moments().answer(question, answer, other)
        except Problem as problem:
            self.trouble.emit(problem)

    def _add_twins(self, twins: Twins, words: str) -> None:
        card = TwinsCard(self._theme, words)
        card.joined.connect(lambda: self._settle_twins(twins, same=True))
        card.kept_apart.connect(lambda: self._settle_twins(twins, same=False))
        self._put(card)
        self.twins.append(card)

    def _settle_twins(self, twins: Twins, *, same: bool) -> None:
        moments = self._services.hard_moments()
        try:
            if same:
                moments.join(twins)
            else:
                moments.keep_apart(twins)
        except Problem as problem:
            self.trouble.emit(problem)

    def _begin(self, rupture: UUID, by: UUID | None) -> None:
        """Begin with the usual grown-up, or with the one who was chosen; or go on."""
        repair = self._services.repairs().one(rupture)
        usual = [one.id for one in who_may_reach_out(self._services, repair)]
        by = by or next(iter(usual), None)
        paused = repair.state is State.UNDER_WAY
        if by is None:
            self.trouble.emit(Problem("moment-people"))
        elif self._try(lambda mending: mending.begin(rupture, by)):
            self.go_to.emit(GuidedRepair(rupture, resumed=paused))

    def _finish(self, rupture: UUID, outcome: Outcome, again: datetime | None) -> None:
        """How it went was answered on the card; after together there is a last page."""
        together = outcome is Outcome.TOGETHER
        if self._try(lambda m: m.finish(rupture, outcome, again)) and together:
            self.go_to.emit(GuidedRepair(rupture))

    def _try(self, do: Callable[[Mending], object]) -> bool:
        """Do something about a repair; whether it was kept, and told if it was not."""
        try:
            do(self._services.mending())
        except Problem as problem:
            self.trouble.emit(problem)
            return False
        return True
