"""Ruptures, bids and follow-ups in the file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, exists, or_, select

from thermometer.domain.ruptures import (
    Bid,
    ChildCard,
    FollowUp,
    Outcome,
    Resolution,
    Rupture,
    RuptureKind,
)
from thermometer.store.database import Database
from thermometer.store.mending_rows import DraftRow, SameMomentRow
from thermometer.store.moved import followed
from thermometer.store.records import Records, bounds
from thermometer.store.repair_rows import BidRow, FollowUpRow, RuptureRow
from thermometer.store.rows import table_of
from thermometer.store.values import joined, maybe_micros, maybe_text, maybe_value, micros

_RUPTURE, _BID = table_of(RuptureRow), table_of(BidRow)
_SAME, _DRAFT = table_of(SameMomentRow), table_of(DraftRow)
_BACK = _SAME.alias("back")
# Where two devices each replaced one of a pair by the other, only the smaller id holds.
_HOLDS = ~exists().where(
    _BACK.c.rupture == _SAME.c.other,
    _BACK.c.other == _SAME.c.rupture,
    _BACK.c.same == 1,
    _BACK.c.id < _SAME.c.id,
)
_STANDS = ~exists().where(_SAME.c.rupture == _RUPTURE.c.id, _SAME.c.same == 1, _HOLDS)
_IN_ORDER = (_RUPTURE.c.at, _RUPTURE.c.sequence, _RUPTURE.c.device)
_RUPTURES = (
    select(_RUPTURE)
    .where(_RUPTURE.c.at >= bindparam("start"), _RUPTURE.c.at < bindparam("end"), _STANDS)
    .order_by(*_IN_ORDER)
)
_OF_IT = _BID.c.rupture == _RUPTURE.c.id
_PICKED_UP = exists().where(_OF_IT, _DRAFT.c.id == _BID.c.id, _DRAFT.c.set_aside == 0)
_FINISHED = exists().where(_DRAFT.c.id == _BID.c.id, _DRAFT.c.changed_at >= bindparam("start"))
_TRIED_SINCE = (
    select(_RUPTURE)
    .where(_STANDS, exists().where(_OF_IT, or_(_BID.c.at >= bindparam("start"), _FINISHED)))
    .order_by(*_IN_ORDER)
)
_UNSETTLED = (
    select(_RUPTURE)
    .where(
        _RUPTURE.c.practice == 0,
        _STANDS,
        ~exists().where(_OF_IT, _BID.c.outcome == Outcome.TOGETHER.value),
        or_(
            _RUPTURE.c.resolution.is_(None),
            (_RUPTURE.c.resolution == Resolution.LET_BE.value) & _PICKED_UP,
        ),
    )
    .order_by(*_IN_ORDER)
)
_BIDS = (
    select(_BID)
    .where(_BID.c.at >= bindparam("start"), _BID.c.at < bindparam("end"))
    .order_by(_BID.c.at, _BID.c.sequence, _BID.c.device)
)


class Repairs:
    """Hard moments and how they were mended. Each fact that comes later is kept once.

    Where check-ins were moved because the clock was wrong, a rupture's episode is that of the
    check-in that stands now; in the file it keeps the one that it was said of.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ruptures: Records[Rupture] = Records(database, RuptureRow)
        self._bids: Records[Bid] = Records(database, BidRow)
        self._follow_ups: Records[FollowUp] = Records(database, FollowUpRow)

    def add_ruptures(self, ruptures: Iterable[Rupture]) -> None:
        """Keeps ruptures, all or none, in their order.

        Raises:
            Problem: none was kept.
        """
        self._ruptures.add_all(ruptures)

    def add_bids(self, bids: Iterable[Bid]) -> None:
        """Keeps bids, all or none, in their order; their ruptures come first.

        Raises:
            Problem: none was kept.
        """
        self._bids.add_all(bids)

    def add_follow_ups(self, follow_ups: Iterable[FollowUp]) -> None:
        """Keeps follow-ups, all or none, in their order; their ruptures come first.

        Raises:
            Problem: none was kept.
        """
        self._follow_ups.add_all(follow_ups)

    def fill_rupture(
        self,
        id_: UUID,
        *,
        episode: UUID | None = None,
        kind: RuptureKind | None = None,
        note: str | None = None,
        resolution: Resolution | None = None,
    ) -> Rupture:
        """Fills what is still empty of a rupture.

        Raises:
            Gone: it is not in the file any more.
            Problem: nothing was changed.
        """
        values = {
            "episode": maybe_text(episode),
            "kind": maybe_value(kind),
            "note": note or None,
            "resolution": maybe_value(resolution),
        }
        (filled,) = followed(self._database, [self._ruptures.fill(id_, values)])
        return filled

    def fill_bid(
        self,
        id_: UUID,
        *,
        calm_first: bool | None = None,
        steps_done: tuple[str, ...] = (),
        outcome: Outcome | None = None,
        try_again_at: datetime | None = None,
    ) -> Bid:
        """Fills what is still empty of a bid.

        Raises:
            Gone: it is not in the file any more.
            Problem: nothing was changed.
        """
        values = {
            "calm_first": None if calm_first is None else int(calm_first),
            "steps_done": joined(steps_done),
            "outcome": maybe_value(outcome),
            "try_again_at": maybe_micros(try_again_at),
        }
        return self._bids.fill(id_, values)

    def fill_follow_up(
        self, id_: UUID, *, card: ChildCard | None = None, note: str | None = None
    ) -> FollowUp:
        """Fills what is still empty of a follow-up.

        Raises:
            Gone: it is not in the file any more.
            Problem: nothing was changed.
        """
        return self._follow_ups.fill(id_, {"card": maybe_value(card), "note": note or None})

    def ruptures(self, start: datetime | None = None, end: datetime | None = None) -> list[Rupture]:
        """Ruptures with ``start <= at < end``, in order; None for without end.

        One that was replaced by another record of the same moment is not among them.
        """
        return followed(self._database, self._ruptures.read(_RUPTURES, bounds(start, end)))

    def unsettled(self) -> list[Rupture]:
        """Those with which there may still be something to do, in order; practice left out."""
        return followed(self._database, self._ruptures.read(_UNSETTLED))

    def tried_since(self, start: datetime) -> list[Rupture]:
        """Those with a bid that began, or was gone on with, at ``start`` or later; in order."""
        found = self._ruptures.read(_TRIED_SINCE, {"start": micros(start)})
        return followed(self._database, found)

    def ruptures_of_ids(self, ids: Iterable[UUID]) -> dict[UUID, Rupture]:
        """Those that are in the file, by id."""
        found = self._ruptures.of_ids(ids).values()
        return {rupture.id: rupture for rupture in followed(self._database, found)}

    def bids(self, ruptures: Iterable[UUID]) -> list[Bid]:
        """The bids to repair ``ruptures``, whenever they were made, in order."""
        return sorted(self._bids.where("rupture", ruptures), key=lambda bid: bid.at)

    def bids_between(self, start: datetime | None, end: datetime | None) -> list[Bid]:
        """Bids with ``start <= at < end``, of whichever ruptures, in order."""
        return self._bids.read(_BIDS, bounds(start, end))

    def bids_of_ids(self, ids: Iterable[UUID]) -> dict[UUID, Bid]:
        """Those that are in the file, by id."""
        return self._bids.of_ids(ids)

    def follow_ups(self, ruptures: Iterable[UUID]) -> list[FollowUp]:
        """The follow-ups of ``ruptures``, in order."""
        return sorted(self._follow_ups.where("rupture", ruptures), key=lambda one: one.at)

    def follow_ups_of_ids(self, ids: Iterable[UUID]) -> dict[UUID, FollowUp]:
        """Those that are in the file, by id."""
        return self._follow_ups.of_ids(ids)
