"""The tour's way past what is listed before something is erased; nothing is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest

from thermometer.domain.keeping_for import KeepFor
from thermometer.services.bundle import Services
from thermometer.ui.keeping_card import KeepingSettings
from thermometer.ui.page import Page
from thermometer.ui.pages.erase_all import EraseAllPage
from thermometer.ui.pages.erase_person import ErasePersonPage
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.places import Parents, PersonPlace
from thermometer.ui.setting_sections import Section
from thermometer.ui.window import MainWindow

Picture = Callable[[str], None]
P = TypeVar("P", bound=Page)
PATIENCE_MS = 15_000


def erasing(window: MainWindow, services: Services, picture: Picture) -> None:
    """What goes with a child, how long records are kept, and erasing everything.

    Args:
        window: anywhere in the parents' corner.
        services: of the family.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: another page is in view than expected.
        TimeoutError: the list takes too long.
    """
    child = next(person for person in services.family.people() if person.is_child)
    window.go(PersonPlace(child.id))
    _page(window, PersonPage).erase.click()
    page = _page(window, ErasePersonPage)
    _rest(page)
    picture("erase-person")
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    picture("erase-person-below")
    window.go(Parents())
    settings = _page(window, ParentsPage)
    settings.show_section(Section.DATA)
    keeping = settings.part(Section.DATA, KeepingSettings)
    keeping.choice.flow.chips[KeepFor.ONE_YEAR].click()
    settings.view.settle()
    settings.view.verticalScrollBar().setValue(settings.view.verticalScrollBar().maximum())
    picture("keep-for")
    keeping.refuse.click()
    keeping.everything.click()
    erase_all = _page(window, EraseAllPage)
    picture("erase-all")
    bar = erase_all.view.verticalScrollBar()
    if bar.maximum():
        bar.setValue(bar.maximum())
        picture("erase-all-below")
    erase_all.head.back.click()


def _rest(page: ErasePersonPage) -> None:
    """Wait until everything is listed."""
    since = QElapsedTimer()
    since.start()
    while page.work.is_working():
        if since.elapsed() > PATIENCE_MS:
            raise TimeoutError(page)
        QTest.qWait(20)


def _page(window: MainWindow, kind: type[P]) -> P:
    page = window.page
    if not isinstance(page, kind):
        message = f"the tour expects {kind.__name__}, not {page}"
        raise TypeError(message)
    return page
