"""The tour's way through every section of the settings, the licences, and a Home that rests."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from thermometer.ui.about_settings import AboutSettings
from thermometer.ui.idle import Idle
from thermometer.ui.page import Page
from thermometer.ui.pages.licences import LicencesPage
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.places import Home, Parents
from thermometer.ui.setting_sections import Section
from thermometer.ui.window import MainWindow

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]
P = TypeVar("P", bound=Page)


def settings(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """Each section, down to its end where it is longer than the page; then the licences.

    Args:
        window: at Settings.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: another page is in view than expected.
    """
    page = _page(window, ParentsPage)
    for section in Section:
        tap(page.sections.buttons[section])
        picture(f"settings-{section}")
        bar = page.view.verticalScrollBar()
        if bar.maximum():
            bar.setValue(bar.maximum())
            picture(f"settings-{section}-below")
    tap(page.sections.buttons[Section.ABOUT])
    page.part(Section.ABOUT, AboutSettings).licences.click()
    picture("licences")
    licences = _page(window, LicencesPage)
    licences.list.rows[1].buttons[0].click()
    picture("licence")
    window.go(Parents())


def rest(window: MainWindow, picture: Picture) -> None:
    """Home when nobody has touched it for a while, until a touch wakes it.

    Args:
        window: anywhere.
        picture: takes a picture of the window under this name.
    """
    window.go(Home())
    window.findChildren(Idle)[-1].dim()
    picture("idle")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)


def _page(window: MainWindow, kind: type[P]) -> P:
    page = window.page
    if not isinstance(page, kind):
        message = f"the tour expects {kind.__name__}, not {page}"
        raise TypeError(message)
    return page
