"""What a page saves, once it is on the disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop

from thermometer.ui.pages.print_things import PrintThingsPage
from thermometer.ui.pages.report import ReportPage


def save(page: PrintThingsPage | ReportPage, file: Path, *, replace: bool = False) -> None:
    """Save what is in view."""
    page.save_as(file, replace=replace)
    until_written(page)


def until_written(page: PrintThingsPage | ReportPage) -> None:
    """Wait for the thread that writes."""
    while page.saving.work.is_working():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
