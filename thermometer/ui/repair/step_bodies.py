"""What stands at each step of a guided repair."""

from __future__ import annotations

from thermometer.domain.repair_steps import PARTS, RepairStep
from thermometer.ui.repair.body import StepBody
from thermometer.ui.repair.calm_body import CalmBody
from thermometer.ui.repair.later_body import LaterBody
from thermometer.ui.repair.lines_body import LinesBody
from thermometer.ui.repair.mend_body import MendBody
from thermometer.ui.repair.outcome_body import OutcomeBody
from thermometer.ui.repair.own_it_body import OwnItBody
from thermometer.ui.repair.reflect_body import ReflectBody
from thermometer.ui.repair.sides_body import SidesBody
from thermometer.ui.theme.theme import Theme


def step_bodies(theme: Theme, calm: CalmBody, outcome: OutcomeBody) -> dict[RepairStep, StepBody]:
    """One for each step, in their order; ``calm`` and ``outcome`` are the page's own."""
    return {
        RepairStep.CALM_FIRST: calm,
        RepairStep.BOTH_SIDES: SidesBody(theme),
        RepairStep.GO_TO_CHILD: LinesBody(theme, PARTS[RepairStep.GO_TO_CHILD]),
        RepairStep.REFLECT: ReflectBody(theme),
        RepairStep.VALIDATE: LinesBody(theme, PARTS[RepairStep.VALIDATE]),
        RepairStep.OWN_IT: OwnItBody(theme),
        RepairStep.MEND_IT: MendBody(theme),
        RepairStep.HOW_DID_IT_GO: outcome,
        RepairStep.LATER: LaterBody(theme),
    }
