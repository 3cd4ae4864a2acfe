"""What grown-ups enter about somebody: what they noticed, what is over, what was a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from thermometer.domain.changes import Change, Notify
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import Episode
from thermometer.domain.histories import History
from thermometer.domain.late_entry import LateEntry, late_entry
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.remarks import Mistake
from thermometer.domain.stories import episode_of
from thermometer.domain.zones import Zone

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.store.checkins import CheckIns
    from thermometer.store.remarks import Remarks

_READ_AROUND = timedelta(days=1)
"""An episode that a late entry joins is read whole, if it does not last longer than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverNow:
    """What a parent says in a late entry. Instants are aware."""

    person: UUID
    by: UUID
    peak: Zone
    end: datetime
    lasted: timedelta
    first_zone: Zone | None = None

    @property
    def start(self) -> datetime:
        """When it began."""
        return self.end - self.lasted


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a late entry would write, and what would be derived from it.

    Attributes:
        told: what the parent says.
        check_ins: what would be kept.
        episode: the episode it would make or join; none where the person's own taps leave none.
        as_told: whether that has the start, the peak and the end that were told.
    """

    told: OverNow
    check_ins: tuple[CheckIn, ...]
    episode: Episode | None
    as_told: bool


class Observing:
    """Enters what grown-ups saw. Nothing is overwritten: each is a new record beside the others.

    Args:
        check_ins: where check-ins are kept.
        remarks: where mistakes are kept.
        clock: tells now and where.
        notify: told after each change.
    """

    def __init__(self, check_ins: CheckIns, remarks: Remarks, clock: Clock, notify: Notify) -> None:
        self._check_ins = check_ins
        self._remarks = remarks
        self._clock = clock
        self._notify = notify

    def noticed(
        self,
        person: UUID,
        by: UUID,
        zone: Zone,
        at: datetime | None = None,
        *,
        signs: tuple[str, ...] = (),
    ) -> CheckIn:
        """Writes down that ``by`` saw ``person`` in ``zone``.

        Args:
            person: whom.
            by: the grown-up who saw it, who may be the same.
            zone: as they saw it.
            at: about when; None for just now.
            signs: the ids of what they noticed.

        Raises:
            Problem: ``entered-for-later``, or it was not kept.
        """
        now = self._clock.now()
        self._refuse_later(at or now, now)
        seen = CheckIn(
            id=uuid4(),
            person=person,
            zone=zone,
            at=at or now,
            time_zone=self._clock.time_zone(),
            source=Source.OBSERVED,
            observed_by=by,
            about=at is not None,
            signs=signs,
            entered_at=now,
        )
        self._check_ins.add(seen)
        self._notify(Change.CHECK_INS)
        return seen

    def add_signs(self, check_in: CheckIn, signs: tuple[str, ...]) -> CheckIn:
        """Fills the signs of a check-in that has none; what it has stays.

        Raises:
            Problem: they were not kept.
        """
        described = self._check_ins.describe(check_in.id, signs=signs)
        self._notify(Change.CHECK_INS)
        return described

    def preview(self, told: OverNow) -> Preview:
        """What a late entry would come to, beside what is there already.

        Raises:
            Problem: ``entered-for-later``, ``late-entry-end`` or ``late-entry-zone``.
        """
        now = self._clock.now()
        self._refuse_later(told.end, now)
        entry = LateEntry(
            person=told.person,
            by=told.by,
            first_zone=told.first_zone or told.peak,
            peak=told.peak,
            start=told.start,
            end=told.end,
            time_zone=self._clock.time_zone(),
            entered_at=now,
        )
        there = self._check_ins.between(
            entry.start - _READ_AROUND, entry.end + _READ_AROUND, told.person
        )
        new = late_entry(entry, there, uuid4)
        derived = History.of([*there, *new], now).episodes
        found = episode_of(new[0], derived)
        episode = found if found and _overlaps(found, told) else None
        return Preview(
            told=told, check_ins=tuple(new), episode=episode, as_told=_is_as_told(episode, told)
        )

    def over(self, preview: Preview) -> CheckIn:
        """Writes the late entry down, whole or not at all; its first check-in.

        Raises:
            Problem: nothing was kept.
        """
        self._check_ins.add_all(preview.check_ins)
        self._notify(Change.CHECK_INS)
        return preview.check_ins[0]

    def withdraw(self, person: Person, check_in: CheckIn) -> CheckIn:
        """Withdraws a wrong entry; it is kept, and shown as withdrawn.

        Raises:
            Problem: ``own-tap-stays`` for a child's own tap, or nothing was changed.
        """
        if person.is_child and check_in.source is Source.SELF:
            raise Problem("own-tap-stays")
        withdrawn = self._check_ins.withdraw(check_in.id, self._after(check_in))
        self._notify(Change.CHECK_INS)
        return withdrawn

    def mistake(self, check_in: CheckIn, made_by: UUID | None) -> CheckIn:
        """Withdraws a tap because it was a mistake, and keeps who made it.

        Args:
            check_in: the tap; one that is withdrawn already stays as it is.
            made_by: somebody of the family, or None for somebody else.

        Raises:
            Problem: nothing was changed.
        """
        if check_in.withdrawn_at is not None:
            return check_in
        withdrawn = self._remarks.withdraw(
            Mistake(
                id=uuid4(),
                check_in=check_in.id,
                made_by=made_by,
                entered_at=self._after(check_in),
            )
        )
        self._notify(Change.CHECK_INS)
        return withdrawn

    def _after(self, check_in: CheckIn) -> datetime:
        """Now, or the time of the entry where the clock was set back since."""
        return max(self._clock.now(), check_in.at)

    @staticmethod
    def _refuse_later(at: datetime, now: datetime) -> None:
        if at > now:
            raise Problem("entered-for-later")


def _overlaps(episode: Episode, told: OverNow) -> bool:
    return episode.start <= told.end and episode.check_ins[-1].at >= told.start


def _is_as_told(episode: Episode | None, told: OverNow) -> bool:
    if episode is None or not episode.end_known:
        return False
    return (episode.start, episode.peak, episode.end) == (told.start, told.peak, told.end)
