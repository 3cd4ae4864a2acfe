"""Which backups stay: many of the last days, few of the last months."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime, timedelta

from thermometer.domain.local_time import local_day

ALL_OF = timedelta(days=2)
"""So far back every backup stays."""
DAYS, WEEKS, MONTHS = 12, 10, 9
"""Of so many days, weeks and months on which there is one, the newest stays."""

_PERIODS: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
    (DAYS, lambda day: day),
    (WEEKS, lambda day: day.isocalendar()[:2]),
    (MONTHS, lambda day: (day.year, day.month)),
)


def kept(times: Iterable[datetime], now: datetime, time_zone: str) -> set[datetime]:
    """The times of the backups that stay; the others may go.

    Days, weeks and months are those that have a backup, not those of the calendar: a device that
    was in a drawer for a year, or whose clock jumped, keeps what it had. The newest one and any
    that lie in the future always stay.

    Args:
        times: of all backups, aware.
        now: aware.
        time_zone: the IANA name of the place whose days count.
    """
    newest_first = sorted(times, reverse=True)
    staying = {at for at in newest_first if at >= now - ALL_OF}
    for count, period_of in _PERIODS:
        newest: dict[Hashable, datetime] = {}
        for at in newest_first:
            newest.setdefault(period_of(local_day(at, time_zone)), at)
        staying.update(list(newest.values())[:count])
    return staying
