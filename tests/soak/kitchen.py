"""A family's tablet in hands that never rest: real taps on a real window, each one counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.fakes import FakeClock
from tests.ui.locked import PIN
from tests.ui.tablet import QUICK, Tablet
from thermometer.services.bundle import Services
from thermometer.ui.places import Home, Place
from thermometer.ui.upkeep import Upkeep

PEOPLE = 4
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
"""Something always comes: Home looks at its clock four times a second."""
PATIENCE_MS = 20_000
OOPS_MS = 1_500
# As the program lasts, but a year long in half an hour.
TIMINGS = replace(
    QUICK,
    oops=OOPS_MS,
    fill=1,
    card_shown=5,
    hold=20,
    minute=250,
    second=4,
    later=300,
    hard_moment_saved=5,
    upkeep=20,
    upkeep_again=150,
    step=0,
)


def throw_away() -> None:
    """What is to be deleted is deleted now: by itself Qt does so only in a loop of its own."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Patience(QtBot):
    """Waits for conditions without a test around it, and looks more often than a test does."""

    def __init__(self) -> None:
        """Nothing of a test is needed."""

    @override
    def waitUntil(self, callback: Callable[[], object], *, timeout: int = PATIENCE_MS) -> None:
        since = QElapsedTimer()
        since.start()
        QCoreApplication.processEvents()
        while not callback():
            if since.elapsed() > timeout:
                raise TimeoutError(callback)
            QCoreApplication.processEvents(WAIT)
            throw_away()


class Kitchen:
    """The tablet on the counter of two children and two grown-ups, one of whom has a PIN.

    Args:
        folder: of the family's data.
        clock: of the year.
        random: decides what they do; the same one does the same again.
    """

    def __init__(self, folder: Path, clock: FakeClock, random: Random) -> None:
        self.clock, self.random = clock, random
        self.events = 0
        self.held = QObject()
        self.tablet = Tablet(Patience(), folder, clock, timings=TIMINGS, size=(800, 480))
        self.people = self.tablet.people(PEOPLE)
        self.services.lock.set_pin(self.tablet.person("Mum").id, PIN)
        self.tablet.open()
        self.upkeep = Upkeep(self.services, TIMINGS, self.held)
        self.upkeep.start()

    @property
    def services(self) -> Services:
        """What can be done with the family's data."""
        return self.tablet.services

    def close(self) -> None:
        """The year is over."""
        self.upkeep.stop()
        self.upkeep.work.deleteLater()
        self.tablet.close()

    def tap(self, target: QWidget) -> None:
        """One event: a real click."""
        self.events += 1
        self.tablet.tap(target)
        throw_away()

    def tap_one_of(self, targets: Iterable[QWidget]) -> None:
        """Any of those that can be seen; a small window has no room for everybody's picture."""
        self.tap(self.random.choice([one for one in targets if one.isVisible()]))

    def did(self) -> None:
        """One event that is no tap: a clock that jumped, a window of another size."""
        self.events += 1

    def pass_time(self, most: timedelta) -> None:
        """Some of ``most`` goes by on the family's clock."""
        self.clock.advance(most * self.random.random())

    def arrive(self, kind: type[Place]) -> None:
        """Wait until the window shows a place of this kind."""
        self.tablet.arrive(kind)

    def go_home(self) -> None:
        """Whatever is in view gives way to Home; as the window does when nobody touches it."""
        if not self.tablet.is_at(Home):
            self.did()
            self.tablet.window.go(Home())

    def rest(self) -> None:
        """Home, with nothing under way and nothing left to take back."""
        self.go_home()
        self.tablet.qtbot.waitUntil(self._is_at_rest)

    def let_go(self) -> None:
        """Every page is thrown away, as when a family is opened anew; then Home."""
        self.tablet.open()
        self.rest()

    def _is_at_rest(self) -> bool:
        busy = self.upkeep.work.is_working() or self.services.safekeeping().is_due()
        return not busy and all(panel.oops.isHidden() for panel in self.tablet.home.panels)
