"""The family's records into files, and files of records in; long work goes on by itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.local_time import local_day
from thermometer.domain.problems import Problem
from thermometer.services.exchange import Exported, Plan, Work, let_go
from thermometer.ui.background import Background, Job
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.exchange_words import ExchangeWords
from thermometer.ui.export_card import ExportCard
from thermometer.ui.file_asking import FileAsking
from thermometer.ui.import_card import ImportCard
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Exchange, Place, Week
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.week_calendar import WeekCalendar
from thermometer.ui.widgets.work_bar import WorkBar

NARROW = 600
"""Pixels on which two cards cannot stand beside each other."""


class ExchangePage(CornerPage):
    """Two cards, and a bar while something is under way; leaving the page does not stop it."""

    rail_place = Week

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self.words = ExchangeWords(self._services.sentences, self)
        self.head = PageHead(theme, self.tr("Week"), self)
        self.out, self.into = ExportCard(theme, self.words), ImportCard(theme, self.words)
        self.bar = WorkBar(theme)
        self.work = Background(self)
        self._services.held.callback(self.work.finish)
        self.files = FileAsking(self)
        self._folder: Path | None = None
        self._picks_first = True
        self._about: ExportCard | ImportCard = self.out
        self._put_together()
        self.calendar = WeekCalendar(theme, 0, self)
        self._connect()

    def _put_together(self) -> None:
        content = QWidget()
        self._column, self._cards = (
            QVBoxLayout(content),
            QBoxLayout(QBoxLayout.Direction.LeftToRight),
        )
        for card in (self.out, self.into):
            self._cards.addWidget(card, 1)
        self._column.addWidget(self.bar)
        self._column.addLayout(self._cards)
        self._column.addStretch(1)
        self.view = ScrollColumn(self._theme, content, self)
        self.bar.hide()

    def _connect(self) -> None:
        self.head.back_chosen.connect(lambda: self.go_to.emit(Week()))
        self.out.asked.connect(self._ask_folder)
        self.out.replace_asked.connect(lambda: self._export(replace=True))
        self.out.day_asked.connect(self._ask_day)
        self.calendar.picked.connect(self._pick)
        self.into.asked.connect(self._ask_files)
        self.into.agreed.connect(self._import)
        self.bar.cancelled.connect(self._cancel)
        self.work.progressed.connect(self.bar.show_progress)
        self.work.done.connect(self._done)
        self.work.failed.connect(self._failed)
        self.work.stopped.connect(self._stopped)

    @override
    def enter(self, place: Place) -> None:
        if not isinstance(place, Exchange):
            return
        title = self.tr("Files")
        self.head.show_words(title, self.tr("Take the family's records out, or bring some in."))
        if not self.work.is_working():
            self.out.begin(self._today())
            self._show_plan(None)
            self.into.show_said("")

    @override
    def leave(self) -> None:
        self.calendar.hide()
        self.files.close()

    @override
    def lay_out(self, room: QRect) -> None:
        margin, gap = self._theme.px(24), self._theme.px(16)
        height = max(self.head.sizeHint().height(), self._theme.px(72))
        self.head.setGeometry(
            room.left() + margin, room.top() + margin // 2, room.width() - 2 * margin, height
        )
        top = self.head.geometry().bottom() + gap // 2
        self.view.setGeometry(room.left(), top, room.width(), room.bottom() - top)
        wide = room.width() > max(room.height(), NARROW)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(way)
        self._cards.setSpacing(gap)
        self._column.setContentsMargins(margin - 5, 0, margin - 5, margin // 2)
        for column in (self.out.column, self.into.column):
            pad = self._theme.px(30)
            column.setContentsMargins(pad, pad, pad, pad)
            column.setSpacing(self._theme.px(10))
        if self.calendar.isVisible():
            self.calendar.setGeometry(self.rect())

    def _today(self) -> date:
        clock = self._services.clock
        return local_day(clock.now(), clock.time_zone())

    # ------------------------------------------------------------------------------- asking

    def _ask_day(self, first: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._picks_first = first
        self.calendar.open(self.out.first if first else self.out.last, self._today())

    def _pick(self, day: date) -> None:
        self.out.pick(day, first=self._picks_first)

    def _ask_folder(self) -> None:
        self.files.ask_for_folder(self.tr("Choose a folder"), self.export_to)

    def _ask_files(self) -> None:
        kinds = [self.tr("Records (*.csv *.json)"), self.tr("All files (*)")]
        self.files.ask_for_files(self.tr("Choose files"), self.look_into, kinds)

    # ------------------------------------------------------------------------------- working

    def export_to(self, folder: str) -> None:
        """Write into ``folder``, in one of its own: seven files do not belong among others."""
        name = self.tr("Feelings Thermometer {day}").format(day=self._today().isoformat())
        self._folder = Path(folder) / name
        self._export(replace=False)

    def _export(self, *, replace: bool) -> None:
        if self._folder is None:
            return
        export, folder, days = self._services.exporting(), self._folder, self.out.days
        self.out.show_said("")
        self.begin(
            self.out,
            self.tr("Writing the files …"),
            lambda work: export.write(folder, days=days, replace=replace, work=work),
        )

    def look_into(self, files: list[str]) -> None:
        """Show what taking these files in would do."""
        importing, paths = self._services.importing(), [Path(file) for file in files]
        self._show_plan(None)
        self.into.show_said("")
        self.begin(
            self.into,
            self.tr("Reading the files …"),
            lambda work: importing.preview(paths, work),
        )

    def _import(self) -> None:
        importing, plan = self._services.importing(), self.into.plan
        if plan is None:
            return

        def take(work: Work) -> None:
            importing.take(plan, work)
            for things in plan.new.values():
                let_go(things)

        self.begin(self.into, self.tr("Bringing it in …"), take)

    def begin(self, card: ExportCard | ImportCard, what: str, job: Job) -> None:
        """Do ``job``, which is called ``what``, beside taps; ``card`` says what became of it."""
        self._about = card
        self.bar.show_work(what)
        self._show_working(working=True)
        self.work.start(job)

    def _show_working(self, *, working: bool) -> None:
        self.bar.setVisible(working)
        for button in (self.out.choose, self.out.replace, self.into.choose, self.into.agree):
            button.setEnabled(not working)

    def _show_plan(self, plan: Plan | None) -> None:
        self.into.show_plan(plan)

    # ------------------------------------------------------------------------------- ending

    def _cancel(self) -> None:
        self.bar.show_stopping()
        self.work.stop()

    def _done(self, result: object) -> None:
        self._show_working(working=False)
        match result:
            case Plan():
                self._show_plan(result)
            case Exported():
                self.out.show_said(self.words.exported(result, str(self._folder)))
            case _:
                self._show_plan(None)
                self.into.show_said(self.tr("Everything was brought in."))

    def _failed(self, problem: Problem) -> None:
        self._show_working(working=False)
        if problem.key.startswith("export"):
            text = self._services.sentences.of(problem)
            self.out.show_said(text, may_replace=problem.key == "export-exists")
        else:
            self._show_plan(None)
            self.trouble.emit(problem)

    def _stopped(self) -> None:
        self._show_working(working=False)
        self._about.show_said(self.tr("It was stopped. Everything is as it was before."))
