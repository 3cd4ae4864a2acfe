"""One page for the therapist: chosen, looked at, saved as a PDF or printed."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QRect, QSize, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from thermometer.domain.changes import Change
from thermometer.domain.local_time import local_day
from thermometer.domain.problems import Problem
from thermometer.domain.week_days import WeekDays
from thermometer.services.therapist_values import TherapistPage
from thermometer.services.whole_file import write_whole
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.first_weekday import first_weekday
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Place, Report, Week
from thermometer.ui.print.output import pdf_of
from thermometer.ui.print.printing import Printing
from thermometer.ui.print.report_choices import ReportChoices
from thermometer.ui.print.report_page import ReportPage as Printed
from thermometer.ui.print.report_preview import ReportPreview
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
        self.dialog: QFileDialog | None = None
        self._refused: Path | None = None
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
        self.printing = Printing(self)
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
        if self.dialog:
            self.dialog.close()
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
        """A dialog that does not wait; it asks nothing about a file that is there, we do."""
        if self._page is None or self.dialog is not None:
            return
        folders = QStandardPaths.standardLocations(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        name = f"{_for_a_file(self._page.name)} {self._page.days.name}.pdf"
        start = Path(folders[0]) if folders else Path.home()
        self.dialog = dialog = QFileDialog(self, self.tr("Save as PDF"), str(start))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: self.save_as(Path(file), replace=False))
        dialog.finished.connect(self._dialog_over)
        dialog.open()

    def _dialog_over(self) -> None:
        if self.dialog:
            self.dialog.deleteLater()
            self.dialog = None

    def _replace(self) -> None:
        if self._refused:
            self.save_as(self._refused, replace=True)

    def save_as(self, file: Path, *, replace: bool) -> None:
        """Write the page in view into ``file`` and say what became of it."""
        if self.printed is None:
            return
        self._say("")
        try:
            write_whole(file, pdf_of(self.printed), replace=replace)
        except Problem as problem:
            self._say(self._services.sentences.of(problem))
            self._refused = file if problem.key == "file-exists" else None
            self.replace.setVisible(self._refused is not None)
        else:
            self._say(self.tr("Saved: {file}").format(file=file))

    def _print(self) -> None:
        if self.printed:
            self.printing.ask(self.printed)

    def _say(self, text: str) -> None:
        """Say what became of it, above the buttons."""
        self._refused = None
        self.replace.hide()
        self.said.show_text(text)
        self.said.setVisible(bool(text))


def _for_a_file(name: str) -> str:
    """``name`` without what no file may be called."""
    return "".join(c for c in name if c not in '<>:"/\\|?*').strip(" .") or "week"
