"""One value that tells how records, disk and clock are."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import a_child
from tests.fakes import BERLIN, FakeClock
from tests.services.clocked import Clocked
from thermometer import __version__
from thermometer.domain.backups import Examined
from thermometer.domain.problems import Problem
from thermometer.services.health import KEY, HealthCheck
from thermometer.services.safekeeping import Safekeeping
from thermometer.services.work import Stopped
from thermometer.store import schema
from thermometer.store.database import Database
from thermometer.store.settings import Settings


@pytest.fixture
def clocked(database: Database, clock: FakeClock) -> Clocked:
    return Clocked(database, clock)


@pytest.fixture
def check(database: Database, clock: FakeClock, clocked: Clocked) -> HealthCheck:
    keeping = Safekeeping(database, clock, clocked.told.append)
    return HealthCheck(database, keeping, clocked.changes, clocked.settings, clock)


def nobody(_done: int, _total: int) -> None:
    """Listens to the progress."""


def test_a_new_family_is_fine(check: HealthCheck, database: Database, clock: FakeClock) -> None:
    health = check.read("6.8.0")
    assert health.backup is None
    assert health.examined is None
    assert not health.damaged
    assert not health.low_space
    assert health.free
    assert (health.now, health.time_zone) == (clock.now(), BERLIN)
    assert health.clock is None
    assert health.unreadable == 0
    assert health.log == database.path.parent / "logs" / "thermometer.log"
    made = health.versions
    assert (made.program, made.qt, made.sqlite, made.schema) == (
        __version__,
        "6.8.0",
        sqlite3.sqlite_version,
        schema.REVISIONS[-1],
    )


def test_the_newest_backup_and_the_last_examination_are_told(
    check: HealthCheck, clocked: Clocked, clock: FakeClock
) -> None:
    clocked.tap()
    Safekeeping(clocked.database, clock, clocked.told.append).make()
    assert check.examine(nobody) == Examined(clock.now(), sound=True)
    clock.advance(timedelta(hours=1))
    health = check.read("")
    assert health.backup is not None
    assert health.backup.holds.check_ins == 1
    assert health.examined == Examined(clock.now() - timedelta(hours=1), sound=True)


def test_every_row_is_read_if_asked_for(check: HealthCheck, clocked: Clocked) -> None:
    tapped, broken = clocked.tap(), clocked.tap()
    with clocked.database.transaction() as session:
        raw = session.connection()
        raw.exec_driver_sql("DROP TRIGGER check_in_stands")
        raw.exec_driver_sql("UPDATE check_in SET id = ? WHERE id = ?", ("x" * 36, str(broken.id)))
    assert check.examine(nobody).sound
    assert check.read("").unreadable == 0
    steps: list[tuple[int, int]] = []
    assert check.examine(lambda done, total: steps.append((done, total)), rows=True).sound
    assert check.read("").unreadable == 1
    assert steps[-1][0] == steps[-1][1]
    assert clocked.all()[tapped.id] == tapped


def test_damage_is_told_and_kept(check: HealthCheck, database: Database) -> None:
    database.connection.execute("PRAGMA foreign_keys = OFF")
    database.connection.execute("INSERT INTO setting VALUES ('nobody', 1, 'key', '1', 1)")
    assert not check.examine(nobody).sound
    health = check.read("")
    assert health.damaged
    assert health.examined is not None
    assert not health.examined.sound


def test_an_examination_that_is_stopped_says_nothing(check: HealthCheck) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        check.examine(stop, rows=True)
    assert check.last_examined() is None


def test_what_cannot_be_kept_is_still_told(
    check: HealthCheck, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Settings, _key: str, _value: object) -> None:
        raise Problem("data-no-space")

    monkeypatch.setattr(Settings, "set", refuse)
    assert check.note(sound=True) == Examined(clock.now(), sound=True)
    assert check.last_examined() is None


@pytest.mark.parametrize(
    "value",
    [
        3,
        {"at": "yesterday", "sound": True},
        {"at": "2026-11-22T18:30:00", "sound": True},
        {"at": "2026-11-22T18:30:00+00:00", "sound": "yes"},
    ],
)
def test_an_examination_that_cannot_be_read_is_none(
    check: HealthCheck, clocked: Clocked, value: object
) -> None:
    clocked.settings.set(KEY, value)
    assert check.last_examined() is None


def test_a_disk_that_tells_nothing_is_said_so(
    check: HealthCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise OSError

    monkeypatch.setattr("shutil.disk_usage", refuse)
    assert check.read("").free is None


def test_a_clock_that_was_set_is_told(check: HealthCheck, clocked: Clocked) -> None:
    clocked.watch.begin()
    clocked.set_by(-timedelta(hours=1))
    change = clocked.watch.look()
    assert check.read("").clock == change
    assert a_child().name not in repr(check.read(""))
