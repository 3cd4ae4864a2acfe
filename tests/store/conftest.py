"""A data file of a test's own, with a child and a grown-up in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store import records
from tests.store.erased_home import fewer_files, home_of_three, lived_in
from thermometer.domain.people import Person
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.repairs import Repairs
from thermometer.store.tools import ToolUses

__all__ = ["fewer_files", "home_of_three", "lived_in"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the data goes; it is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def database(folder: Path, clock: FakeClock) -> Iterator[Database]:
    """An open, empty data file."""
    opened = Database.open(folder, clock)
    yield opened
    opened.close()


@pytest.fixture
def mia(database: Database) -> Person:
    """A child in the file."""
    person = records.child("Mia")
    People(database).add(person)
    return person


@pytest.fixture
def papa(database: Database) -> Person:
    """A grown-up in the file."""
    person = records.parent("Papa", position=0)
    People(database).add(person)
    return person


@pytest.fixture
def check_ins(database: Database) -> CheckIns:
    """The check-ins of the file."""
    return CheckIns(database)


@pytest.fixture
def tool_uses(database: Database) -> ToolUses:
    """The uses of tools of the file."""
    return ToolUses(database)


@pytest.fixture
def repairs(database: Database) -> Repairs:
    """The ruptures of the file."""
    return Repairs(database)
