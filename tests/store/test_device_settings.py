"""What speaks of one device stays there: no import, merge or backup brings another's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store import records
from thermometer.domain.device_settings import CHOSEN_HERE, DEVICE_SETTINGS
from thermometer.domain.people import Person
from thermometer.services import clock_changes, early_signs, health, starting
from thermometer.store import backups, restoring
from thermometer.store.database import Database
from thermometer.store.loading import load
from thermometer.store.merging import merge
from thermometer.store.settings import Settings
from thermometer.store.whole import dump

ALL = {key: {"of": "there"} for key in DEVICE_SETTINGS}


@pytest.fixture
def there(tmp_path: Path, clock: FakeClock) -> Iterator[Database]:
    """Another device's file, with every such setting and one that is none."""
    with closing(Database.open(tmp_path / "there", clock)) as opened:
        for key, value in ALL.items():
            Settings(opened).set(key, value)
        Settings(opened).set("help-numbers", [["Gran", "0456"]])
        yield opened


def test_each_service_keeps_its_own_under_one_of_them() -> None:
    keys = {clock_changes.KEY, health.KEY, early_signs.KEY, starting.FULL_SCREEN}
    assert keys < DEVICE_SETTINGS
    assert set(CHOSEN_HERE) <= DEVICE_SETTINGS


def test_an_export_holds_them_and_no_import_takes_them(database: Database, there: Database) -> None:
    tables = dump(there)
    assert {row["key"] for row in tables["setting"]} > DEVICE_SETTINGS
    loaded = load(database, tables)
    assert loaded.refused == []
    assert Settings(database).all() == {"help-numbers": [["Gran", "0456"]]}


def test_what_is_here_already_is_no_reason_to_refuse(database: Database, there: Database) -> None:
    Settings(database).set("keep-for", "here")
    assert load(database, dump(there)).refused == []
    assert Settings(database).get("keep-for") == "here"


def test_no_merge_takes_them(database: Database, there: Database, clock: FakeClock) -> None:
    rows = [dict(row, changed_at="2027-01-01T00:00:00Z") for row in dump(there)["setting"]]
    for key in DEVICE_SETTINGS:
        Settings(database).set(key, "here")
    merge(database, [("setting", rows)])
    assert {Settings(database).get(key) for key in DEVICE_SETTINGS} == {"here"}


def put_back(backup: Path, database: Database, clock: FakeClock) -> None:
    with restoring.stage(database.path) as folder:
        ready = restoring.make_ready(backup, folder, clock)
        restoring.keep_own(ready, database)
        restoring.pour(ready, database)


def test_a_backup_of_another_device_brings_none(
    database: Database, there: Database, clock: FakeClock
) -> None:
    backup = backups.make(there.connection, there.path, records.NOW)
    put_back(backup, database, clock)
    assert Settings(database).all() == {"help-numbers": [["Gran", "0456"]]}


def test_what_was_chosen_here_stays_when_a_backup_is_put_back(
    database: Database, mia: Person, clock: FakeClock
) -> None:
    for key in DEVICE_SETTINGS:
        Settings(database).set(key, "then")
    backup = backups.make(database.connection, database.path, records.NOW)
    for key in DEVICE_SETTINGS:
        Settings(database).set(key, "now")
    put_back(backup, database, clock)
    # Numbers of rows, and marks of a tap, are of no worth among the rows of another time.
    assert Settings(database).all() == dict.fromkeys(CHOSEN_HERE, "now")


def test_one_that_was_never_chosen_here_is_not_brought_back(
    database: Database, mia: Person, clock: FakeClock
) -> None:
    Settings(database).set("keep-for", "then")
    backup = backups.make(database.connection, database.path, records.NOW)
    Settings(database).set("keep-for", None)
    put_back(backup, database, clock)
    assert Settings(database).get("keep-for") is None


def test_a_backup_beside_a_lost_file_brings_what_was_chosen_here(
    database: Database, mia: Person, clock: FakeClock
) -> None:
    for key in DEVICE_SETTINGS:
        Settings(database).set(key, "then")
    backup = backups.make(database.connection, database.path, records.NOW)
    with restoring.stage(database.path) as folder:
        restoring.make_ready(backup, folder, clock)
        with closing(Database.open(folder, clock)) as coming:
            assert Settings(coming).all() == dict.fromkeys(CHOSEN_HERE, "then")
