"""Everything that a data file keeps, opened once and handed to those who need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thermometer.store.checkins import CheckIns
    from thermometer.store.database import Database
    from thermometer.store.people import People
    from thermometer.store.repairs import Repairs
    from thermometer.store.settings import Settings
    from thermometer.store.tools import ToolUses


@dataclass(frozen=True, slots=True)
class Stores:
    """The open file and what is in it."""

    database: Database
    people: People
    check_ins: CheckIns
    tool_uses: ToolUses
    repairs: Repairs
    settings: Settings
