"""How the records, the disk and the clock are, in the settings; an examination, and a report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.background import Background
from thermometer.ui.health_places import ClockPlace
from thermometer.ui.health_words import HealthWords
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Backups
from thermometer.ui.settings_part import SettingsPart
from thermometer.ui.theme.theme import BOLD
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow
from thermometer.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from thermometer.domain.backups import Examined
    from thermometer.services.health import Health
    from thermometer.services.work import Work


class HealthSettings(SettingsPart):
    """All of it from one value, read anew whenever the card comes into view."""

    def __init__(self, around: Surroundings) -> None:
        theme = around.theme
        title = QCoreApplication.translate("HealthSettings", "Health")
        self.list = SettingCard(theme, title)
        super().__init__(around, self.list)
        self.bar = WorkBar(theme)
        self.said = FittedLabel(theme, weight=BOLD)
        for widget in (self.bar, self.said):
            self.list.add_above(widget)
            widget.hide()
        self.health: Health | None = None
        self.words = HealthWords(self._services.clock, self)
        self.work = Background(self)
        self._services.held.callback(self.work.finish)
        self._connect()

    def _connect(self) -> None:
        self.bar.cancelled.connect(self._cancel)
        self.work.progressed.connect(self.bar.show_progress)
        self.work.done.connect(self._examined)
        self.work.failed.connect(lambda problem: self._over(self._sentence(problem)))
        self.work.stopped.connect(lambda: self._over(self.tr("The examination was stopped.")))

    @override
    def show_now(self) -> None:
        """Read it anew."""
        if not self.work.is_working():
            self._say("")
        self._read()

    def _read(self) -> None:
        try:
            self.health = self._services.health().read(qVersion())
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self._show_rows(self.health)

    def _show_rows(self, health: Health) -> None:
        words = self.words
        self.backups = self._button(self.tr("Backups"), lambda: self.go_to.emit(Backups()))
        self.examine = self._button(self.tr("Examine now"), self._examine)
        self.examine.setEnabled(not self.work.is_working())
        self.clock = self._button(self.tr("Check the clock"), lambda: self.go_to.emit(ClockPlace()))
        clock = (self.clock,) if health.clock is not None else ()
        if not clock:
            self.clock.deleteLater()
        self.copy = self._button(self.tr("Copy report"), self._copy)
        report = self.tr("All of this in a text to pass on: no names, notes or zones are in it.")
        self.list.show_rows(
            self._row(self.tr("Last verified backup"), words.backup(health), self.backups),
            self._row(self.tr("Last examination"), words.examined(health), self.examine),
            self._row(self.tr("Records that cannot be read"), words.unreadable(health)),
            self._row(self.tr("Free space where the records are"), words.free(health)),
            self._row(self.tr("Clock"), words.clock(health), *clock),
            self._row(self.tr("Versions"), words.versions(health)),
            self._row(self.tr("The program’s log"), words.log(health)),
            self._row(self.tr("A report"), report, self.copy),
        )

    def _button(self, words: str, chosen: Callable[[], None]) -> PillButton:
        button = PillButton(self._theme, words)
        button.clicked.connect(chosen)
        return button

    def _row(self, title: str, below: str, *buttons: PillButton) -> SettingRow:
        return SettingRow(self._theme, title, *buttons, below=below)

    def _examine(self) -> None:
        health = self._services.health()

        def examine(work: Work) -> Examined:
            return health.examine(work.report, rows=True)

        self._say("")
        self.bar.show_work(self.tr("Looking at every byte …"))
        self.bar.show()
        self.examine.setEnabled(False)
        self.work.start(examine)

    def _cancel(self) -> None:
        self.bar.show_stopping()
        self.work.stop()

    def _examined(self, examined: Examined) -> None:
        if examined.sound:
            self._over(self.tr("Everything is sound."))
        else:
            self._over(self.tr("Something is damaged. Please put the newest backup back."))

    def _over(self, said: str) -> None:
        self.bar.hide()
        self._read()
        self._say(said)

    def _copy(self) -> None:
        if self.health is not None:
            QGuiApplication.clipboard().setText(self.words.report(self.health))
            self._say(self.tr("The report is copied. You can paste it anywhere."))

    def _say(self, words: str) -> None:
        self.said.show_text(words)
        self.said.setVisible(bool(words))

    def _sentence(self, problem: Problem) -> str:
        return self._services.sentences.of(problem)
