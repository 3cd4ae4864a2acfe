"""A tablet whose corner is locked, and hands that know the PIN."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.tablet import Tablet
from thermometer.ui.lock_page import LockLikePage
from thermometer.ui.pages.lock import LockPage
from thermometer.ui.pages.set_pin import SetPinPage
from thermometer.ui.places import Home, Lock, Place
from thermometer.ui.widgets.pin_panel import PinPanel

PIN, OTHER, WRONG = "4907", "836194", "9063"


def lock_up(tablet: Tablet, *owners: str) -> str:
    """Give each of ``owners`` the PIN, Mum if nobody is named; the recovery code."""
    codes = [
        tablet.services.lock.set_pin(tablet.person(name).id, PIN) for name in owners or ("Mum",)
    ]
    tablet.window.go(Home())
    return codes[0]


def lock_page(tablet: Tablet) -> LockPage:
    """The lock, in view."""
    return tablet.page(LockPage)


def set_page(tablet: Tablet) -> SetPinPage:
    """The page on which a PIN is chosen, in view."""
    return tablet.page(SetPinPage)


def knock(tablet: Tablet) -> LockPage:
    """Touch "Parents" on Home, plainly."""
    tablet.tap(tablet.home.frame.parents)
    tablet.arrive(Lock)
    return lock_page(tablet)


def touch_digits(tablet: Tablet, panel: PinPanel, pin: str) -> None:
    """Touch the digits and "Done"."""
    for digit in pin:
        tablet.tap(panel.pad.digits[digit])
    tablet.tap(panel.pad.done)


def type_into(widget: QWidget, text: str) -> None:
    """Type, wherever the focus is in the window."""
    for letter in text:
        focus = widget.window().focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, letter)


def answered(tablet: Tablet, page: LockLikePage) -> None:
    """Wait until the worker has said what it found."""
    tablet.qtbot.waitUntil(lambda: not page.is_busy)


def enter(tablet: Tablet, place: type[Place], pin: str = PIN) -> None:
    """Touch "Parents" and the PIN, and wait for the place."""
    touch_digits(tablet, knock(tablet).pin, pin)
    tablet.arrive(place)


def fail(tablet: Tablet, page: LockPage, times: int) -> None:
    """So many wrong PINs, one after another."""
    for _ in range(times):
        touch_digits(tablet, page.pin, WRONG)
        answered(tablet, page)
