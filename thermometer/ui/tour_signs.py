"""The tour past early signs: marked by their owner, noticed by a grown-up; Home with faces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thermometer.domain.people import Person
from thermometer.domain.zones import Zone
from thermometer.ui.pages.home import HomePage
from thermometer.ui.pages.observe import ObservePage
from thermometer.ui.pages.safe_place import SafePlacePage
from thermometer.ui.places import Home, Observe
from thermometer.ui.tour_family import reveal
from thermometer.ui.window import MainWindow

if TYPE_CHECKING:
    from thermometer.services.bundle import Services

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]


def marked(window: MainWindow, name: str, tap: Tap, picture: Picture) -> None:
    """On a Safe Place that asks for signs: two of them marked, then done.

    Args:
        window: at a Safe Place.
        name: what the pictures are called.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.
    """
    page = window.page
    if not isinstance(page, SafePlacePage) or not page.tray.isVisible():
        return
    for button in page.tray.buttons[:2]:
        tap(button)
    picture(f"{name}-signs")
    tap(page.tray.close_button)
    picture(f"{name}-signs-done")


def home(window: MainWindow, services: Services, child: Person, tap: Tap, picture: Picture) -> None:
    """What a grown-up notices in ``child``, from Home through the lock and back; faces alone.

    Args:
        window: at Home.
        services: the family's, whose corner has no PIN.
        child: who has a card on Home.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: another page than expected is in view.
    """
    window.go(Home(child))
    page = _home(window)
    tap(next(panel for panel in page.panels if panel.person == child).eye)
    picture("noticed-lock")
    window.go(Observe(child.id, back=Home(child)))
    form = window.page
    if not isinstance(form, ObservePage):
        raise TypeError(form)
    tap(form.zone.chips[Zone.YELLOW])
    tap(reveal(next(iter(form.signs.chips.values()))))
    picture("noticed-from-home")
    tap(form.head.back)
    chosen = services.preferences.now
    services.preferences.keep(replace(chosen, words_on_home=False, moment_on_home=False))
    picture("home-faces")
    services.preferences.keep(chosen)


def _home(window: MainWindow) -> HomePage:
    if not isinstance(window.page, HomePage):
        raise TypeError(window.page)
    return window.page
