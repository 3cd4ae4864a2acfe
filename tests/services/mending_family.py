"""An open family with Mia, her sister, Mum and Dad, on a real data file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from tests.builders import MIA, a_child, a_parent
from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.changes import Change
from thermometer.domain.mending import Repair
from thermometer.domain.people import Person
from thermometer.domain.zones import Zone
from thermometer.services.bundle import Services

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MUM = UUID("00000000-0000-4000-8000-000000000002")
DAD = UUID("00000000-0000-4000-8000-000000000003")
LEA = UUID("00000000-0000-4000-8000-000000000004")


@dataclass
class MendingFamily:
    """The family, its clock, and what was told."""

    services: Services
    clock: FakeClock
    told: list[Change] = field(default_factory=list)

    @classmethod
    def open(cls, folder: Path, clock: FakeClock) -> MendingFamily:
        """Opens it, and makes it if it is new; call again to start the program again."""
        told: list[Change] = []
        services = app.open_family(folder, clock, told.append)
        if not services.stores.people.all():
            services.stores.people.add_all(
                [
                    a_child(),
                    a_child(id=LEA, name="Lea", position=1),
                    a_parent(id=MUM, position=2),
                    a_parent(id=DAD, name="Dad", position=3),
                ]
            )
        return cls(services, clock, told)

    def tap(self, *zones: Zone, who: UUID = MIA, every: timedelta = 10 * MINUTE) -> None:
        """Taps zones, each so long after the one before."""
        for zone in zones:
            self.services.journal.check_in(who, zone)
            self.clock.advance(every)

    def hard_moment(self, child: UUID = MIA) -> UUID:
        """Logged on Home, an hour ago."""
        rupture = self.services.hard_moments().log(MUM, child)
        self.clock.advance(HOUR)
        return rupture.id

    def begun(self) -> Repair:
        """A hard moment, and a bid of Mum's that goes on."""
        return self.services.mending().begin(self.hard_moment(), MUM)

    def archive(self, person: UUID) -> None:
        """Sets somebody aside."""
        found: Person = next(p for p in self.services.stores.people.all() if p.id == person)
        self.services.stores.people.change(replace(found, archived=True))
