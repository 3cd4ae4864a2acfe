"""Anything to mend? Asked on the Repairs page after a red that ended green."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.repairs import touch
from tests.ui.tablet import Tablet
from thermometer.domain.mend_questions import MendAnswer
from thermometer.domain.ruptures import Resolution
from thermometer.domain.zones import Zone
from thermometer.ui.pages.repairs import RepairsPage
from thermometer.ui.pages.story import StoryPage
from thermometer.ui.places import Repairs, Story
from thermometer.ui.repair.mend_question_card import MendQuestionCard


def after_a_red(tablet: Tablet, clock: FakeClock, people: int) -> RepairsPage:
    """Mia was in red and is green again; the Repairs page is open."""
    tablet.people(people)
    mia = tablet.person("Mia").id
    for zone in (Zone.YELLOW, Zone.RED, Zone.GREEN):
        tablet.services.journal.check_in(mia, zone)
        clock.advance(timedelta(minutes=8))
    tablet.open()
    tablet.window.go(Repairs())
    return tablet.page(RepairsPage)


def story_of_the_red(tablet: Tablet) -> StoryPage:
    """The story of the episode about which is asked."""
    (question,) = tablet.services.hard_moments().questions()
    tablet.window.go(Story(question.episode.person, question.episode.id))
    return tablet.page(StoryPage)


def asks(story: StoryPage) -> bool:
    return story.mend is not None


def only(page: RepairsPage) -> MendQuestionCard:
    (card,) = page.questions
    return card


def test_no_is_a_full_answer(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet()
    page = after_a_red(tablet, clock, 2)
    assert "Mia" in only(page).question.text
    tablet.tap(only(page).answers[MendAnswer.NO])
    assert page.questions == []
    assert tablet.services.stores.repairs.ruptures() == []


@pytest.mark.parametrize(
    ("answer", "resolution"),
    [(MendAnswer.YES, None), (MendAnswer.ALREADY_DID, Resolution.ALREADY_DID)],
)
def test_with_one_grown_up_one_tap_is_enough(
    make_tablet: MakeTablet, clock: FakeClock, answer: MendAnswer, resolution: Resolution | None
) -> None:
    tablet = make_tablet()
    page = after_a_red(tablet, clock, 2)
    tablet.tap(only(page).answers[answer])
    assert page.questions == []
    (kept,) = tablet.services.stores.repairs.ruptures()
    assert (kept.grown_up, kept.child) == (tablet.person("Mum").id, tablet.person("Mia").id)
    assert kept.resolution is resolution


def test_with_two_grown_ups_it_asks_with_whom(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet()
    page = after_a_red(tablet, clock, 4)
    card = only(page)
    assert card.with_whom.isHidden()
    tablet.tap(card.answers[MendAnswer.YES])
    tablet.tap(card.others[tablet.person("Dad").id])
    (kept,) = tablet.services.stores.repairs.ruptures()
    assert kept.grown_up == tablet.person("Dad").id
    assert page.questions == []


def test_the_story_asks_the_same_question_and_once(
    make_tablet: MakeTablet, clock: FakeClock
) -> None:
    tablet = make_tablet()
    page = after_a_red(tablet, clock, 2)
    words = only(page).question.text
    story = story_of_the_red(tablet)
    assert story.mend is not None
    assert story.mend.question.text == words
    touch(tablet, story.mend.answers[MendAnswer.YES])
    assert not asks(story)
    tablet.window.go(Repairs())
    assert page.questions == []
    assert len(page.cards) == 1


def test_a_story_answered_on_the_repairs_page_does_not_ask(
    make_tablet: MakeTablet, clock: FakeClock
) -> None:
    tablet = make_tablet()
    page = after_a_red(tablet, clock, 2)
    story = story_of_the_red(tablet)
    assert story.told is not None
    place = Story(story.told.person.id, story.told.first.id)
    tablet.window.go(Repairs())
    tablet.tap(only(page).answers[MendAnswer.NO])
    tablet.window.go(place)
    assert story.mend is None


def test_a_story_asks_neither_without_red_nor_after_two_days(
    make_tablet: MakeTablet, clock: FakeClock
) -> None:
    tablet = make_tablet()
    after_a_red(tablet, clock, 2)
    story = story_of_the_red(tablet)
    assert story.told is not None
    place = Story(story.told.person.id, story.told.first.id)
    clock.advance(timedelta(days=2, minutes=1))
    tablet.window.go(place)
    assert story.mend is None
    mild = tablet.services.journal.check_in(tablet.person("Mia").id, Zone.YELLOW)
    clock.advance(timedelta(minutes=5))
    tablet.services.journal.check_in(tablet.person("Mia").id, Zone.GREEN)
    tablet.window.go(Story(mild.person, mild.id))
    assert story.told is not None
    assert story.mend is None


def test_what_the_story_cannot_keep_is_said(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet()
    after_a_red(tablet, clock, 2)
    story = story_of_the_red(tablet)
    assert story.mend is not None
    tablet.services.stores.people.change(
        replace(tablet.person("Mum"), archived=True)
    )  # gone in the meantime, on another device
    with tablet.qtbot.waitSignal(story.trouble):
        touch(tablet, story.mend.answers[MendAnswer.YES])
    assert story.mend is not None
