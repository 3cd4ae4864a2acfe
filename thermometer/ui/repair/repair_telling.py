"""Repairs in words, as the Repairs page and the pages behind it say them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from thermometer.domain.mend_questions import MendQuestion
from thermometer.domain.mending import Repair, State
from thermometer.domain.mending_times import small_story
from thermometer.domain.repair_steps import RepairStep
from thermometer.domain.same_moments import Twins
from thermometer.ui.repair.outcome_ask import AgainTimes
from thermometer.ui.repair.repair_card import RepairLook
from thermometer.ui.repair.repair_words import (
    HAPPENING_PICTURES,
    kind_name,
    later_words,
    moment_words,
    paused_words,
    story_words,
    when_it_was,
)
from thermometer.ui.repair.situation import who_may_reach_out
from thermometer.ui.repair.small_story import Event

if TYPE_CHECKING:
    from thermometer.services.bundle import Services


class RepairTelling:
    """Names everybody, those who are gone too, and counts from now.

    Args:
        services: the family's.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._names = {one.id: one.name for one in services.stories().everybody()}
        self._texts = services.repair_texts()
        self._now = services.clock.now()
        self._zone = services.clock.time_zone()

    def title(self, repair: Repair) -> str:
        """The two, and when it was."""
        words = QCoreApplication.translate("RepairTelling", "{child} and {grown_up} · {when}")
        return words.format(
            child=self._name(repair.rupture.child),
            grown_up=self._name(repair.rupture.grown_up),
            when=when_it_was(repair.rupture, self._now),
        )

    def look(
        self, repair: Repair, *, asks: bool = False, later: datetime | None = None
    ) -> RepairLook:
        """What its card says.

        Args:
            repair: whose card it is.
            asks: whether the follow-up is offered now.
            later: from when on it may be, where it is not yet.
        """
        parts = [kind_name(repair.kind), self._comes_back(repair), self._goes_on(repair)]
        story = [
            Event(*story_words(moment, self._zone, self._now), HAPPENING_PICTURES[moment.what])
            for moment in small_story(repair)
        ]
        below = " · ".join(part for part in parts if part)
        return RepairLook(
            title=self.title(repair),
            below=below,
            story=tuple(story),
            asks=asks,
            waits=later_words(later, self._zone, self._now) if later else "",
            grown_ups=who_may_reach_out(self._services, repair),
            again=self._again(repair),
        )

    def twins(self, twins: Twins) -> str:
        """Asks whether two hard moments are one."""
        words = QCoreApplication.translate(
            "RepairTelling", "{child} and {grown_up}: {first}, and {second}. Is that one moment?"
        )
        first, second = sorted((twins.stays.rupture, twins.goes.rupture), key=lambda r: r.at)
        return words.format(
            child=self._name(first.child),
            grown_up=self._name(first.grown_up),
            first=when_it_was(first, self._now),
            second=when_it_was(second, self._now),
        )

    def red(self, question: MendQuestion) -> str:
        """Asks whether there is anything to mend after a red."""
        words = QCoreApplication.translate(
            "RepairTelling", "{name} was in red, {when}. Anything to mend?"
        )
        when = moment_words(question.first_red, self._zone, self._now)
        return words.format(name=self._name(question.episode.person), when=when)

    def _goes_on(self, repair: Repair) -> str:
        """Where a repair that was paused goes on: nobody has to remember."""
        if repair.state is not State.UNDER_WAY or repair.step is None:
            return ""
        step = self._texts.step(repair.step).name
        at = repair.draft.changed_at if repair.draft else None
        when = paused_words(at, self._zone, self._now) if at else ""
        if not when:
            words = QCoreApplication.translate("RepairTelling", "paused at: {step}")
            return words.format(step=step)
        words = QCoreApplication.translate("RepairTelling", "paused {when}, at: {step}")
        return words.format(when=when, step=step)

    def _again(self, repair: Repair) -> AgainTimes | None:
        """What a card asks with "how did it go?"; None unless that was the next thing."""
        paused = repair.state is State.UNDER_WAY
        if not paused or repair.step is not RepairStep.HOW_DID_IT_GO:
            return None
        times = self._services.mending().try_again_times()
        return AgainTimes(times, self._now, self._zone)

    def _comes_back(self, repair: Repair) -> str:
        at = repair.comes_back_at
        if at is None or not repair.rests(self._now):
            return ""
        words = QCoreApplication.translate("RepairTelling", "comes back {when}")
        return words.format(when=moment_words(at, self._zone, self._now))

    def _name(self, person: UUID) -> str:
        gone = QCoreApplication.translate("RepairTelling", "somebody")
        return self._names.get(person, gone)
