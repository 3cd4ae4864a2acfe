"""Everything that a data file keeps, opened once and handed to those who need it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thermometer.store.checkins import CheckIns
    from thermometer.store.database import Database
    from thermometer.store.mending import MendingNotes
    from thermometer.store.own_things import OwnThings
    from thermometer.store.people import People
    from thermometer.store.repairs import Repairs
    from thermometer.store.settings import Settings
    from thermometer.store.tools import ToolUses


@dataclass(frozen=True)
class Stores:
    """The open file and what is in it; what Home does not need is loaded when it is asked for."""

    database: Database
    people: People
    check_ins: CheckIns
    tool_uses: ToolUses

    @cached_property
    def repairs(self) -> Repairs:
        """Ruptures, bids and follow-ups."""
        from thermometer.store.repairs import Repairs  # noqa: PLC0415 - Home needs none

        return Repairs(self.database)

    @cached_property
    def mending(self) -> MendingNotes:
        """What goes with repairs: drafts, what was put off, own lines."""
        from thermometer.store.mending import MendingNotes  # noqa: PLC0415 - Home needs none

        return MendingNotes(self.database)

    @cached_property
    def own_things(self) -> OwnThings:
        """Photos, recorded voices, changed cards and tools of the family's own."""
        from thermometer.store.own_things import OwnThings  # noqa: PLC0415 - Home needs none

        return OwnThings(self.database)

    @cached_property
    def settings(self) -> Settings:
        """What the family has set."""
        from thermometer.store.settings import Settings  # noqa: PLC0415 - Home needs none

        return Settings(self.database)
