"""A copy before something is erased: only if a parent asks, to a place of their choice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thermometer.domain.backups import Holdings
from thermometer.domain.problems import Problem
from thermometer.ui.background import Background
from thermometer.ui.file_asking import FileAsking
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.setting_rows import SettingCard, SettingRow
from thermometer.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from thermometer.services.bundle import Services
    from thermometer.services.work import Work


class CopyFirst(QObject):
    """A card with one button; ``trouble`` tells why a copy could not be made.

    ``changed`` tells that copying has begun or has ended: meanwhile nothing may be erased, for the
    copy is of what there is when it ends.

    Args:
        services: of the family.
        theme: colours and sizes.
        page: on which the card and the dialog stand.
    """

    trouble = Signal(object)
    changed = Signal()

    def __init__(self, services: Services, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._theme, self._page = services, theme, page
        self.card = SettingCard(theme, self.tr("A copy first?"))
        self.bar = WorkBar(theme)
        self.bar.hide()
        self.card.add_above(self.bar)
        self.files = FileAsking(page)
        self.work = Background(self)
        services.held.callback(self.work.finish)
        self.work.done.connect(self._saved)
        self.work.failed.connect(self._failed)
        self.work.stopped.connect(self._stopped)
        self.work.progressed.connect(self.bar.show_progress)
        self.bar.cancelled.connect(self._cancel)
        self._file: Path | None = None

    def show_words(self, words: str) -> None:
        """Say what a copy would hold."""
        self.save = PillButton(self._theme, self.tr("Save a copy"), picture="interface/folder")
        self.save.clicked.connect(self._ask_where_to)
        self.save.setEnabled(not self.work.is_working())
        self.card.show_rows(SettingRow(self._theme, words, self.save))

    def is_working(self) -> bool:
        """Whether a copy is being made."""
        return self.work.is_working()

    def close(self) -> None:
        """The page is left: so is the dialog."""
        self.files.close()

    def _ask_where_to(self) -> None:
        if self.work.is_working():
            return
        name = self.tr("Feelings Thermometer.backup")
        self.files.ask_where_to(self.tr("Save a copy"), name, self._save)

    def _save(self, file: str) -> None:
        """The dialog has asked already whether a file that is there may be replaced."""
        path, keeping = Path(file), self._services.safekeeping()
        self._file = path
        self.save.setEnabled(False)

        def save(work: Work) -> Holdings:
            return keeping.save(path, replace=True, report=work.report)

        self.bar.show_work(self.tr("Saving a copy …"))
        self.bar.show()
        self.work.start(save)
        self.changed.emit()

    def _cancel(self) -> None:
        self.bar.show_stopping()
        self.work.stop()

    def _over(self) -> None:
        self.bar.hide()
        self.save.setEnabled(True)
        self.changed.emit()

    def _stopped(self) -> None:
        self._over()
        self.show_words(self.tr("It was stopped, and no copy was made."))

    def _saved(self, _holds: Holdings) -> None:
        self._over()
        self.show_words(self.tr("Saved as {file}. It holds everything.").format(file=self._file))

    def _failed(self, problem: Problem) -> None:
        self._over()
        self.trouble.emit(problem)
