"""How long records are kept, and the way to erasing everything; for the data part of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.keeping_for import KeepFor, Old
from thermometer.domain.problems import Problem
from thermometer.ui.background import Background
from thermometer.ui.erasing_places import EraseAll
from thermometer.ui.page import Surroundings
from thermometer.ui.settings_part import SettingsPart
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.chip_flow import Choice
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.setting_choice import ChoiceList, SettingChoice
from thermometer.ui.widgets.setting_rows import SettingRow
from thermometer.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from thermometer.services.work import Work


class KeepingSettings(SettingsPart):
    """A choice that erases something is only kept once somebody has read how much that is."""

    def __init__(self, around: Surroundings) -> None:
        title = QCoreApplication.translate("KeepingSettings", "Keep and erase")
        self.list = ChoiceList(around.theme, title)
        super().__init__(around, self.list)
        self._keeping = self._services.keeping_for()
        self._old: Old | None = None
        self.choice: SettingChoice[KeepFor] = SettingChoice(
            self._theme,
            self.tr("Keep records"),
            self.tr("Older days are erased for good. People, words and tools stay."),
            {
                KeepFor.ALL: Choice(self.tr("All")),
                KeepFor.TWO_YEARS: Choice(self.tr("Two years")),
                KeepFor.ONE_YEAR: Choice(self.tr("One year")),
            },
        )
        self.told = FittedLabel(self._theme, weight=BOLD)
        later = self.tr(
            "Later backups still hold what was here when they were made. From then on, what grows"
            " older goes by itself, day by day."
        )
        self._later = FittedLabel(self._theme, later, size="small", colour="muted")
        self.agree = PillButton(self._theme, self.tr("Agree"), primary=True)
        self.refuse = PillButton(self._theme, self.tr("Leave it"))
        self.everything = PillButton(self._theme, self.tr("Erase everything"))
        self.bar = WorkBar(self._theme)
        self.bar.hide()
        self.work = Background(self)
        self._services.held.callback(self.work.finish)
        self._put_together()
        self._connect()

    def _put_together(self) -> None:
        self.decision = QWidget()
        column, buttons = QVBoxLayout(self.decision), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addWidget(self._later)
        for button in (self.agree, self.refuse):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.bar)
        below = self.tr("Everybody’s records, backups and settings; then it begins anew.")
        row = SettingRow(self._theme, self.tr("Begin anew"), self.everything, below=below)
        for widget in (self.choice, self.decision, row):
            self.list.add(widget)

    def _connect(self) -> None:
        self.choice.flow.changed.connect(self._chosen)
        self.agree.clicked.connect(self._agree)
        self.refuse.clicked.connect(self.show_now)
        self.everything.clicked.connect(lambda: self.go_to.emit(EraseAll()))
        self.bar.cancelled.connect(self._cancel)
        self.work.progressed.connect(self.bar.show_progress)
        self.work.stopped.connect(self.show_now)
        self.work.done.connect(lambda _: self.show_now())
        self.work.failed.connect(self._failed)

    @override
    def show_now(self) -> None:
        if self.work.is_working():
            return
        try:
            chosen, waiting = self._keeping.chosen(), self._keeping.waiting()
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.choice.flow.show_chosen(chosen)
        self._ask(waiting)

    def _chosen(self) -> None:
        keep_for = self.choice.flow.chosen[0]
        try:
            old = self._keeping.preview(keep_for)
            if old is None:
                self._keeping.choose(keep_for, None)
        except Problem as problem:
            self.trouble.emit(problem)
            self.show_now()
            return
        self._ask(old)

    def _ask(self, old: Old | None) -> None:
        """Say how much would go; nothing does before somebody agrees."""
        self._old = old
        self.bar.hide()
        self.decision.setVisible(old is not None)
        self.agree.setEnabled(True)
        self.refuse.setEnabled(True)
        if old is None:
            return
        day = old.first_day
        date = QLocale().toString(
            QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat
        )
        told = self.tr(
            "Older than {date}, and erased for good: check-ins ({check_ins}), tools used"
            " ({tool_uses}), hard moments ({hard_moments}), whole backups ({backups})."
        )
        self.told.show_text(
            told.format(
                date=date,
                check_ins=old.check_ins,
                tool_uses=old.tool_uses,
                hard_moments=old.hard_moments,
                backups=old.backups,
            )
        )

    def _agree(self) -> None:
        keeping = self._keeping
        try:
            keeping.choose(self.choice.flow.chosen[0], self._old)
        except Problem as problem:
            self.trouble.emit(problem)
            self.show_now()
            return
        self.agree.setEnabled(False)
        self.refuse.setEnabled(False)

        self.bar.show_work(self.tr("Erasing what is older …"))
        self.bar.show()

        def run(work: Work) -> bool:
            return keeping.run(work.report)

        self.work.start(run)

    def _cancel(self) -> None:
        words = self.tr("Stopping. What is erased already stays so; the rest is still here.")
        self.bar.show_stopping(words)
        self.work.stop()

    def _failed(self, problem: Problem) -> None:
        self.trouble.emit(problem)
        self.show_now()
