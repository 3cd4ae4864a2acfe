"""Which day of a week to show, and whose lines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thermometer.domain.day_lines import both_out, day_line, day_span
from thermometer.domain.local_time import local_day
from thermometer.domain.person_weeks import PersonWeek
from thermometer.ui.widgets.week_timeline import DayPicture

if TYPE_CHECKING:
    from thermometer.domain.histories import History
    from thermometer.services.week_review import Review


def day_worth_a_look(week: PersonWeek, history: History, today: date) -> date:
    """The last day with a red peak, else with an episode, else with a check-in, else today."""
    days = [count.day for count in week.by_day]
    for found in (
        [count.day for count in week.by_day if count.red],
        [count.day for count in week.by_day if count.yellow],
        [day for day in days if history.used_on(day)],
        [day for day in days if day == today],
    ):
        if found:
            return found[-1]
    return days[0]


def day_picture(review: Review, week: PersonWeek, day: date, time_zone: str) -> DayPicture:
    """The lines of ``week``'s person and of those on the other side, child or parent.

    Args:
        review: everybody's history.
        week: whose week it is.
        day: a local day.
        time_zone: the axis's, where the day holds no record of the person.
    """
    own = review.histories[week.person.id].ordered
    zone = next((c.time_zone for c in own if local_day(c.at, c.time_zone) == day), time_zone)
    span = day_span(day, zone)
    others = [w.person for w in review.week.people if w.person.role is not week.person.role]
    lines = [
        day_line(person, review.histories[person.id], span, review.now)
        for person in (week.person, *others)
    ]
    present = (lines[0], *(line for line in lines[1:] if line.runs))
    return DayPicture(
        span=span,
        time_zone=zone,
        lines=present,
        shared=both_out(
            lines[0].episodes, (e for line in lines[1:] for e in line.episodes), review.now
        ),
        now=review.now,
    )
