"""We had a hard moment: three taps from Home, and what Home shows of a repair."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.changes import Change
from thermometer.domain.ruptures import Outcome, RuptureKind
from thermometer.ui.pages.hard_moment import HardMomentPage
from thermometer.ui.pages.home import HomePage
from thermometer.ui.places import HardMoment, Home
from thermometer.ui.timings import Timings

SOON = Timings(
    tap_guard=0, fill=20, fade=0, later=1, hard_moment_saved=30, minute=600_000, idle_home=600_000
)


def home_of(tablet: Tablet) -> HomePage:
    page = tablet.window.page
    assert isinstance(page, HomePage)
    return page


def log_one(tablet: Tablet, qtbot: QtBot) -> None:
    """Three taps: the button, the grown-up, the child."""
    tablet.tap(home_of(tablet).frame.moment)
    for name in ("Mum", "Mia"):
        page = tablet.window.page
        assert isinstance(page, HardMomentPage)
        tablet.tap(next(card for card in page.cards if card.accessibleName() == name))
    qtbot.waitUntil(lambda: tablet.window.place == Home())


def test_three_taps_keep_it_at_once(
    make_tablet: MakeTablet, qtbot: QtBot, clock: FakeClock
) -> None:
    tablet = make_tablet(timings=SOON)
    tablet.people(4)
    tablet.open()
    log_one(tablet, qtbot)
    (kept,) = tablet.services.stores.repairs.ruptures()
    assert kept.at == clock.now()
    assert (kept.grown_up, kept.child) == (tablet.person("Mum").id, tablet.person("Mia").id)
    assert kept.kind is None
    assert kept.note is None


def test_grown_ups_are_asked_for_first_and_children_second(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=QUICK)
    tablet.people(5)
    tablet.open()
    tablet.tap(home_of(tablet).frame.moment)
    page = tablet.window.page
    assert isinstance(page, HardMomentPage)
    assert [card.accessibleName() for card in page.cards] == ["Mum", "Dad"]
    tablet.tap(page.cards[1])
    assert [card.accessibleName() for card in page.cards] == ["Mia", "Leo", "Ada"]


def test_going_home_before_the_last_tap_keeps_nothing(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(timings=QUICK)
    tablet.people(2)
    tablet.open()
    tablet.tap(home_of(tablet).frame.moment)
    assert tablet.is_at(HardMoment)
    page = tablet.window.page
    assert isinstance(page, HardMomentPage)
    tablet.tap(page.cards[0])
    tablet.tap(page.back)
    assert tablet.is_at(Home)
    assert tablet.services.stores.repairs.ruptures() == []


def test_the_chip_comes_when_a_repair_waits_and_names_nothing(
    make_tablet: MakeTablet, qtbot: QtBot, clock: FakeClock
) -> None:
    tablet = make_tablet(timings=SOON)
    tablet.people(2)
    tablet.open()
    log_one(tablet, qtbot)
    (kept,) = tablet.services.stores.repairs.ruptures()
    mending = tablet.services.mending()
    mending.begin(kept.id, kept.grown_up)
    mending.finish(kept.id, Outcome.NOT_YET, clock.now() + timedelta(hours=3))
    home = home_of(tablet)
    qtbot.waitUntil(home.frame.chip.isHidden)
    clock.advance(timedelta(hours=4))
    tablet.window.changed(Change.REPAIRS)
    qtbot.waitUntil(lambda: not home.frame.chip.isHidden())
    assert home.frame.chip.text() == home.frame.chip.accessibleName() == "Let's reconnect"


def test_the_chip_says_go_on_once_a_bid_is_under_way(make_tablet: MakeTablet, qtbot: QtBot) -> None:
    tablet = make_tablet(timings=SOON)
    tablet.people(2)
    tablet.open()
    log_one(tablet, qtbot)
    home = home_of(tablet)
    qtbot.waitUntil(lambda: home.frame.chip.text() == "Let's reconnect")
    (kept,) = tablet.services.stores.repairs.ruptures()
    tablet.services.mending().begin(kept.id, kept.grown_up)
    qtbot.waitUntil(lambda: home.frame.chip.text() == "Go on: let's reconnect")
    assert home.frame.chip.accessibleName() == home.frame.chip.text()
    assert home.frame.chip.leads_on
    tablet.window.resize(800, 480)
    qtbot.waitUntil(lambda: home.frame.chip.text() == "Go on")
    assert home.frame.chip.accessibleName() == "Go on: let's reconnect"


def test_a_frightening_one_makes_no_chip(
    make_tablet: MakeTablet, qtbot: QtBot, clock: FakeClock
) -> None:
    tablet = make_tablet(timings=SOON)
    tablet.people(2)
    tablet.open()
    log_one(tablet, qtbot)
    (kept,) = tablet.services.stores.repairs.ruptures()
    tablet.services.hard_moments().describe(kept.id, kind=RuptureKind.FRIGHTENING)
    clock.advance(timedelta(days=1))
    shown: list[bool] = []
    home = home_of(tablet)
    tablet.window.changed(Change.REPAIRS)
    home._later.timeout.connect(lambda: shown.append(home.frame.chip.isHidden()))
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [True]
