"""Sheets into a PDF of the parent's choice: the question does not wait for its answer."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thermometer.domain.problems import Problem
from thermometer.services.whole_file import write_whole
from thermometer.ui.background import Background
from thermometer.ui.file_asking import FileAsking
from thermometer.ui.print.output import pdf_of
from thermometer.ui.print.sheets import Sheets

NOT_IN_A_NAME = '<>:"/\\|?*'


class Saving(QObject):
    """``done`` tells the file that was written, ``failed`` why none was.

    ``in_the_way`` is the file that was there already, which is replaced only when asked for.

    Args:
        page: the widget over which the question stands.
        held: is closed when the family is let go of: what is being written then is written first.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, page: QWidget, held: ExitStack) -> None:
        super().__init__(page)
        self.files = FileAsking(page)
        self.in_the_way: Path | None = None
        self._file = Path()
        self.work = Background(self)
        held.callback(self.work.finish)
        self.work.done.connect(self._tell_done)
        self.work.failed.connect(self._tell_failed)

    def ask(self, sheets: Sheets, name: str = "") -> None:
        """Ask where to; it asks nothing about a file that is there, we do.

        Args:
            sheets: what is to be saved.
            name: of the file, where it is not their title.
        """
        self.files.ask_where_to(
            self.tr("Save as PDF"),
            f"{for_a_file(name or sheets.title)}.pdf",
            lambda file: self.save(sheets, Path(file), replace=False),
            [self.tr("PDF (*.pdf)")],
            asks_before_replacing=False,
        )

    def save(self, sheets: Sheets, file: Path, *, replace: bool) -> None:
        """Write ``sheets`` into ``file``, whole or not at all.

        They are painted here, where alone pictures may be painted; a disk may be slow, and is
        written to in a thread.
        """
        if self.work.is_working():
            self.failed.emit(Problem("file-still-writing", file=self._file.name))
            return
        self.in_the_way, self._file = None, file
        try:
            data = pdf_of(sheets)
        except Problem as problem:
            self._tell_failed(problem)
        else:
            self.work.start(lambda _work: write_whole(file, data, replace=replace))

    def close(self) -> None:
        """Take the question away, unanswered; what is being written is written."""
        self.files.close()

    def _tell_done(self) -> None:
        self.done.emit(self._file)

    def _tell_failed(self, problem: Problem) -> None:
        self.in_the_way = self._file if problem.key == "file-exists" else None
        self.failed.emit(problem)


def for_a_file(name: str) -> str:
    """``name`` without what no file may be called."""
    return "".join(c for c in name if c not in NOT_IN_A_NAME).strip(" .") or "thermometer"
