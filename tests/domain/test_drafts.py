"""A draft moves through the steps; a later choice takes the place of the earlier one."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import SUNDAY_EVENING
from thermometer.domain.drafts import Draft
from thermometer.domain.repair_steps import (
    BID_STEPS,
    PARTS,
    PRIVATE_NOTES,
    SAID,
    Part,
    RepairStep,
    step_after,
)

NEW = Draft(bid=uuid4(), changed_at=SUNDAY_EVENING)


def test_the_nine_steps() -> None:
    assert [step.value for step in RepairStep] == [
        "calm-first", "both-sides", "go-to-child", "reflect", "validate", "own-it", "mend-it",
        "how-did-it-go", "later",
    ]  # fmt: skip
    assert tuple(RepairStep)[:-1] == BID_STEPS


def test_every_part_belongs_to_one_step_and_is_private_or_said() -> None:
    assert set(PARTS) == set(RepairStep)
    parts = [part for step in RepairStep for part in PARTS[step]]
    assert sorted(parts) == sorted(Part)
    assert {*PRIVATE_NOTES, *SAID, Part.FEELING} == set(Part)
    assert not PRIVATE_NOTES & set(SAID)


def test_each_step_leads_to_the_next() -> None:
    assert [step_after(step) for step in BID_STEPS] == [*BID_STEPS[1:], BID_STEPS[-1]]


def test_a_draft_is_known_by_its_bid() -> None:
    assert NEW.id == NEW.bid


def test_doing_and_skipping() -> None:
    draft = NEW.doing(RepairStep.CALM_FIRST).skipping(RepairStep.BOTH_SIDES)
    assert draft.step is RepairStep.GO_TO_CHILD
    assert draft.done == (RepairStep.CALM_FIRST,)
    back = draft.at_step(RepairStep.CALM_FIRST)
    assert (back.step, back.done) == (RepairStep.CALM_FIRST, draft.done)
    assert back.skipping(RepairStep.CALM_FIRST).done == ()


@given(st.lists(st.sampled_from(BID_STEPS)))
def test_what_was_done_is_in_the_order_of_the_steps_and_once(steps: list[RepairStep]) -> None:
    draft = NEW
    for step in steps:
        draft = draft.doing(step)
    assert draft.done == tuple(step for step in BID_STEPS if step in steps)


def test_choosing_replaces_and_no_line_empties() -> None:
    draft = NEW.choosing(Part.DID, "I shouted.").choosing(Part.MY_SIDE, "so tired")
    draft = draft.choosing(Part.DID, "I yelled.", "I left.")
    assert draft.words == {Part.MY_SIDE: ("so tired",), Part.DID: ("I yelled.", "I left.")}
    assert draft.choosing(Part.DID).words == {Part.MY_SIDE: ("so tired",)}
    assert NEW.words == {}


@pytest.mark.parametrize("part", SAID)
def test_what_is_said_has_its_step(part: Part) -> None:
    assert any(part in parts for parts in PARTS.values())
