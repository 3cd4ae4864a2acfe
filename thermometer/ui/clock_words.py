"""What is said about a clock that was set, and about the check-ins whose time may be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from thermometer.domain.clock_changes import ClockChange
from thermometer.domain.local_time import local_time
from thermometer.ui.story_telling import zone_word
from thermometer.ui.widgets.shift_pick import NOTHING, span_words
from thermometer.ui.widgets.week_words import clock_time, whole_day

if TYPE_CHECKING:
    from thermometer.domain.checkins import CheckIn
    from thermometer.domain.people import Person


def moment(at: datetime, time_zone: str) -> str:
    """A day with its year and a time, as the clocks there show it."""
    local = local_time(at, time_zone)
    return f"{whole_day(local.date())} {local.year}, {clock_time(local)}"


class ClockWords(QObject):
    """Sentences for a parent.

    Args:
        time_zone: where the device is.
        parent: the page.
    """

    def __init__(self, time_zone: str, parent: QObject) -> None:
        super().__init__(parent)
        self._zone = time_zone

    def seen(self, change: ClockChange) -> str:
        """What was seen of it."""
        before, after = moment(change.before, self._zone), moment(change.after, self._zone)
        if change.passed is None:
            said = self.tr(
                "When the thermometer was opened the clock said {after}, but something had been"
                " entered at {before} already. So it was set back, by {span} at least."
            )
        elif change.jump < NOTHING:
            said = self.tr("The clock said {before}, then {after}: it was set back by {span}.")
        else:
            said = self.tr("The clock said {before}, then {after}: it was set forward by {span}.")
        return said.format(before=before, after=after, span=span_words(change.jump))

    def moved(self, shift: timedelta) -> str:
        """By how much and which way."""
        if shift == NOTHING:
            return self.tr("They stay where they are.")
        later = self.tr("Each becomes {span} later.")
        earlier = self.tr("Each becomes {span} earlier.")
        return (later if shift > NOTHING else earlier).format(span=span_words(shift))

    def line(self, check_in: CheckIn, shift: timedelta, people: Mapping[UUID, Person]) -> str:
        """A check-in: whose, which zone, when, and when it would be."""
        person = people.get(check_in.person)
        name = person.name if person else self.tr("Somebody")
        zone, at = zone_word(check_in.zone), moment(check_in.at, check_in.time_zone)
        if shift == NOTHING:
            return self.tr("{name}, {zone}: {at}").format(name=name, zone=zone, at=at)
        then = self._then(check_in, shift)
        said = self.tr("{name}, {zone}: {at} → {then}")
        return said.format(name=name, zone=zone, at=at, then=then)

    @staticmethod
    def _then(check_in: CheckIn, shift: timedelta) -> str:
        """When it would be; without the day where that is the same."""
        now, then = (
            local_time(at, check_in.time_zone) for at in (check_in.at, check_in.at + shift)
        )
        same_day = now.date() == then.date()
        return clock_time(then) if same_day else moment(then, check_in.time_zone)
