"""The tour's way through what can be printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thermometer.ui.corner_page import CornerPage
from thermometer.ui.pages.print_things import PrintThingsPage
from thermometer.ui.places import PrintPlace
from thermometer.ui.print.things import Kind
from thermometer.ui.window import MainWindow

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]


def things(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """Everybody's poster and one child's, in black and white too; the cards; both empty weeks.

    Args:
        window: anywhere in the parents' corner.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.
    """
    corner = window.page
    if not isinstance(corner, CornerPage):
        raise TypeError(corner)
    tap(corner.rail.buttons[PrintPlace])
    page = window.page
    if not isinstance(page, PrintThingsPage):
        raise TypeError(page)

    def choose(target: QWidget, name: str) -> None:
        page.choices_view.ensureWidgetVisible(target)
        tap(target)
        picture(name)

    picture("print-poster-family")
    child = next(key for key in page.choices.people.chips if key is not None)
    choose(page.choices.people.chips[child], "print-poster")
    choose(page.choices.ink.chips[True], "print-poster-grey")
    tap(page.choices.ink.chips[False])
    choose(page.choices.tiles[Kind.TOOLS], "print-tools")
    choose(page.choices.tiles[Kind.SIGNS], "print-signs")
    choose(page.choices.tiles[Kind.WEEK], "print-week")
    choose(page.choices.reading.chips[True], "print-week-pictures")
