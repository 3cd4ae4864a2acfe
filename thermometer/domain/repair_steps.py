"""The steps of a guided repair, and what can be chosen or written at each."""

from __future__ import annotations

from enum import StrEnum


class RepairStep(StrEnum):
    """One step of the guided repair; each can be skipped, and left at any time."""

    CALM_FIRST = "calm-first"
    BOTH_SIDES = "both-sides"
    GO_TO_CHILD = "go-to-child"
    REFLECT = "reflect"
    VALIDATE = "validate"
    OWN_IT = "own-it"
    MEND_IT = "mend-it"
    HOW_DID_IT_GO = "how-did-it-go"
    LATER = "later"


BID_STEPS = tuple(step for step in RepairStep if step is not RepairStep.LATER)
"""The steps of a bid; *later* belongs to the follow-up."""


class Part(StrEnum):
    """One thing that is chosen or written at a step."""

    MY_SIDE = "my-side"
    CHILDS_SIDE = "childs-side"
    IN_THE_MIDDLE = "in-the-middle"
    """What the child was in the middle of."""
    OPENING = "opening"
    FEELING = "feeling"
    REFLECTION = "reflection"
    REASON = "reason"
    """"It makes sense, because …"."""
    DID = "did"
    FELT = "felt"
    WILL = "will"
    IDEA = "idea"


PARTS: dict[RepairStep, tuple[Part, ...]] = {
    RepairStep.CALM_FIRST: (),
    RepairStep.BOTH_SIDES: (Part.MY_SIDE, Part.CHILDS_SIDE, Part.IN_THE_MIDDLE),
    RepairStep.GO_TO_CHILD: (Part.OPENING,),
    RepairStep.REFLECT: (Part.FEELING, Part.REFLECTION),
    RepairStep.VALIDATE: (Part.REASON,),
    RepairStep.OWN_IT: (Part.DID, Part.FELT, Part.WILL),
    RepairStep.MEND_IT: (Part.IDEA,),
    RepairStep.HOW_DID_IT_GO: (),
    RepairStep.LATER: (),
}
PRIVATE_NOTES = frozenset(PARTS[RepairStep.BOTH_SIDES])
"""Written by the parent for themselves; every other part is said to the child."""
SAID = tuple(part for part in Part if part not in PRIVATE_NOTES and part is not Part.FEELING)
"""The parts that have lines to choose from, and of which a family can keep its own."""


def step_after(step: RepairStep) -> RepairStep:
    """The step of a bid that comes after ``step``; the last one stays the last."""
    place = BID_STEPS.index(step)
    return BID_STEPS[min(place + 1, len(BID_STEPS) - 1)]
