"""Putting a backup back: the new or the old, never a mixture, whatever happens in the midst."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store import records
from thermometer.domain.people import Person
from thermometer.domain.zones import Zone
from thermometer.store import backups, problems, restoring
from thermometer.store.checkins import CheckIns
from thermometer.store.database import FILE, Database
from thermometer.store.locks import Locks
from thermometer.store.people import People

ROOT = Path(__file__).parents[2]
OLD, NEW = 700, 1500
KILLS = 15


def tap(database: Database, person: Person, count: int, zone: Zone) -> None:
    CheckIns(database).add_all(records.check_in(person.id, zone) for _ in range(count))


@pytest.fixture
def backup(database: Database, mia: Person) -> Path:
    """A backup with 1,500 green check-ins; the file itself has 700 red ones by now."""
    tap(database, mia, NEW, Zone.GREEN)
    made = backups.make(database.connection, database.path, records.NOW)
    with database.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM check_in")
    tap(database, mia, OLD, Zone.RED)
    return made


def zones(database: Database) -> dict[Zone, int]:
    found = CheckIns(database).between(None, None)
    return {zone: n for zone in Zone if (n := sum(c.zone is zone for c in found))}


def put_back(backup: Path, database: Database, clock: FakeClock) -> None:
    with restoring.stage(database.path) as folder:
        restoring.pour(restoring.make_ready(backup, folder, clock), database)


def test_everything_is_as_in_the_backup(
    database: Database, backup: Path, clock: FakeClock, mia: Person
) -> None:
    device = database.device
    put_back(backup, database, clock)
    assert zones(database) == {Zone.GREEN: NEW}
    assert People(database).all() == [mia]
    assert database.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.connection.execute("PRAGMA journal_mode").fetchall() == [("wal",)]
    assert not database.path.with_name(restoring.STAGE).exists()
    # What was tapped since had numbers of the old device, and may come back from elsewhere.
    assert database.device != device
    tap(database, mia, 1, Zone.YELLOW)
    assert zones(database) == {Zone.GREEN: NEW, Zone.YELLOW: 1}


def test_what_was_put_back_is_there_at_the_next_start(
    folder: Path, database: Database, backup: Path, clock: FakeClock
) -> None:
    put_back(backup, database, clock)
    database.close()
    with closing(Database.open(folder)) as again:
        assert zones(again) == {Zone.GREEN: NEW}


def test_the_lock_stays_the_one_that_is_here(
    database: Database, backup: Path, clock: FakeClock
) -> None:
    for there, after in (({}, {}), ({"pin": "new"}, {"pin": "new"})):
        Locks(database).write(there)
        with restoring.stage(database.path) as folder:
            ready = restoring.make_ready(backup, folder, clock)
            with closing(Database.open(folder, clock)) as coming:
                Locks(coming).write({"pin": "old", "tries": 3} if there else {})
            restoring.keep_own(ready, database)
            restoring.pour(ready, database)
        assert Locks(database).read() == after


def garbled(database: Database, text: str) -> None:
    with database.transaction() as session:
        session.connection().exec_driver_sql("UPDATE setting SET value = ?", (text,))


@pytest.mark.parametrize("text", ["{", "null"])
@pytest.mark.parametrize(
    ("there", "after"), [({}, {"pins": {}}), ({"pins": {"": "old"}}, {"pins": {"": "old"}})]
)
def test_pins_that_cannot_be_read_are_those_of_the_backup_or_open_nothing(
    database: Database,
    backup: Path,
    clock: FakeClock,
    there: dict[str, object],
    after: dict[str, object],
    text: str,
) -> None:
    Locks(database).write({"pins": {"": "new"}})
    garbled(database, text)
    with restoring.stage(database.path) as folder:
        ready = restoring.make_ready(backup, folder, clock)
        with closing(Database.open(folder, clock)) as coming:
            Locks(coming).write(there)
        restoring.keep_own(ready, database)
        restoring.pour(ready, database)
    assert Locks(database).read() == after


@pytest.mark.parametrize("text", ["{", "null"])
def test_pins_that_can_be_read_in_neither_open_nothing(
    database: Database, backup: Path, clock: FakeClock, text: str
) -> None:
    Locks(database).write({"pins": {"": "new"}})
    garbled(database, text)
    with restoring.stage(database.path) as folder:
        ready = restoring.make_ready(backup, folder, clock)
        with closing(Database.open(folder, clock)) as coming:
            Locks(coming).write({"pins": {"": "old"}})
            garbled(coming, "null")
        restoring.keep_own(ready, database)
        restoring.pour(ready, database)
    assert Locks(database).read() == {"pins": {}}


def test_a_disk_that_fills_up_leaves_what_was_there(
    database: Database, backup: Path, clock: FakeClock
) -> None:
    (pages,) = database.connection.execute("PRAGMA page_count").fetchone()
    database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with restoring.stage(database.path) as folder:
        ready = restoring.make_ready(backup, folder, clock)
        with closing(Database.open(folder, clock)) as larger:
            (mia,) = People(larger).all()
            tap(larger, mia, 3000, Zone.GREEN)
        with pytest.raises(problems.NoSpace):
            restoring.pour(ready, database)
    assert zones(database) == {Zone.RED: OLD}


def test_a_place_that_cannot_be_made_is_told(database: Database) -> None:
    database.path.with_name(restoring.STAGE).write_text("in the way")
    with pytest.raises(problems.NoAccess), restoring.stage(database.path):
        pytest.fail("there is no place")


def killed_while_restoring(folder: Path, backup: Path, after: float) -> str:
    """Lets a process restore, kills it so many seconds after it began; what it had said."""
    command = [sys.executable, "-m", "tests.store.restorer", str(folder), str(backup)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        until = time.perf_counter() + after
        while time.perf_counter() < until:
            pass
        process.kill()
        said = process.stdout.read()
    assert process.returncode == -9
    return said


def test_a_kill_in_the_midst_leaves_the_old_or_the_new(
    folder: Path, database: Database, backup: Path, tmp_path: Path
) -> None:
    database.close()
    begun = shutil.copytree(folder, tmp_path / "begun")
    copied = tmp_path / "begun" / "backups" / backup.name
    found = []
    for number in range(KILLS):
        here = Path(shutil.copytree(begun, tmp_path / str(number)))
        said = killed_while_restoring(here, copied, 0.001 * number)
        with closing(Database.open(here)) as again:
            found.append(zones(again))
            assert again.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert found[-1] in ({Zone.RED: OLD}, {Zone.GREEN: NEW})
        assert not said or found[-1] == {Zone.GREEN: NEW}
    assert {Zone.RED: OLD} in found


def test_a_strangers_log_beside_it_cannot_bring_the_old_data_back(
    folder: Path, database: Database, backup: Path, clock: FakeClock, mia: Person
) -> None:
    tap(database, mia, 40, Zone.YELLOW)
    log = folder / f"{FILE}-wal"
    stale = log.read_bytes()
    assert stale
    put_back(backup, database, clock)
    database.close()
    assert not log.exists() or log.read_bytes() != stale
    with closing(Database.open(folder)) as again:
        assert zones(again) == {Zone.GREEN: NEW}


def test_a_file_set_aside_keeps_every_byte_and_its_log(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    path, log = folder / FILE, folder / f"{FILE}-wal"
    path.write_bytes(b"damaged")
    log.write_bytes(b"its log")
    path.with_name(f"{FILE}-shm").write_bytes(b"index")
    first = restoring.set_aside(path, "now")
    assert first == folder / "corrupt-now.db"
    assert first.read_bytes() == b"damaged"
    assert first.with_name("corrupt-now.db-wal").read_bytes() == b"its log"
    path.write_bytes(b"again")
    second = restoring.set_aside(path, "now")
    assert second not in (None, first)
    assert restoring.set_aside(path, "now") is None
    assert {p.name for p in folder.iterdir()} == {
        "corrupt-now.db",
        "corrupt-now.db-wal",
        str(second and second.name),
    }


REFUSED: dict[str, tuple[str, Callable[[Path], object]]] = {
    "missing": ("backup-missing", lambda path: path.unlink()),
    "text": ("backup-damaged", lambda path: path.write_text("a text")),
    "empty": ("backup-damaged", lambda path: path.write_bytes(b"")),
    "half": (
        "backup-damaged",
        lambda path: path.write_bytes(path.read_bytes()[:9000]),
    ),
    "a page lost": (
        "backup-damaged",
        lambda path: path.write_bytes(_without_page(path.read_bytes(), 40)),
    ),
    "another program's": ("backup-not-ours", lambda path: _run(path, "PRAGMA application_id = 7")),
    "newer": (
        "backup-newer",
        lambda path: _run(path, "UPDATE alembic_version SET version_num = '9999'"),
    ),
}


def _without_page(data: bytes, number: int) -> bytes:
    return data[: number * 4096] + bytes(4096) + data[(number + 1) * 4096 :]


def _run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_put_back_is_refused(
    case: str, database: Database, backup: Path, clock: FakeClock
) -> None:
    key, spoil = REFUSED[case]
    spoil(backup)
    before = backup.read_bytes() if backup.exists() else b""
    with pytest.raises(backups.NotABackup) as caught:
        put_back(backup, database, clock)
    assert caught.value.key == key
    assert zones(database) == {Zone.RED: OLD}
    assert (backup.read_bytes() if backup.exists() else b"") == before


def test_a_backup_that_may_not_be_read_is_not_called_damaged(
    database: Database, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(backups, "looked_into", refuse)
    with pytest.raises(backups.NotABackup) as caught:
        backups.look(backup)
    assert caught.value.key == "backup-no-access"


def test_an_older_backup_is_brought_up(database: Database, clock: FakeClock) -> None:
    put_back(Path(__file__).parent / "schemas" / "0001.db", database, clock)
    assert {person.name for person in People(database).all(archived=True)} > {"Papa", "Mia"}
    assert len(CheckIns(database).between(None, None)) == 3
