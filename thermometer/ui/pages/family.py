"""Family: everybody in Home's order, and those who are set aside."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import PEOPLE_ON_HOME
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.family_words import details
from thermometer.ui.page import Surroundings
from thermometer.ui.places import AddPerson, FamilyPlace, PersonPlace, Place
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.family_row import FamilyRow, PersonCard
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn

WIDEST = 900


class FamilyPage(CornerPage):
    """A card for each; a touch opens it, the arrows move it."""

    rail_place = FamilyPlace

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._title = FittedLabel(theme, self.tr("Family"), size="title", weight=BOLD, parent=self)
        self._words = FittedLabel(theme, colour="muted", parent=self)
        self.add = PillButton(theme, self.tr("Add somebody"), picture="interface/plus", parent=self)
        self.add.clicked.connect(lambda: self.go_to.emit(AddPerson()))
        self.rows: list[FamilyRow] = []
        self.aside: list[PersonCard] = []
        self._aside_title = FittedLabel(theme, self.tr("Set aside"), weight=BOLD)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(theme, self._content, self)

    @override
    def enter(self, place: Place) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._show()

    @override
    def refresh(self, change: Change) -> None:
        if change in (Change.PEOPLE, Change.EVERYTHING):
            self._show()

    def _show(self) -> None:
        family, aside = self._services.family.people(), self._services.family.set_aside()
        for old in (*self.rows, *self.aside):
            old.hide()
            old.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self.rows = [self._row(person) for person in family]
        for i, row in enumerate(self.rows):
            row.show_ends(first=i == 0, last=i == len(self.rows) - 1)
            self._column.addWidget(row)
        self._column.addWidget(self._aside_title)
        self._aside_title.setVisible(bool(aside))
        self.aside = [self._aside(person) for person in aside]
        for card in self.aside:
            self._column.addWidget(card)
        self._column.addStretch(1)
        room = len(family) < PEOPLE_ON_HOME
        self.add.setVisible(room)
        self._words.show_text(
            self.tr("Everybody with a thermometer, in the order of Home.")
            if room
            else self.tr("All {places} places on Home are taken.").format(places=PEOPLE_ON_HOME)
        )
        self.lay_out(self.room())

    def _row(self, person: Person) -> FamilyRow:
        row = FamilyRow(self._theme, person, details(person), self._content)
        row.opened.connect(partial(self._open, person.id))
        row.moved.connect(partial(self._move, person.id))
        return row

    def _aside(self, person: Person) -> PersonCard:
        card = PersonCard(self._theme, person, details(person), self._content)
        card.clicked.connect(partial(self._open, person.id))
        return card

    def _open(self, person: UUID) -> None:
        self.go_to.emit(PersonPlace(person))

    def _move(self, person: UUID, by: int) -> None:
        order = [row.person.id for row in self.rows]
        at = order.index(person)
        order.insert(at + by, order.pop(at))
        try:
            self._services.family.reorder(order)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        moved = self.rows[at + by]
        button = moved.up if by < 0 else moved.down
        (button if button.isEnabled() else moved.card).setFocus()

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        side, top = theme.px(30), room.top() + theme.px(18)
        width = min(room.width() - 2 * side, max(560, theme.px(WIDEST)))
        add = self.add.sizeHint()
        beside = 0 if self.add.isHidden() else add.width() + theme.px(12)
        left = room.left() + side
        title = self._title.heightForWidth(width - beside)
        words = self._words.heightForWidth(width - beside)
        self._title.setGeometry(left, top, width - beside, title)
        self._words.setGeometry(left, top + title, width - beside, words)
        self.add.setGeometry(left + width - add.width(), top, add.width(), add.height())
        top += max(title + words, add.height()) + theme.px(10)
        self._column.setSpacing(theme.px(4))
        box = QRect(left - 5, top, room.right() - left, room.bottom() - theme.px(10) - top)
        self._scroll.stand(box, width + 10)
