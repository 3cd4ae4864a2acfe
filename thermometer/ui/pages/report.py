"""One page for the therapist: chosen, looked at, saved as a PDF or printed."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.local_time import local_day
from thermometer.domain.problems import Problem
from thermometer.domain.week_days import WeekDays
from thermometer.services.therapist_values import TherapistPage
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.first_weekday import first_weekday
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Place, Report, Week
from thermometer.ui.print.printing import Printing
from thermometer.ui.print.report_choices import ReportChoices
from thermometer.ui.print.report_page import ReportPage as Printed
from thermometer.ui.print.report_preview import ReportPreview
from thermometer.ui.print.saving import Saving
from thermometer.ui.widgets.card_frame import CardFrame
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn

SIDE = 400
SCROLL_BAR = 8


class ReportPage(CornerPage):
    """The choices at the side, the page as it will be printed beside them."""

    rail_place = Week

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._pages = self._services.therapist_pages()
        self._days: WeekDays | None = None
        self._page: TherapistPage | None = None
        self.printed: Printed | None = None
        self.head = PageHead(theme, self.tr("Week"), self)
        self.preview = ReportPreview(theme)
        self.view = ScrollColumn(theme, self.preview, self)
        self.card = CardFrame(theme, self)
        self.choices = ReportChoices(theme)
        self.save = PillButton(
            theme, self.tr("Save as PDF"), picture="interface/folder", primary=True
        )
        self.print = PillButton(theme, self.tr("Print"), picture="interface/print")
        self.replace = PillButton(theme, self.tr("Replace that file"))
        self.said = FittedLabel(theme, size="small")
        self.printing, self.saving = Printing(self), Saving(self, self._services.held)
        self._put_together()
        self._connect()

    def _put_together(self) -> None:
        self._column, self._ways = QVBoxLayout(self.card), QHBoxLayout()
        self.choices_view = ScrollColumn(self._theme, self.choices)
        self._column.addWidget(self.choices_view, 1)
        self.choices.setAutoFillBackground(False)  # the scroll area fills it with the page's ground
        self._column.addWidget(self.said)
        self._column.addWidget(self.replace)
        self._ways.addWidget(self.save)
        self._ways.addWidget(self.print)
        self._ways.addStretch(1)
        self._column.addLayout(self._ways)

    def _connect(self) -> None:
        self.head.back_chosen.connect(self._go_back)
        self.choices.changed.connect(self._make)
        self.preview.touched.connect(self._nearer)
        self.save.clicked.connect(self._ask_where)
        self.replace.clicked.connect(self._replace)
        self.print.clicked.connect(self._print)
        self.printing.failed.connect(self.trouble)
        self.printing.done.connect(lambda: self._say(self.tr("Sent to the printer.")))
        self.saving.failed.connect(self._say_why)
        self.saving.done.connect(self._say_saved)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, Report):
            return
        self._days = self._week_of(place)
        self.choices.forget_private()
        self._offer_people(place.person)
        self.preview.show_near(near=False)
        self._make()

    @override
    def refresh(self, change: Change) -> None:
        if change is not Change.SETTINGS:
            self._offer_people(self.choices.person)
            self._make()

    @override
    def leave(self) -> None:
        self.printing.close()
        self.saving.close()
        self._say("")

    @override
    def lay_out(self, room: QRect) -> None:
        margin, gap = self._theme.px(24), self._theme.px(16)
        head = QRect(room.left() + margin, room.top() + margin // 2, room.width() - 2 * margin, 0)
        head.setHeight(max(self.head.sizeHint().height(), self._theme.px(72)))
        self.head.setGeometry(head)
        below = QRect(head.left(), head.bottom() + gap // 2, head.width(), 0)
        below.setBottom(room.bottom() - margin // 2)
        view, card = QRect(below), QRect(below)
        if room.width() > room.height():
            side = min(max(self._theme.px(SIDE), 260), below.width() // 2)
            view.setRight(below.right() - side - gap)
            card.setLeft(below.right() - side + 1)
        else:
            view.setHeight(round(below.height() * 0.52))
            card.setTop(view.bottom() + gap)
        self.view.setGeometry(view)
        self.card.setGeometry(card)
        edge = self._theme.px(16)
        self._column.setContentsMargins(edge, edge, edge, edge + 6)
        self._column.setSpacing(self._theme.px(6))
        self.preview.fit(self.view.size() - QSize(SCROLL_BAR, 0))

    def _week_of(self, place: Report) -> WeekDays:
        if place.first_day is not None:
            return WeekDays(place.first_day)
        clock = self._services.clock
        first = first_weekday(self._services.preferences.now)
        return WeekDays.holding(local_day(clock.now(), clock.time_zone()), first)

    def _offer_people(self, chosen: UUID | None) -> None:
        if self._days is None:
            return
        week = self._services.reports().week(self._days, self._services.clock.now())
        people = [each.person for each in week.people]
        first = next((p.id for p in people if p.is_child), people[0].id if people else None)
        self.choices.show_people(people, chosen or first)

    def _make(self) -> None:
        """Make the page anew from what is chosen, and show it."""
        self._say("")
        if self._days is None:
            return
        clock, choices = self._services.clock, self.choices
        try:
            self._page = self._pages.make(
                self._days, choices.person, choices.choice, clock.now(), clock.time_zone()
            )
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.printed = Printed(self._page, choices.chosen_paper)
        self.preview.show_report(self.printed)
        title = self.tr("One page for the therapist")
        whose = self.tr("{title}. Tap the page to read it.").format(title=self.printed.title)
        self.head.show_words(title, whose)

    def _nearer(self) -> None:
        self.preview.show_near(near=not self.preview.near)

    def _go_back(self) -> None:
        first = self._days.first_day if self._days else None
        self.go_to.emit(Week(first, self.choices.person))

    def _ask_where(self) -> None:
        if self._page and self.printed:
            self.saving.ask(self.printed, f"{self._page.name} {self._page.days.name}")

    def _replace(self) -> None:
        if self.saving.in_the_way:
            self.save_as(self.saving.in_the_way, replace=True)

    def save_as(self, file: Path, *, replace: bool) -> None:
        """Write the page in view into ``file`` and say what became of it."""
        self._say("")
        if self.printed:
            self.saving.save(self.printed, file, replace=replace)

    def _say_saved(self, file: Path) -> None:
        self._say(self.tr("Saved: {file}").format(file=file))

    def _say_why(self, problem: Problem) -> None:
        self._say(self._services.sentences.of(problem))
        self.replace.setVisible(self.saving.in_the_way is not None)

    def _print(self) -> None:
        if self.printed:
            self.printing.ask(self.printed)

    def _say(self, text: str) -> None:
        """Say what became of it, above the buttons."""
        self.replace.hide()
        self.said.show_text(text)
        self.said.setVisible(bool(text))
