"""An open family: every service under one name."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.domain.changes import Notify
    from thermometer.sentences import Sentences
    from thermometer.services.content import Content
    from thermometer.services.exchange import Export, Import
    from thermometer.services.family import Family
    from thermometer.services.journal import Journal
    from thermometer.services.safe_place import SafePlaces
    from thermometer.services.stores import Stores


@dataclass(frozen=True, slots=True)
class Services:
    """An open family: what can be done with it, until it is closed."""

    stores: Stores
    clock: Clock
    notify: Notify
    content: Content
    sentences: Sentences
    family: Family
    journal: Journal
    safe_places: SafePlaces
    held: ExitStack

    @property
    def folder(self) -> Path:
        """Where the family's data is."""
        return self.stores.database.path.parent

    def importing(self) -> Import:
        """Takes in files; what it needs is loaded when it is first asked for."""
        from thermometer.services.exchange import Import  # noqa: PLC0415 - rarely, and it is slow

        return Import(self.stores, self.content, self.clock, self.notify)

    def exporting(self) -> Export:
        """Writes files; what it needs is loaded when it is first asked for."""
        from thermometer.services.exchange import Export  # noqa: PLC0415 - rarely, and it is slow

        return Export(self.stores, self.clock)

    def close(self) -> None:
        """Lets go of the data file; a throw-away folder is gone after it."""
        self.held.close()
