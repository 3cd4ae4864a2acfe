"""The one question after a tool: is it smaller, the same, or bigger?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSizeF
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.tools import Answer
from thermometer.ui.arrangement import arrange
from thermometer.ui.page import Page, Surroundings
from thermometer.ui.places import Home, HowIsItNow, Place
from thermometer.ui.read_to_me import ReadToMe
from thermometer.ui.reading import Item
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.people_strip import PeopleStrip
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.read_button import ReadButton
from thermometer.ui.widgets.text import CENTRE
from thermometer.ui.widgets.tool_card import ToolCard

LARGEST = QSizeF(340, 360)


class HowIsItNowPage(Page):
    """Saves the answer, or nothing if it is skipped; then the thermometer again."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._place: HowIsItNow | None = None
        self._title = FittedLabel(
            self._theme,
            self.tr("How is it now?"),
            size="display",
            weight=BOLD,
            align=CENTRE,
            parent=self,
        )
        self.strip = PeopleStrip(self._theme, self)
        self.strip.home_chosen.connect(lambda: self._go_home(None))
        self.strip.person_chosen.connect(self._go_home)
        words = {
            Answer.SMALLER: self.tr("Smaller"),
            Answer.SAME: self.tr("Same"),
            Answer.BIGGER: self.tr("Bigger"),
        }
        self.cards = {
            answer: ToolCard(self._theme, f"interface/{answer}", word, name=word, parent=self)
            for answer, word in words.items()
        }
        self.read = ReadButton(self._theme, self)
        readable = (self._title, *self.cards.values())
        self.reading = ReadToMe(around, self, self.read, lambda: map(Item.of, readable))
        for answer, card in self.cards.items():
            card.clicked.connect(partial(self._answered, answer))
            self.reading.hold(card, partial(Item.of, card), self._is_read_to)
        self.skip = PillButton(self._theme, self.tr("Skip"), who="child", parent=self)
        self.skip.clicked.connect(self._skip)

    @override
    def enter(self, place: Place) -> None:
        if isinstance(place, HowIsItNow):
            self._place = place
            self.strip.show_people(self._services.family.people(), place.person)
            self.reading.open(wanted=self._is_read_to(), quiet=self._timings.later)
            self._lay_out()

    @override
    def leave(self) -> None:
        self.reading.close()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        margin, touch = self._theme.px(28), self._theme.target("child") + 8
        width = min(self.strip.sizeHint().width(), self.width() - 2 * margin)
        self.strip.setGeometry(self.width() - margin - width, round(margin * 0.6), width, touch)
        beside = self.width() >= self.height() and width < self.width() * 0.4
        top = round(margin * 0.6) if beside else round(margin * 0.6) + touch
        side = width + margin if beside else margin
        self._title.setGeometry(side, top, self.width() - 2 * side, touch)
        skip = self.skip.sizeHint()
        bottom = self.height() - skip.height() - round(margin * 0.5)
        self.skip.setGeometry(
            QRect((self.width() - skip.width()) // 2, bottom, skip.width(), skip.height())
        )
        read = QRect(QPoint(0, 0), self.read.sizeHint())
        read.moveCenter(self.skip.geometry().center())
        read.moveRight(self.width() - margin)
        self.read.setGeometry(read)
        room = QRectF(margin, top + touch, self.width() - 2 * margin, bottom - top - touch - 4)
        smallest = float(self._theme.target("zone"))
        largest = LARGEST * max(0.7, self._theme.factor)
        grid = arrange(3, room.size(), QSizeF(smallest, smallest), largest, margin)
        for card, cell in zip(self.cards.values(), grid.cells(room, margin, largest), strict=False):
            card.setGeometry(cell.toRect())

    def _is_read_to(self) -> bool:
        now = self._services.preferences.now
        return self._place is not None and now.reads_to(self._place.person)

    def _answered(self, answer: Answer) -> None:
        if self._place is None or not self.admit():
            return
        try:
            self._services.journal.answer(self._place.use, answer)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.go_to.emit(self._place.back or Home(self._place.person))

    def _skip(self) -> None:
        if self._place and self.admit():
            self.go_to.emit(self._place.back or Home(self._place.person))

    def _go_home(self, person: Person | None) -> None:
        if self._place and self.admit():
            self.go_to.emit(Home(person or self._place.person))
