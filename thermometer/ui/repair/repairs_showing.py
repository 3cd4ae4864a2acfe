"""What the Repairs page shows, read at one time; two of them that are equal look the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thermometer.domain.mend_questions import MendQuestion
from thermometer.domain.mending import Repair
from thermometer.domain.mending_times import Shelf, goes_on
from thermometer.domain.people import Person
from thermometer.domain.same_moments import Twins
from thermometer.ui.repair.mend_question_card import others_of
from thermometer.ui.repair.repair_card import RepairLook
from thermometer.ui.repair.repair_telling import RepairTelling

if TYPE_CHECKING:
    from thermometer.services.bundle import Services

Told = tuple[Repair, RepairLook]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question "anything to mend?", its words, and with whom there may be something."""

    question: MendQuestion
    words: str
    others: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class RepairsShowing:
    """Everything on the page.

    Attributes:
        going_on: those under way that were not put off.
        due: those whose "what was that like?" may be asked now.
        questions: "anything to mend?"
        twins: those that may be one moment, and the question.
        shelves: all others, by where they stand.
    """

    going_on: tuple[Told, ...]
    due: tuple[Told, ...]
    questions: tuple[Asked, ...]
    twins: tuple[tuple[Twins, str], ...]
    shelves: Mapping[Shelf, tuple[Told, ...]]

    @property
    def is_empty(self) -> bool:
        """Whether there is no repair at all."""
        return not self.going_on and not self.due and not any(self.shelves.values())


def repairs_showing(services: Services) -> RepairsShowing:
    """Read what there is to show now."""
    repairs, telling = services.repairs(), RepairTelling(services)
    due, later, page = repairs.follow_ups(), repairs.asked_from(), repairs.page()
    now = services.clock.now()
    on = tuple(one for one in page[Shelf.OPEN] if goes_on(one, now))
    above = {repair.id for repair in (*due, *on)}
    return RepairsShowing(
        going_on=tuple((one, telling.look(one)) for one in on),
        due=tuple((one, telling.look(one, asks=True)) for one in due),
        questions=questions_asked(services, telling),
        twins=tuple((one, telling.twins(one)) for one in repairs.twins()),
        shelves={
            shelf: tuple(
                (one, telling.look(one, later=later.get(one.id)))
                for one in those
                if one.id not in above
            )
            for shelf, those in page.items()
        },
    )


def questions_asked(services: Services, telling: RepairTelling) -> tuple[Asked, ...]:
    """The questions to which there is somebody to answer with."""
    family = services.family.people()
    asked = [
        Asked(question, telling.red(question), others_of(question, family))
        for question in services.hard_moments().questions()
    ]
    return tuple(one for one in asked if one.others)
