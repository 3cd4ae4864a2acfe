"""Erasing somebody: everything that goes is listed first, and it takes a long hold."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.erasing import Going
from thermometer.domain.problems import Problem
from thermometer.ui.background import Background
from thermometer.ui.copy_first import CopyFirst
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.erasing_places import ErasePerson
from thermometer.ui.erasing_words import ErasingWords, Said
from thermometer.ui.page import Surroundings
from thermometer.ui.places import (
    CORNER,
    FamilyPlace,
    Home,
    HowIsItNow,
    PersonPlace,
    Place,
    RunTool,
    SafePlace,
)
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.final_card import FinalCard
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow
from thermometer.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thermometer.services.work import Work

WIDEST = 860


class ErasePersonPage(CornerPage):
    """Lists, then asks; once it has begun it goes on to the end."""

    rail_place = FamilyPlace

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._person: UUID | None = None
        self._name = ""
        self._inside = False
        self._erases = False
        self._words = ErasingWords(self._services.clock, self)
        self.head = PageHead(theme, self.tr("Back"), self)
        self.bar = WorkBar(theme)
        self.said = FittedLabel(theme, weight=BOLD)
        self.goes = SettingCard(theme, self.tr("What goes"))
        self.others = SettingCard(theme, self.tr("What is of others"))
        self.files = SettingCard(theme, self.tr("Files"))
        self.copy = CopyFirst(self._services, theme, self)
        self.final = FinalCard(theme, self.tr("Hold to erase"), self._timings.hold)
        self.work = Background(self)
        self._services.held.callback(self.work.finish)
        self._cards = (self.goes, self.others, self.files, self.copy.card, self.final)
        self._put_together()
        self._connect()

    def _put_together(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        for widget in (self.bar, self.said, *self._cards):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.view = ScrollColumn(self._theme, content, self)

    def _connect(self) -> None:
        self.head.back_chosen.connect(self._go_back)
        self.copy.trouble.connect(self.trouble)
        self.copy.changed.connect(self._show_ways)
        self.bar.cancelled.connect(self._cancel)
        self.final.hold.held.connect(self._erase)
        self.work.progressed.connect(self.bar.show_progress)
        self.work.done.connect(self._done)
        self.work.failed.connect(self._failed)
        self.work.stopped.connect(self._stopped)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, ErasePerson):
            raise TypeError(place)
        if self._erases:
            return
        self.work.finish()
        person = self._services.family.person(place.person)
        for card in self._cards:
            card.hide()
        self._say("")
        self.bar.hide()
        if person is None:
            raise Problem("data-record-gone")
        self._person, self._name, self._inside = person.id, person.name, False
        title = self.tr("Erase {name}").format(name=person.name)
        self.head.show_words(title, self.tr("From this device, for good."))
        self._look(person.id)

    @override
    def come_back(self) -> None:
        """What there is may be more by now, and the looking ended when the page was left."""
        if self._person:
            self.enter(ErasePerson(self._person))

    def _look(self, person: UUID) -> None:
        erasing = self._services.erasing()

        def look(work: Work) -> Going:
            return erasing.going(person, work.report)

        self._start(self.tr("Looking what there is …"))
        self.work.start(look)

    def _erase(self) -> None:
        person, erasing = self._person, self._services.erasing()
        if person is None or self.work.is_working() or self.copy.is_working():
            return

        inside = self._inside

        def erase(work: Work) -> None:
            erasing.person(person, work.report, inside=inside)

        self._erases = True
        self._start(self.tr("Erasing, to the end: this cannot be cancelled."))
        self.view.verticalScrollBar().setValue(0)
        self.work.start(erase)

    def _start(self, what: str) -> None:
        self._say("")
        self.bar.show_work(what)
        self.bar.cancel.setVisible(not self._erases)  # what has begun is not left half done
        self.bar.show()
        self._show_ways()

    def _cancel(self) -> None:
        self.bar.show_stopping()
        self.work.stop()

    def _stopped(self) -> None:
        """Nothing was listed, so nothing can be erased either."""
        self.bar.hide()
        self._let_go()
        if self.isVisible():
            self._go_back()

    def _done(self, result: object) -> None:
        self.bar.hide()
        if isinstance(result, Going):
            self._show(result)
            return
        gone, self._person, self._name = self._person, None, ""
        self._let_go()
        if self.isVisible():
            self.go_to.emit(FamilyPlace())
        elif _may_show(self._around.gate.at, gone):
            self.go_to.emit(Home())

    def _failed(self, problem: Problem) -> None:
        sentence = self._services.sentences.of(problem)
        if self._erases:
            later = self.tr(
                "{name} is hidden already. The rest is tried again by itself, at the next start, or"
                " when you hold the button again."
            ).format(name=self._name)
            sentence = f"{sentence} {later}"
        self.bar.hide()
        self._let_go()
        self._say(sentence)

    def _let_go(self) -> None:
        self._erases = False
        self._show_ways()

    def _show_ways(self) -> None:
        """What can be touched now."""
        self.head.back.setEnabled(not self._erases)
        self.final.hold.setEnabled(not self._erases and not self.copy.is_working())

    def _show(self, going: Going) -> None:
        name, words = self._name, self._words
        for card, lines in (
            (self.goes, words.goes(going, name)),
            (self.others, words.others(going, name)),
            (self.files, words.files(going, name)),
        ):
            rows = [*self._rows(lines)]
            if card is self.others:
                rows += self._row_inside(going)
            card.show_rows(*rows)
            card.setVisible(bool(card.rows))
        self.copy.show_words(
            self.tr("It would hold {name} too. None is made unless you ask.").format(name=name)
        )
        self.copy.card.show()
        sure = self.tr("Once {name} is erased, nothing here can bring it back.")
        self.final.words.show_text(sure.format(name=name))
        self.final.show()
        self.view.settle()

    def _rows(self, lines: Iterator[Said]) -> Iterator[SettingRow]:
        for line, below in lines:
            yield SettingRow(self._theme, line, below=below)

    def _row_inside(self, going: Going) -> Iterator[SettingRow]:
        """Longer words with the name in them: a parent decides, and they stay by themselves."""
        said = self._words.inside(going, self._name, goes=self._inside)
        if said is None:
            return
        words = self.tr("Leave them") if self._inside else self.tr("Take it out there, too")
        button = PillButton(self._theme, words)

        def decide() -> None:
            self._inside = not self._inside
            self._show(going)

        button.clicked.connect(decide)
        yield SettingRow(self._theme, said[0], button, below=said[1])

    def _say(self, text: str) -> None:
        self.said.show_text(text)
        self.said.setVisible(bool(text))

    def _go_back(self) -> None:
        is_here = self._person and self._services.family.person(self._person)
        self.go_to.emit(PersonPlace(self._person) if self._person and is_here else FamilyPlace())

    @override
    def is_running(self) -> bool:
        return self._erases

    @override
    def leave(self) -> None:
        if not self._erases:
            self.work.stop()  # nobody reads the list any more
        self.final.hold.stop()
        self.copy.close()

    @override
    def lay_out(self, room: QRect) -> None:
        margin = self._theme.px(24)
        width = min(room.width() - 2 * margin, max(700, self._theme.px(WIDEST)))
        height = self.head.height_in(width)
        self.head.setGeometry(room.left() + margin, room.top() + margin // 2, width, height)
        top = self.head.geometry().bottom() + 6
        across = room.width() - margin
        self.view.stand(QRect(room.left() + margin - 5, top, across, room.bottom() - top), width)
        self._column.setContentsMargins(0, 0, 0, margin // 2)
        self._column.setSpacing(self._theme.px(10))


def _may_show(place: Place | None, person: UUID | None) -> bool:
    """Whether ``person`` can be in view there; of others' pages a child is not led away."""
    match place:
        case SafePlace() | RunTool() | HowIsItNow():
            return place.person.id == person
        case _:
            return isinstance(place, CORNER)
