"""A walk through the real app with real taps, one picture for each page and state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QElapsedTimer, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from thermometer.domain.changes import Change
from thermometer.domain.people import Person, Role
from thermometer.domain.problems import Problem
from thermometer.domain.settings import Look
from thermometer.domain.tools import ToolKind
from thermometer.domain.zones import Zone
from thermometer.ui import (
    tour_backups,
    tour_corner,
    tour_erase,
    tour_family,
    tour_guides,
    tour_health,
    tour_lock,
    tour_own,
    tour_print,
    tour_reading,
    tour_repair,
    tour_report,
    tour_settings,
    tour_setup,
    tour_signs,
    tour_story,
)
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.pages.first_start import FirstStartPage
from thermometer.ui.pages.home import HomePage
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.pages.safe_place import SafePlacePage
from thermometer.ui.places import (
    FirstStart,
    Home,
    HowIsItNow,
    LateEntry,
    Parents,
    RunTool,
    SafePlace,
    Week,
)
from thermometer.ui.timings import Timings
from thermometer.ui.tool_page import ToolPage
from thermometer.ui.window import MainWindow

if TYPE_CHECKING:
    from thermometer.services.bundle import Services

PageType = TypeVar("PageType", bound=QWidget)
Open = Callable[[Callable[[Change], None]], "Services"]

# A walk has no excited hands and little patience; what is seen is the same.
TIMINGS = Timings(
    tap_guard=0, fill=120, fade=0, card_shown=400, hold=200, quiet=0, between_cards=1_000
)
PATIENCE_MS = 15_000
MID_RUN_MS = {
    ToolKind.GUIDE: 1_900,
    ToolKind.STEPS: 900,
    ToolKind.TIMER: 900,
    ToolKind.CARD: 250,
    ToolKind.CALL: 700,
}
MID_RUN_TOOLS = ("flower-candle", "push-wall", "outside", "squish", "come-please")


class Tour:
    """Takes pictures in order: ``001-first-start.png`` and so on.

    Args:
        window: already of the size and theme to be shown.
        out: the folder for the pictures.
        open_empty: opens a family of nobody.
        open_sample: opens the sample family.
    """

    def __init__(
        self, window: MainWindow, out: Path, *, open_empty: Open, open_sample: Open
    ) -> None:
        self._window, self._out = window, out
        self._open_empty, self._open_sample = open_empty, open_sample
        self._taken = 0

    def walk(self) -> int:
        """Walk the whole way; 0 when every picture was written.

        Raises:
            Problem: ``tour-no-access`` with the folder.
        """
        try:
            self._out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._no_access(error.strerror) from error
        self._window.capture = tour_own.StillLife(self._window.theme)
        self._window.show()
        for opener, part in (
            (self._open_empty, self._first_start),
            (self._open_sample, self._everyday),
        ):
            services = opener(self._window.changed)
            try:
                self._choose_look(services)
                self._window.furnish(services, services.sentences)
                part(services)
            finally:
                self._window.clear()
                services.close()
        tour_backups.troubles(self._window, services, self._picture)
        self._window.clear()
        self._window.close()
        return 0

    def _choose_look(self, services: Services) -> None:
        """The family has chosen what the window wears: it stays on when they choose something."""
        kept = services.preferences
        kept.keep(replace(kept.now, look=Look(self._window.theme.name)))

    def _first_start(self, _services: Services) -> None:
        self._window.go(FirstStart())
        page = self._page(FirstStartPage)
        self._picture("first-start")
        for name, role in (("Mia", Role.CHILD), ("Mum", Role.PARENT)):
            self._tap(page.form.roles[role])
            QTest.keyClicks(page.form.name, name)
            self._picture(f"first-start-{role}")
            self._tap(page.another)
        self._picture("first-start-family")
        self._tap(page.start)
        self._arrive(Home)
        self._picture("home-resting")

    def _everyday(self, services: Services) -> None:
        self._window.go(Home())
        self._picture("home")
        people = services.family.people()
        child = next(person for person in people if person.is_child)
        parent = next(person for person in people if not person.is_child)
        for person in (child, parent):
            for zone in Zone:
                self._check_in(person, zone)
                self._picture(name := f"safe-place-{person.role}-{zone}")
                tour_signs.marked(self._window, name, self._tap, self._picture)
                self._home_again()
        self._picture("home-oops")
        for tool in MID_RUN_TOOLS:
            self._use(services, child, tool)
        self._body_scan(parent)
        tour_guides.guides(self._window, services, child, self._picture)
        tour_signs.home(self._window, services, child, self._tap, self._picture)
        self._parents(services, child)
        tour_repair.hard_moment(self._window, self._tap, self._picture)
        tour_lock.lock(self._window, self._tap, self._picture)
        tour_settings.rest(self._window, self._picture)
        tour_reading.reading(self._window, services, self._tap, self._picture)

    def _use(self, services: Services, person: Person, tool_id: str) -> None:
        """Check in where the tool is offered, run it, and answer the question after it."""
        kind = services.content.tool(tool_id).kind
        zone = Zone.RED if kind is ToolKind.CALL else Zone.YELLOW
        self._check_in(person, zone)
        page = self._page(SafePlacePage)
        shown = [card.tool.id for card in services.safe_places.cards(person, zone)]
        self._tap(page.cards[shown.index(tool_id)])
        self._arrive(RunTool)
        QTest.qWait(MID_RUN_MS[kind])
        self._picture(f"tool-{kind}")
        tool_page = self._page(ToolPage)
        if kind is ToolKind.CARD:
            QTest.qWait(TIMINGS.card_shown + 2_500)
            self._picture("tool-card-glow")
            self._tap(tool_page)
        else:
            self._tap(tool_page.stop_button)
        if kind is ToolKind.CALL:
            self._arrive(Home)
            return
        self._arrive(HowIsItNow)
        if kind is ToolKind.GUIDE:
            self._picture("how-is-it-now")
        self._tap(self._page(HowIsItNowPage).skip)
        self._arrive(Home)

    def _body_scan(self, parent: Person) -> None:
        self._check_in(parent, Zone.RED)
        self._tap(self._page(SafePlacePage).body_scan)
        self._arrive(RunTool)
        QTest.qWait(MID_RUN_MS[ToolKind.STEPS])
        self._picture("body-scan")
        self._tap(self._page(ToolPage).stop_button)
        self._arrive(Home)

    def _parents(self, services: Services, child: Person) -> None:
        button = self._page(HomePage).frame.parents
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        self._arrive(Week)
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
        tour_corner.week(self._window.page, self._tap, self._picture)
        self._story(services, child)
        tour_report.report(self._window, self._tap, self._picture)
        tour_report.files(self._window, self._tap, self._picture)
        tour_repair.repair(self._window, self._tap, self._picture)
        tour_family.family(self._window, self._tap, self._picture)
        self._tap(self._page(CornerPage).rail.buttons[Parents])
        self._arrive(Parents)
        tour_settings.settings(self._window, self._tap, self._picture)
        tour_backups.backups(self._window, services, self._tap, self._picture)
        tour_health.health(self._window, services, self._picture)
        tour_erase.erasing(self._window, services, self._picture)
        tour_print.things(self._window, self._tap, self._picture)
        tour_setup.safe_place(self._window, self._tap, self._picture)
        tour_own.own(self._window, self._tap, self._picture)
        self._tap(self._page(CornerPage).rail.lock)
        self._arrive(Home)

    def _story(self, services: Services, child: Person) -> None:
        episodes = services.reports().episodes(services.clock.now(), only=child.id)
        tour_story.story(self._window, episodes, self._tap, self._picture)
        self._window.go(LateEntry(child.id))
        tour_story.late_entry(self._window, self._tap, self._picture)
        self._window.go(Week())

    def _check_in(self, person: Person, zone: Zone) -> None:
        """Tap ``zone`` on the person's thermometer, turning the page until it is there."""
        home = self._page(HomePage)
        panel = next(each for each in home.panels if each.person.id == person.id)
        for _ in home.panels:
            if not panel.isHidden():
                break
            self._tap(home.frame.more)
        self._tap(panel.thermometer.buttons.of(zone))
        self._arrive(SafePlace)

    def _home_again(self) -> None:
        self._tap(self._page(SafePlacePage).strip.buttons()[0])
        self._arrive(Home)

    def _tap(self, target: QWidget) -> None:
        position = QPoint(target.width() // 2, target.height() // 2)
        if isinstance(target, QAbstractButton):
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=position)
            return
        child = target.childAt(position) or target
        QTest.mouseClick(child, Qt.MouseButton.LeftButton)

    def _arrive(self, place: type) -> None:
        """Wait until the window has gone to a place of this kind."""
        since = QElapsedTimer()
        since.start()
        while not isinstance(self._window.place, place):
            if since.elapsed() > PATIENCE_MS:
                message = f"the tour waits for {place.__name__} at {self._window.place}"
                raise TimeoutError(message)
            QTest.qWait(20)

    def _page(self, kind: type[PageType]) -> PageType:
        page = self._window.page
        if not isinstance(page, kind):
            message = f"the tour expects {kind.__name__}, not {page}"
            raise TypeError(message)
        return page

    def _picture(self, name: str) -> None:
        QTest.qWait(TIMINGS.fill + 80)
        self._taken += 1
        path = self._out / f"{self._taken:03d}-{name}.png"
        if not self._window.grab().save(str(path)):
            raise self._no_access(str(path))

    def _no_access(self, reason: str | None) -> Problem:
        return Problem("tour-no-access", folder=self._out, reason=reason or "")
