"""Stand-ins with a name, for what a test must be able to steer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from thermometer.clock import Clock, SteadyClock

BERLIN = "Europe/Berlin"
SUNDAY_EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


class FakeClock:
    """A clock that stands still until a test moves it.

    Args:
        now: the first instant, aware.
        zone: the IANA name of the place.
    """

    def __init__(self, now: datetime = SUNDAY_EVENING, zone: str = BERLIN) -> None:
        self.set(now, zone)

    def now(self) -> datetime:
        return self._now

    def time_zone(self) -> str:
        return self._zone

    def advance(self, span: timedelta) -> datetime:
        """Moves on by ``span`` (back, if it is negative) and says the new instant."""
        self._now += span
        return self._now

    def set(self, now: datetime, zone: str | None = None) -> None:
        """Jumps to ``now`` and, where given, to another place."""
        if now.tzinfo is None:
            raise ValueError(now)
        self._now = now.astimezone(UTC)
        if zone is not None:
            self._zone = zone


def _is_a_clock(clock: FakeClock) -> Clock:
    """Never called: mypy reads here that the fake has the real one's shape."""
    return clock


class FakeSteadyClock:
    """A clock that nobody can set, except a test; it never goes back within one start."""

    def __init__(self) -> None:
        self._boot, self._seconds = 1, 5.0

    def boot(self) -> str:
        return f"boot {self._boot}"

    def seconds(self) -> float:
        return self._seconds

    def advance(self, span: timedelta) -> None:
        """Lets ``span`` go by, awake or asleep."""
        self._seconds += span.total_seconds()

    def switch_off_and_on(self) -> None:
        """Starts the device anew."""
        self._boot, self._seconds = self._boot + 1, 1.0


def _is_a_steady_clock(clock: FakeSteadyClock) -> SteadyClock:
    """Never called: as above."""
    return clock
