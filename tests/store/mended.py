"""What goes with a repair, put into a file whole and read from it again."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from tests.store import records
from thermometer.domain.repair_steps import RepairStep
from thermometer.domain.ruptures import Bid, ChildCard, Rupture, RuptureKind
from thermometer.store.database import Database
from thermometer.store.mending import MendingNotes
from thermometer.store.repairs import Repairs


def fill(database: Database, rupture: Rupture, bid: Bid) -> None:
    """Puts a row into each of the tables, every field of it filled in one of them."""
    notes = MendingNotes(database)
    draft = records.draft(
        bid.id,
        step=RepairStep.OWN_IT,
        done=(RepairStep.CALM_FIRST,),
        kind=RuptureKind.LIMIT,
        card=ChildCard.NO,
        set_aside=True,
    )
    notes.keep_draft(draft)
    notes.keep_line(records.own_line())
    for put_off_at in (bid.id, None):
        notes.snooze(records.snooze(rupture.id, put_off_at))
    again = records.rupture(rupture.grown_up, rupture.child)
    notes.say_same(records.same_moment(rupture.id, again.id, same=False), again)


def everything(database: Database, ruptures: Iterable[UUID]) -> tuple[object, ...]:
    """All of it that goes with ``ruptures``."""
    notes, ids = MendingNotes(database), tuple(ruptures)
    bids = [bid.id for bid in Repairs(database).bids(ids)]
    return notes.drafts(bids), notes.lines(), notes.snoozes(ids), notes.same_moments(ids)
