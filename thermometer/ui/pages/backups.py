"""Backups: made, saved elsewhere, looked into and put back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from thermometer.domain.backups import Backup, Holdings
from thermometer.domain.problems import Problem
from thermometer.services.safekeeping import Coming
from thermometer.ui.background import Background, Job
from thermometer.ui.backup_cards import DecisionCard, ElsewhereCard, KeptCard
from thermometer.ui.backup_words import BackupWords
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.file_asking import FileAsking
from thermometer.ui.page import Surroundings
from thermometer.ui.places import Parents, Place
from thermometer.ui.widgets.fitted_label import FittedLabel
from thermometer.ui.widgets.page_head import PageHead
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.scroll_column import ScrollColumn
from thermometer.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from thermometer.services.work import Work

WIDEST = 860


class BackupsPage(CornerPage):
    """A card for each thing that can be done, and a bar while something is under way."""

    rail_place = Parents

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        theme = self._theme
        self._keeping = self._services.safekeeping()
        self.words = BackupWords(self._services.clock, self)
        self.head = PageHead(theme, self.tr("Settings"), self)
        self.elsewhere = ElsewhereCard(theme)
        self.kept, self.decision = KeptCard(theme, self.words), DecisionCard(theme, self.words)
        self.restored = FittedLabel(theme)
        self.undo = PillButton(theme, self.tr("Undo"), picture="interface/undo")
        self.bar = WorkBar(theme)
        self.work = Background(self)
        self._services.held.callback(self.work.finish)
        self.files = FileAsking(self)
        self._before: Backup | None = None
        self._saved: Path | None = None
        self._puts_back = False
        self._put_together()
        self._connect()

    def _put_together(self) -> None:
        content, self._undo_row = QWidget(), QWidget()
        self._column, undoing = QVBoxLayout(content), QHBoxLayout(self._undo_row)
        undoing.addWidget(self.restored, 1)
        undoing.addWidget(self.undo)
        for widget in (self.bar, self._undo_row, self.decision, self.elsewhere, self.kept):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.view = ScrollColumn(self._theme, content, self)
        for hidden in (self.bar, self._undo_row):
            hidden.hide()

    def _connect(self) -> None:
        self.head.back_chosen.connect(lambda: self.go_to.emit(Parents()))
        self.kept.chosen.connect(lambda backup: self._look_into(str(backup.path), None))
        self.elsewhere.now_asked.connect(self._make)
        self.elsewhere.save_asked.connect(self._ask_where_to)
        self.elsewhere.open_asked.connect(self._ask_which)
        self.decision.agreed.connect(self._restore)
        self.decision.refused.connect(self.decision.hide)
        self.undo.clicked.connect(self._undo)
        self.bar.cancelled.connect(self._cancel)
        self.work.progressed.connect(self._show_progress)
        self.work.done.connect(self._done)
        self.work.failed.connect(self._failed)
        self.work.stopped.connect(self._stopped)

    @override
    def enter(self, place: Place) -> None:
        self.head.show_words(self.tr("Backups"), self.tr("Copies of everything, verified."))
        if not self.work.is_working():
            self.decision.hide()
            self.elsewhere.show_said("")
            self._list()

    @override
    def leave(self) -> None:
        self.elsewhere.passphrase.clear()
        self.files.close()

    @override
    def lay_out(self, room: QRect) -> None:
        margin = self._theme.px(24)
        height = max(self.head.sizeHint().height(), self._theme.px(72))
        width = min(room.width() - 2 * margin, max(700, self._theme.px(WIDEST)))
        self.head.setGeometry(room.left() + margin, room.top() + margin // 2, width, height)
        top = self.head.geometry().bottom() + 6
        across = room.width() - margin
        self.view.stand(QRect(room.left() + margin - 5, top, across, room.bottom() - top), width)
        self._column.setContentsMargins(0, 0, 0, margin // 2)
        self._column.setSpacing(self._theme.px(10))

    # ------------------------------------------------------------------------------- asking

    def _ask_where_to(self) -> None:
        name = self.tr("Feelings Thermometer.backup")
        self.files.ask_where_to(self.tr("Save a copy"), name, self._save)

    def _ask_which(self) -> None:
        self.files.ask_for_file(
            self.tr("Choose a backup"), lambda file: self._look_into(file, self._passphrase())
        )

    def _passphrase(self) -> str | None:
        return self.elsewhere.passphrase.text() or None

    # ------------------------------------------------------------------------------- working

    def _list(self) -> None:
        self.work.start(lambda _: self._keeping.backups())

    def _make(self) -> None:
        self._start(self.tr("Backing up …"), lambda work: self._keeping.make(work.report))

    def _save(self, file: str) -> None:
        """The dialog has asked already whether a file that is there may be replaced."""
        if self.work.is_working():
            return
        path, passphrase, keeping = Path(file), self._passphrase(), self._keeping
        self._saved = path

        def save(work: Work) -> Holdings:
            return keeping.save(path, passphrase=passphrase, replace=True, report=work.report)

        self._start(self.tr("Saving a copy …"), save)

    def _look_into(self, file: str, passphrase: str | None) -> None:
        keeping = self._keeping
        self.decision.hide()
        look = self.tr("Looking into the backup …")
        self._start(look, lambda work: keeping.look_into(Path(file), passphrase, work.report))

    def _restore(self) -> None:
        coming, keeping = self.decision.coming, self._keeping
        if coming is None:
            return

        def restore(work: Work) -> _Restored:
            return _Restored(keeping.restore(coming, work.report))

        self.decision.hide()
        self._put_back(restore)

    def _undo(self) -> None:
        if self._before:
            before, keeping = self._before, self._keeping

            def undo(work: Work) -> _Restored:
                return _Restored(keeping.undo(before, work.report))

            self._put_back(undo)

    def _put_back(self, job: Job) -> None:
        self._start(self.tr("Putting it back …"), job, puts_back=True)

    def _start(self, what: str, job: Job, *, puts_back: bool = False) -> None:
        if self.work.is_working():
            return
        self._puts_back = puts_back
        self.elsewhere.show_said("")
        self.bar.show_work(what)
        self.bar.show()
        self.work.start(job)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.show_progress(done, total)
        if self._puts_back and done >= total:
            self.bar.show_last(self.tr("The last step. It takes a moment and cannot be cancelled."))

    def _cancel(self) -> None:
        self.bar.show_stopping()
        self.work.stop()

    # ------------------------------------------------------------------------------- ending

    def _done(self, result: object) -> None:
        self.bar.hide()
        match result:
            case tuple():
                self.kept.show_backups(result)
                return
            case Coming():
                self.decision.ask(result)
                self.view.verticalScrollBar().setValue(0)
                return
            case _Restored():
                self._show_restored(result.before)
            case Holdings():
                said = self.tr("Saved as {file}: {holds}")
                holds = self.words.holds(result)
                self.elsewhere.show_said(said.format(file=self._saved, holds=holds))
            case Backup():
                self.elsewhere.show_said(self.tr("Backed up and verified."))
            case _:
                self.elsewhere.show_said(
                    self.tr("There is nobody yet whose records it would hold.")
                )
        self._list()

    def _show_restored(self, before: Backup | None) -> None:
        self._before = before
        self.restored.show_text(self.tr("It was put back. What was here before is kept."))
        self._undo_row.setVisible(before is not None)

    def _failed(self, problem: Problem) -> None:
        self.bar.hide()
        self.elsewhere.show_said(self._services.sentences.of(problem))

    def _stopped(self) -> None:
        self.bar.hide()
        self.elsewhere.show_said(self.tr("It was stopped. Everything is as it was before."))


class _Restored:
    """What came of putting a backup back: what was here before."""

    def __init__(self, before: Backup | None) -> None:
        self.before = before
