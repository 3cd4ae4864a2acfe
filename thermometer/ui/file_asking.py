"""Which file, or where to: the system's own question, which nothing waits for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

Where = QStandardPaths.StandardLocation


class FileAsking(QObject):
    """One question at a time; another one is not asked before it is answered or closed.

    Args:
        page: the widget over which the question stands.
        where: the kind of folder in which it begins; the home folder where there is none.
    """

    def __init__(self, page: QWidget, where: Where = Where.DocumentsLocation) -> None:
        super().__init__(page)
        self._page, self._where = page, where
        self.dialog: QFileDialog | None = None

    def ask_for_file(
        self, title: str, chosen: Callable[[str], object], kinds: Sequence[str] = ()
    ) -> None:
        """Ask for a file that is there.

        Args:
            title: what it is for.
            chosen: is told which.
            kinds: as Qt writes them, ``Photos (*.jpg)``; the first is offered first.
        """
        dialog = self._begun(title, kinds)
        if dialog:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.fileSelected.connect(chosen)
            dialog.open()

    def ask_for_files(
        self, title: str, chosen: Callable[[list[str]], object], kinds: Sequence[str]
    ) -> None:
        """Ask for one file or several; the arguments are those of :meth:`ask_for_file`."""
        dialog = self._begun(title, kinds)
        if dialog:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
            dialog.filesSelected.connect(chosen)
            dialog.open()

    def ask_for_folder(self, title: str, chosen: Callable[[str], object]) -> None:
        """Ask for a folder; ``chosen`` is told which."""
        dialog = self._begun(title)
        if dialog:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(chosen)
            dialog.open()

    def ask_where_to(
        self,
        title: str,
        name: str,
        chosen: Callable[[str], object],
        kinds: Sequence[str] = (),
        *,
        asks_before_replacing: bool = True,
    ) -> None:
        """Ask where a file shall be written.

        Args:
            title: what it is for.
            name: of the file, as it is proposed; one that is typed gets the same ending.
            chosen: is told where.
            kinds: as for :meth:`ask_for_file`.
            asks_before_replacing: whether it asks again about a file that is there already.
        """
        dialog = self._begun(title, kinds)
        if dialog:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            if not asks_before_replacing:
                dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
            dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
            dialog.selectFile(name)
            dialog.fileSelected.connect(chosen)
            dialog.open()

    def close(self) -> None:
        """Take the question away, unanswered."""
        if self.dialog:
            self.dialog.close()

    def _begun(self, title: str, kinds: Sequence[str] = ()) -> QFileDialog | None:
        if self.dialog is not None:
            return None
        folders = QStandardPaths.standardLocations(self._where)
        start = folders[0] if folders else str(Path.home())
        self.dialog = QFileDialog(self._page, title, start)
        self.dialog.finished.connect(self._over)
        if kinds:
            self.dialog.setNameFilters(kinds)
        return self.dialog

    def _over(self) -> None:
        if self.dialog:
            self.dialog.deleteLater()
            self.dialog = None
