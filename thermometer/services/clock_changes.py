"""A clock that was set between taps: noted, told to a parent, and put right if one asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from thermometer.domain.backups import Worry
from thermometer.domain.changes import Change, Notify
from thermometer.domain.checkins import CheckIn
from thermometer.domain.clock_changes import ClockChange, Side
from thermometer.domain.device_settings import CLOCK
from thermometer.domain.problems import Problem
from thermometer.domain.remarks import Mistake, Remark, standing
from thermometer.domain.thresholds import CLOCK_AHEAD, EARLIEST_YEAR

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.store.entered_here import EnteredHere
    from thermometer.store.remarks import Remarks
    from thermometer.store.settings import Settings

KEY = CLOCK
MOST = 5
"""So many changes are kept, the latest."""
ALL = 2**62
"""More rows than a device will ever write."""


class ClockChanges:
    """What is known of the clock; nothing is ever moved unless a parent asks for it.

    Args:
        entries: what this device has entered.
        remarks: what is said of check-ins.
        settings: where changes of the clock are kept until they are settled.
        clock: tells now.
        notify: told after each change.
    """

    def __init__(
        self,
        entries: EnteredHere,
        remarks: Remarks,
        settings: Settings,
        clock: Clock,
        notify: Notify,
    ) -> None:
        self._entries, self._remarks, self._settings = entries, remarks, settings
        self._clock, self._notify = clock, notify

    def all(self) -> tuple[ClockChange, ...]:
        """Those that no parent has settled yet, the latest first."""
        return self._kept()[0]

    def worries(self) -> tuple[Worry, ...]:
        """What a parent should know."""
        return (Worry.CLOCK,) if self.all() else ()

    def last_number(self) -> int:
        """The number of the last row that this device has written."""
        return self._entries.last()

    def note(self, change: ClockChange) -> None:
        """Keeps that the clock was set, for a parent to look at.

        Raises:
            Problem: it was not kept.
        """
        changes, seen = self._kept()
        self._keep((change, *changes)[:MOST], seen)

    def note_if_ahead(self) -> None:
        """After a start: where check-ins lie in the future the clock was set back since.

        Raises:
            Problem: it was not kept.
        """
        changes, seen = self._kept()
        known = max((seen, *(change.last for change in changes)))
        now = self._clock.now()
        ahead = self._entries.ahead_of(now + CLOCK_AHEAD, known)
        if ahead:
            (first, _), *_ = ahead
            latest = max(check_in.entered_at for _, check_in in ahead)
            last = self._entries.last()
            self.note(
                ClockChange(before=latest, after=now, passed=None, since=first - 1, last=last)
            )

    def number_before(self, since: int, began: datetime, ended: datetime) -> int:
        """The number of the last row that was not entered between two instants.

        Args:
            since: a number before it.
            began: aware, as the clock tells it now that it was set.
            ended: now, aware.
        """
        number = self._entries.last()
        for at, check_in in reversed(self._entries.numbered(since, number)):
            if not began <= check_in.entered_at <= ended:
                break
            number = at - 1
        return number

    def stretch(self, change: ClockChange, side: Side) -> tuple[CheckIn, ...]:
        """The check-ins entered on that side of a change, in the order in which they were."""
        if side is Side.SINCE:
            later = [each.last for each in self.all() if each.last > change.last]
            found = self._entries.numbered(change.last, min(later, default=ALL))
            return tuple(check_in for _, check_in in found)
        before = (c for _, c in self._entries.numbered(change.since, change.last))
        if change.passed is None:  # nothing else tells which of them
            return tuple(c for c in before if c.entered_at > change.after)
        return tuple(before)

    def correct(self, change: ClockChange, side: Side, shift: timedelta) -> tuple[CheckIn, ...]:
        """Moves the check-ins of one side; the change is settled by it.

        Nothing is overwritten: each is withdrawn as a mistake of the clock's and entered anew, and
        each names the other. What was said of an episode goes along.

        Args:
            change: one of :meth:`all`.
            side: which check-ins.
            shift: by how much, later if it is positive.

        Returns:
            Those that were entered anew.

        Raises:
            Problem: ``clock-moved-too-far``, or nothing was changed.
        """
        moved = self._moved(self.stretch(change, side), shift)
        if any(c.at > self._clock.now() or c.at.year < EARLIEST_YEAR for _, c in moved):
            raise Problem("clock-moved-too-far")
        self._enter(moved)
        self._settle({change.since, change.last})
        self._notify(Change.CHECK_INS)
        return tuple(c for _, c in moved)

    def undo(self, moved: Sequence[CheckIn], shift: timedelta) -> tuple[CheckIn, ...]:
        """Moves check-ins back that :meth:`correct` has moved by ``shift``; those entered anew.

        Raises:
            Problem: nothing was changed.
        """
        back = self._moved(moved, -shift)
        self._enter(back)
        self._settle(set())
        self._notify(Change.CHECK_INS)
        return tuple(c for _, c in back)

    def settle(self, change: ClockChange) -> None:
        """A parent has looked at it, and everything may stay as it is.

        Raises:
            Problem: it was not kept.
        """
        self._settle({change.last})

    def _settle(self, borders: set[int]) -> None:
        """Forgets the changes at either end of a stretch: one wrong stretch has two.

        What has been entered so far has been looked at, wherever it lies.
        """
        changes, _ = self._kept()
        left = tuple(each for each in changes if each.last not in borders)
        self._keep(left, self._entries.last())

    def _moved(
        self, check_ins: Sequence[CheckIn], shift: timedelta
    ) -> list[tuple[CheckIn, CheckIn]]:
        """Each with what takes its place: entered, too, as much earlier or later."""
        try:
            return [
                (c, replace(c, id=uuid4(), at=c.at + shift, entered_at=c.entered_at + shift))
                for c in check_ins
            ]
        except OverflowError as error:
            raise Problem("clock-moved-too-far") from error

    def _enter(self, moved: Sequence[tuple[CheckIn, CheckIn]]) -> None:
        now = self._clock.now()
        mistakes = [
            Mistake(id=new.id, check_in=old.id, made_by=None, entered_at=max(now, old.at))
            for old, new in moved
        ]
        news = {old.id: new.id for old, new in moved}
        self._entries.enter_anew([new for _, new in moved], mistakes, self._said(news, now))

    def _said(self, news: dict[UUID, UUID], now: datetime) -> list[Remark]:
        """What stands about each of the old ones, to stand about the new one."""
        of_each: dict[UUID, list[Remark]] = {}
        for remark in self._remarks.of_check_ins(news):
            of_each.setdefault(remark.check_in, []).append(remark)
        return [
            replace(r, id=uuid4(), check_in=news[r.check_in], entered_at=now, replaces=r.id)
            for said in of_each.values()
            for r in standing(said).values()
        ]

    def _kept(self) -> tuple[tuple[ClockChange, ...], int]:
        """The changes, the latest first; and up to which row a parent has looked."""
        match self._settings.get(KEY):
            case {"changes": list() as changes, "seen": int() as seen}:
                read = map(ClockChange.of, changes)
                return tuple(change for change in read if change), seen
            case _:
                return (), 0

    def _keep(self, changes: tuple[ClockChange, ...], seen: int) -> None:
        self._settings.set(KEY, {"changes": [each.values() for each in changes], "seen": seen})
