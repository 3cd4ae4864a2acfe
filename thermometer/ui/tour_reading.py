"""The tour's way through pages that are read to a child, by a voice that says nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from thermometer.domain.zones import Zone
from thermometer.ui.pages.home import HomePage
from thermometer.ui.pages.safe_place import SafePlacePage
from thermometer.ui.places import Home, SafePlace
from thermometer.ui.read_to_me import ReadToMe
from thermometer.ui.voice import SILENT_ENGINE, Speech
from thermometer.ui.window import MainWindow

if TYPE_CHECKING:
    from thermometer.services.bundle import Services

Tap = Callable[[QWidget], None]
Picture = Callable[[str], None]

AT_ONCE = Speech(engine=SILENT_ENGINE, ask=("-c", "pass"), has_output=lambda: True)
"""Nothing is heard of it, so nothing has to be asked."""
PATIENCE_MS = 10_000


def reading(window: MainWindow, services: Services, tap: Tap, picture: Picture) -> None:
    """Home and a child's Safe Places, offered to be read and with something lit.

    Args:
        window: anywhere; it forgets its pages.
        services: the family's.
        tap: taps the middle of a widget.
        picture: takes a picture of the window under this name.
    """
    child = next(person for person in services.family.people() if person.is_child)
    kept = services.preferences
    kept.keep(kept.now.reading_to(child.id, on=True))
    window.speech = AT_ONCE
    window.furnish(services, services.sentences)
    window.speech = None
    window.go(Home(child))
    home = window.page
    if not isinstance(home, HomePage) or not _until(lambda: home.reading.is_offered):
        return  # a program in one file cannot run Python for its voice
    picture("home-can-read")
    panel = next(panel for panel in home.panels if panel.person == child)
    plate = panel.thermometer.buttons.of(Zone.RED)
    _lit(home.reading, plate, tap)
    picture("home-reads")
    for zone in (Zone.YELLOW, Zone.RED):
        window.go(SafePlace(child, zone))
        page = window.page
        if not isinstance(page, SafePlacePage):
            raise TypeError(page)
        _lit(page.reading, page.cards[0], tap)
        picture(f"safe-place-{zone}-reads")


def _lit(reads: ReadToMe, card: QWidget, tap: Tap) -> None:
    """Let the page be read until ``card`` is lit."""
    tap(reads.button)
    _until(lambda: reads.ring.lit is card)


def _until(done: Callable[[], bool]) -> bool:
    """Whether ``done`` came true soon enough."""
    since = QElapsedTimer()
    since.start()
    while not done() and since.elapsed() < PATIENCE_MS:
        QTest.qWait(20)
    return done()
