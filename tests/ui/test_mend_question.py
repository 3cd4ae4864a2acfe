"""Anything to mend? Asked on the Repairs page after a red that ended green."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.mend_questions import MendAnswer
from thermometer.domain.ruptures import Resolution
from thermometer.domain.zones import Zone
from thermometer.ui.pages.repairs import RepairsPage
from thermometer.ui.places import Repairs
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
