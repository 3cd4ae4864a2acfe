"""A family's tablet in the hands of a test: real widgets, real events, a real data file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui import drawings
from thermometer import app
from thermometer.clock import Clock, SteadyClock
from thermometer.domain.checkins import CheckIn
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.tools import ToolUse
from thermometer.domain.zones import Zone
from thermometer.services.bundle import Services
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.page import Page
from thermometer.ui.pages.home import HomePage
from thermometer.ui.pages.parents import ParentsPage
from thermometer.ui.pages.safe_place import SafePlacePage
from thermometer.ui.pages.set_pin import SetPinPage
from thermometer.ui.places import (
    CORNER,
    FirstStart,
    Home,
    Parents,
    Place,
    RunTool,
    SafePlace,
    SetPin,
)
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.tool_page import ToolPage
from thermometer.ui.widgets.person_panel import PersonPanel
from thermometer.ui.window import MainWindow

P = TypeVar("P", bound=Page)

# No hand of a test is excited, and none waits: what has to last until it is looked at lasts long.
QUICK = Timings(
    tap_guard=0,
    oops=600_000,
    fill=20,
    fade=0,
    card_shown=20,
    call_repeat=15,
    hold=60,
    minute=600_000,
    second=4,
    idle_home=600_000,
    notice=600_000,
)
PICTURES = ("fox", "bear", "rabbit", "owl", "turtle", "whale")
NAMES = ("Mia", "Mum", "Leo", "Dad", "Ada", "Gran")


class Tablet:
    """One window on one family's folder.

    Args:
        qtbot: waits for conditions.
        folder: of the family's data; begun there if it is not.
        clock: tells the family's time.
        timings: how long things last.
        size: of the window, in pixels.
        theme: the look.
        steady: measures the lock's waits.
        offers_pin: whether opening the corner for the first time offers a PIN.
    """

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        clock: Clock,
        *,
        timings: Timings = QUICK,
        size: tuple[int, int] = (1280, 800),
        theme: str = "light",
        steady: SteadyClock | None = None,
        offers_pin: bool = False,
    ) -> None:
        self.qtbot = qtbot
        self._closed = False
        self.theme = Theme(theme)
        self.window = MainWindow(self.theme, timings)
        self.window.resize(*size)
        self.services: Services = app.open_family(folder, clock, self.window.changed, steady=steady)
        if not offers_pin:
            self.services.lock.refuse_offer()

    def people(self, count: int) -> tuple[Person, ...]:
        """Let ``count`` people live here: a child, a grown-up, a child, and so on."""
        for i in range(len(self.family()), count):
            role = Role.PARENT if i % 2 else Role.CHILD
            self.services.family.add(NAMES[i], role, AgeBand.SIX_TO_EIGHT, PICTURES[i])
        return self.family()

    def grown_ups_of(self, child: str, count: int) -> None:
        """Let one child live here with ``count`` grown-ups."""
        self.services.family.add(child, Role.CHILD, AgeBand.SIX_TO_EIGHT, PICTURES[0])
        for i in range(1, count + 1):
            self.services.family.add(NAMES[i], Role.PARENT, AgeBand.ADULT, PICTURES[i])

    def family(self) -> tuple[Person, ...]:
        """Everybody, in their places."""
        return self.services.family.people()

    def person(self, name: str) -> Person:
        """The one called ``name``."""
        return next(each for each in self.family() if each.name == name)

    def open(self) -> None:
        """Show the window: Home, or the first start where nobody lives here yet."""
        self.window.furnish(self.services, self.services.sentences)
        self.window.show()
        self.window.go(Home() if self.family() else FirstStart())

    def close(self) -> None:
        """Close the window and let go of the data; nothing runs on after it. Once is enough."""
        if self._closed:
            return
        self._closed = True
        self.window.close()
        self.window.clear()
        self.services.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # ------------------------------------------------------------------------------ hands

    def tap(self, target: QWidget, at: QPoint | None = None) -> None:
        """A click that goes through the window, so that what lies above ``target`` gets it."""
        QTest.mouseClick(
            self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=self._place_of(target, at)
        )

    def press(self, target: QWidget) -> None:
        """A button of the mouse goes down on ``target`` and stays down."""
        place = self._place_of(target, None)
        QTest.mousePress(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

    def release(self, target: QWidget) -> None:
        """It comes up again, where ``target`` is or was."""
        place = target.mapTo(self.window, target.rect().center())
        QTest.mouseRelease(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

    def drum(self, target: QWidget, times: int) -> None:
        """Click where ``target`` is, again and again, whatever is there by then."""
        place = self._place_of(target, None)
        for _ in range(times):
            QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

    def touch(self, target: QWidget, finger: QPointingDevice, times: int = 1) -> None:
        """A finger on the glass, down and up, and there again."""
        place, glass = self._place_of(target, None), self.window.windowHandle()
        for _ in range(times):
            QTest.touchEvent(glass, finger).press(0, place, glass).commit()
            QTest.touchEvent(glass, finger).release(0, place, glass).commit()

    def press_key(self, target: QWidget, key: Qt.Key) -> None:
        """A key pressed while ``target`` has the focus."""
        target.setFocus()
        QTest.keyClick(self.window.windowHandle(), key)

    def _place_of(self, target: QWidget, at: QPoint | None) -> QPoint:
        assert target.isVisible(), f"{target!r} cannot be seen"
        return target.mapTo(self.window, at or target.rect().center())

    # ------------------------------------------------------------------------------ places

    def page(self, kind: type[P]) -> P:
        """The page in view, of the kind that it must be."""
        page = self.window.page
        assert isinstance(page, kind), f"at {self.window.place}"
        return page

    @property
    def home(self) -> HomePage:
        return self.page(HomePage)

    @property
    def safe_place(self) -> SafePlacePage:
        return self.page(SafePlacePage)

    @property
    def tool(self) -> ToolPage:
        return self.page(ToolPage)

    def panel(self, name: str) -> PersonPanel:
        """Somebody's panel on Home."""
        return next(each for each in self.home.panels if each.person.name == name)

    def is_at(self, kind: type[Place]) -> bool:
        """Whether the window shows a place of this kind."""
        return isinstance(self.window.place, kind)

    def arrive(self, kind: type[Place]) -> None:
        """Wait until the window shows a place of this kind."""
        self.qtbot.waitUntil(lambda: self.is_at(kind))

    def let_pass(self, milliseconds: int) -> None:
        """Wait until so much time has gone by: for what must *not* have happened by then."""
        since = QElapsedTimer()
        since.start()
        self.qtbot.waitUntil(lambda: since.elapsed() > milliseconds)

    # ------------------------------------------------------------------------------ ways

    def tap_zone(self, name: str, zone: Zone) -> None:
        """Tap somebody's plate on Home."""
        self.tap(self.panel(name).thermometer.buttons.of(zone))

    def check_in(self, name: str, zone: Zone) -> None:
        """Tap somebody's plate, and wait for their Safe Place."""
        self.tap_zone(name, zone)
        self.arrive(SafePlace)

    def go_home(self) -> None:
        """Touch the little house on a Safe Place."""
        self.tap(self.safe_place.strip.buttons()[0])
        self.arrive(Home)

    def choose(self, tool: str) -> None:
        """Touch a tool's card on the Safe Place in view."""
        place = self.window.place
        assert isinstance(place, SafePlace)
        shown = [c.tool.id for c in self.services.safe_places.cards(place.person, place.zone)]
        self.tap(self.safe_place.cards[shown.index(tool)])
        self.arrive(RunTool)

    def hold_parents(self) -> None:
        """Hold "Parents" until the parents' corner is there; a PIN is for another day."""
        button = self.home.frame.parents
        self.press(button)
        self.qtbot.waitUntil(lambda: isinstance(self.window.place, (SetPin, *CORNER)))
        self.release(button)
        if self.is_at(SetPin):
            self.tap(self.page(SetPinPage).not_now)

    def open_settings(self) -> ParentsPage:
        """From Home into the parents' corner, to its page of facts."""
        self.hold_parents()
        page = self.page(CornerPage)
        self.tap(page.rail.buttons[Parents])
        return self.page(ParentsPage)

    def begin(self, name: str, zone: Zone, tool: str) -> ToolUse:
        """Check in and choose a tool; what was written down about it."""
        self.check_in(name, zone)
        self.choose(tool)
        return self.uses()[-1]

    # ------------------------------------------------------------------------------ records

    def check_ins(self) -> list[CheckIn]:
        """Everything ever tapped, the withdrawn too."""
        return self.services.stores.check_ins.between(None, None)

    def zones(self) -> list[Zone]:
        """The zones of everything that was tapped and not taken back."""
        return [each.zone for each in self.check_ins() if each.withdrawn_at is None]

    def uses(self) -> list[ToolUse]:
        """Every use of a tool."""
        return self.services.stores.tool_uses.between(None, None)

    # ------------------------------------------------------------------------------ looks

    def words(self) -> set[str]:
        """Every text to be seen and every name a screen reader says, in the window now."""
        return {drawn.text for drawn in drawings.of(self.window)} | drawings.spoken(self.window)

    def read(self, words: str) -> None:
        """Wait until these words can be seen or heard."""
        self.qtbot.waitUntil(lambda: words in self.words())
