"""Every kind of tool: how it runs, how it ends, and what is written down about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.fakes import FakeClock
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import QUICK, Tablet
from thermometer.domain.tools import Answer, Tool
from thermometer.domain.zones import ByZone, Zone
from thermometer.ui.pages.card import CardPage
from thermometer.ui.pages.guide import GuidePage
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.pages.steps import StepsPage
from thermometer.ui.pages.timer import TimerPage
from thermometer.ui.places import Home, HowIsItNow, RunTool
from thermometer.ui.widgets.guides.known import MOVING

ENDLESS = replace(QUICK, second=600_000, minute=600_000)
"""Nothing ends by itself as long as a test lasts."""
MINE = ("flower-candle", "push-wall", "big-jumps", "outside", "squish", "square")


@pytest.fixture
def slow(make_tablet: MakeTablet) -> Tablet:
    """A tablet on which no tool ends by itself."""
    return furnished(make_tablet(timings=ENDLESS))


@pytest.fixture
def quick(make_tablet: MakeTablet) -> Tablet:
    """A tablet on which a second takes some milliseconds, and so does a minute."""
    return furnished(make_tablet(timings=replace(QUICK, minute=60)))


def furnished(tablet: Tablet) -> Tablet:
    tablet.people(3)
    mia = tablet.person("Mia")
    tablet.services.stores.people.change(replace(mia, tools=ByZone(MINE[:1], MINE, MINE[1:])))
    tablet.open()
    return tablet


@pytest.mark.parametrize("tool", MINE)
def test_a_use_is_written_down_when_it_begins(slow: Tablet, tool: str, clock: FakeClock) -> None:
    use = slow.begin("Mia", Zone.YELLOW, tool)
    mia = slow.person("Mia")
    assert (use.person, use.tool, use.zone) == (mia.id, tool, Zone.YELLOW)
    assert (use.started_at, use.ended_at, use.answer) == (clock.now(), None, None)


@pytest.mark.parametrize("tool", ["flower-candle", "push-wall", "outside"])
def test_stop_ends_it_at_any_time(slow: Tablet, tool: str, clock: FakeClock) -> None:
    slow.begin("Mia", Zone.YELLOW, tool)
    clock.advance(timedelta(seconds=21))
    slow.tap(slow.tool.stop_button)
    assert slow.is_at(HowIsItNow)
    assert slow.uses()[0].ended_at == clock.now()


def test_a_guide_ends_by_itself_after_its_breaths(quick: Tablet, clock: FakeClock) -> None:
    quick.begin("Mia", Zone.YELLOW, "flower-candle")
    clock.advance(timedelta(seconds=30))
    quick.arrive(HowIsItNow)
    assert quick.uses()[0].ended_at == clock.now()


def test_a_guide_says_what_the_breath_does(make_tablet: MakeTablet) -> None:
    tablet = furnished(make_tablet(timings=replace(QUICK, second=60)))
    tablet.begin("Mia", Zone.YELLOW, "square")
    for words in ("Breathe in", "Hold", "Breathe out", "Hold"):
        tablet.read(words)
    tablet.tap(tablet.page(GuidePage).stop_button)


def breathing(tablet: Tablet, tool: Tool) -> GuidePage:
    """The page of a guide that Mia has begun for practice."""
    mia = tablet.person("Mia")
    use = tablet.services.journal.start_tool(mia.id, tool.id, Zone.GREEN, practice=True)
    tablet.window.go(RunTool(mia, tool, use))
    return tablet.page(GuidePage)


@pytest.mark.parametrize("tool", sorted(MOVING))
def test_each_guide_shows_a_picture_that_moves_and_few_words(slow: Tablet, tool: str) -> None:
    page = breathing(slow, slow.services.content.tool(tool))
    pace = page.pace
    assert pace is not None
    looks = []
    for seconds in (0.01, pace.inhale * 0.6, pace.inhale + pace.hold_in + pace.exhale * 0.5):
        page.hold_at(seconds)
        looks.append(page.guide.grab().toImage())
        said = {drawn.text for drawn in drawings.of(page.guide)}
        assert all(len(words.split()) <= 2 for words in said)
    assert len({bytes(look.constBits()) for look in looks}) == 3
    assert not page.is_running()


def test_an_own_guide_has_rings_around_its_picture(slow: Tablet) -> None:
    known = slow.services.content.tool("flower-candle")
    page = breathing(slow, replace(known, id="own-00c0ffee", picture="tools/water"))
    assert "tools/water" in drawings.pictures_on(page.guide)


def test_with_reduced_motion_there_is_a_bar_and_few_steps_a_second(slow: Tablet) -> None:
    slow.theme.reduced_motion = True
    page = breathing(slow, slow.services.content.tool("flower-candle"))
    assert "tools/flower-candle" in drawings.pictures_on(page.guide)
    assert page._frame.interval() >= 200
    slow.theme.reduced_motion = False
    page = breathing(slow, slow.services.content.tool("belly-boat"))
    assert page._frame.interval() <= 17


def test_a_guide_that_is_left_runs_no_more(slow: Tablet) -> None:
    page = breathing(slow, slow.services.content.tool("flower-candle"))
    assert page.is_running()
    slow.tap(page.stop_button)
    assert not page.is_running()


def test_steps_go_on_by_touch_where_they_have_no_time(quick: Tablet) -> None:
    quick.begin("Mia", Zone.YELLOW, "big-jumps")
    page = quick.page(StepsPage)
    quick.let_pass(150)
    assert page.number == 0
    quick.tap(page.view)
    assert page.number == 1
    quick.tap(page.view)
    quick.arrive(HowIsItNow)  # the last step has its time
    assert quick.uses()[0].ended_at is not None


def test_steps_go_on_by_themselves_where_they_have_one(quick: Tablet) -> None:
    quick.begin("Mia", Zone.YELLOW, "push-wall")
    page = quick.page(StepsPage)
    quick.qtbot.waitUntil(lambda: page.number == 1)
    quick.arrive(HowIsItNow)
    assert quick.uses()[0].ended_at is not None


def test_a_step_can_be_hurried_with_a_touch(slow: Tablet) -> None:
    slow.begin("Mia", Zone.YELLOW, "push-wall")
    page = slow.page(StepsPage)
    for _ in range(6):
        assert slow.is_at(RunTool)
        slow.tap(page.view)
    assert slow.is_at(HowIsItNow)


def test_a_timer_shrinks_and_runs_out(quick: Tablet) -> None:
    quick.begin("Mia", Zone.YELLOW, "outside")
    disc = quick.page(TimerPage).disc
    assert disc.left == 1.0
    quick.qtbot.waitUntil(lambda: disc.left < 1.0)
    quick.arrive(HowIsItNow)
    assert quick.uses()[0].ended_at is not None


def test_a_timer_shows_no_digit(slow: Tablet) -> None:
    slow.begin("Mia", Zone.YELLOW, "outside")
    assert not [text for text in slow.words() if any(c.isdigit() for c in text)]


def test_a_card_dims_to_a_glow_and_waits(quick: Tablet) -> None:
    quick.begin("Mia", Zone.YELLOW, "squish")
    page = quick.page(CardPage)
    bright = page.grab().toImage().pixelColor(5, page.height() - 5)

    def ground() -> int:
        return page.grab().toImage().pixelColor(5, page.height() - 5).lightness()

    assert bright.lightness() > 200
    quick.qtbot.waitUntil(lambda: ground() < 60)
    assert quick.is_at(RunTool)
    assert quick.uses()[0].ended_at is None


@pytest.mark.parametrize("spot", ["picture", "corner"])
def test_a_card_ends_with_a_touch_anywhere(slow: Tablet, spot: str, clock: FakeClock) -> None:
    slow.begin("Mia", Zone.YELLOW, "squish")
    clock.advance(timedelta(minutes=4))
    glow = slow.page(CardPage).glow
    slow.tap(glow, glow.rect().center() if spot == "picture" else glow.rect().bottomLeft())
    assert slow.is_at(HowIsItNow)
    assert slow.uses()[0].ended_at == clock.now()


def test_the_keyboard_ends_a_card_too(slow: Tablet) -> None:
    slow.begin("Mia", Zone.YELLOW, "squish")
    slow.press_key(slow.page(CardPage).glow, Qt.Key.Key_Space)
    assert slow.is_at(HowIsItNow)


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_is_kept(slow: Tablet, answer: Answer) -> None:
    slow.begin("Mia", Zone.YELLOW, "outside")
    slow.tap(slow.tool.stop_button)
    slow.tap(slow.page(HowIsItNowPage).cards[answer])
    assert slow.window.place == Home(slow.person("Mia"))
    assert slow.uses()[0].answer is answer


@pytest.mark.parametrize("way", ["skip", "home", "other"])
def test_the_question_can_be_passed_by(slow: Tablet, way: str) -> None:
    slow.begin("Mia", Zone.YELLOW, "outside")
    slow.tap(slow.tool.stop_button)
    page = slow.page(HowIsItNowPage)
    home, mum, *_ = page.strip.buttons()
    slow.tap({"skip": page.skip, "home": home, "other": mum}[way])
    assert slow.window.place == Home(slow.person("Mum" if way == "other" else "Mia"))
    assert slow.uses()[0].answer is None
    assert slow.uses()[0].ended_at is not None


@pytest.mark.parametrize("tool", ["push-wall", "big-jumps", "outside"])
def test_after_red_nothing_is_asked(slow: Tablet, tool: str) -> None:
    red = ("come-please", tool)
    mia = replace(slow.person("Mia"), tools=ByZone((), (), red))
    slow.services.stores.people.change(mia)
    slow.open()
    slow.begin("Mia", Zone.RED, tool)
    assert not [text for text in slow.words() if "?" in text]
    slow.tap(slow.tool.stop_button)
    assert slow.window.place == Home(slow.person("Mia"))
    assert slow.uses()[0].ended_at is not None


def test_a_parent_is_asked_too_but_not_in_red(slow: Tablet) -> None:
    slow.begin("Mum", Zone.YELLOW, "long-out")
    slow.tap(slow.tool.stop_button)
    slow.tap(slow.page(HowIsItNowPage).skip)
    slow.begin("Mum", Zone.RED, "long-out")
    slow.tap(slow.tool.stop_button)
    assert slow.is_at(Home)


@pytest.mark.parametrize("tool", MINE)
def test_going_to_somebody_else_ends_it(slow: Tablet, tool: str, clock: FakeClock) -> None:
    slow.begin("Mia", Zone.YELLOW, tool)
    clock.advance(timedelta(seconds=9))
    slow.tap(slow.tool.strip.buttons()[2])
    assert slow.window.place == Home(slow.person("Leo"))
    assert (slow.uses()[0].ended_at, slow.uses()[0].answer) == (clock.now(), None)


def test_going_home_ends_it_too(slow: Tablet) -> None:
    slow.begin("Mia", Zone.YELLOW, "squish")
    slow.tap(slow.tool.strip.buttons()[0])
    assert slow.window.place == Home(slow.person("Mia"))
    assert slow.uses()[0].ended_at is not None


@pytest.mark.parametrize("tool", ["squish", "big-jumps"])
def test_when_nobody_comes_back_home_comes_by_itself(make_tablet: MakeTablet, tool: str) -> None:
    tablet = furnished(make_tablet(timings=replace(ENDLESS, idle_home=300)))
    tablet.begin("Mia", Zone.YELLOW, tool)
    tablet.arrive(Home)
    (use,) = tablet.uses()
    assert (use.ended_at, use.answer) == (None, None)


def test_a_breath_is_not_cut_off_because_nobody_touches_the_glass(make_tablet: MakeTablet) -> None:
    tablet = furnished(make_tablet(timings=replace(ENDLESS, idle_home=100)))
    tablet.begin("Mia", Zone.YELLOW, "flower-candle")
    tablet.let_pass(450)
    assert tablet.is_at(RunTool)


def test_a_second_use_begins_afresh(slow: Tablet) -> None:
    for _ in range(2):
        slow.begin("Mia", Zone.YELLOW, "push-wall")
        page = slow.page(StepsPage)
        assert page.number == 0
        slow.tap(page.view)
        assert page.number == 1
        slow.tap(page.stop_button)
        slow.tap(slow.page(HowIsItNowPage).skip)
    assert [use.ended_at is None for use in slow.uses()] == [False, False]


def test_a_tool_this_program_does_not_know_is_a_plain_card(slow: Tablet) -> None:
    mia = replace(slow.person("Mia"), tools=ByZone((), ("grandmas-rocking-chair",), ()))
    slow.services.stores.people.change(mia)
    slow.open()
    slow.begin("Mia", Zone.YELLOW, "grandmas-rocking-chair")
    assert "Grandmas rocking chair" in slow.words()
    slow.tap(slow.page(CardPage).glow)
    assert slow.uses()[0].ended_at is not None
