"""The stores of a copy, in which long work reads and tries things while taps go on."""

from __future__ import annotations

from thermometer.services.stores import Stores
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.tools import ToolUses


def stores_of(database: Database) -> Stores:
    """Everything that is kept in ``database``."""
    return Stores(
        database=database,
        people=People(database),
        check_ins=CheckIns(database),
        tool_uses=ToolUses(database),
    )
