"""Quick answers to "when about?" for what is entered afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from thermometer.domain.local_time import local_time, zone_called


class When(StrEnum):
    """About when something was."""

    JUST_NOW = "just now"
    HOUR_AGO = "an hour ago"
    THIS_MORNING = "this morning"
    LAST_EVENING = "last evening"
    MORNING = "in the morning"
    NOON = "at noon"
    AFTERNOON = "in the afternoon"
    EVENING = "in the evening"


_OF_A_DAY = {
    When.MORNING: time(8),
    When.NOON: time(12, 30),
    When.AFTERNOON: time(16),
    When.EVENING: time(19),
}
_MORNING_OVER = time(10)


def quick_times(now: datetime, time_zone: str, day: date | None = None) -> dict[When, datetime]:
    """The instants that a grown-up may mean, in the order in which they are offered.

    Args:
        now: aware.
        time_zone: IANA name of the place.
        day: a day that is looked at; None or today for what has just been.

    Returns:
        Aware UTC instants, none later than now.
    """
    here = local_time(now, time_zone)
    if day is not None and day < here.date():
        return {when: instant_at(day, at, time_zone) for when, at in _OF_A_DAY.items()}
    times = {When.JUST_NOW: now, When.HOUR_AGO: now - timedelta(hours=1)}
    if here.time() >= _MORNING_OVER:
        times[When.THIS_MORNING] = instant_at(here.date(), _OF_A_DAY[When.MORNING], time_zone)
    else:
        yesterday = here.date() - timedelta(days=1)
        times[When.LAST_EVENING] = instant_at(yesterday, _OF_A_DAY[When.EVENING], time_zone)
    return times


def instant_at(day: date, at: time, time_zone: str) -> datetime:
    """The instant, in UTC, at which the clocks of ``time_zone`` show ``at`` on ``day``."""
    return datetime.combine(day, at, zone_called(time_zone)).astimezone(UTC)
