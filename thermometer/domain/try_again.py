"""When a repair that is not accepted yet can be tried again."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum

from thermometer.domain.local_time import local_time
from thermometer.domain.when import instant_at


class TryAgain(StrEnum):
    """The times that are offered; any other can be chosen."""

    LATER_TODAY = "later-today"
    TOMORROW = "tomorrow"


_LATER = timedelta(hours=2)
_LAST_TODAY = time(19)
_NOT_WORTH_WAITING = timedelta(minutes=30)
_MORNING = time(7, 30)


def try_again_times(now: datetime, time_zone: str) -> dict[TryAgain, datetime]:
    """The instants that are meant, in UTC and later than ``now``; late in the day only tomorrow.

    Args:
        now: aware.
        time_zone: IANA name of the place.
    """
    today = local_time(now, time_zone).date()
    awake = max(now + _LATER, instant_at(today, _MORNING, time_zone))
    later = min(awake, instant_at(today, _LAST_TODAY, time_zone))
    tomorrow = instant_at(today + timedelta(days=1), _MORNING, time_zone)
    found = {TryAgain.LATER_TODAY: later, TryAgain.TOMORROW: tomorrow}
    return {
        name: at
        for name, at in found.items()
        if name is TryAgain.TOMORROW or at - now >= _NOT_WORTH_WAITING
    }
