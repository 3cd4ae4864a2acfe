"""Choosing a PIN: offered once, chosen twice, then the recovery code, shown this once."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from typing_extensions import override

from thermometer.domain.lock import check_pin
from thermometer.domain.problems import Problem
from thermometer.ui.lock_page import LockLikePage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import CornerPlace, NewCode, Place, SetPin, Week
from thermometer.ui.widgets.choice_card import ChoiceCards
from thermometer.ui.widgets.code_sheet import CodeSheet
from thermometer.ui.widgets.owner_row import OwnerRow
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.pin_panel import PinPanel


class SetPinPage(LockLikePage):
    """Offer, pad, pad again, code; each step can be left for what was wanted before."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._then: CornerPlace = Week()
        self._first = ""
        self.offer = ChoiceCards(self._theme, self)
        self.yes = self.offer.add(
            self.tr("A PIN for grown-ups?"), self.tr("Choose a PIN"), primary=True
        )
        self.yes.words.show_text(
            self.tr(
                "It keeps children and guests out of the week, the notes and the settings. "
                "Without one, holding the button for three seconds is the lock. It is no key to "
                "the files themselves: those are protected by the device's own encryption."
            )
        )
        self.owners = OwnerRow(self._theme, self)
        self.pin = PinPanel(self._theme, self)
        self.sheet = CodeSheet(self._theme, self)
        self.not_now = PillButton(self._theme, self.tr("Not now"), parent=self)
        self.written = PillButton(
            self._theme, self.tr("I have written it down"), primary=True, parent=self
        )
        self.parts = [self.offer, self.pin, self.sheet]
        self.foot += [self.not_now, self.written]
        self.yes.button.clicked.connect(self._choose)
        self.pin.entered.connect(self._entered)
        self.owners.chosen.connect(lambda _: self._choose())
        self.not_now.clicked.connect(self._put_off)
        self.written.clicked.connect(self._go_on)
        self._work.done.connect(self._set)
        # Somebody may be looking for a pen: so long the code stays, and opens nothing by then.
        self._pen = QTimer(self, singleShot=True, interval=self._timings.idle_home)

    @property
    @override
    def idle_ms(self) -> int:
        return self._timings.idle_corner

    @override
    def is_running(self) -> bool:
        return self._pen.isActive()

    @override
    def outlasts_sleep(self) -> bool:
        """Whoever wakes the device need not be who put it to sleep: no code is shown to them."""
        return False

    @override
    def enter(self, place: Place) -> None:
        self._first = ""
        match place:
            case NewCode(then):
                self._then = then
                self.owners.hide()
                self._show_foot()
                self.turn_to(self.sheet, self.tr("A new recovery code"))
                self.sheet.show_code("")
                self.in_background(self._lock.new_code)
            case SetPin(then, owner, offered):
                self._then = then
                self._show_owners(owner)
                if offered:
                    self._show_foot(self.not_now)
                    self.owners.hide()
                    self.turn_to(self.offer, self.tr("Parents' corner"))
                else:
                    self._choose()
            case _:
                raise TypeError(place)

    @override
    def leave(self) -> None:
        super().leave()
        self._first = ""
        self._pen.stop()
        self.pin.ask("")
        self.sheet.show_code("")

    @override
    def lay_out(self) -> None:
        super().lay_out()
        if self.owners.isHidden():
            return
        room, row = self.pin.geometry(), self.owners.sizeHint().height()
        self.owners.setGeometry(room.left(), room.top(), room.width(), row)
        self.pin.setGeometry(room.adjusted(0, row + self._theme.px(6), 0, 0))

    def _show_foot(self, *buttons: PillButton) -> None:
        self.not_now.setVisible(self.not_now in buttons)
        self.written.setVisible(self.written in buttons)

    def _show_owners(self, owner: UUID | None) -> None:
        people = [person for person in self._services.family.people() if not person.is_child]
        names: dict[object, str] = {person.id: person.name for person in people}
        chosen = owner if owner in names else next(iter(names), None)
        self.owners.show_owners(names, chosen)

    def _choose(self, words: str = "") -> None:
        self._first = ""
        self._show_foot(self.not_now)
        self.turn_to(self.pin, self.tr("Choose a PIN"))
        self.owners.setVisible(len(self.owners.buttons) > 1)
        self.lay_out()
        self.pin.ask(words or self.tr("Four to eight digits"))

    def _entered(self, pin: str) -> None:
        if not self._first:
            self._entered_first(pin)
        elif pin != self._first:
            self._choose(self.tr("The two were not the same. Please choose again."))
        else:
            owner = self.owners.current
            known = owner if isinstance(owner, UUID) else None
            self.in_background(partial(self._lock.set_pin, known, pin))

    def _entered_first(self, pin: str) -> None:
        try:
            self._first = check_pin(pin)
        except Problem as problem:
            self._choose(self.tr("A child would try that one first. Please choose another."))
            self.trouble.emit(problem)
            return
        self.owners.hide()
        self.turn_to(self.pin, self.tr("The same PIN again"))
        self.pin.ask(self.tr("Enter it once more"))

    def _set(self, code: object) -> None:
        self.wake()
        self._around.gate.open()
        if not code:
            self._go_on()
            return
        self.owners.hide()
        self._show_foot(self.written)
        self.turn_to(self.sheet, self.tr("Your recovery code"))
        self.sheet.show_code(str(code))
        self._pen.start()

    def _put_off(self) -> None:
        try:
            self._lock.refuse_offer()
        except Problem as problem:
            self.trouble.emit(problem)
        self._go_on()

    def _go_on(self) -> None:
        self.go_to.emit(self._then)
