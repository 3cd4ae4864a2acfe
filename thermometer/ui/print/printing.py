"""Straight to a printer: the system asks which, without anything waiting for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from thermometer.domain.problems import Problem
from thermometer.ui.print.output import orientation_of, paint_on
from thermometer.ui.print.sheets import Sheets

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter


class Printing(QObject):
    """``done`` tells that a printer took the page, ``failed`` why none did.

    Args:
        page: the widget over which the system's question stands.
    """

    done = Signal()
    failed = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: QPrintDialog | None = None

    def ask(self, printed: Sheets) -> None:
        """Ask which printer, and print there once that is answered."""
        # Looking for printers takes time and a library: only when somebody prints.
        from PySide6.QtPrintSupport import (  # noqa: PLC0415
            QPrintDialog,
            QPrinter,
            QPrinterInfo,
        )

        if self.dialog is not None:
            return
        if not QPrinterInfo.availablePrinterNames():
            self.failed.emit(Problem("print-none"))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.dialog = QPrintDialog(printer, self._page)
        self.dialog.setWindowTitle(printed.title)
        self.dialog.accepted.connect(lambda: self.print(printed, printer))
        self.dialog.finished.connect(self._over)
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.show()

    def print(self, printed: Sheets, printer: QPrinter) -> None:
        """Hand ``printed`` to ``printer``."""
        printer.setDocName(printed.title)
        printer.setFullPage(True)
        printer.setPageSize(printed.paper.page_size)
        printer.setPageOrientation(orientation_of(printed))
        printer.setPageMargins(QMarginsF())
        if printed.grey:
            printer.setColorMode(type(printer).ColorMode.GrayScale)
        if paint_on(printer, printed) and printer.printerState() is not _error(printer):
            self.done.emit()
        else:
            self.failed.emit(Problem("print-failed"))

    def close(self) -> None:
        """Take the question away, unanswered."""
        if self.dialog:
            self.dialog.reject()

    def _over(self) -> None:
        if self.dialog:
            self.dialog.deleteLater()
            self.dialog = None


def _error(printer: QPrinter) -> QPrinter.PrinterState:
    """The state of a printer that has given up."""
    return type(printer).PrinterState.Error
