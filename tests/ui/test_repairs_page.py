"""The Repairs page and what is filled in behind it: details, twins, the follow-up, practice."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tests.fakes import FakeClock
from tests.ui import repairs as hands
from tests.ui.conftest import MakeTablet
from tests.ui.repairs import card, hard_moment, repair, repairs_page, touch, write
from tests.ui.stories import choose, evening
from tests.ui.tablet import Tablet
from thermometer.domain.mending import State
from thermometer.domain.ruptures import ChildCard, Outcome, RuptureKind
from thermometer.domain.try_again import TryAgain
from thermometer.domain.when import When
from thermometer.ui.pages.childs_card import ChildsCardPage
from thermometer.ui.pages.follow_up import FollowUpPage
from thermometer.ui.pages.moment_details import MomentDetailsPage
from thermometer.ui.pages.rehearsal import RehearsalPage
from thermometer.ui.pages.repairs import RepairsPage
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import (
    ChildsCard,
    FollowUpPlace,
    GuidedRepair,
    MomentDetails,
    Rehearsal,
    Repairs,
    Week,
)

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
SIZES = [(1280, 800), (800, 480), (800, 1280)]
URGENT = ("overdue", "late", "missed", "failed", "waiting for", "days ago")


def together(tablet: Tablet, clock: FakeClock) -> UUID:
    """A hard moment, and a bid half an hour later that brought the two together."""
    rupture = hard_moment(tablet, RuptureKind.LIMIT)
    clock.advance(30 * MINUTE)
    mending = tablet.services.mending()
    mending.begin(rupture, tablet.person("Mum").id)
    mending.finish(rupture, Outcome.TOGETHER)
    return rupture


def open_details(tablet: Tablet, rupture: UUID) -> MomentDetailsPage:
    repairs_page(tablet)
    touch(tablet, card(tablet, rupture).details)
    tablet.arrive(MomentDetails)
    return tablet.page(MomentDetailsPage)


def test_open_ones_come_first_then_together_then_let_be(tablet: Tablet, clock: FakeClock) -> None:
    let_be = hard_moment(tablet)
    tablet.services.mending().let_go(let_be)
    clock.advance(HOUR)
    mended = together(tablet, clock)
    clock.advance(HOUR)
    waits = hard_moment(tablet)
    page = repairs_page(tablet)
    assert [one.repair.id for one in page.cards] == [mended, waits, let_be]
    assert page.cards[0].story.accessibleName() == ("hard moment today 20:30; together today 21:00")
    assert [one.begin.isVisible() for one in page.cards] == [False, True, True]
    assert page.cards[2].begin.text() == "Pick it up again"


def test_nothing_is_red_counted_or_overdue(tablet: Tablet, clock: FakeClock) -> None:
    for _ in range(3):
        hard_moment(tablet)
        clock.advance(3 * HOUR)
    clock.advance(timedelta(days=9))
    page = repairs_page(tablet)
    assert len(page.cards) == 3
    said = " ".join(tablet.words()).lower()
    assert not [word for word in URGENT if word in said]
    picture = tablet.window.grab().toImage()
    reds = tablet.theme.tokens.zones.red
    points = ((x, y) for x in range(0, 1280, 4) for y in range(0, 800, 4))
    painted = {picture.pixelColor(*point).name() for point in points}
    assert not painted & {reds.full.name(), reds.soft.name(), reds.deep.name()}


def test_already_did_and_let_be(tablet: Tablet, clock: FakeClock) -> None:
    first = hard_moment(tablet)
    clock.advance(HOUR)
    second = hard_moment(tablet)
    repairs_page(tablet)
    touch(tablet, card(tablet, first).already)
    assert repair(tablet, first).state is State.ALREADY_DID
    touch(tablet, card(tablet, second).let)
    assert repair(tablet, second).state is State.LET_BE
    assert not card(tablet, first).ways.isVisible()
    touch(tablet, card(tablet, second).begin)
    tablet.arrive(GuidedRepair)
    assert repair(tablet, second).state is State.UNDER_WAY


def test_two_that_are_one_are_joined(tablet: Tablet, clock: FakeClock) -> None:
    first = hard_moment(tablet)
    clock.advance(10 * MINUTE)
    hard_moment(tablet, RuptureKind.LIMIT)
    page = repairs_page(tablet)
    assert page.twins[0].question.text == (
        "Mia and Mum: today 19:30, and today 19:40. Is that one moment?"
    )
    touch(tablet, page.twins[0].join)
    assert [one.repair.id for one in page.cards] == [first]
    assert page.twins == []
    assert repair(tablet, first).kind is RuptureKind.LIMIT


def test_two_that_are_two_are_not_asked_about_again(tablet: Tablet, clock: FakeClock) -> None:
    hard_moment(tablet)
    clock.advance(10 * MINUTE)
    hard_moment(tablet)
    page = repairs_page(tablet)
    touch(tablet, page.twins[0].apart)
    assert len(page.cards) == 2
    assert repairs_page(tablet).twins == []


def test_details_are_filled_in(tablet: Tablet, clock: FakeClock) -> None:
    first = evening(tablet)[0]
    rupture = hard_moment(tablet)
    form = open_details(tablet, rupture)
    choose(tablet, form.kinds, RuptureKind.DIFFERENT_NEEDS)
    assert form.about.text == tablet.services.repair_texts().about(RuptureKind.DIFFERENT_NEEDS)
    choose(tablet, form.when, When.HOUR_AGO)
    write(tablet, form.note.field, "after school")
    choose(tablet, form.again.choices, TryAgain.TOMORROW)
    tablet.tap(form.save)
    tablet.arrive(Repairs)
    told = repair(tablet, rupture)
    assert told.rupture.kind is RuptureKind.DIFFERENT_NEEDS
    assert told.rupture.note == "after school"
    assert told.rupture.about
    assert told.rupture.at == clock.now() - HOUR
    assert told.comes_back_at == tablet.services.mending().try_again_times()[TryAgain.TOMORROW]
    form = open_details(tablet, told.id)
    choose(tablet, form.episodes, first.id)
    tablet.tap(form.save)
    assert repair(tablet, rupture).rupture.episode == first.id


def test_what_stands_once_a_bid_was_made_stays(tablet: Tablet, clock: FakeClock) -> None:
    rupture = together(tablet, clock)
    form = open_details(tablet, rupture)
    assert list(form.kinds.chips) == [RuptureKind.LIMIT]
    assert not form.when.isVisible()
    assert not form.again.isVisible()
    write(tablet, form.note.field, "it rained")
    tablet.tap(form.save)
    assert repair(tablet, rupture).rupture.note == "it rained"
    form = open_details(tablet, rupture)
    assert form.note.field.isReadOnly()


def test_one_of_the_past_is_noted(tablet: Tablet, clock: FakeClock) -> None:
    page = repairs_page(tablet)
    touch(tablet, page.note)
    tablet.arrive(MomentDetails)
    form = tablet.page(MomentDetailsPage)
    assert not form.save.isEnabled()
    choose(tablet, form.when, When.HOUR_AGO)
    choose(tablet, form.kinds, RuptureKind.LIMIT)
    tablet.tap(form.save)
    tablet.arrive(Repairs)
    (one,) = tablet.page(RepairsPage).cards
    assert one.repair.rupture.at == clock.now() - HOUR
    assert one.title.text == "Mia and Mum · ≈ today 18:30"


def test_the_follow_up_is_offered_after_twenty_minutes(tablet: Tablet, clock: FakeClock) -> None:
    rupture = together(tablet, clock)
    repairs_page(tablet)
    assert not card(tablet, rupture).ask.isVisible()
    clock.advance(20 * MINUTE)
    repairs_page(tablet)
    touch(tablet, card(tablet, rupture).ask)
    tablet.arrive(FollowUpPlace)
    page = tablet.page(FollowUpPage)
    assert page.questions.lines[0].text == "What was that like for you?"
    touch(tablet, page.give)
    tablet.arrive(ChildsCard)
    held = tablet.page(ChildsCardPage)
    assert held.said.text == "Are we all right again?"
    tablet.tap(held.cards[ChildCard.YES])
    tablet.tap(held.cards[ChildCard.NO])
    assert held.done is not None
    tablet.tap(held.done)
    hands.unlock(tablet, FollowUpPlace)
    assert page.answer.text == "Are we all right again? Yes."
    write(tablet, page.note.field, "she laughed")
    touch(tablet, page.done)
    tablet.arrive(Repairs)
    (said,) = repair(tablet, rupture).follow_ups
    assert (said.card, said.note) == (ChildCard.YES, "she laughed")
    assert not card(tablet, rupture).ask.isVisible()


def test_asked_without_a_card_or_a_note_it_is_not_offered_again(
    tablet: Tablet, clock: FakeClock
) -> None:
    rupture = together(tablet, clock)
    clock.advance(20 * MINUTE)
    page = repairs_page(tablet)
    touch(tablet, card(tablet, rupture).ask)
    tablet.arrive(FollowUpPlace)
    tablet.tap(tablet.page(FollowUpPage).head.back)
    assert card(tablet, rupture).ask.isVisible()
    touch(tablet, card(tablet, rupture).ask)
    touch(tablet, tablet.page(FollowUpPage).done)
    tablet.arrive(Repairs)
    assert [one.ask.isVisible() for one in page.cards] == [False]
    (said,) = repair(tablet, rupture).follow_ups
    assert (said.card, said.note) == (None, None)


def test_practice_is_begun_and_gone_on_with(tablet: Tablet) -> None:
    page = repairs_page(tablet)
    touch(tablet, page.practise)
    tablet.arrive(Rehearsal)
    form = tablet.page(RehearsalPage)
    assert not form.go_on.isVisible()
    choose(tablet, form.kinds, RuptureKind.LIMIT)
    tablet.tap(form.save)
    tablet.arrive(GuidedRepair)
    tablet.window.go(Rehearsal())
    touch(tablet, form.go_on)
    tablet.arrive(GuidedRepair)
    assert repairs_page(tablet).cards == []


def test_the_week_and_the_rail_lead_here(tablet: Tablet) -> None:
    tablet.window.go(Week())
    touch(tablet, tablet.page(WeekPage).board.to_repairs)
    tablet.arrive(Repairs)
    tablet.window.go(Week())
    tablet.tap(tablet.page(WeekPage).rail.buttons[Repairs])
    tablet.arrive(Repairs)


def test_a_grown_up_who_is_gone_is_stood_in_for(make_tablet: MakeTablet, clock: FakeClock) -> None:
    tablet = make_tablet()
    tablet.people(4)
    tablet.open()
    rupture = hard_moment(tablet)
    tablet.services.family.archive(tablet.person("Mum").id)
    page = hands.begin(tablet, rupture)
    assert page.calm.panel is not None
    assert page.calm.panel.person.name == "Dad"
    repairs_page(tablet)
    assert card(tablet, rupture).title.text == "Mia and Mum · today 19:30"


@pytest.mark.parametrize("size", SIZES)
def test_cards_are_whole_at_every_size(
    make_tablet: MakeTablet, clock: FakeClock, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(2)
    tablet.open()
    hard_moment(tablet, RuptureKind.LIMIT)
    clock.advance(HOUR)
    together(tablet, clock)
    page = repairs_page(tablet)
    for one in page.cards:
        assert one.height() >= one.heightForWidth(one.width()) - 2
        buttons = [each for each in (one.begin, one.already, one.let) if each.isVisible()]
        assert all(each.height() >= 44 for each in buttons)
        assert page.view.width() >= one.width()
