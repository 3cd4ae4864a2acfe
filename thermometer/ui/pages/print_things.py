"""Print: the fridge poster, cards to cut out, an empty week; looked at, saved or printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.problems import Problem
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Place, PrintPlace
from thermometer.ui.print.printing import Printing
from thermometer.ui.print.report_preview import ReportPreview
from thermometer.ui.print.saving import Saving
from thermometer.ui.print.sheets import Sheets
from thermometer.ui.print.thing_choices import ThingChoices, as_before
from thermometer.ui.print.things import Kind, Things, Wanted, at_first
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn

SIDE, LEAST_SIDE = 420, 270
SCROLL_BAR = 8
MADE_OF = {
    Kind.POSTER: {Change.PEOPLE, Change.OWN_THINGS},
    Kind.TOOLS: {Change.PEOPLE, Change.OWN_THINGS},
    Kind.SIGNS: {Change.PEOPLE},
    Kind.WEEK: {Change.PEOPLE, Change.OWN_THINGS, Change.SETTINGS},
}
"""After which changes a thing looks different."""


class PrintThingsPage(CornerPage):
    """The sheets as they will be printed, and beside them what to choose."""

    rail_place = PrintPlace

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._things = Things(self._services)
        self._shown: Kind | None = None
        self.printed: Sheets | None = None
        self._title = FittedLabel(theme, self.tr("Print"), size="title", weight=BOLD, parent=self)
        self._words = FittedLabel(theme, colour="muted", parent=self)
        self.preview = ReportPreview(theme)
        self.view = ScrollColumn(theme, self.preview, self)
        self.card = CardFrame(theme, self)
        self.choices = ThingChoices(theme)
        self.choices_view = ScrollColumn(theme, self.choices)
        self.choices.setAutoFillBackground(False)
        self.print = PillButton(theme, self.tr("Print"), picture="interface/print", primary=True)
        self.save = PillButton(theme, self.tr("Save as PDF"), picture="interface/folder")
        self.replace = PillButton(theme, self.tr("Replace that file"))
        self.said = FittedLabel(theme, size="small")
        self.printing, self.saving = Printing(self), Saving(self, self._services.held)
        self._put_together()
        self._connect()

    def _put_together(self) -> None:
        self._column, self._ways = QVBoxLayout(self.card), QHBoxLayout()
        self._column.addWidget(self.choices_view, 1)
        self._column.addWidget(self.said)
        self._column.addWidget(self.replace)
        self._ways.addWidget(self.print)
        self._ways.addWidget(self.save)
        self._ways.addStretch(1)
        self._column.addLayout(self._ways)

    def _connect(self) -> None:
        self.choices.changed.connect(self._choose)
        self.preview.touched.connect(self._nearer)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._ask_where)
        self.replace.clicked.connect(self._replace)
        self.printing.failed.connect(self.trouble)
        self.printing.done.connect(lambda: self._say(self.tr("Sent to the printer.")))
        self.saving.failed.connect(self._say_why)
        self.saving.done.connect(self._say_saved)

    @override
    def enter(self, place: Place) -> None:
        self.preview.show_near(near=False)
        self._show_small(tuple(Kind))
        self._choose()

    @override
    def refresh(self, change: Change) -> None:
        kinds = [kind for kind in Kind if change in MADE_OF[kind] | {Change.EVERYTHING}]
        self._show_small(kinds)
        if self.choices.kind in kinds:
            self._choose()

    @override
    def leave(self) -> None:
        self.printing.close()
        self.saving.close()
        self._say("")

    @override
    def lay_out(self, room: QRect) -> None:
        theme = self._theme
        margin, gap = theme.px(24), theme.px(16)
        left, width = room.left() + margin, room.width() - 2 * margin
        top = room.top() + theme.px(16)
        for label in (self._title, self._words):
            height = label.heightForWidth(width)
            label.setGeometry(left, top, width, height)
            top += height
        below = QRect(left, top + gap // 2, width, room.bottom() - margin // 2 - top - gap // 2)
        view, card = QRect(below), QRect(below)
        beside = room.width() > room.height()
        self.choices.stand(across=2 if beside else 4)
        if beside:
            side = min(max(theme.px(SIDE), LEAST_SIDE), below.width() // 2)
            view.setRight(below.right() - side - gap)
            card.setLeft(below.right() - side + 1)
        else:
            view.setHeight(round(below.height() * 0.5))
            card.setTop(view.bottom() + gap)
        self.view.setGeometry(view)
        self.card.setGeometry(card)
        edge = theme.px(14)
        self._column.setContentsMargins(edge, edge, edge, edge + 6)
        self._column.setSpacing(theme.px(6))
        self.preview.fit(self.view.size() - QSize(SCROLL_BAR, 0))

    def _show_small(self, kinds: Iterable[Kind]) -> None:
        """The small sheets to choose from, as they would be at first."""
        for kind in kinds:
            made = self._made(self._at_first(kind))
            if made:
                self.choices.tiles[kind].show_sheets(made)

    def _at_first(self, kind: Kind) -> Wanted:
        return at_first(kind, self._services.family.people(), self.choices.wanted.paper)

    def _choose(self) -> None:
        """Make the sheets anew from what is chosen, and show them."""
        self._say("")
        wanted = self.choices.wanted
        if wanted.kind is not self._shown:
            wanted = as_before(self._at_first(wanted.kind), wanted)
            self._shown = wanted.kind
        people = self._things.people(wanted.kind)
        if wanted.person not in [person.id for person in people]:
            wanted = replace(wanted, person=None)
        self.choices.show_wanted(wanted, people)
        self.printed = self._made(wanted)
        if self.printed:
            self.preview.show_report(self.printed)
            whose = self.tr("{title}. Tap the page to see it nearer.")
            self._words.show_text(whose.format(title=self.printed.title))
        self.lay_out(self.room())

    def _made(self, wanted: Wanted) -> Sheets | None:
        try:
            return self._things.make(wanted)
        except Problem as problem:
            self.trouble.emit(problem)
            return None

    def _nearer(self) -> None:
        self.preview.show_near(near=not self.preview.near)

    def _print(self) -> None:
        if self.printed:
            self.printing.ask(self.printed)

    def _ask_where(self) -> None:
        if self.printed:
            self.saving.ask(self.printed)

    def save_as(self, file: Path, *, replace: bool) -> None:
        """Write the sheets in view into ``file`` and say what became of it."""
        self._say("")
        if self.printed:
            self.saving.save(self.printed, file, replace=replace)

    def _replace(self) -> None:
        if self.saving.in_the_way:
            self.save_as(self.saving.in_the_way, replace=True)

    def _say_saved(self, file: Path) -> None:
        self._say(self.tr("Saved: {file}").format(file=file))

    def _say_why(self, problem: Problem) -> None:
        self._say(self._services.sentences.of(problem))
        self.replace.setVisible(self.saving.in_the_way is not None)

    def _say(self, text: str) -> None:
        """Say what became of it, above the buttons."""
        self.replace.hide()
        self.said.show_text(text)
        self.said.setVisible(bool(text))
