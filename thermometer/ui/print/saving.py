"""Sheets into a PDF of the parent's choice: the question does not wait for its answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from thermometer.domain.problems import Problem
from thermometer.services.whole_file import write_whole
from thermometer.ui.print.output import pdf_of
from thermometer.ui.print.sheets import Sheets

NOT_IN_A_NAME = '<>:"/\\|?*'


class Saving(QObject):
    """``done`` tells the file that was written, ``failed`` why none was.

    ``in_the_way`` is the file that was there already, which is replaced only when asked for.

    Args:
        page: the widget over which the question stands.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: QFileDialog | None = None
        self.in_the_way: Path | None = None

    def ask(self, sheets: Sheets, name: str = "") -> None:
        """Ask where to; it asks nothing about a file that is there, we do.

        Args:
            sheets: what is to be saved.
            name: of the file, where it is not their title.
        """
        if self.dialog is not None:
            return
        folders = QStandardPaths.standardLocations(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        start = Path(folders[0]) if folders else Path.home()
        self.dialog = dialog = QFileDialog(self._page, self.tr("Save as PDF"), str(start))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{for_a_file(name or sheets.title)}.pdf")
        dialog.fileSelected.connect(lambda file: self.save(sheets, Path(file), replace=False))
        dialog.finished.connect(self._over)
        dialog.open()

    def save(self, sheets: Sheets, file: Path, *, replace: bool) -> None:
        """Write ``sheets`` into ``file``, whole or not at all."""
        self.in_the_way = None
        try:
            write_whole(file, pdf_of(sheets), replace=replace)
        except Problem as problem:
            self.in_the_way = file if problem.key == "file-exists" else None
            self.failed.emit(problem)
        else:
            self.done.emit(file)

    def close(self) -> None:
        """Take the question away, unanswered."""
        if self.dialog:
            self.dialog.close()

    def _over(self) -> None:
        if self.dialog:
            self.dialog.deleteLater()
            self.dialog = None


def for_a_file(name: str) -> str:
    """``name`` without what no file may be called."""
    return "".join(c for c in name if c not in NOT_IN_A_NAME).strip(" .") or "thermometer"
