"""How far each step of a repair has come."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from thermometer.domain.mending import State
from thermometer.domain.repair_steps import RepairStep
from thermometer.ui.repair.situation import Situation
from thermometer.ui.repair.step_words import step_picture
from thermometer.ui.widgets.step_rail import Mark, StepMark


def marks(now: Situation, here: RepairStep) -> Mapping[object, StepMark]:
    """Every step with its name and its mark, in order."""
    return {step: _mark(now, step, here) for step in RepairStep}


def _mark(now: Situation, step: RepairStep, here: RepairStep) -> StepMark:
    name = now.texts.step(step).name
    mark = _how_far(now, step, here)
    return StepMark(name, mark, _spoken(mark).format(name=name), step_picture(step))


def _how_far(now: Situation, step: RepairStep, here: RepairStep) -> Mark:
    order = list(RepairStep)
    if step is here:
        return Mark.HERE
    if step in now.draft.done:
        return Mark.DONE
    if step is RepairStep.LATER or now.repair.state is not State.UNDER_WAY:
        return Mark.CLOSED
    return Mark.SKIPPED if order.index(step) < order.index(here) else Mark.AHEAD


def _spoken(mark: Mark) -> str:
    match mark:
        case Mark.DONE:
            return QCoreApplication.translate("StepMarks", "{name}, done")
        case Mark.HERE:
            return QCoreApplication.translate("StepMarks", "{name}, here")
        case Mark.SKIPPED:
            return QCoreApplication.translate("StepMarks", "{name}, left out so far")
        case Mark.AHEAD | Mark.CLOSED:
            return QCoreApplication.translate("StepMarks", "{name}, still to come")
