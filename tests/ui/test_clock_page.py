"""A clock that was set: the quiet word in the corner, and the page on which it is put right."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes import FakeClock, FakeSteadyClock
from tests.ui.conftest import MakeTablet
from tests.ui.settings import part, touch
from tests.ui.tablet import Tablet
from thermometer.domain.backups import Worry
from thermometer.domain.checkins import CheckIn
from thermometer.domain.clock_changes import Side
from thermometer.domain.problems import Problem
from thermometer.domain.story_events import Tapped
from thermometer.domain.zones import Zone
from thermometer.services.clock_changes import ClockChanges
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.health_card import HealthSettings
from thermometer.ui.health_places import ClockPlace
from thermometer.ui.pages.clock import LISTED, ClockPage
from thermometer.ui.places import Home, OneCheckIn, Parents, Story
from thermometer.ui.setting_sections import Section
from thermometer.ui.story_telling import telling_of
from thermometer.ui.watching import Watching

HOUR = timedelta(hours=1)


class Wrong:
    """A tablet on which Mia taps, with a clock that somebody sets."""

    def __init__(self, tablet: Tablet, clock: FakeClock, steady: FakeSteadyClock) -> None:
        self.tablet, self.clock, self.steady = tablet, clock, steady
        tablet.services.lock.refuse_offer()
        self.watching = Watching(tablet.services, tablet.window.timings, tablet.window)
        self.watching.begin()

    def tap(self, zone: Zone = Zone.YELLOW) -> CheckIn:
        self.clock.advance(timedelta(seconds=5))
        self.steady.advance(timedelta(seconds=5))
        known = {each.id for each in self.tablet.check_ins()}
        self.tablet.check_in("Mia", zone)
        self.tablet.window.go(Home())
        (new,) = (each for each in self.tablet.check_ins() if each.id not in known)
        return new

    def set_by(self, span: timedelta) -> None:
        self.watching.look()
        self.clock.advance(span)

    @property
    def page(self) -> ClockPage:
        return self.tablet.page(ClockPage)

    def open(self) -> ClockPage:
        """Into the corner, where the banner leads to the page."""
        self.watching.look()
        self.tablet.hold_parents()
        corner = self.tablet.page(CornerPage)
        assert corner.banner.worry is Worry.CLOCK
        assert "Nothing is lost" in corner.banner.label.text
        self.tablet.tap(corner.banner.way)
        self.tablet.arrive(ClockPlace)
        return self.page

    def at(self) -> list[object]:
        """When everything that stands was, to the second."""
        found = self.tablet.services.stores.check_ins.between(None, None)
        return [each.at for each in found if each.withdrawn_at is None]


@pytest.fixture
def wrong(make_tablet: MakeTablet, clock: FakeClock, steady: FakeSteadyClock) -> Wrong:
    tablet = make_tablet(steady=steady)
    tablet.people(2)
    tablet.open()
    return Wrong(tablet, clock, steady)


def test_a_stretch_is_moved_by_touch_and_moved_back(wrong: Wrong) -> None:
    right = wrong.tap()
    wrong.set_by(-HOUR)
    late = wrong.tap(Zone.RED)
    wrong.watching.look()
    wrong.set_by(HOUR)
    page = wrong.open()
    assert "set forward by 1 h" in page.seen.text
    assert list(page.sides.chips) == [Side.BEFORE]
    assert page.pick.shift == HOUR
    assert page.list.labels[0].text.startswith("Mia, red: Sunday 22 November 2026, 18:30")
    assert page.moves.text == "Each becomes 1 h later."
    touch(wrong.tablet, page.move_them)
    assert page.said.text == "1 check-ins have another time now."
    assert wrong.at() == [right.at, late.at + HOUR]
    assert not page.banner.isVisible()
    assert not page.move_them.isVisible()
    touch(wrong.tablet, page.undo)
    assert wrong.at() == [late.at, right.at]
    assert not page.undo.isVisible()
    wrong.tablet.tap(page.head.back)
    wrong.tablet.arrive(Parents)


def test_the_side_and_the_span_are_chosen(wrong: Wrong) -> None:
    before = wrong.tap()
    wrong.set_by(-HOUR)
    since = wrong.tap(Zone.RED)
    wrong.watching.look()
    wrong.steady.advance(3 * HOUR)
    wrong.clock.advance(3 * HOUR)
    page = wrong.open()
    assert page.pick.shift == -HOUR
    touch(wrong.tablet, page.sides.chips[Side.SINCE])
    assert page.pick.shift == HOUR
    for stepper, count in ((page.pick.day, -1), (page.pick.hour, 2), (page.pick.minute, 3)):
        button = stepper.more if count > 0 else stepper.less
        for _ in range(abs(count)):
            touch(wrong.tablet, button)
    assert page.pick.shift == timedelta(days=-1, hours=3, minutes=3)
    assert page.moves.text == "Each becomes 20 h 57 min earlier."
    assert "Saturday 21 November 2026" in page.list.labels[0].text
    touch(wrong.tablet, page.move_them)
    moved = since.at + timedelta(days=-1, hours=3, minutes=3)
    assert wrong.at() == [moved, before.at]


def test_nothing_moves_by_no_time(wrong: Wrong) -> None:
    wrong.tap()
    wrong.set_by(HOUR)
    page = wrong.open()
    touch(wrong.tablet, page.pick.hour.less)
    assert page.moves.text == "They stay where they are."
    assert not page.move_them.isEnabled()
    assert "→" not in page.list.labels[0].text


def test_everything_may_stay(wrong: Wrong) -> None:
    tapped = wrong.tap()
    wrong.set_by(-HOUR)
    page = wrong.open()
    touch(wrong.tablet, page.right)
    assert wrong.at() == [tapped.at]
    assert not page.banner.isVisible()
    assert page.said.text == "Everything stays as it is."
    assert "nothing to look at" in page.seen.text


def test_what_would_lie_in_the_future_is_refused_in_a_sentence(wrong: Wrong) -> None:
    tapped = wrong.tap()
    wrong.set_by(HOUR)
    page = wrong.open()
    for _ in range(3):
        touch(wrong.tablet, page.pick.hour.more)
    touch(wrong.tablet, page.move_them)
    assert "in the future" in wrong.tablet.window.notice
    assert wrong.at() == [tapped.at]


@pytest.mark.parametrize("name", ["settle", "undo", "all"])
def test_what_cannot_be_done_is_said(
    wrong: Wrong, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Problem("data-no-access", path="X")

    wrong.tap()
    wrong.set_by(-HOUR)
    page = wrong.open()
    if name == "undo":
        touch(wrong.tablet, page.move_them)
    monkeypatch.setattr(ClockChanges, name, refuse)
    if name == "all":
        page.come_back()
    else:
        touch(wrong.tablet, page.right if name == "settle" else page.undo)
    assert wrong.tablet.window.notice == wrong.tablet.services.sentences.of(
        Problem("data-no-access", path="X")
    )


def test_a_long_list_says_how_many_more(wrong: Wrong) -> None:
    mia = wrong.tablet.person("Mia")
    for _ in range(LISTED + 2):
        wrong.tablet.services.journal.check_in(mia.id, Zone.GREEN)
    wrong.set_by(HOUR)
    page = wrong.open()
    shown = [label for label in page.list.labels if not label.isHidden()]
    assert len(shown) == LISTED + 1
    assert shown[-1].text == "and 2 more"


def test_a_start_after_the_clock_was_set_back_tells_it(wrong: Wrong) -> None:
    wrong.clock.advance(HOUR)
    wrong.steady.advance(HOUR)
    wrong.tap()
    wrong.clock.advance(-HOUR)
    wrong.watching.begin()
    page = wrong.open()
    assert "When the thermometer was opened" in page.seen.text
    assert page.pick.shift == -HOUR


def test_the_story_says_that_the_clock_was_wrong(wrong: Wrong) -> None:
    tapped = wrong.tap(Zone.RED)
    wrong.set_by(HOUR)
    page = wrong.open()
    touch(wrong.tablet, page.move_them)
    services = wrong.tablet.services
    story = services.stories().read(tapped.id)
    event = next(e for e in story.events if isinstance(e, Tapped))
    assert event.check_in.id == tapped.id
    said = telling_of(services).withdrawn(event)
    assert said.startswith("the clock was wrong; entered anew for Sunday 22 November")
    wrong.tablet.window.go(OneCheckIn(tapped.id, Story(tapped.person, tapped.id)))
    words = " ".join(wrong.tablet.words())
    assert "Withdrawn: the clock was wrong" in words


def test_health_leads_there_too(wrong: Wrong) -> None:
    wrong.tap()
    wrong.set_by(-HOUR)
    wrong.watching.look()
    wrong.tablet.open_settings()
    card = part(wrong.tablet, Section.HEALTH, HealthSettings)
    assert card.list.rows[4].below.text.endswith("It was set while you used it.")
    touch(wrong.tablet, card.clock)
    wrong.tablet.arrive(ClockPlace)


def test_without_a_change_there_is_nothing_to_do(tablet: Tablet) -> None:
    tablet.services.lock.refuse_offer()
    tablet.window.go(ClockPlace())
    page = tablet.page(ClockPage)
    assert not page.right.isVisible()
    assert not page.move_them.isVisible()
    page._settle()
    page._move()
    assert page.said.text == ""


def test_a_disk_that_is_gone_stops_no_watching(
    wrong: Wrong, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Problem("data-no-access", path="X")

    for name in ("note", "note_if_ahead"):
        monkeypatch.setattr(ClockChanges, name, refuse)
    wrong.set_by(-HOUR)
    wrong.watching.look()
    wrong.watching.begin()
    wrong.watching.stop()
    wrong.watching.stop()
