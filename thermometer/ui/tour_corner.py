"""The tour's way through the parents' corner, one function for each place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thermometer.ui.page import Page
from thermometer.ui.pages.week import WeekPage

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]


def week(page: Page | None, tap: Tap, picture: Picture) -> None:
    """The week in view, from its sentence down to the repairs.

    Args:
        page: the page in view.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.
    """
    if not isinstance(page, WeekPage):
        raise TypeError(page)
    picture("week")
