"""Straight to a printer: the question does not wait, and without a printer it is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.print.pages import Pdf, page
from thermometer.domain.problems import Problem
from thermometer.ui.print import printing as module
from thermometer.ui.print.paper import Paper
from thermometer.ui.print.printing import Printing
from thermometer.ui.print.report_page import ReportPage


class Told:
    """What came of it."""

    def __init__(self, printing: Printing) -> None:
        self.failed: list[str] = []
        self.done = 0
        printing.failed.connect(self._note)
        printing.done.connect(self._count)

    def _note(self, problem: Problem) -> None:
        self.failed.append(problem.key)

    def _count(self) -> None:
        self.done += 1


@pytest.fixture
def printing(qtbot: QtBot) -> Iterator[Printing]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    made = Printing(widget)
    yield made
    made.close()


def names(*printers: str) -> staticmethod[[], list[str]]:
    """What the system says there is."""
    return staticmethod(lambda: list(printers))


def test_without_a_printer_it_is_said(printing: Printing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", names())
    told = Told(printing)
    printing.ask(ReportPage(page(), Paper.A4))
    assert told.failed == ["print-none"]
    assert printing.dialog is None


def test_the_question_does_not_wait_and_can_be_taken_away(
    printing: Printing, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", names("Kitchen"))
    told = Told(printing)
    report = ReportPage(page(), Paper.A4)
    printing.ask(report)
    first = printing.dialog
    assert first is not None
    assert first.isVisible()
    printing.ask(report)
    assert printing.dialog is first
    printing.close()
    qtbot.waitUntil(lambda: printing.dialog is None)
    assert (told.failed, told.done) == ([], 0)


@pytest.mark.parametrize("paper", Paper)
def test_the_printer_gets_the_page(printing: Printing, tmp_path: Path, paper: Paper) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    told = Told(printing)
    printing.print(ReportPage(page(5, notes=60), paper), printer)
    assert (told.failed, told.done) == ([], 1)
    pdf = Pdf((tmp_path / "printed.pdf").read_bytes())
    assert pdf.pages > 2
    assert pdf.text().startswith("Mia, 16 – 22 November 2026")
    assert pdf.size() == {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}[paper]
    pdf.close()


def test_a_printer_that_does_not_take_it(
    printing: Printing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "paint_on", lambda *_: False)
    told = Told(printing)
    printing.print(ReportPage(page(), Paper.A4), QPrinter())
    assert told.failed == ["print-failed"]
