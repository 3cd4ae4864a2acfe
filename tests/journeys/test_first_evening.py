"""One family's first evening, and the next morning."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtTest import QTest

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.tools import COME_PLEASE, Answer
from thermometer.domain.zones import Zone
from thermometer.ui.pages.call import CallPage
from thermometer.ui.pages.first_start import FirstStartPage
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.places import Home, HowIsItNow


def move_in(tablet: Tablet) -> None:
    """Fill in the first start: Mia, who is four, and Mum."""
    page = tablet.page(FirstStartPage)
    QTest.keyClicks(page.form.name, "Mia")
    tablet.tap(page.form.ages[4])
    tablet.tap(page.form.pictures["turtle"])
    tablet.tap(page.another)
    QTest.keyClicks(page.form.name, "Mum")
    tablet.tap(page.start)


def test_everything_is_still_there_in_the_morning(
    make_tablet: MakeTablet, clock: FakeClock
) -> None:
    evening = clock.now()
    tablet = make_tablet()
    tablet.open()
    move_in(tablet)

    # Mia is escalating, breathes with the flower and the candle, and it gets smaller.
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.choose("flower-candle")
    clock.advance(timedelta(seconds=40))
    tablet.arrive(HowIsItNow)
    tablet.tap(tablet.page(HowIsItNowPage).cards[Answer.SMALLER])

    # Then it is too big after all: she calls, and Mum comes.
    clock.advance(timedelta(minutes=5))
    tablet.check_in("Mia", Zone.RED)
    tablet.choose(COME_PLEASE)
    clock.advance(timedelta(seconds=20))
    tablet.tap(tablet.page(CallPage).here[0])

    # Mum taps the wrong zone, takes it back, and is frayed.
    tablet.check_in("Mum", Zone.RED)
    tablet.tap(tablet.safe_place.oops)
    tablet.check_in("Mum", Zone.YELLOW)
    tablet.go_home()
    clock.advance(timedelta(minutes=10))
    tablet.check_in("Mia", Zone.GREEN)
    tablet.go_home()
    before = tablet.family(), tablet.check_ins(), tablet.uses()
    tablet.close()

    clock.advance(timedelta(hours=11))
    again = make_tablet()
    again.open()
    assert again.is_at(Home)
    assert (again.family(), again.check_ins(), again.uses()) == before
    assert [panel.thermometer.zone for panel in again.home.panels] == [None, None]

    mia, mum = again.family()
    assert (mia.name, mia.role, mia.age_band, mia.picture) == (
        "Mia",
        Role.CHILD,
        AgeBand.THREE_TO_FIVE,
        "turtle",
    )
    told = [(one.person, one.zone, one.withdrawn_at is None) for one in again.check_ins()]
    assert told == [
        (mia.id, Zone.YELLOW, True),
        (mia.id, Zone.RED, True),
        (mum.id, Zone.RED, False),
        (mum.id, Zone.YELLOW, True),
        (mia.id, Zone.GREEN, True),
    ]
    breath, call = again.uses()
    assert (breath.tool, breath.zone, breath.answer) == (
        "flower-candle",
        Zone.YELLOW,
        Answer.SMALLER,
    )
    assert (breath.started_at, breath.ended_at) == (evening, evening + timedelta(seconds=40))
    assert (call.tool, call.zone, call.answer, call.came) == (
        COME_PLEASE,
        Zone.RED,
        None,
        mum.id,
    )


def test_a_restart_within_two_hours_shows_the_zone_now(
    make_tablet: MakeTablet, clock: FakeClock
) -> None:
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    tablet.check_in("Mia", Zone.RED)
    tablet.close()
    clock.advance(timedelta(minutes=119))
    again = make_tablet()
    again.open()
    assert again.panel("Mia").thermometer.zone is Zone.RED
    assert not again.panel("Mia").oops.isVisible()
