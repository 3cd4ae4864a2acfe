"""A page for each way in which the family's data cannot be opened, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thermometer.domain.problems import Problem
from thermometer.ui.background import Background
from thermometer.ui.backup_words import BackupWords
from thermometer.ui.file_asking import FileAsking, Where
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.trouble_card import TroubleCard

if TYPE_CHECKING:
    from thermometer.services.rescue import Ready, Rescue

DAMAGED = frozenset({"data-damaged", "data-lost"})
NOT_ALL_GONE = "erase-not-all-gone"
ELSEWHERE = frozenset({"data-no-access", "data-not-ours", NOT_ALL_GONE})


class Trouble(QObject):
    """What stands in the window while the data cannot be opened.

    ``again`` asks to open it once more, ``left`` to close the window, ``moved`` to open another
    folder, ``mended`` tells where the damaged file is kept (nowhere, if it was gone).

    Args:
        theme: colours and sizes.
        key: of the problem; nothing where it is not of the data.
        sentence: what is said of it.
        parent: what opens the data.
    """

    again = Signal()
    left = Signal()
    moved = Signal(Path)
    mended = Signal(object)

    def __init__(self, theme: Theme, key: str, sentence: str, parent: QObject) -> None:
        super().__init__(parent)
        self.key = key
        self.card = TroubleCard(theme, self._title(key), sentence)
        self.card.again.connect(self.again)
        self.card.left.connect(self.left)
        self.card.elsewhere_chosen.connect(self._ask_folder)
        self.card.mend_chosen.connect(self._mend)
        self.files = FileAsking(self.card, Where.HomeLocation)
        self.work = Background(self)
        self.work.done.connect(self._show_ready)
        self.work.failed.connect(self._show_failed)
        self.work.stopped.connect(self._show_stopped)
        self.work.progressed.connect(self.card.bar.show_progress)
        self.card.bar.cancelled.connect(self._cancel)
        self._rescue: Rescue | None = None
        self._words: BackupWords | None = None
        self._say: Callable[[Problem], str] = str

    def _title(self, key: str) -> str:
        return {
            "data-in-use": self.tr("The thermometer is open already"),
            "data-no-space": self.tr("The disk is full"),
            "data-no-access": self.tr("The records cannot be reached"),
            "data-newer": self.tr("These records need a newer version"),
            "data-not-ours": self.tr("Something else lies in this folder"),
            "data-damaged": self.tr("The records are damaged"),
            "data-lost": self.tr("The records are gone"),
            NOT_ALL_GONE: self.tr("Not everything is erased yet"),
        }.get(key, self.tr("The thermometer could not open"))

    def offer_elsewhere(self) -> None:
        """Let another folder be chosen, where that would help."""
        if self.key in ELSEWHERE:
            self.card.offer_elsewhere()

    def offer_rescue(
        self, rescue: Rescue, words: BackupWords, say: Callable[[Problem], str]
    ) -> None:
        """Look what could be put in the place of a damaged file, and offer it.

        Args:
            rescue: for the folder that could not be opened.
            words: what is said of backups.
            say: the sentence of a problem.
        """
        self._rescue, self._words, self._say = rescue, words, say
        self.card.show_work(self.tr("Looking for backups and for what can still be read …"))
        self.work.start(lambda work: rescue.prepare(report=work.report))

    def close(self) -> None:
        """Stop looking, and leave everything as it is."""
        self.work.finish()
        if self._rescue:
            self._rescue.drop()
        self.files.close()

    def _show_ready(self, ready: Ready) -> None:
        if self._words:
            self.card.show_detail(self._words.ready(ready), can_mend=True)

    def _show_failed(self, problem: Problem) -> None:
        self.card.show_detail(self._say(problem), can_mend=False)

    def _cancel(self) -> None:
        self.card.bar.show_stopping()
        self.work.stop()

    def _show_stopped(self) -> None:
        self.card.show_detail(
            self.tr("It was stopped. Everything is as it was before; “Try again” looks once more."),
            can_mend=False,
        )

    def _mend(self) -> None:
        if self._rescue is None:
            return
        try:
            aside = self._rescue.finish()
        except Problem as problem:
            self._show_failed(problem)
        else:
            self.mended.emit(aside)

    def _ask_folder(self) -> None:
        self.files.ask_for_folder(
            self.tr("Choose a folder"), lambda folder: self.moved.emit(Path(folder))
        )
