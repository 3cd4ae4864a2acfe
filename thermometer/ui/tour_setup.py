"""The tour's way through the Safe Place set-up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.places import SafePlaceSetup
from thermometer.ui.tour_family import reveal
from thermometer.ui.window import MainWindow

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]


def safe_place(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """A child's three zones, one card rejected and brought back, and a grown-up's tools.

    From here on the corner is locked: the page is one that a child may hold.

    Args:
        window: at a page of the parents' corner.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: another page than expected is in view.
    """
    if not isinstance(window.page, CornerPage):
        raise TypeError(window.page)
    tap(window.page.rail.buttons[SafePlaceSetup])
    page = window.page
    if not isinstance(page, SafePlaceSetupPage):
        raise TypeError(page)
    for zone in Zone:
        tap(reveal(page.head.zones[zone]))
        picture(f"safe-place-setup-{zone}")
    first = page.grid.picked[-1]
    tap(reveal(page.grid.tiles[first].card))
    picture("safe-place-setup-rejected")
    tap(page.panel.undo)
    grown_up = next(pill for pill in page.head.people if not pill.person.is_child)
    tap(reveal(grown_up))
    picture("safe-place-setup-grown-up")
