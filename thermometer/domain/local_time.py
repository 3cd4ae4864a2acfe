"""The local day and hour of a record: always those of the record's own time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo


@lru_cache(maxsize=256)
def zone_called(name: str) -> tzinfo:
    """The time zone with the IANA ``name``; UTC where the name is unknown or has no data."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        # KeyError: no such zone; ValueError: no possible name; OSError: a folder ("Europe").
        return UTC


def local_time(at: datetime, time_zone: str) -> datetime:
    """The instant ``at`` as the clocks of ``time_zone`` showed it."""
    return at.astimezone(zone_called(time_zone))


def local_day(at: datetime, time_zone: str) -> date:
    """The day on which ``at`` lay in ``time_zone``."""
    return local_time(at, time_zone).date()
