"""What comes next in a repair: the way back from Home, the bold line, when to ask, what is kept."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton

from tests.fakes import FakeClock
from tests.ui import repairs as hands
from tests.ui.conftest import MakeTablet
from tests.ui.repairs import begin, card, hard_moment, pick_of, repairs_page, skip_to, touch, write
from tests.ui.stories import choose
from tests.ui.tablet import Tablet
from thermometer.domain.repair_steps import PARTS, Part, RepairStep
from thermometer.domain.ruptures import ChildCard, Outcome, RuptureKind
from thermometer.domain.zones import Zone
from thermometer.ui.pages.childs_card import ChildsCardPage
from thermometer.ui.pages.follow_up import FollowUpPage
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.pages.repairs import RepairsPage
from thermometer.ui.places import ChildsCard, FollowUpPlace, GuidedRepair, Home, Repairs
from thermometer.ui.repair.later_body import LaterBody
from thermometer.ui.repair.reflect_body import ReflectBody
from thermometer.ui.widgets.offer_pick import OfferPick

MINUTE = timedelta(minutes=1)
SIZES = [(1280, 800), (800, 480), (800, 1280)]
PUT_DOWN = "Now put this down and say it to Mia. Then Next."
OWN = PARTS[RepairStep.OWN_IT]
TOGETHER = "You say them together at the end."


@pytest.fixture
def limit(tablet: Tablet) -> GuidedRepairPage:
    """Mum begins to mend a limit with Mia."""
    return begin(tablet, hard_moment(tablet, RuptureKind.LIMIT))


def together(tablet: Tablet, kind: RuptureKind = RuptureKind.LIMIT) -> UUID:
    """A hard moment and a bid that brought the two together, just now."""
    rupture = hard_moment(tablet, kind)
    mending = tablet.services.mending()
    mending.begin(rupture, tablet.person("Mum").id)
    mending.finish(rupture, Outcome.TOGETHER)
    return rupture


def test_the_chip_on_home_leads_to_what_is_under_way(tablet: Tablet, clock: FakeClock) -> None:
    paused = begin(tablet, hard_moment(tablet, RuptureKind.LIMIT))
    touch(tablet, paused.foot.pause)
    for _ in range(3):
        clock.advance(timedelta(hours=2))
        hard_moment(tablet)
    page = repairs_page(tablet)
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    tablet.window.go(Home())
    tablet.qtbot.waitUntil(tablet.home.frame.chip.isVisible)
    tablet.tap(tablet.home.frame.chip)
    hands.unlock(tablet, Repairs)
    first = page.cards[0]
    assert first.repair.id == paused.here.rupture
    assert first.begin.text() == "Go on"
    assert page.view.verticalScrollBar().value() == 0
    box = QRect(first.mapTo(page.view, QPoint()), first.size())
    assert page.view.rect().contains(box)


@pytest.mark.parametrize(
    ("step", "part"),
    [(RepairStep.GO_TO_CHILD, Part.OPENING), (RepairStep.VALIDATE, Part.REASON)],
)
def test_the_bold_line_goes_on_once_a_line_is_chosen(
    tablet: Tablet, limit: GuidedRepairPage, step: RepairStep, part: Part
) -> None:
    skip_to(tablet, step)
    assert limit.column.speak == "Choose a line."
    touch(tablet, pick_of(limit, part).lines[0])
    assert limit.column.speak.startswith("Now put this down")
    assert limit.column.speak.endswith("Then Next.")
    assert "Mia" in limit.column.speak
    touch(tablet, pick_of(limit, part).lines[0])
    assert limit.column.speak == "Choose a line."


def test_own_it_counts_three_lines_and_says_them_at_the_end(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    skip_to(tablet, RepairStep.OWN_IT)
    for part, number in zip(OWN, ("first", "second", "third"), strict=True):
        assert limit.column.speak == f"Choose the {number} of three lines. {TOGETHER}"
        touch(tablet, pick_of(limit, part).lines[0])
        assert limit.column.speak.startswith("Now Next")
        tablet.tap(limit.foot.next)
    assert limit.column.speak == "Now put this down and say these three to Mia. Then Next."


def test_with_fewer_than_three_it_does_not_say_three(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    skip_to(tablet, RepairStep.OWN_IT)
    touch(tablet, pick_of(limit, Part.DID).lines[0])
    for _ in OWN:
        tablet.tap(limit.foot.next)
    assert limit.column.speak == PUT_DOWN


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (ChildCard.YES, "You got it right. Next: why it makes sense."),
        (ChildCard.ALMOST, "Nearly. Ask Mia what is still missing. Then Next."),
        (ChildCard.NO, "Guess again, or ask Mia to tell you. Then Next."),
    ],
)
def test_the_childs_answer_says_what_comes_next(
    tablet: Tablet, limit: GuidedRepairPage, given: ChildCard, words: str
) -> None:
    skip_to(tablet, RepairStep.REFLECT)
    body = limit.bodies[RepairStep.REFLECT]
    assert isinstance(body, ReflectBody)
    assert limit.column.speak == "Choose a feeling or a line."
    choose(tablet, body.feelings, "hurt")
    assert "put this down" in limit.column.speak
    assert (limit.foot.give.text(), limit.foot.give.quiet) == ("Show the answer card", True)
    choose(tablet, body.cards, given)
    assert limit.column.speak == words
    assert (limit.foot.give.text(), limit.foot.give.quiet) == ("Show it again", False)


def test_some_things_are_offered_and_chosen_together(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    skip_to(tablet, RepairStep.MEND_IT)
    pick = pick_of(limit, Part.IDEA)
    assert isinstance(pick, OfferPick)
    assert limit.column.speak == "Choose two or three to offer."
    lines = [line.text() for line in pick.lines]
    for at in (2, 0, 3, 3):
        touch(tablet, pick.lines[at])
    write(tablet, pick.field, "We bake")
    assert pick.offer == (lines[0], lines[2], "We bake")
    assert pick.text == f"{lines[0]} {lines[2]} We bake"
    assert limit.column.speak == (
        "Now put this down between you and pick one together with Mia. Do it. Then Next."
    )
    tablet.tap(limit.foot.pause)
    draft = hands.repair(tablet, limit.here.rupture).draft
    assert draft is not None
    assert draft.words[Part.IDEA] == (lines[0], lines[2], "We bake")
    touch(tablet, card(tablet, limit.here.rupture).begin)
    tablet.arrive(GuidedRepair)
    assert [line.isChecked() for line in pick.lines] == [True, False, True, False, False]
    assert pick.written == "We bake"


def test_an_offer_of_ones_own_is_kept_and_dropped(tablet: Tablet, limit: GuidedRepairPage) -> None:
    skip_to(tablet, RepairStep.MEND_IT)
    pick = pick_of(limit, Part.IDEA)
    write(tablet, pick.field, "We bake")
    touch(tablet, pick.keep)
    assert [line.text for line in tablet.services.own_lines().of(Part.IDEA)] == ["We bake"]
    assert (pick.lines[0].text(), pick.lines[0].isChecked(), pick.written) == ("We bake", True, "")
    touch(tablet, pick.lines[1])
    touch(tablet, pick.drop)
    assert tablet.services.own_lines().of(Part.IDEA) == ()
    assert pick.written == "We bake"


def test_a_written_offer_gets_a_gentle_hint(tablet: Tablet, limit: GuidedRepairPage) -> None:
    skip_to(tablet, RepairStep.MEND_IT)
    pick = pick_of(limit, Part.IDEA)
    touch(tablet, pick.lines[0])
    assert pick.hint == ""
    write(tablet, pick.field, "We bake, but later")
    assert pick.hint


def test_paused_at_the_end_there_is_one_way_to_say_together(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    tablet.tap(limit.foot.pause)
    tablet.arrive(Repairs)
    one = card(tablet, limit.here.rupture)
    shown = [each for each in one.findChildren(QAbstractButton) if each.isVisible()]
    assert [each.text() for each in shown] == ["Together", "A bit", "Not yet", "Go on"]
    assert one.outcome is not None
    assert one.outcome.explained.text.startswith("One touch keeps it")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            RuptureKind.LIMIT,
            "In about twenty minutes, if you are both calm, ask Mia what it was like. "
            "You will find the question here, under Repairs.",
        ),
        (
            RuptureKind.FRIGHTENING,
            "Come back to it later, more than once. Let Mia decide when to talk. "
            "You find the question here, under Repairs.",
        ),
    ],
)
def test_the_last_step_says_when_to_ask(tablet: Tablet, kind: RuptureKind, words: str) -> None:
    page = begin(tablet, hard_moment(tablet, kind))
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    touch(tablet, page.outcome.answers[Outcome.TOGETHER])
    tablet.tap(page.foot.next)
    body = page.bodies[RepairStep.LATER]
    assert isinstance(body, LaterBody)
    assert body.words.text == words


def test_until_then_the_card_says_when(tablet: Tablet, clock: FakeClock) -> None:
    rupture = together(tablet)
    assert repairs_page(tablet).cards
    one = card(tablet, rupture)
    assert one.waits.isVisible()
    assert one.waits.text == (
        "A little later: ask what it was like. From about 19:50, when you are both in green."
    )
    clock.advance(20 * MINUTE)
    repairs_page(tablet)
    assert not card(tablet, rupture).waits.isVisible()
    tablet.services.journal.check_in(tablet.person("Mia").id, Zone.YELLOW)
    assert card(tablet, rupture).waits.text == (
        "A little later: ask what it was like, when you are both in green."
    )
    clock.advance(timedelta(days=2))
    repairs_page(tablet)
    assert not card(tablet, rupture).waits.isVisible()


def test_late_in_the_evening_it_says_tomorrow(tablet: Tablet, clock: FakeClock) -> None:
    clock.advance(timedelta(hours=4, minutes=20))
    rupture = together(tablet)
    repairs_page(tablet)
    assert "From about tomorrow 00:10" in card(tablet, rupture).waits.text


def test_of_a_frightening_one_no_card_says_when(tablet: Tablet) -> None:
    rupture = together(tablet, RuptureKind.FRIGHTENING)
    repairs_page(tablet)
    assert not card(tablet, rupture).waits.isVisible()


def test_the_story_tells_when_they_came_together(tablet: Tablet, clock: FakeClock) -> None:
    rupture = hard_moment(tablet)
    mending = tablet.services.mending()
    mending.begin(rupture, tablet.person("Mum").id)
    clock.advance(timedelta(hours=20))
    mending.finish(rupture, Outcome.TOGETHER)
    repairs_page(tablet)
    story = card(tablet, rupture).story.accessibleName()
    assert story == "hard moment yesterday 19:30; together today 15:30"


@pytest.mark.parametrize("size", SIZES)
def test_done_stays_in_view_and_what_the_card_said_is_kept(
    make_tablet: MakeTablet, clock: FakeClock, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(2)
    tablet.open()
    rupture = together(tablet)
    clock.advance(20 * MINUTE)
    repairs_page(tablet)
    touch(tablet, card(tablet, rupture).ask)
    tablet.arrive(FollowUpPlace)
    page = tablet.page(FollowUpPage)
    assert page.answer.text == "Then ask: “Are we all right again?” They may answer by card."
    assert not page.kept.isVisible()
    touch(tablet, page.give)
    tablet.arrive(ChildsCard)
    held = tablet.page(ChildsCardPage)
    assert held.said.text in page.answer.text
    tablet.tap(held.cards[ChildCard.NO])
    assert held.done is not None
    tablet.tap(held.done)
    hands.unlock(tablet, FollowUpPlace)
    assert page.answer.text == "Are we all right again? No."
    assert (page.kept.isVisible(), page.kept.text) == (True, "Kept")
    for place in (0, page.view.verticalScrollBar().maximum()):
        page.view.verticalScrollBar().setValue(place)
        assert page.done.isVisible()
        assert page.rect().contains(page.done.geometry())
        assert not page.done.geometry().intersects(page.view.geometry())
        assert not page.done.geometry().intersects(page.kept.geometry())
    tablet.tap(page.done)
    tablet.arrive(Repairs)
    assert isinstance(tablet.window.page, RepairsPage)
