"""A power cut at any write: the recorded writes and fsyncs of taps, replayed at every point."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store import records
from tests.store.recorded import Disk, Event, reason_not_to, record, torn
from thermometer.store import backups
from thermometer.store.checkins import CheckIns
from thermometer.store.database import FILE, Database
from thermometer.store.people import People

TAPS = 14
WHY_NOT = reason_not_to()
pytestmark = pytest.mark.skipif(WHY_NOT is not None, reason=str(WHY_NOT))


class Outcome:
    """What all states together showed."""

    def __init__(self) -> None:
        self.states = 0
        self.lost = 0
        self.broken = 0
        self.acknowledged = 0


def begun(folder: Path) -> dict[str, bytearray]:
    """A closed file of a family, as it lies on the disk; by name."""
    with closing(Database.open(folder)) as database:
        People(database).add(records.child())
    return {path.name: bytearray(path.read_bytes()) for path in folder.glob(f"{FILE}*")}


def replay(events: list[Event], start: dict[str, bytearray], folder: Path) -> Outcome:
    """Opens every state that a power cut after each of the events could have left."""
    disk = Disk(dict(start), {name: bytearray(data) for name, data in start.items()})
    outcome = Outcome()
    tried: set[int] = set()
    for event in (half for whole in events for half in torn(whole)):
        disk.take(event)
        for state in disk.states():
            files = {n: bytes(d) for n, d in state.items() if n.startswith(FILE)}
            key = hash((tuple(sorted(files.items())), len(disk.told)))
            if key in tried:
                continue
            tried.add(key)
            outcome.states += 1
            kept, integrity = reopened(files, folder)
            outcome.lost += not set(disk.told) <= kept
            outcome.broken += integrity != "ok"
    outcome.acknowledged = len(disk.told)
    return outcome


def reopened(files: dict[str, bytes], folder: Path) -> tuple[set[str], str]:
    """The ids of the check-ins in a file found after a crash, and whether it is sound."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA synchronous = OFF")
        kept = {id_ for (id_,) in connection.execute("SELECT id FROM check_in")}
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
    return kept, str(found)


def outcome_of(tmp_path: Path, *more: str) -> Outcome:
    folder = tmp_path / "data"
    start = begun(folder)
    words = ("tests.store.recorded_tapper", str(folder), str(TAPS), *more)
    events = record(tmp_path / "strace", folder, *words)
    return replay(events, start, tmp_path / "found")


def test_a_restore_leaves_the_old_or_the_new_at_any_write(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    begun(folder)
    with closing(Database.open(folder)) as database:
        backup = backups.make(database.connection, database.path, records.NOW)
        (mia,) = People(database).all()
        CheckIns(database).add_all(records.check_in(mia.id) for _ in range(60))
        old = {str(tap.id) for tap in CheckIns(database).between(None, None)}
    start = {path.name: bytearray(path.read_bytes()) for path in folder.glob(f"{FILE}*")}
    events = record(tmp_path / "strace", folder, "tests.store.restorer", str(folder), str(backup))
    disk = Disk(dict(start), {name: bytearray(data) for name, data in start.items()})
    found = set()
    for event in (half for whole in events for half in torn(whole)):
        disk.take(event)
        for state in disk.states():
            files = {n: bytes(d) for n, d in state.items() if n.startswith(FILE)}
            kept, integrity = reopened(files, tmp_path / "found")
            assert kept in (old, set())
            assert integrity == "ok"
            assert "done" not in disk.told or kept == set()
            found.add(bool(kept))
    assert found == {True, False}


def test_no_acknowledged_tap_is_lost_at_any_write(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path)
    assert outcome.acknowledged == TAPS
    assert outcome.states > 10 * TAPS
    assert (outcome.lost, outcome.broken) == (0, 0)


def test_the_replay_would_find_the_mistake_of_not_waiting_for_the_disk(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, "NORMAL")
    assert outcome.acknowledged == TAPS
    assert outcome.lost > TAPS // 2
    assert outcome.broken == 0
