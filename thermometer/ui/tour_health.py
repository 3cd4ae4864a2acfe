"""The tour's look at Health when all is well and when it is not, and at a clock that was set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from thermometer.domain.clock_changes import ClockChange
from thermometer.domain.zones import Zone
from thermometer.ui.health_card import HealthSettings
from thermometer.ui.health_places import ClockPlace
from thermometer.ui.page import Page
from thermometer.ui.pages.clock import ClockPage
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.places import Parents
from thermometer.ui.setting_sections import Section
from thermometer.ui.window import MainWindow

if TYPE_CHECKING:
    from thermometer.services.bundle import Services

Picture = Callable[[str], None]
P = TypeVar("P", bound=Page)
BEHIND = timedelta(hours=1)


def health(window: MainWindow, services: Services, picture: Picture) -> None:
    """Health worried, the clock put right, and what that has done.

    Args:
        window: anywhere in the corner.
        services: of the family.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: another page is in view than expected.
    """
    _set_clock(services)
    services.health().note(sound=True)
    window.go(Parents())
    page = _page(window, ParentsPage)
    page.show_section(Section.HEALTH)
    picture("health-worried")
    page.part(Section.HEALTH, HealthSettings).copy.click()
    picture("health-copied")
    window.go(ClockPlace())
    clock = _page(window, ClockPage)
    picture("clock")
    bar = clock.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    if bar.maximum():
        picture("clock-below")
    clock.right.click()
    picture("clock-settled")
    window.go(Parents())


def _set_clock(services: Services) -> None:
    """As if somebody had tapped while the clock was an hour behind."""
    changes, now = services.clock_changes(), services.clock.now()
    since = changes.last_number()
    for person in services.family.people():
        services.journal.check_in(person.id, Zone.GREEN)
    last = changes.last_number()
    changes.note(
        ClockChange(before=now - BEHIND, after=now, passed=timedelta(), since=since, last=last)
    )


def _page(window: MainWindow, kind: type[P]) -> P:
    page = window.page
    if not isinstance(page, kind):
        message = f"the tour expects {kind.__name__}, not {page}"
        raise TypeError(message)
    return page
