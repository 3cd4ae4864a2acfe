"""What the program must never do (product, "Hard nevers"), through the real window."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NoReturn

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QFrame, QLineEdit, QWidget

from tests.fakes import FakeClock
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.tools import COME_PLEASE, Answer
from thermometer.domain.zones import Zone
from thermometer.ui.pages.call import CallPage
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.places import CORNER, Home, HowIsItNow

GAME = re.compile(
    r"\b(streaks?|scores?|points?|badges?|levels?|rewards?|stars?|trophy|winn?ers?|record|"
    r"best|week|days? in a row|times?|history|chart|count|total|average|more than|less than)\b",
    re.IGNORECASE,
)
PRAISE = re.compile(
    r"\b(well done|good|great|super|bravo|hooray|yay|proud|perfect|nice|better|oh no|bad|sad|"
    r"sorry|pity|disappoint\w*|angry|naughty|calm down|again\?)\b",
    re.IGNORECASE,
)
CLOCK_TIME = re.compile(r"^\w+, \d\d?:\d\d( [AP]M)?$")


def evening(tablet: Tablet) -> Iterator[str]:
    """Walk through everything outside the parents' corner; stop at each thing to be seen."""
    yield "home at rest"
    for name in ("Mia", "Mum"):
        for zone in Zone:
            tablet.check_in(name, zone)
            yield f"{name}'s {zone}"
            tablet.go_home()
    yield "home with zones"
    for tool in ("flower-candle", "push-wall", "outside"):
        tablet.begin("Mia", Zone.YELLOW, tool)
        yield tool
        tablet.tap(tablet.tool.stop_button)
        yield "the question"
        tablet.tap(tablet.page(HowIsItNowPage).cards[Answer.BIGGER])
    tablet.begin("Mia", Zone.RED, COME_PLEASE)
    yield "the call"
    tablet.tap(tablet.page(CallPage).here[0])
    tablet.begin("Mum", Zone.RED, "long-out")
    yield "a parent's breath"
    tablet.tap(tablet.tool.stop_button)
    yield "home after all that"


@pytest.fixture
def busy(tablet: Tablet, clock: FakeClock) -> Tablet:
    """A tablet whose family has a month of records behind it."""
    for day in range(30):
        for zone in (Zone.RED, Zone.YELLOW, Zone.GREEN):
            for person in tablet.family():
                clock.advance(timedelta(minutes=7))
                tablet.services.journal.check_in(person.id, zone)
        clock.advance(timedelta(hours=23 if day else 20))
    tablet.window.go(Home())
    return tablet


def test_no_game_no_count_and_no_history_outside_the_corner(busy: Tablet) -> None:
    found = []
    for where in evening(busy):
        for text in busy.words():
            if CLOCK_TIME.match(text):
                continue
            if GAME.search(text) or any(letter.isdigit() for letter in text):
                found.append((where, text))
    assert found == []


def test_nothing_praises_green_or_is_disappointed_by_red(busy: Tablet) -> None:
    found = [
        (where, text) for where in evening(busy) for text in busy.words() if PRAISE.search(text)
    ]
    assert found == []


def test_no_chart_is_loaded_for_what_a_child_sees(busy: Tablet) -> None:
    for where in evening(busy):
        kinds = {type(each).__module__ for each in busy.window.findChildren(QWidget)}
        assert not [kind for kind in kinds if "pyqtgraph" in kind or "chart" in kind], where


def test_months_of_records_change_nothing_that_is_seen(
    busy: Tablet, make_tablet: MakeTablet, clock: FakeClock
) -> None:
    clock.advance(timedelta(hours=3))
    busy.window.go(Home())
    with_past = busy.window.grab().toImage()
    for person in busy.family():
        assert busy.services.journal.zone_now(person.id) is None
    busy.services.stores.database.connection.execute("DELETE FROM check_in")
    busy.window.go(Home())
    assert busy.window.grab().toImage() == with_past


def test_the_same_tap_is_answered_alike_in_every_zone(tablet: Tablet) -> None:
    plates, thanks, sizes = set(), set(), set()
    for zone in Zone:
        button = tablet.panel("Mia").thermometer.buttons.of(zone)
        plates.add(button.plate().size().toTuple())
        tablet.check_in("Mia", zone)
        said = {each.text for each in drawings.of(tablet.window)}
        thanks.add(frozenset(said & {"All feelings are okay."}))
        sizes.add(tablet.safe_place.oops.size().toTuple())
        tablet.go_home()
    assert len(plates) == 1
    assert thanks == {frozenset({"All feelings are okay."})}
    assert len(sizes) == 1


def test_red_takes_nothing_away(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.RED)
    tablet.tap(tablet.safe_place.strip.buttons()[1])
    for panel in tablet.home.panels:
        for button in panel.thermometer.buttons:
            assert button.isEnabled()
            assert button.isVisible()
    tablet.check_in("Mia", Zone.GREEN)
    tablet.go_home()
    tablet.check_in("Mum", Zone.YELLOW)
    assert tablet.zones() == [Zone.RED, Zone.GREEN, Zone.YELLOW]


def test_red_does_not_flash(tablet: Tablet) -> None:
    """What stands still on the red Safe Place stands still."""
    tablet.check_in("Mia", Zone.RED)
    first: QImage = tablet.window.grab().toImage()
    for _ in range(3):
        tablet.let_pass(120)
        assert tablet.window.grab().toImage() == first


WRITING = (QLineEdit, QAbstractSpinBox)
FEW_WORDS = 3


@pytest.mark.parametrize("size", [(800, 480), (1280, 800), (800, 1280)])
def test_a_childs_red_asks_nothing(make_tablet: MakeTablet, size: tuple[int, int]) -> None:
    tablet = make_tablet(size=size)
    tablet.people(3)
    tablet.open()
    tablet.check_in("Mia", Zone.RED)
    page = tablet.safe_place
    everything = [each for each in page.findChildren(QWidget) if each.isVisible()]
    assert not [each for each in everything if isinstance(each, WRITING)]
    assert not [text for text in tablet.words() if "?" in text]
    assert len(page.cards) <= 3
    assert "Come, please" in [card.accessibleName() for card in page.cards]
    for drawn in drawings.of_each(page.cards):
        assert len(drawn.text.split()) <= FEW_WORDS
    tablet.choose("flower-candle")
    assert not [text for text in tablet.words() if "?" in text]
    tablet.tap(tablet.tool.stop_button)
    assert tablet.is_at(Home)  # and not at the question


def test_no_way_leads_from_a_child_into_the_corner_but_a_long_hold(tablet: Tablet) -> None:
    seen: set[str] = set()
    for _ in evening(tablet):
        for button in tablet.window.findChildren(QAbstractButton):
            if button.isVisible():
                seen.add(button.accessibleName())
    tablet.tap(tablet.home.frame.parents)
    tablet.let_pass(150)
    assert tablet.is_at(Home)
    assert not isinstance(tablet.window.place, CORNER)
    assert "Settings" not in seen
    assert "Week" not in seen


def test_a_zone_is_never_shown_by_colour_alone(tablet: Tablet) -> None:
    """In grey, each plate still differs in place, in shape and face, and in its word."""
    thermometer = tablet.panel("Mia").thermometer
    pictures, places = set(), set()
    for zone in Zone:
        button = thermometer.buttons.of(zone)
        plate = button.plate().toRect()
        face = QRect(plate.left(), plate.top(), plate.height(), plate.height())
        grey = button.grab(face).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.add(bytes(grey.constBits()))
        places.add(button.y())
    words = {button.accessibleName() for button in thermometer.buttons}
    assert (len(pictures), len(places), len(words)) == (3, 3, 3)


def test_the_childs_path_works_without_reading(tablet: Tablet) -> None:
    """Every button on the way has a picture, and every tool has its own."""
    for where in evening(tablet):
        drawings.settle()
        buttons = [
            each
            for each in tablet.window.findChildren(QAbstractButton)
            if each.isVisible() and each.accessibleName() not in ("Skip", "Parents")
        ]
        blank = [each.accessibleName() for each in buttons if not drawings.pictures_on(each)]
        assert blank == [], where
    cards = tablet.services.content.tools()
    assert len({tool.picture for tool in cards}) == len(cards)


def test_a_tap_taken_back_is_kept_and_counts_nowhere(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.RED)
    tablet.tap(tablet.safe_place.oops)
    (kept,) = tablet.check_ins()
    assert kept.withdrawn_at is not None
    assert not kept.counts
    assert tablet.services.journal.zone_now(tablet.person("Mia").id) is None


def test_practice_in_green_never_counts(tablet: Tablet) -> None:
    use = tablet.begin("Mia", Zone.GREEN, "flower-candle")
    tablet.arrive(HowIsItNow)
    assert use.practice


def test_nothing_asks_the_network(
    tablet: Tablet, monkeypatch: pytest.MonkeyPatch, refuse: Callable[..., NoReturn]
) -> None:
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for _ in evening(tablet):
        tablet.window.grab()


@pytest.fixture
def refuse() -> Callable[..., NoReturn]:
    """Stands in for every way out of the computer."""

    def no_way_out(*args: object, **options: object) -> NoReturn:
        raise AssertionError(args)

    return no_way_out


def test_no_frame_scrolls_a_card_out_of_sight(tablet: Tablet) -> None:
    """Cards stay in fixed places: nothing on a shared page scrolls."""
    for where in evening(tablet):
        frames = [each for each in tablet.window.findChildren(QFrame) if each.isVisible()]
        assert not [each for each in frames if each.inherits("QAbstractScrollArea")], where
