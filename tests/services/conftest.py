"""Services on a real data file, and what they told the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.builders import a_child
from tests.fakes import FakeClock, FakeSteadyClock
from tests.services.locks import MUM, PIN, english
from thermometer.domain.changes import Change
from thermometer.domain.people import Person
from thermometer.services.content import Content
from thermometer.services.family import Family
from thermometer.services.journal import Journal
from thermometer.services.parent_lock import ParentLock
from thermometer.services.safe_place import SafePlaces
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.locks import Locks
from thermometer.store.own_things import OwnThings
from thermometer.store.people import People
from thermometer.store.tools import ToolUses


@pytest.fixture
def database(tmp_path: Path, clock: FakeClock) -> Iterator[Database]:
    """A new family's file."""
    opened = Database.open(tmp_path / "family", clock)
    yield opened
    opened.close()


@pytest.fixture
def changes() -> list[Change]:
    """What was told, in order."""
    return []


@pytest.fixture
def family(database: Database, changes: list[Change]) -> Family:
    content = Content()
    places = SafePlaces(content, lambda: OwnThings(database))
    return Family(People(database), content, changes.append, places.standing)


@pytest.fixture
def journal(database: Database, clock: FakeClock, changes: list[Change]) -> Journal:
    return Journal(CheckIns(database), ToolUses(database), clock, changes.append)


@pytest.fixture
def mia(database: Database) -> Person:
    """A child who is in the file already."""
    child = a_child()
    People(database).add(child)
    return child


@pytest.fixture
def steady() -> FakeSteadyClock:
    """Measures the lock's waits."""
    return FakeSteadyClock()


@pytest.fixture
def start(database: Database, steady: FakeSteadyClock) -> Callable[[], ParentLock]:
    """Starts the app: a new lock on the same file."""
    return lambda: ParentLock(Locks(database), english, steady)


@pytest.fixture
def lock(start: Callable[[], ParentLock]) -> ParentLock:
    """A lock that nobody has set."""
    return start()


@pytest.fixture
def locked(lock: ParentLock) -> ParentLock:
    """A lock with Mum's PIN."""
    lock.set_pin(MUM, PIN)
    return lock
