"""The one place that asks what time it is and where."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

FALLBACK_ZONE = "UTC"
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock(Protocol):
    """Tells the time; handed to whoever needs it."""

    def now(self) -> datetime:
        """The instant now, aware, in UTC."""

    def time_zone(self) -> str:
        """The IANA name of the system's time zone; ``UTC`` where none can be found."""


def system_time_zone() -> str:
    """The IANA name of the system's time zone; ``UTC`` where it is unknown or has no data."""
    # Only a save needs these, the first frame does not.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415

    import tzlocal  # noqa: PLC0415

    try:
        name = tzlocal.get_localzone_name()
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        return FALLBACK_ZONE
    return name


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The instant now, aware, in UTC."""
        return datetime.now(UTC)

    def time_zone(self) -> str:
        """The IANA name of the system's time zone."""
        return system_time_zone()


class FixedClock:
    """Stands still at a given instant: for a command that answers once (``--now``)."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        """The instant given, aware, in UTC."""
        return self._instant

    def time_zone(self) -> str:
        """The IANA name of the system's time zone."""
        return system_time_zone()


class ShiftedClock:
    """Starts at a given instant and runs on from there (``--now``)."""

    def __init__(self, start: datetime) -> None:
        self._start = start.astimezone(UTC)
        self._since = time.monotonic()

    def now(self) -> datetime:
        """The instant now, aware, in UTC."""
        return self._start + timedelta(seconds=time.monotonic() - self._since)

    def time_zone(self) -> str:
        """The IANA name of the system's time zone."""
        return system_time_zone()


class SteadyClock(Protocol):
    """Measures how much time passes; nobody can set it."""

    def boot(self) -> str:
        """A name for this start of the device: seconds of another one cannot be compared."""

    def seconds(self) -> float:
        """Seconds since some moment of this start, those asleep included where they can be."""


class SystemSteadyClock:
    """The computer's own; where it does not tell one start from another, the program's start."""

    def __init__(self, boot_id: Path = _BOOT_ID) -> None:
        try:
            self._boot = boot_id.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            self._boot = ""
        self._boot = self._boot or f"{os.getpid()}-{time.time_ns()}"
        # The clock that goes on while the device sleeps: Linux' own, or macOS' one of this name.
        monotonic = getattr(time, "CLOCK_MONOTONIC", None)
        self._id: int | None = getattr(time, "CLOCK_BOOTTIME", monotonic)

    def boot(self) -> str:
        """A name for this start of the device."""
        return self._boot

    def seconds(self) -> float:
        """Seconds since the device was started."""
        return time.monotonic() if self._id is None else time.clock_gettime(self._id)
