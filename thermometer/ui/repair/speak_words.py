"""The bold line over a step: what to choose, and once it is chosen when to put this down."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from thermometer.domain.repair_steps import PARTS, Part, RepairStep
from thermometer.domain.ruptures import ChildCard
from thermometer.ui.repair.situation import Situation

OWN = PARTS[RepairStep.OWN_IT]


def speak_words(now: Situation, step: RepairStep, part: Part | None = None) -> str:
    """What comes next at ``step``; nothing where nothing is said to the child there.

    Args:
        now: the repair, with what is chosen so far.
        step: the step in view.
        part: at *Own it* the line in view, None where all three are.
    """
    if step is RepairStep.REFLECT and now.draft.card is not None:
        words = _answered(now.draft.card)
    elif step is RepairStep.OWN_IT and part is not None:
        words = _one_of_three(now, part)
    elif step is RepairStep.OWN_IT and not all(map(now.said, OWN)):
        words = now.texts.step(RepairStep.VALIDATE).chosen
    else:
        texts = now.texts.step(step)
        words = texts.chosen if any(map(now.said, PARTS[step])) else texts.speak
    return words.format(name=now.child.name)


def _answered(card: ChildCard) -> str:
    """What the child's card asks for."""
    match card:
        case ChildCard.YES:
            return QCoreApplication.translate(
                "SpeakWords", "You got it right. Next: why it makes sense."
            )
        case ChildCard.ALMOST:
            return QCoreApplication.translate(
                "SpeakWords", "Nearly. Ask {name} what is still missing. Then Next."
            )
        case ChildCard.NO:
            return QCoreApplication.translate(
                "SpeakWords", "Guess again, or ask {name} to tell you. Then Next."
            )


def _one_of_three(now: Situation, part: Part) -> str:
    """At *Own it* the three lines are chosen first, and said together."""
    choose, go_on = _choose_words()[OWN.index(part)]
    return go_on if now.said(part) else choose


def _choose_words() -> tuple[tuple[str, str], ...]:
    """For each of the three lines: before it is chosen, and after."""
    return (
        (
            QCoreApplication.translate(
                "SpeakWords", "Choose the first of three lines. You say them together at the end."
            ),
            QCoreApplication.translate("SpeakWords", "Now Next, for the second line."),
        ),
        (
            QCoreApplication.translate(
                "SpeakWords", "Choose the second of three lines. You say them together at the end."
            ),
            QCoreApplication.translate("SpeakWords", "Now Next, for the third line."),
        ),
        (
            QCoreApplication.translate(
                "SpeakWords", "Choose the third of three lines. You say them together at the end."
            ),
            QCoreApplication.translate("SpeakWords", "Now Next, to see them together."),
        ),
    )
