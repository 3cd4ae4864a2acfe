"""The tour's way through the parents' corner, one function for each place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from thermometer.ui.page import Page
from thermometer.ui.pages.week import WeekPage

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]
PATIENCE_MS = 15_000


def week(page: Page | None, tap: Tap, picture: Picture) -> None:
    """The week in view, from its sentence down to the repairs, and the ways through it.

    Args:
        page: the page in view.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: the page in view is no week.
        TimeoutError: its plot does not come.
    """
    if not isinstance(page, WeekPage):
        raise TypeError(page)
    _until_drawn(page)
    picture("week")
    for name, card in (
        ("day", page.board.day_card),
        ("episodes", page.board.episodes_card),
        ("tools", page.board.tools_card),
        ("repairs", page.board.repairs_card),
    ):
        page.view.ensureWidgetVisible(card)
        picture(f"week-{name}")
    page.view.verticalScrollBar().setValue(0)
    _ways(page, tap, picture)


def _until_drawn(page: WeekPage) -> None:
    """Wait for the plot: its library is loaded after the first frame, and takes a moment."""
    since = QElapsedTimer()
    since.start()
    while page.board.day.plot is None:
        if since.elapsed() > PATIENCE_MS:
            raise TimeoutError(page)
        QTest.qWait(20)


def _ways(page: WeekPage, tap: Tap, picture: Picture) -> None:
    """Other weeks and other people, and back to this week."""
    page.view.ensureWidgetVisible(page.board.escalations_card)
    tap(page.board.twelve_choice)
    page.view.ensureWidgetVisible(page.board.escalations_card)
    picture("week-twelve-weeks")
    tap(page.board.days_choice)
    page.view.verticalScrollBar().setValue(0)
    tap(page.header.back)
    tap(page.header.people[-1])
    picture("week-before-of-a-parent")
    tap(page.header.pick)
    picture("week-calendar")
    page.calendar.hide()
    tap(page.header.this_week)
    tap(page.header.people[0])
