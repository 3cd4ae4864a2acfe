"""Repairs as they stand: read from what was kept, never kept themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID

from thermometer.domain.mending import Repair, State
from thermometer.domain.mending_times import (
    Shelf,
    ZonesNow,
    follow_up_due,
    follow_up_from,
    in_line,
    shelves,
    shows_chip,
)
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import Rupture
from thermometer.domain.same_moments import Twins, replaced, twins

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.domain.zones import Zone
    from thermometer.services.stores import Stores

_RECENT = timedelta(days=14)
"""Moments logged twice, and bids to come back to, are looked for in the last so many days."""


class RepairList:
    """Everything there is to know about repairs.

    Args:
        stores: where everything is kept.
        zone_now: tells the zone that somebody is in now.
        clock: tells now.
    """

    def __init__(
        self, stores: Stores, zone_now: Callable[[UUID], Zone | None], clock: Clock
    ) -> None:
        self._stores = stores
        self._zone_now = zone_now
        self._clock = clock

    def one(self, rupture: UUID) -> Repair:
        """The repair of a hard moment, or of the one that replaced it; practice too.

        Raises:
            Problem: ``data-record-gone``.
        """
        found = self._stores.repairs.ruptures_of_ids([self._standing(rupture)])
        if not found:
            raise Problem("data-record-gone")
        return self._of(found.values())[0]

    def page(self) -> dict[Shelf, tuple[Repair, ...]]:
        """The Repairs page: open ones in line; together and let be, the latest moment first."""
        page = shelves(self._of(self._stores.repairs.ruptures()))
        return page | {Shelf.OPEN: in_line(page[Shelf.OPEN], self._clock.now())}

    def chip(self) -> State | None:
        """What brings out the quiet chip on Home now; it says nothing of who and why.

        Under way where something can be gone on with, else the state of what waits, or None.
        """
        return next((repair.state for repair in self.coming_forward()), None)

    def coming_forward(self) -> tuple[Repair, ...]:
        """Those that bring out the chip now: what is under way first."""
        waiting = self._stores.repairs.unsettled()
        if not waiting:
            return ()
        now, zones = self._clock.now(), self._zones()
        return in_line((r for r in self._of(waiting) if shows_chip(r, zones, now)), now)

    def follow_ups(self) -> tuple[Repair, ...]:
        """Those whose "what was that like for you?" may be offered now."""
        now = self._clock.now()
        near = self._stores.repairs.tried_since(now - _RECENT)
        zones = self._zones() if near else {}
        return tuple(r for r in self._of(near) if follow_up_due(r, zones, now))

    def asked_from(self) -> dict[UUID, datetime]:
        """Of those that are to be asked "what was that like for you?": from when on."""
        now = self._clock.now()
        near = self._stores.repairs.tried_since(now - _RECENT)
        zones = self._zones() if near else {}
        found = ((r.id, follow_up_from(r, zones, now)) for r in self._of(near))
        return {id_: at for id_, at in found if at is not None}

    def twins(self) -> tuple[Twins, ...]:
        """The hard moments of late that may have been logged twice."""
        found = self._of(self._stores.repairs.ruptures(self._clock.now() - _RECENT))
        return twins(found, self._stores.mending.same_moments(repair.id for repair in found))

    def practice(self) -> Repair | None:
        """The rehearsal that was begun last, if it still goes on."""
        rehearsed = [r for r in self._stores.repairs.ruptures() if r.practice]
        found = self._of(rehearsed[-1:])
        return next((repair for repair in found if repair.state is State.UNDER_WAY), None)

    def _zones(self) -> ZonesNow:
        return {one.id: self._zone_now(one.id) for one in self._stores.people.all()}

    def _standing(self, id_: UUID) -> UUID:
        """The hard moment that stands for ``id_``."""
        seen = {id_}
        while by := replaced(self._stores.mending.same_moments([id_])).get(id_):
            if by in seen:
                break
            seen.add(id_ := by)
        return id_

    def _of(self, ruptures: Iterable[Rupture]) -> list[Repair]:
        found = list(ruptures)
        ids = [rupture.id for rupture in found]
        repairs, notes = self._stores.repairs, self._stores.mending
        bids = _grouped(repairs.bids(ids))
        drafts = notes.drafts(bid.id for of_one in bids.values() for bid in of_one)
        follow_ups, snoozes = _grouped(repairs.follow_ups(ids)), _grouped(notes.snoozes(ids))
        also = self._also(ids)
        return [
            Repair(
                rupture=rupture,
                bids=tuple(bids.get(rupture.id, ())),
                follow_ups=tuple(follow_ups.get(rupture.id, ())),
                drafts={b.id: drafts[b.id] for b in bids.get(rupture.id, ()) if b.id in drafts},
                snoozes=tuple(snoozes.get(rupture.id, ())),
                also=tuple(also.get(rupture.id, ())),
            )
            for rupture in found
        ]

    def _also(self, ids: Iterable[UUID]) -> dict[UUID, list[Rupture]]:
        """What each of the hard moments has replaced, and what that had replaced."""
        stands = {id_: id_ for id_ in ids}
        found: dict[UUID, list[Rupture]] = {}
        new = set(stands)
        while new:
            said = replaced(self._stores.mending.same_moments(new))
            before = {old: stands[by] for old, by in said.items() if by in new}
            new = before.keys() - stands.keys()
            stands |= before
            for rupture in self._stores.repairs.ruptures_of_ids(new).values():
                found.setdefault(stands[rupture.id], []).append(rupture)
        return found


class _OfRupture(Protocol):
    @property
    def rupture(self) -> UUID: ...


T = TypeVar("T", bound=_OfRupture)


def _grouped(things: Iterable[T]) -> dict[UUID, list[T]]:
    """By their hard moment, in the order given."""
    found: dict[UUID, list[T]] = {}
    for thing in things:
        found.setdefault(thing.rupture, []).append(thing)
    return found
