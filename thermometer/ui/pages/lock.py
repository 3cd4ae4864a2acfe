"""The lock of the parents' corner: the PIN, the waits, and what helps who has forgotten it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.lock_page import LockLikePage
from thermometer.ui.lock_words import opens_words, wait_words
from thermometer.ui.page import Surroundings
from thermometer.ui.places import CornerPlace, Lock, Place, SetPin, Week
from thermometer.ui.widgets.choice_card import ChoiceCards
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.hold_button import HoldButton
from thermometer.ui.widgets.lock_wait import LockWait
from thermometer.ui.widgets.owner_row import OwnerRow
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.pin_panel import PinPanel
from thermometer.ui.widgets.text import CENTRE
from thermometer.ui.widgets.word_panel import WordPanel

if TYPE_CHECKING:
    from thermometer.services.parent_lock import LockState


class LockPage(LockLikePage):
    """Opens the gate for a right PIN, the recovery code, or a hold where there is no PIN."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._wanted: CornerPlace = Week()
        self._by_code = False
        self.owners = OwnerRow(self._theme, self)
        self.pin = PinPanel(self._theme, self)
        self.waiting = LockWait(self._theme, self)
        self.ways = ChoiceCards(self._theme, self)
        self.code: WordPanel | None = None
        self.hold = HoldButton(
            self._theme, self.tr("Hold to open"), self._timings.hold, picture="interface/lock",
            parent=self,
        )  # fmt: skip
        self.forgotten = PillButton(self._theme, self.tr("Forgotten?"), parent=self)
        hold = self.tr("Hold the button for three seconds")
        self.unlocked = FittedLabel(self._theme, hold, colour="muted", align=CENTRE, parent=self)
        self.parts = [self.pin, self.waiting, self.ways, self.unlocked]
        self.short = [self.unlocked]
        self.foot += [self.hold, self.forgotten]
        self._make_ways()
        self._tick = QTimer(self, interval=self._timings.second)
        self._tick.timeout.connect(self._wait_on)
        self._connect()

    def _make_ways(self) -> None:
        self.use_code = self.ways.add(
            self.tr("The recovery code"), self.tr("Enter the five words"), primary=True
        )
        self.use_code.words.show_text(
            self.tr("The five words that were shown when the PIN was set, and written down.")
        )
        self.reset = self.ways.add(self.tr("Open after 24 hours"), self.tr("Start the 24 hours"))

    def _connect(self) -> None:
        self.pin.entered.connect(self._try_pin)
        self.owners.chosen.connect(lambda _: self._ask())
        self.hold.held.connect(self._open)
        self.forgotten.clicked.connect(self._show_ways)
        self.use_code.button.clicked.connect(self._ask_code)
        self.reset.button.clicked.connect(self._start_reset)
        self._work.done.connect(self._answered)

    @override
    def enter(self, place: Place) -> None:
        if isinstance(place, Lock):
            self._wanted = place.wanted
        self._begin()

    @override
    def leave(self) -> None:
        super().leave()
        self._tick.stop()
        self.hold.stop()
        self.pin.ask("")
        if self.code:
            self.code.ask("")

    @override
    def lay_out(self) -> None:
        super().lay_out()
        if self.owners.isHidden():
            return
        room, row = self.pin.geometry(), self.owners.sizeHint().height()
        self.owners.setGeometry(room.left(), room.top(), room.width(), row)
        self.pin.setGeometry(room.adjusted(0, row + self._theme.px(6), 0, 0))

    def _begin(self) -> None:
        """Show what is due: the wait, the pad, or the button where there is no PIN any more."""
        state = self._lock.state()
        self.hold.setVisible(not state.is_set)
        self.forgotten.setVisible(state.is_set)
        self._show_owners(state)
        if state.is_set and self._lock.wait().left:
            self._show_wait()
        elif state.is_set:
            self._ask()
        else:
            self.turn_to(self.unlocked, self._title())

    def _show_owners(self, state: LockState) -> None:
        people = self._services.family.people()
        shown: dict[object, str] = {p.id: p.name for p in people if p.id in state.owners}
        others = [owner for owner in state.owners if owner not in shown]
        shown |= dict.fromkeys(others, self.tr("Somebody else"))
        current = self.owners.current if self.owners.current in shown else next(iter(shown), None)
        self.owners.show_owners(shown, current)

    def _ask(self, words: str = "") -> None:
        several = len(self.owners.buttons) > 1
        self.turn_to(self.pin, self._title())
        self.owners.setVisible(several)
        self.lay_out()
        self.pin.ask(words or self.tr("Enter the PIN"))

    def _show_wait(self) -> None:
        self.owners.hide()
        self.turn_to(self.waiting, self._title())
        self._tick.start()
        self._wait_on()

    def _wait_on(self) -> None:
        wait = self._lock.wait()
        if wait.left:
            self.waiting.show_left(wait.left / wait.whole, wait_words(wait.left))
        else:
            self._tick.stop()
            self._begin()

    def _try_pin(self, pin: str) -> None:
        owner = self.owners.current
        self._by_code = False
        work = partial(self._lock.try_pin, owner if isinstance(owner, UUID) else None, pin)
        self.in_background(work)

    def _try_code(self, code: str) -> None:
        self._by_code = True
        self.in_background(partial(self._lock.try_code, code))

    def _answered(self, answer: object) -> None:
        from thermometer.services.parent_lock import Answer  # noqa: PLC0415 - loaded by now

        self.wake()
        if answer is Answer.OPEN:
            self._open()
        elif self._lock.wait().left:
            self._show_wait()
        elif self._by_code and self.code:
            self.code.ask(self.tr("These were not the words. Please look at them again."))
        else:
            self._ask(self.tr("That was not it. Please try again."))

    def _open(self) -> None:
        self._around.gate.open()
        owner = self.owners.current
        if self._by_code:
            self._by_code = False
            self.go_to.emit(SetPin(self._wanted, owner if isinstance(owner, UUID) else None))
        elif self._lock.is_offer_due():
            self.go_to.emit(SetPin(self._wanted, offered=True))
        else:
            self.go_to.emit(self._wanted)

    def _show_ways(self) -> None:
        self._tick.stop()
        state = self._lock.state()
        self.use_code.setVisible(state.has_code)
        self.forgotten.hide()
        self.owners.hide()
        self._show_reset(state)
        self.turn_to(self.ways, self.tr("Forgotten?"))
        self.ways.lay_out()

    def _show_reset(self, state: LockState) -> None:
        self.reset.button.setVisible(state.reset_left is None)
        if state.reset_left is None:
            self.reset.words.show_text(
                self.tr(
                    "Everybody can see on Home that the lock is about to open. Any right PIN ends "
                    "it. Nothing is erased. Time while this device is switched off does not count."
                )
            )
            return
        when = opens_words(self._services.clock.now(), state.reset_left)
        self.reset.words.show_text(
            self.tr(
                "The lock opens {when}, if this device stays on. Any right PIN ends it."
            ).format(when=when)
        )

    def _start_reset(self) -> None:
        try:
            self._lock.start_reset()
        except Problem as problem:
            self.trouble.emit(problem)
        self._show_reset(self._lock.state())

    def _ask_code(self) -> None:
        if self._lock.wait().left:
            self._show_wait()
            return
        if self.code is None:
            self.code = WordPanel(self._theme, self._lock.words(), self)
            self.code.entered.connect(self._try_code)
            self.parts.append(self.code)
        self.turn_to(self.code, self.tr("The recovery code"))
        self.code.ask(self.tr("Enter the five words, one after another."))

    def _title(self) -> str:
        return self.tr("Parents' corner")
