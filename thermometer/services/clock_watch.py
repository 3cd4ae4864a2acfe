"""Looks now and then whether the clock was set, beside one that nobody can set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from thermometer.domain.clock_changes import ClockChange, Side, was_set
from thermometer.domain.thresholds import CLOCK_SETTLES

if TYPE_CHECKING:
    from thermometer.clock import Clock, SteadyClock
    from thermometer.services.clock_changes import ClockChanges

_AT_ONCE = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What both clocks said at one moment."""

    now: datetime
    seconds: float


class ClockWatch:
    """From :meth:`begin` on, as long as the program runs.

    Args:
        changes: where a clock that was set is noted.
        clock: the system's, which can be set.
        steady: one that cannot.
    """

    def __init__(self, changes: ClockChanges, clock: Clock, steady: SteadyClock) -> None:
        self._changes, self._clock, self._steady = changes, clock, steady
        self._was = self._began = self._read()
        self._since = 0

    def begin(self) -> None:
        """The family is open; was the clock set back while it was not?

        Raises:
            Problem: the file cannot be read or written.
        """
        self._was = self._began = self._read()
        self._since = self._changes.last_number()
        self._changes.note_if_ahead()

    def look(self) -> ClockChange | None:
        """Whether the clock was set since it was last looked at; noted, if a parent should know.

        Raises:
            Problem: the file cannot be read or written.
        """
        was, now = self._was, self._read()
        passed = timedelta(seconds=now.seconds - was.seconds)
        self._was = now
        if not was_set(was.now, now.now, passed):
            return None
        began = now.now - passed - _AT_ONCE
        last = self._changes.number_before(self._since, began, now.now + _AT_ONCE)
        since, self._since = self._since, last
        change = ClockChange(
            before=was.now, after=now.now, passed=max(passed, timedelta()), since=since, last=last
        )
        if self._is_only_settling(change, now):
            return None
        self._changes.note(change)
        return change

    def _is_only_settling(self, change: ClockChange, now: _Reading) -> bool:
        """A device that keeps no time while it is off: set forward before anybody has tapped."""
        started = timedelta(seconds=now.seconds - self._began.seconds)
        forward = change.jump > timedelta()
        if not forward or started > CLOCK_SETTLES:
            return False
        return not self._changes.stretch(change, Side.BEFORE)

    def _read(self) -> _Reading:
        return _Reading(self._clock.now(), self._steady.seconds())
