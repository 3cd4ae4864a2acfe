"""What does not fit, is too small to be touched, or has no name, in what a window shows now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from tests.ui import drawings
from thermometer.ui.page import Page
from thermometer.ui.pages.home import HomePage
from thermometer.ui.pages.safe_place import SafePlacePage
from thermometer.ui.places import CORNER, FirstStart, Lock
from thermometer.ui.widgets.hold_button import HoldButton
from thermometer.ui.widgets.noticed_button import NoticedButton
from thermometer.ui.widgets.quiet_chip import QuietChip
from thermometer.ui.widgets.tool_card import ToolCard
from thermometer.ui.widgets.touch_button import TouchButton
from thermometer.ui.widgets.zone_button import ZoneButton
from thermometer.ui.window import MainWindow

GROWN_UP, CHILD, ZONE = 44, 72, 110
"""The least side of what is touched, in pixels: by a grown-up, by a child, by whoever is upset."""
GROWN_UPS = (HoldButton, NoticedButton, QuietChip)
"""What stands on a shared screen for a grown-up's hand."""
PATIENCE_MS = 600


def wrong(window: MainWindow) -> list[str]:
    """Words that are cut, targets too small, sticking out or nameless, pages that go sideways."""
    found = [f"cut: {each.text}" for each in drawings.of(window) if each.is_cut]
    for button in window.findChildren(QAbstractButton):
        below = button.parentWidget()
        if not button.isVisible() or not isinstance(below, QWidget):
            continue
        least = _least(window, button)
        if min(button.width(), button.height()) < least:
            side = f"{button.width()}x{button.height()}"
            found.append(f"small: {button.accessibleName()} {side}, not {least}")
        seen_only = button.focusPolicy() is Qt.FocusPolicy.NoFocus
        if not (button.accessibleName() or button.text() or seen_only):
            found.append(f"nameless: {button!r}")
        if button.isCheckable() and not isinstance(button, TouchButton):
            found.append(f"a screen reader would toggle it in vain: {button.accessibleName()}")
        if not below.rect().contains(button.geometry()):
            found.append(f"sticks out: {button.accessibleName()}")
    return found + [
        f"sideways: {area!r}"
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def _least(window: MainWindow, button: QAbstractButton) -> int:
    """How large ``button`` has to be where the window is."""
    place, page = window.place, window.page
    if place is None or isinstance(place, (*CORNER, Lock, FirstStart)):
        return GROWN_UP
    if isinstance(button, GROWN_UPS) or button in _for_grown_ups(page):
        return GROWN_UP
    on_safe_place = isinstance(page, SafePlacePage) and isinstance(button, ToolCard)
    return ZONE if on_safe_place or isinstance(button, ZoneButton) else CHILD


def _for_grown_ups(page: Page | None) -> tuple[QAbstractButton, ...]:
    """What a grown-up alone goes on with, on a page that children have too."""
    match page:
        case HomePage():
            return (page.frame.chip,)  # it opens the lock
        case SafePlacePage():
            return (page.body_scan,)
        case _:
            return ()


def at_rest(window: MainWindow) -> list[str]:
    """What is wrong once the layouts, which ask each other for room, have come to rest."""
    since = QElapsedTimer()
    since.start()
    faults = wrong(window)
    while faults and since.elapsed() < PATIENCE_MS:
        QCoreApplication.processEvents()
        faults = wrong(window)
    return faults
