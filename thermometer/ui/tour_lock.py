"""The tour's way to the lock: setting a PIN, entering it, forgetting it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from thermometer.ui.pages.home import HomePage
from thermometer.ui.pages.lock import LockPage
from thermometer.ui.pages.set_pin import SetPinPage
from thermometer.ui.places import Home, SetPin, Week
from thermometer.ui.widgets.pin_panel import PinPanel
from thermometer.ui.window import MainWindow

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]
PATIENCE_MS = 15_000
PIN, WRONG, FREE_TRIES = "4907", "9063", 5


def lock(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """From the offer of a PIN to the chip on Home that says when the lock opens by itself.

    Args:
        window: of a family without a PIN.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.

    Raises:
        TypeError: another page is in view than expected.
        TimeoutError: a check takes too long.
    """
    _set(window, tap, picture)
    page = _knock(window, tap)
    picture("lock")
    for digit in PIN[:2]:
        tap(page.pin.pad.digits[digit])
    picture("lock-digits")
    for _ in PIN[:2]:
        tap(page.pin.pad.erase)
    _enter(page.pin, WRONG, tap)
    _until(lambda: not page.is_busy)
    picture("lock-wrong")
    _forget(page, tap, picture)
    tap(page.back)
    picture("home-lock-opens")
    page = _knock(window, tap)
    for _ in range(FREE_TRIES - 1):
        _enter(page.pin, WRONG, tap)
        _until(lambda: not page.is_busy)
    picture("lock-waiting")
    tap(page.back)


def _set(window: MainWindow, tap: Tap, picture: Picture) -> None:
    """Take the offer."""
    window.go(SetPin(Week(), offered=True))
    page = window.page
    if not isinstance(page, SetPinPage):
        raise TypeError(page)
    picture("pin-offer")
    tap(page.yes.button)
    picture("pin-choose")
    _enter(page.pin, PIN, tap)
    picture("pin-again")
    _enter(page.pin, PIN, tap)
    _until(lambda: bool(page.sheet.code))
    picture("recovery-code")
    tap(page.written)
    window.go(Home())


def _knock(window: MainWindow, tap: Tap) -> LockPage:
    """Touch "Parents" on Home."""
    home = window.page
    if not isinstance(home, HomePage):
        raise TypeError(home)
    tap(home.frame.parents)
    page = window.page
    if not isinstance(page, LockPage):
        raise TypeError(page)
    return page


def _forget(page: LockPage, tap: Tap, picture: Picture) -> None:
    """What helps who has forgotten the PIN."""
    tap(page.forgotten)
    picture("lock-forgotten")
    tap(page.reset.button)
    picture("lock-reset")
    tap(page.use_code.button)
    if page.code is None:
        raise TypeError(page.code)
    for letter in "moo":
        tap(page.code.letters[letter])
    picture("lock-code")


def _enter(panel: PinPanel, pin: str, tap: Tap) -> None:
    for digit in pin:
        tap(panel.pad.digits[digit])
    tap(panel.pad.done)


def _until(done: Callable[[], bool]) -> None:
    since = QElapsedTimer()
    since.start()
    while not done():
        if since.elapsed() > PATIENCE_MS:
            raise TimeoutError
        QTest.qWait(20)
