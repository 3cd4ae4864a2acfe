"""The guided repair: step by step, kept at each change, left and gone on with."""

from __future__ import annotations

import pytest

from tests.ui import repairs as hands
from tests.ui.repairs import begin, calm_down, hard_moment, pick_of, skip_to, touch, write
from tests.ui.stories import choose
from tests.ui.tablet import Tablet
from thermometer.domain.lines import hints
from thermometer.domain.mending import State
from thermometer.domain.people import AgeBand
from thermometer.domain.repair_steps import BID_STEPS, Part, RepairStep
from thermometer.domain.ruptures import ChildCard, Outcome, RuptureKind
from thermometer.domain.try_again import TryAgain
from thermometer.domain.zones import Zone
from thermometer.ui.pages.childs_card import ChildsCardPage
from thermometer.ui.pages.guided_repair import GuidedRepairPage
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.places import (
    ChildsCard,
    GuidedRepair,
    HowIsItNow,
    Lock,
    Repairs,
    RunTool,
    Week,
)
from thermometer.ui.repair.own_it_body import OWN, OwnItBody
from thermometer.ui.repair.reflect_body import ReflectBody
from thermometer.ui.repair.sides_body import SidesBody
from thermometer.ui.widgets.step_rail import Mark


def marks(page: GuidedRepairPage) -> list[Mark]:
    return [button.step.mark for button in page.steps.buttons]


@pytest.fixture
def limit(tablet: Tablet) -> GuidedRepairPage:
    """Mum begins to mend a limit with Mia."""
    return begin(tablet, hard_moment(tablet, RuptureKind.LIMIT))


def test_it_begins_with_the_grown_ups_own_thermometer(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    assert limit.head.name == "Calm first"
    assert limit.head.number == "Step 1 of 9"
    assert "Tap how you are" in limit.foot.words
    assert not limit.foot.next.isEnabled()
    assert limit.calm.panel is not None
    touch(tablet, limit.calm.panel.thermometer.buttons.of(Zone.YELLOW))
    assert [(c.person, c.zone) for c in tablet.check_ins()] == [
        (tablet.person("Mum").id, Zone.YELLOW)
    ]
    assert not limit.foot.next.isEnabled()
    assert "when you are in green" in limit.foot.words
    assert list(limit.calm.tools) == ["long-out", "water", "outside", "body-scan"]
    touch(tablet, limit.calm.panel.oops)
    assert tablet.zones() == []
    calm_down(tablet)
    assert limit.step == RepairStep.BOTH_SIDES
    assert limit.foot.words == ""
    assert marks(limit)[:2] == [Mark.DONE, Mark.HERE]
    assert hands.repair(tablet, limit.here.rupture).bids[-1].calm_first


def test_a_tool_comes_back_to_the_step(tablet: Tablet, limit: GuidedRepairPage) -> None:
    assert limit.calm.panel is not None
    touch(tablet, limit.calm.panel.thermometer.buttons.of(Zone.YELLOW))
    touch(tablet, limit.calm.tools["long-out"])
    tablet.arrive(RunTool)
    tablet.tap(tablet.tool.stop_button)
    tablet.arrive(HowIsItNow)
    tablet.tap(tablet.page(HowIsItNowPage).skip)
    tablet.arrive(GuidedRepair)
    assert limit.step == RepairStep.CALM_FIRST
    assert tablet.uses()[-1].ended_at is not None


def test_not_ready_yet_is_a_full_answer(tablet: Tablet, limit: GuidedRepairPage) -> None:
    assert limit.foot.pause.text() == "Not ready yet"
    tablet.tap(limit.foot.pause)
    tablet.arrive(Repairs)
    assert hands.card(tablet, limit.here.rupture).begin.text() == "Go on"


def test_every_step_can_be_skipped_and_gone_back_to(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    assert marks(limit) == [Mark.SKIPPED] * 7 + [Mark.HERE, Mark.CLOSED]
    assert not limit.foot.skip.isVisible()
    tablet.tap(limit.steps.buttons[5])
    assert limit.step == RepairStep.OWN_IT
    assert limit.column.note == "The limit stays. The feeling can be mended."


def test_what_is_written_of_both_sides_is_kept_and_changes_the_words(
    tablet: Tablet,
) -> None:
    page = begin(tablet, hard_moment(tablet))
    skip_to(tablet, RepairStep.BOTH_SIDES)
    body = page.bodies[RepairStep.BOTH_SIDES]
    assert isinstance(body, SidesBody)
    write(tablet, body.notes[Part.MY_SIDE].field, "I was late")
    choose(tablet, body.kinds, RuptureKind.DIFFERENT_NEEDS)
    assert body.about.text == tablet.services.repair_texts().about(RuptureKind.DIFFERENT_NEEDS)
    tablet.tap(page.foot.next)
    texts = tablet.services.repair_texts()
    shown = [line.text() for line in pick_of(page, Part.OPENING).lines]
    own_words = texts.lines(Part.OPENING, RuptureKind.DIFFERENT_NEEDS, AgeBand.SIX_TO_EIGHT)
    assert shown == list(own_words)
    draft = hands.repair(tablet, page.here.rupture).draft
    assert draft is not None
    assert draft.words[Part.MY_SIDE] == ("I was late",)


def test_a_line_is_chosen_edited_and_kept_as_ours(tablet: Tablet, limit: GuidedRepairPage) -> None:
    skip_to(tablet, RepairStep.GO_TO_CHILD)
    pick = pick_of(limit, Part.OPENING)
    given = pick.lines[0].text()
    touch(tablet, pick.lines[0])
    assert pick.text == given
    assert pick.lines[0].isChecked()
    assert not pick.keep.isVisible()
    write(tablet, pick.field, "Hello. ")
    assert pick.keep.isVisible()
    touch(tablet, pick.keep)
    ours = [line.text for line in tablet.services.own_lines().of(Part.OPENING)]
    assert ours == [pick.text]
    assert pick.lines[0].text() == pick.text
    assert pick.lines[0].isChecked()
    touch(tablet, pick.drop)
    assert tablet.services.own_lines().of(Part.OPENING) == ()
    assert pick.lines[0].text() == given


def test_an_apology_is_built_of_three_lines(tablet: Tablet, limit: GuidedRepairPage) -> None:
    skip_to(tablet, RepairStep.OWN_IT)
    body = limit.bodies[RepairStep.OWN_IT]
    assert isinstance(body, OwnItBody)
    for part in OWN:
        assert [one for one in OWN if body.picks[one].isVisible()] == [part]
        touch(tablet, pick_of(limit, part).lines[1])
        tablet.tap(limit.foot.next)
    assert body.whole.isVisible()
    whole = [body.whole.lines[part].text for part in OWN]
    assert whole == [body.picks[part].text for part in OWN]
    tablet.tap(limit.foot.next)
    assert limit.step is RepairStep.MEND_IT
    draft = hands.repair(tablet, limit.here.rupture).draft
    assert draft is not None
    texts = tablet.services.repair_texts()
    for part in (Part.DID, Part.FELT, Part.WILL):
        given = texts.lines(part, RuptureKind.LIMIT, AgeBand.SIX_TO_EIGHT)
        assert draft.words[part] == (given[1],)
    tablet.tap(limit.foot.back)
    assert body.whole.isVisible()
    touch(tablet, body.whole.change[Part.FELT])
    assert body.part is Part.FELT
    assert body.so_far.text == f"So far: {whole[0]}"


def test_back_goes_through_parts_and_steps_to_the_list(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    skip_to(tablet, RepairStep.OWN_IT)
    body = limit.bodies[RepairStep.OWN_IT]
    assert isinstance(body, OwnItBody)
    tablet.tap(limit.foot.next)
    tablet.tap(limit.foot.next)
    assert body.part is Part.WILL
    tablet.tap(limit.foot.next)
    assert limit.step is RepairStep.MEND_IT  # nothing was written: there is no whole
    for step in reversed(BID_STEPS[:6]):
        tablet.tap(limit.foot.back)
        assert limit.step is step
    tablet.tap(limit.foot.back)
    tablet.arrive(Repairs)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("I shouted, but it was late", "but"),
        ("I shouted because you made me mad", "blame"),
        ("one two three four five six seven eight nine ten eleven twelve more", "too-long"),
        ("I shouted. That was my mistake.", None),
    ],
)
def test_a_line_may_get_a_gentle_hint(
    tablet: Tablet, limit: GuidedRepairPage, text: str, hint: str | None
) -> None:
    skip_to(tablet, RepairStep.OWN_IT)
    pick = pick_of(limit, Part.DID)
    write(tablet, pick.field, text)
    found = hints(text)
    assert [one.value for one in found] == ([hint] if hint else [])
    assert pick.hint == (tablet.services.repair_texts().hint(found[0]) if found else "")
    assert limit.foot.next.isEnabled()


def test_the_child_answers_by_card_and_nothing_else_is_open(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    skip_to(tablet, RepairStep.REFLECT)
    body = limit.bodies[RepairStep.REFLECT]
    assert isinstance(body, ReflectBody)
    choose(tablet, body.feelings, "hurt")
    assert body.felt.text == "I think you felt hurt."
    tablet.tap(limit.foot.give)
    tablet.arrive(ChildsCard)
    page = tablet.page(ChildsCardPage)
    assert page.said.text == "I think you felt hurt. Did I get that right?"
    assert page.picture.name == "feelings/hurt"
    tablet.tap(page.cards[ChildCard.NO])
    tablet.tap(page.cards[ChildCard.ALMOST])
    assert page.cards[ChildCard.ALMOST].isChecked()
    assert page.done is not None
    tablet.tap(page.done)
    hands.unlock(tablet, GuidedRepair)
    assert limit.step == RepairStep.REFLECT
    assert body.cards.chosen == (ChildCard.ALMOST,)
    assert limit.foot.words == "The card says: Almost."
    choose(tablet, body.cards, ChildCard.NO)
    assert limit.foot.words == "The card says: No."
    assert limit.foot.give.text() == "Show it again"


def test_a_line_instead_of_a_feeling_is_on_the_card(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    skip_to(tablet, RepairStep.REFLECT)
    body = limit.bodies[RepairStep.REFLECT]
    assert isinstance(body, ReflectBody)
    touch(tablet, body.pick.lines[0])
    tablet.tap(limit.foot.give)
    tablet.arrive(ChildsCard)
    page = tablet.page(ChildsCardPage)
    assert page.said.text == f"{body.pick.text} Did I get that right?"
    assert page.picture.name == "people/bear"


def test_of_a_frightening_one_the_card_tells_nothing(tablet: Tablet) -> None:
    page = begin(tablet, hard_moment(tablet, RuptureKind.FRIGHTENING))
    skip_to(tablet, RepairStep.REFLECT)
    body = page.bodies[RepairStep.REFLECT]
    assert isinstance(body, ReflectBody)
    choose(tablet, body.feelings, "scared")
    tablet.tap(page.foot.give)
    tablet.arrive(ChildsCard)
    assert tablet.page(ChildsCardPage).said.text == "Did I get that right?"
    assert tablet.page(ChildsCardPage).picture.name == "people/bear"


def test_while_a_child_holds_the_card_the_week_is_shut(
    tablet: Tablet, limit: GuidedRepairPage
) -> None:
    tablet.window.go(ChildsCard(limit.here))
    tablet.window.go(Week())
    assert tablet.is_at(Lock)


def test_not_yet_comes_back_when_it_was_chosen(tablet: Tablet, limit: GuidedRepairPage) -> None:
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    assert not limit.foot.next.isEnabled()
    assert limit.foot.words == "Touch how it went, then Done."
    touch(tablet, limit.outcome.answers[Outcome.NOT_YET])
    assert not limit.foot.next.isEnabled()
    assert limit.foot.words == "Choose when to try again, then Done."
    choose(tablet, limit.outcome.again.choices, TryAgain.TOMORROW)
    tablet.tap(limit.foot.next)
    tablet.arrive(Repairs)
    one = hands.repair(tablet, limit.here.rupture)
    assert one.state is State.TRY_AGAIN
    assert one.comes_back_at == tablet.services.mending().try_again_times()[TryAgain.TOMORROW]
    assert "comes back tomorrow 07:30" in hands.card(tablet, one.id).below.text


def test_together_ends_with_something_nice(tablet: Tablet, limit: GuidedRepairPage) -> None:
    skip_to(tablet, RepairStep.HOW_DID_IT_GO)
    touch(tablet, limit.outcome.answers[Outcome.TOGETHER])
    tablet.tap(limit.foot.next)
    assert limit.step == RepairStep.LATER
    assert hands.repair(tablet, limit.here.rupture).state is State.TOGETHER
    assert not limit.foot.skip.isVisible()
    tablet.tap(limit.foot.back)
    tablet.arrive(Repairs)
