"""The tour's way through the family."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QScrollArea, QWidget

from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Page
from thermometer.ui.pages.add_person import AddPersonPage
from thermometer.ui.pages.family import FamilyPage
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.places import FamilyPlace
from thermometer.ui.window import MainWindow

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]
P = TypeVar("P", bound=Page)


def family(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """Everybody, one child and one grown-up, and the form for somebody new.

    Args:
        window: anywhere in the parents' corner.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name, and waits for it to come to rest.
    """
    tap(_page(window, CornerPage).rail.buttons[FamilyPlace])
    picture("family")
    rows = _page(window, FamilyPage).rows
    for name, role in (("child", True), ("grown-up", False)):
        row = next(row for row in rows if row.person.is_child is role)
        tap(row.card)
        page = _page(window, PersonPage)
        picture(f"family-{name}")
        reveal(page.signs)
        picture(f"family-{name}-below")
        tap(page.head.back)
        rows = _page(window, FamilyPage).rows
    add = _page(window, FamilyPage).add
    if add.isVisible():
        tap(add)
        picture("family-add")
        tap(_page(window, AddPersonPage).head.back)


def _page(window: MainWindow, kind: type[P]) -> P:
    page = window.page
    if not isinstance(page, kind):
        message = f"the tour expects {kind.__name__}, not {page}"
        raise TypeError(message)
    return page


def reveal(target: QWidget) -> QWidget:
    """``target``, with the page scrolled to where it can be touched."""
    above = target.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(target)
    return target
