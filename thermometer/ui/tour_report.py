"""The tour's way to the page for the therapist, and to the page of files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QWidget

from thermometer.services.therapist_values import Private
from thermometer.ui.export_card import Range
from thermometer.ui.page import Page
from thermometer.ui.pages.exchange import ExchangePage
from thermometer.ui.pages.report import ReportPage
from thermometer.ui.places import Exchange, Report
from thermometer.ui.window import MainWindow

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]
P = TypeVar("P", bound=Page)
PATIENCE_MS = 30_000


def report(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """The page for the therapist: whole, with initials and notes, and from near.

    Args:
        window: anywhere in the parents' corner.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.
    """
    window.go(Report())
    page = _page(window, ReportPage)
    picture("report")
    initials = page.choices.names.chips[True]
    for chip in (initials, page.choices.private.chips[Private.NOTES]):
        page.choices_view.ensureWidgetVisible(chip)
        tap(chip)
    picture("report-initials-and-notes")
    tap(page.preview)
    picture("report-near")
    tap(page.head.back)


def files(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """Records out into a folder, and in again, with one row that cannot be taken.

    Args:
        window: anywhere in the parents' corner.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.
    """
    window.go(Exchange())
    page = _page(window, ExchangePage)
    picture("files")
    tap(page.out.range.chips[Range.DATES])
    with TemporaryDirectory(prefix="thermometer-tour-") as folder:
        page.export_to(folder)
        picture("files-working")
        _until_done(page)
        picture("files-written")
        table = next(Path(folder).glob("*/checkins.csv"))
        broken = table.with_name("broken.csv")
        text = table.read_text(encoding="utf-8")
        broken.write_text(text.replace("yellow", "purple", 2), encoding="utf-8")
        page.look_into([str(broken)])
        _until_done(page)
        page.view.ensureWidgetVisible(page.into)
        picture("files-refused")
        page.look_into([str(path) for path in table.parent.glob("*.csv") if path != broken])
        _until_done(page)
        picture("files-looked-into")
    tap(page.head.back)


def _until_done(page: ExchangePage) -> None:
    """Wait until no work is under way."""
    since = QElapsedTimer()
    since.start()
    while page.work.is_working():
        if since.elapsed() > PATIENCE_MS:
            raise TimeoutError(page)
        # QTest's own wait would let no other thread run.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _page(window: MainWindow, kind: type[P]) -> P:
    if not isinstance(window.page, kind):
        raise TypeError(window.page)
    return window.page
