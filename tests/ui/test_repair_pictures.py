"""The guided repair's drawings, and how large a step is read."""

from __future__ import annotations

import pytest

from tests.ui.repairs import begin, calm_down, hard_moment, pick_of, skip_to
from tests.ui.tablet import Tablet
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import Outcome, RuptureKind
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.repair.later_body import LaterBody
from thermometer.ui.theme.closer_theme import CloserTheme
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.pictures import is_drawn


@pytest.fixture
def limit(tablet: Tablet) -> GuidedRepairPage:
    """Mum begins to mend a limit with Mia."""
    return begin(tablet, hard_moment(tablet, RuptureKind.LIMIT))


def test_each_step_has_its_own_drawing(tablet: Tablet, limit: GuidedRepairPage) -> None:
    pictures = [button.step.picture for button in limit.steps.buttons]
    assert len(set(pictures)) == len(RepairStep)
    assert all(is_drawn(picture) for picture in pictures)
    assert limit.head.picture == pictures[0]
    calm_down(tablet)
    skip_to(tablet, RepairStep.GO_TO_CHILD)
    assert limit.head.picture == pictures[2]


def test_a_short_step_is_read_larger_on_a_tall_page(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    calm_down(tablet)
    skip_to(tablet, RepairStep.GO_TO_CHILD)
    line = pick_of(limit, Part.OPENING).lines[0]
    tablet.window.resize(1280, 800)
    wide = line.sizeHint().height()
    tablet.window.resize(800, 1280)
    assert line.sizeHint().height() > wide
    assert limit.column.verticalScrollBar().maximum() == 0
    tablet.window.resize(1280, 800)
    assert line.sizeHint().height() == wide


def test_the_larger_theme_follows_the_other() -> None:
    other = Theme("light")
    closer = CloserTheme(other)
    closer.come_closer(1.5)
    other.wear("dark", text_scale=1.25, reduced_motion=True)
    assert (closer.name, closer.tokens, closer.text_scale) == ("dark", other.tokens, 1.25)
    assert closer.reduced_motion
    assert closer.px(100) == 150
    assert other.px(100) == 100


def test_how_it_went_is_asked_larger_on_a_tall_page(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    calm_down(tablet)
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    answers = limit.outcome.answers.values()
    tablet.window.resize(800, 480)
    low = [answer.sizeHint().height() for answer in answers]
    assert len(set(low)) == 1
    tablet.window.resize(800, 1280)
    tall = [answer.sizeHint().height() for answer in answers]
    assert len(set(tall)) == 1
    assert tall[0] > 1.5 * low[0]
    assert limit.column.verticalScrollBar().maximum() == 0
    tablet.window.resize(800, 480)
    assert [answer.sizeHint().height() for answer in answers] == low


def test_both_are_seen_at_the_end_where_there_is_room(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    calm_down(tablet)
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    tablet.tap(limit.outcome.answers[Outcome.TOGETHER])
    tablet.tap(limit.foot.next)
    assert limit.step is RepairStep.LATER
    later = limit.bodies[RepairStep.LATER]
    assert isinstance(later, LaterBody)
    tablet.window.resize(800, 1280)
    assert later.two.isVisible()
    assert limit.column.verticalScrollBar().maximum() == 0
    tablet.window.resize(800, 480)
    assert not later.two.isVisible()
