"""What children and grown-ups do at Home: a tap, a tool, "Oops", a hard moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tests.soak.kitchen import Kitchen
from thermometer.domain.people import Person
from thermometer.domain.zones import Zone
from thermometer.ui.pages.card import CardPage
from thermometer.ui.pages.hard_moment import HardMomentPage
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.pages.timer import TimerPage
from thermometer.ui.places import HardMoment, Home, HowIsItNow, RunTool, SafePlace

OFTEN = (Zone.GREEN, Zone.GREEN, Zone.GREEN, Zone.YELLOW, Zone.YELLOW, Zone.RED)
ONE_IN_SO_MANY_TO_THE_END = 40


def check_in(kitchen: Kitchen, zone: Zone | None = None) -> tuple[Person, Zone]:
    """Somebody taps a zone and sees their Safe Place."""
    kitchen.go_home()
    person = kitchen.random.choice(kitchen.people)
    zone = zone or kitchen.random.choice(OFTEN)
    kitchen.tap(_button(kitchen, person, zone))
    kitchen.arrive(SafePlace)
    return person, zone


def _button(kitchen: Kitchen, person: Person, zone: Zone) -> QWidget:
    """The zone on somebody's panel, turned to if it stands on another page of Home."""
    for _ in range(2 * len(kitchen.people)):
        kitchen.go_home()  # the last of many quick taps may just have opened a Safe Place
        button = kitchen.tablet.panel(person.name).thermometer.buttons.of(zone)
        if button.isVisible():
            return button
        if kitchen.tablet.home.frame.more.isVisible():
            kitchen.tap(kitchen.tablet.home.frame.more)
        QCoreApplication.processEvents()
    window = kitchen.tablet.window
    raise AssertionError(person.name, zone, window.place, window.size(), window.isVisible())


def tap_and_leave(kitchen: Kitchen) -> None:
    """A tap, perhaps a sign, and Home again by the little house."""
    _, zone = check_in(kitchen)
    page = kitchen.tablet.safe_place
    if zone is Zone.YELLOW and page.tray.isVisible() and page.tray.buttons:
        kitchen.tap_one_of(page.tray.buttons)
    kitchen.tap(page.strip.buttons()[0])
    kitchen.arrive(Home)


def pass_on(kitchen: Kitchen) -> None:
    """A tap, and the next one's picture touched: Home, turned to them."""
    check_in(kitchen)
    kitchen.tap_one_of(kitchen.tablet.safe_place.strip.buttons())
    kitchen.arrive(Home)


def oops(kitchen: Kitchen) -> None:
    """A tap taken back, at the Safe Place or at Home."""
    person, _ = check_in(kitchen)
    if kitchen.random.random() < 0.5:
        kitchen.tap(kitchen.tablet.safe_place.oops)
    else:
        kitchen.tap(kitchen.tablet.safe_place.strip.buttons()[0])
        kitchen.arrive(Home)
        panel = kitchen.tablet.panel(person.name)
        if panel.oops.isVisible():
            kitchen.tap(panel.oops)
    kitchen.arrive(Home)


def use_tool(kitchen: Kitchen) -> None:
    """A tool of any kind: begun, stopped or run to its end, and the question after it."""
    check_in(kitchen)
    kitchen.tap_one_of(kitchen.tablet.safe_place.cards)
    _run_tool(kitchen)


def _run_tool(kitchen: Kitchen) -> None:
    kitchen.tablet.qtbot.waitUntil(lambda: not kitchen.tablet.is_at(SafePlace))
    kitchen.pass_time(timedelta(minutes=4))
    QCoreApplication.processEvents()
    if not kitchen.tablet.is_at(RunTool):  # a short one is over already
        _answer(kitchen)
        return
    page = kitchen.tablet.tool
    if kitchen.random.random() < 0.2:
        kitchen.tap_one_of(page.strip.buttons())
    elif isinstance(page, CardPage):
        kitchen.tap(page.glow)
    elif kitchen.random.randrange(ONE_IN_SO_MANY_TO_THE_END) or not isinstance(page, TimerPage):
        kitchen.tap(page.stop_button)
    else:
        kitchen.tablet.qtbot.waitUntil(lambda: not kitchen.tablet.is_at(RunTool))
    _answer(kitchen)


def _answer(kitchen: Kitchen) -> None:
    if kitchen.tablet.is_at(HowIsItNow):
        page = kitchen.tablet.page(HowIsItNowPage)
        kitchen.tap_one_of([*page.cards.values(), page.skip])
    kitchen.arrive(Home)


def body_scan(kitchen: Kitchen) -> None:
    """A grown-up's extra on their own Safe Place, if they are one."""
    check_in(kitchen)
    page = kitchen.tablet.safe_place
    if page.body_scan.isVisible():
        kitchen.tap(page.body_scan)
        _run_tool(kitchen)
    else:
        kitchen.tap(page.strip.buttons()[0])
        kitchen.arrive(Home)


def hard_moment(kitchen: Kitchen) -> None:
    """Two touches, and it is kept."""
    kitchen.tap(kitchen.tablet.home.frame.moment)
    kitchen.arrive(HardMoment)
    page = kitchen.tablet.page(HardMomentPage)
    if kitchen.random.random() < 0.3:
        kitchen.tap(page.back)
    else:
        for _ in range(2):
            kitchen.tap_one_of(page.cards)
    kitchen.arrive(Home)


def toddler(kitchen: Kitchen) -> None:
    """Many taps on one spot, whatever is there by then."""
    panel = kitchen.tablet.panel(kitchen.people[0].name)
    kitchen.events += 10
    if panel.isVisible():
        kitchen.tablet.drum(panel.thermometer.buttons.of(Zone.GREEN), 10)
    kitchen.go_home()


OFTEN_DONE: tuple[tuple[Callable[[Kitchen], None], int], ...] = (
    (tap_and_leave, 40),
    (pass_on, 12),
    (oops, 10),
    (use_tool, 30),
    (body_scan, 3),
    (toddler, 8),
    (hard_moment, 1),
)
