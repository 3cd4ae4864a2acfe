"""A family whose clock somebody sets, and what notices it."""

from __future__ import annotations

from datetime import timedelta

from tests.builders import a_child
from tests.fakes import FakeClock, FakeSteadyClock
from thermometer.domain.changes import Change
from thermometer.domain.checkins import CheckIn
from thermometer.domain.zones import Zone
from thermometer.services.clock_changes import ClockChanges
from thermometer.services.clock_watch import ClockWatch
from thermometer.services.journal import Journal
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.entered_here import EnteredHere
from thermometer.store.people import People
from thermometer.store.remarks import Remarks
from thermometer.store.settings import Settings
from thermometer.store.tools import ToolUses

MINUTE = timedelta(minutes=1)


class Clocked:
    """Mia taps; time passes on both clocks, or only the one is set."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.database, self.clock, self.steady = database, clock, FakeSteadyClock()
        self.told: list[Change] = []
        self.check_ins, self.remarks = CheckIns(database), Remarks(database)
        self.settings = Settings(database)
        self.journal = Journal(self.check_ins, ToolUses(database), clock, self.told.append)
        self.mia = a_child()
        People(database).add(self.mia)
        self.changes = ClockChanges(
            EnteredHere(database), self.remarks, self.settings, clock, self.told.append
        )
        self.watch = ClockWatch(self.changes, clock, self.steady)

    def pass_by(self, span: timedelta) -> None:
        self.clock.advance(span)
        self.steady.advance(span)

    def set_by(self, span: timedelta) -> None:
        """Somebody sets the clock; no time passes."""
        self.clock.advance(span)

    def tap(self, zone: Zone = Zone.YELLOW) -> CheckIn:
        """Mia taps, and a minute passes."""
        tapped = self.journal.check_in(self.mia.id, zone)
        self.pass_by(MINUTE)
        return tapped

    def start_again(self) -> ClockWatch:
        """The program is started anew."""
        self.watch = ClockWatch(self.changes, self.clock, self.steady)
        self.watch.begin()
        return self.watch

    def all(self) -> dict[object, CheckIn]:
        return {each.id: each for each in self.check_ins.between(None, None)}

    def standing(self) -> list[CheckIn]:
        return [each for each in self.all().values() if each.withdrawn_at is None]
