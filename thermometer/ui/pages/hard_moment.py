"""We had a hard moment: whose, in two touches; saved at once, the rest can wait."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSizeF, QTimer
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.ui.arrangement import arrange
from thermometer.ui.page import Page, Surroundings
from thermometer.ui.places import Home, Place
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.text import CENTRE
from thermometer.ui.widgets.tool_card import ToolCard

LARGEST = QSizeF(300, 320)


class HardMomentPage(Page):
    """Names the grown-up first: it is the grown-up who will reach out."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._title = FittedLabel(theme, size="display", weight=BOLD, align=CENTRE, parent=self)
        self._words = FittedLabel(theme, colour="muted", align=CENTRE, parent=self)
        self.back = PillButton(
            theme, self.tr("Home"), picture="interface/home", who="child", parent=self
        )
        self.back.clicked.connect(self._leave_off)
        self.cards: list[ToolCard] = []
        self._grown_up: Person | None = None
        self._home = QTimer(self, singleShot=True, interval=self._timings.hard_moment_saved)
        self._home.timeout.connect(lambda: self.go_to.emit(Home()))

    @override
    def enter(self, place: Place) -> None:
        self._grown_up = None
        self._ask(self.tr("Which grown-up?"), children=False)

    @override
    def leave(self) -> None:
        self._home.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _ask(self, question: str, *, children: bool) -> None:
        people = [one for one in self._services.family.people() if one.is_child is children]
        self._title.show_text(question)
        self._words.show_text("")
        self._show_cards(people)

    def _show_cards(self, people: list[Person]) -> None:
        for card in self.cards:
            card.deleteLater()
        self.cards = []
        for person in people:
            picture = f"people/{person.picture}"
            card = ToolCard(self._theme, picture, person.name, name=person.name, parent=self)
            card.clicked.connect(partial(self._chosen, person))
            card.show()
            self.cards.append(card)
        self._lay_out()

    def _chosen(self, person: Person) -> None:
        if not self.admit():
            return
        if self._grown_up is None:
            self._grown_up = person
            self._ask(self.tr("Which child?"), children=True)
        else:
            self._save(self._grown_up, person)

    def _save(self, grown_up: Person, child: Person) -> None:
        try:
            self._services.hard_moments().log(grown_up.id, child.id)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._show_cards([])
        self._title.show_text(self.tr("Saved."))
        self._words.show_text(
            self.tr("Every family has hard moments. The rest can wait until you are ready.")
        )
        self._lay_out()
        self._home.start()

    def _leave_off(self) -> None:
        if self.admit():
            self.go_to.emit(Home())

    def _lay_out(self) -> None:
        margin, touch = self._theme.px(28), self._theme.target("child") + 8
        back = self.back.sizeHint()
        self.back.setGeometry(margin, margin, back.width(), back.height())
        beside = self.width() - 2 * (back.width() + 2 * margin) > self._theme.px(420)
        side = back.width() + 2 * margin if beside else margin
        top = margin if beside else margin + touch
        self._title.setGeometry(side, top, self.width() - 2 * side, touch)
        if not self.cards:
            middle = self.height() // 2 - touch
            self._title.setGeometry(margin, middle, self.width() - 2 * margin, touch)
            self._words.setGeometry(margin, middle + touch, self.width() - 2 * margin, touch)
            return
        self._words.setGeometry(0, 0, 0, 0)
        room = QRectF(margin, top + touch, self.width() - 2 * margin, 0)
        room.setBottom(self.height() - margin)
        smallest = float(self._theme.target("zone"))
        largest = LARGEST * max(0.7, self._theme.factor)
        grid = arrange(
            len(self.cards), room.size(), QSizeF(smallest, smallest), largest, margin * 0.6
        )
        cells = grid.cells(room, margin * 0.6, largest)
        for card, cell in zip(self.cards, cells, strict=False):
            card.setGeometry(cell.toRect())
