"""What a guided repair says around its steps: where one paused, who goes, what is missing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from thermometer.domain.repair_steps import RepairStep
from thermometer.domain.ruptures import RuptureKind
from thermometer.domain.zones import Zone
from thermometer.ui.repair.repair_words import card_name, paused_words
from thermometer.ui.repair.situation import Situation

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.ui.repair.outcome_body import OutcomeBody

STEPS = tuple(RepairStep)
LIMIT_STAYS = (RepairStep.GO_TO_CHILD, RepairStep.VALIDATE, RepairStep.OWN_IT, RepairStep.MEND_IT)


def number_words(step: RepairStep) -> str:
    """Which step of how many."""
    words = QCoreApplication.translate("StepWords", "Step {number} of {count}")
    return words.format(number=STEPS.index(step) + 1, count=len(STEPS))


def step_picture(step: RepairStep) -> str:
    """The drawing that stands for ``step``."""
    return f"mending/{step}"


def paused_line(now: Situation, step: RepairStep, at: datetime | None, clock: Clock) -> str:
    """Where and when one paused, so that nobody has to remember; empty where ``at`` is None."""
    if at is None:
        return ""
    name = now.texts.step(step).name
    when = paused_words(at, clock.time_zone(), clock.now())
    if not when:
        words = QCoreApplication.translate("StepWords", "You paused here, at “{step}”.")
        return words.format(step=name)
    words = QCoreApplication.translate("StepWords", "You paused here {when}, at “{step}”.")
    return words.format(when=when, step=name)


def below_words(now: Situation) -> str:
    """Whether it is a practice, or another grown-up reaches out than the one it was with."""
    if now.repair.rupture.practice:
        return QCoreApplication.translate("StepWords", "Practice. It counts nowhere.")
    if now.grown_up.id != now.repair.rupture.grown_up:
        words = QCoreApplication.translate("StepWords", "{name} reaches out.")
        return words.format(name=now.grown_up.name)
    return ""


def note_words(now: Situation, step: RepairStep) -> str:
    """What has to be remembered at ``step``, or nothing."""
    if now.kind is RuptureKind.LIMIT and step in LIMIT_STAYS:
        return QCoreApplication.translate(
            "StepWords", "The limit stays. The feeling can be mended."
        )
    return ""


def card_words(now: Situation) -> str:
    """At *Reflect and ask*: what the child's card says, or the question it is given with."""
    from thermometer.services.repair_texts import Frame  # noqa: PLC0415 - not for a child's tap

    if now.draft.card is None:
        return now.texts.frame(Frame.ASK)
    words = QCoreApplication.translate("StepWords", "The card says: {card}.")
    return words.format(card=card_name(now.draft.card))


def waits_for(step: RepairStep, zone: Zone | None, outcome: OutcomeBody) -> str:
    """Why *next* is not offered yet at ``step``; empty where it is."""
    if step is RepairStep.CALM_FIRST and zone is not Zone.GREEN:
        if zone is None:
            return QCoreApplication.translate(
                "StepWords",
                "Tap how you are. Next opens in green. “Not ready yet” is a full answer.",
            )
        return QCoreApplication.translate(
            "StepWords", "Next opens when you are in green. “Not ready yet” is a full answer."
        )
    if step is not RepairStep.HOW_DID_IT_GO or outcome.is_answered:
        return ""
    if outcome.outcome is None:
        return QCoreApplication.translate("StepWords", "Touch how it went, then Done.")
    return QCoreApplication.translate("StepWords", "Choose when to try again, then Done.")
