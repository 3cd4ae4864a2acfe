"""The stores, seen as one shelf for each kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from thermometer.services.exchange.tables import Kind

if TYPE_CHECKING:
    from thermometer.services.stores import Stores


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the records of one kind are kept."""

    of_ids: Callable[[Iterable[UUID]], Mapping[UUID, Any]]
    add_all: Callable[[Iterable[Any]], None]
    all: Callable[[], list[Any]]


def shelves(stores: Stores) -> dict[Kind, Shelf]:
    """The shelf of each kind of record; people and settings have none."""
    repairs = stores.repairs
    return {
        Kind.CHECK_INS: Shelf(
            stores.check_ins.of_ids,
            stores.check_ins.add_all,
            lambda: stores.check_ins.between(None, None),
        ),
        Kind.TOOL_USES: Shelf(
            stores.tool_uses.of_ids,
            stores.tool_uses.add_all,
            lambda: stores.tool_uses.between(None, None),
        ),
        Kind.RUPTURES: Shelf(repairs.ruptures_of_ids, repairs.add_ruptures, repairs.ruptures),
        Kind.BIDS: Shelf(
            repairs.bids_of_ids,
            repairs.add_bids,
            lambda: repairs.bids(r.id for r in repairs.ruptures()),
        ),
        Kind.FOLLOW_UPS: Shelf(
            repairs.follow_ups_of_ids,
            repairs.add_follow_ups,
            lambda: repairs.follow_ups(r.id for r in repairs.ruptures()),
        ),
    }
