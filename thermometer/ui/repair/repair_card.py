"""One hard moment on the Repairs page: who, when, its small story, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from thermometer.domain.mending import Move, Repair, State
from thermometer.domain.people import Person
from thermometer.ui.repair.outcome_ask import AgainTimes, OutcomeAsk
from thermometer.ui.repair.small_story import Event, SmallStory
from thermometer.ui.repair.who_reaches import WhoReaches
from thermometer.ui.theme.theme import BOLD, MEDIUM, Theme
from thermometer.ui.widgets.button_flow import ButtonFlow
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairLook:
    """What a card says.

    Attributes:
        title: the two, and when.
        below: the kind, and when it comes back, if that is known.
        story: hard moment, bids, together, follow-up.
        asks: whether the follow-up is offered now.
        waits: when to ask, while it is not offered yet; or nothing.
        grown_ups: who may reach out, the usual one first.
        again: when to try again; asked with "how did it go?" where it was paused just there.
    """

    title: str
    below: str
    story: Sequence[Event]
    asks: bool
    waits: str = ""
    grown_ups: tuple[Person, ...] = ()
    again: AgainTimes | None = field(default=None, compare=False)


class RepairCard(CardFrame):
    """Tells what a hand wants with it; an open one looks no more urgent than another."""

    begun = Signal(UUID, object)
    """Which repair, and the grown-up who reaches out, None for the usual one."""
    went = Signal(UUID, object, object)
    """How it went, and when to try again."""
    looked_into = Signal(UUID)
    already_did = Signal(UUID)
    let_be = Signal(UUID)
    followed_up = Signal(UUID)

    def __init__(self, theme: Theme, repair: Repair, look: RepairLook) -> None:
        super().__init__(theme)
        self.repair, self.look = repair, look
        self.title = FittedLabel(theme, look.title, size="large", weight=BOLD)
        self.below = FittedLabel(theme, look.below, weight=MEDIUM, colour="muted")
        self.story = SmallStory(theme, look.story)
        self.waits = FittedLabel(theme, look.waits, weight=MEDIUM, colour="accent")
        primary = repair.state is not State.LET_BE and look.again is None and not look.asks
        self.begin = PillButton(
            theme, self._begin_words(), picture="interface/heart-mend", primary=primary
        )
        self.ask = PillButton(
            theme, self.tr("Ask what it was like"), picture="interface/reconnect", primary=True
        )
        self.details = PillButton(theme, self.tr("Details"))
        self.already = PillButton(theme, self.tr("We have made up"))
        self.let = PillButton(theme, self.tr("Let it be"))
        self.another = PillButton(theme, self.tr("Another grown-up"))
        self.who = WhoReaches(theme, look.grown_ups)
        self.outcome = OutcomeAsk(theme, look.again) if look.again else None
        self.story.setVisible(len(look.story) > 1)
        self.ways = ButtonFlow(theme, *self._all_ways())
        self._arrange()
        self._offer()

    def _arrange(self) -> None:
        self._rows = QVBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.below)
        self.below.setVisible(bool(self.look.below))
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(head)
        self._rows.addWidget(self.story)
        self._rows.addWidget(self.waits)
        self.waits.setVisible(bool(self.look.waits))
        if self.outcome is not None:
            self._rows.addWidget(self.outcome)
        self._rows.addWidget(self.ways, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(self.who)
        self.who.hide()
        self._theme.changed.connect(self._measure)
        self._measure()

    def _offer(self) -> None:
        repair, id_ = self.repair, self.repair.id
        under_way = repair.state is State.UNDER_WAY
        self.begin.setVisible(under_way or repair.allows(Move.BEGIN))
        self.ask.setVisible(self.look.asks)
        # Where "how did it go?" is asked there is one way to say it, and one way back to the steps.
        asks_how = self.outcome is not None
        self.details.setVisible(not asks_how)
        self.already.setVisible(repair.allows(Move.ALREADY_DID) and not asks_how)
        self.let.setVisible(repair.allows(Move.LET_GO) and not asks_how)
        self.another.setVisible(repair.allows(Move.BEGIN) and len(self.look.grown_ups) > 1)
        self.ways.setVisible(not all(way.isHidden() for way in self._all_ways()))
        self.ways.arrange()
        self.begin.clicked.connect(lambda: self.begun.emit(id_, None))
        self.another.clicked.connect(self.who.show)
        self.who.chosen.connect(lambda by: self.begun.emit(id_, by))
        if self.outcome is not None:
            self.outcome.answered.connect(lambda how, again: self.went.emit(id_, how, again))
        self.ask.clicked.connect(lambda: self.followed_up.emit(id_))
        self.details.clicked.connect(lambda: self.looked_into.emit(id_))
        self.already.clicked.connect(lambda: self.already_did.emit(id_))
        self.let.clicked.connect(lambda: self.let_be.emit(id_))

    def _all_ways(self) -> tuple[PillButton, ...]:
        return (self.begin, self.ask, self.another, self.already, self.let)

    def _begin_words(self) -> str:
        match self.repair.state:
            case State.UNDER_WAY:
                return self.tr("Go on")
            case State.TRY_AGAIN:
                return self.tr("Try again")
            case State.LET_BE:
                return self.tr("Pick it up again")
            case _:
                return self.tr("Begin")

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._rows.heightForWidth(width)

    def _measure(self) -> None:
        side, top = self._theme.px(28), self._theme.px(18)
        self._rows.setContentsMargins(side + 5, top + 4, side + 5, top + 10)
        self._rows.setSpacing(self._theme.px(10))
