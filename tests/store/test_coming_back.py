"""A pulled disk is gone on with only if nothing can be lost by it, and left as it is otherwise."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_child
from tests.fakes import FakeClock
from thermometer.store import erasing, erasing_journal, opening
from thermometer.store.coming_back import ComingBack
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.problems import InUse, NoAccess
from thermometer.store.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "family"


@pytest.fixture
def database(folder: Path, clock: FakeClock) -> Iterator[Database]:
    opened = Database.open(folder, clock)
    yield opened
    opened.close()


def write(database: Database, value: int) -> None:
    Settings(database).set("a setting", value)


def pull(folder: Path) -> Path:
    return folder.rename(folder.with_name("away"))


def plug_in(folder: Path, away: Path) -> None:
    """As a disk that is plugged in again: files of its own."""
    shutil.copytree(away, folder)


def bytes_and_modes(folder: Path) -> dict[str, tuple[bytes, int]]:
    there = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: (path.read_bytes(), path.stat().st_mode) for path in there}


def test_a_disk_that_was_never_away_is_not_opened_again(database: Database) -> None:
    assert not ComingBack(database).look()


def test_what_goes_on_from_the_last_that_was_kept_is_opened(
    database: Database, folder: Path
) -> None:
    write(database, 1)
    away = pull(folder)
    disk = ComingBack(database)
    assert not disk.look()
    plug_in(folder, away)
    assert (folder / "family.db-wal").stat().st_size
    assert disk.look()
    assert disk.look()  # asked until somebody does it
    with pytest.raises(NoAccess):
        write(database, 2)


def test_nothing_is_opened_while_the_old_file_lies_there(database: Database, folder: Path) -> None:
    log = folder / "family.db-wal"
    kept = log.rename(folder / "log")
    assert database.is_away()
    assert not ComingBack(database).look()
    kept.rename(log)
    write(database, 1)


def test_an_older_copy_beside_our_log_is_left_alone(database: Database, folder: Path) -> None:
    file = folder / "family.db"
    shutil.copy(file, folder / "older")
    for value in range(20):
        write(database, value)
    kept = file.rename(folder / "ours")
    (folder / "older").rename(file)
    before = bytes_and_modes(folder)
    assert not ComingBack(database).look()
    assert bytes_and_modes(folder) == before
    with pytest.raises(NoAccess):
        write(database, 21)
    kept.replace(file)
    assert Settings(database).get("a setting") == 19


def test_an_older_copy_of_all_of_it_is_not_ours_to_go_on_with(
    database: Database, folder: Path
) -> None:
    older = Path(shutil.copytree(folder, folder.with_name("older")))
    write(database, 1)
    away = pull(folder)
    plug_in(folder, older)
    disk = ComingBack(database)
    assert not disk.look()
    assert not disk.look()
    shutil.rmtree(folder)
    plug_in(folder, away)
    assert disk.look()


def rollback_journal(file: Path) -> None:
    with closing(sqlite3.connect(file)) as changed:
        changed.execute("PRAGMA journal_mode = DELETE")
    file.chmod(0o644)


def no_device(file: Path) -> None:
    with closing(sqlite3.connect(file)) as changed:
        changed.execute("DROP TABLE device")


def older_schema(file: Path) -> None:
    with closing(sqlite3.connect(file)) as changed:
        changed.execute("UPDATE alembic_version SET version_num = '0001'")


def another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as changed:
        changed.execute("PRAGMA application_id = 7")


def traces_only(file: Path) -> None:
    file.write_bytes(b"")
    (file.parent / "backups").mkdir(exist_ok=True)
    (file.parent / "backups" / "one.db").write_bytes(b"a backup")


@pytest.mark.parametrize(
    "make", [rollback_journal, no_device, older_schema, another_program, traces_only]
)
def test_what_is_another_familys_stays_as_it_is(
    database: Database, folder: Path, clock: FakeClock, make: Callable[[Path], None]
) -> None:
    pull(folder)
    Database.open(folder, clock).close()
    make(folder / "family.db")
    before = bytes_and_modes(folder)
    disk = ComingBack(database)
    assert not disk.look()
    assert bytes_and_modes(folder) == before
    assert not disk.is_damaged
    assert not database.found_damaged


def test_what_another_program_holds_is_looked_at_again(database: Database, folder: Path) -> None:
    away = pull(folder)
    plug_in(folder, away)
    disk = ComingBack(database)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "locked", _in_use)
        assert not disk.look()
    assert disk.look()


def _in_use(path: Path) -> sqlite3.Connection:
    raise InUse(path)


@pytest.mark.parametrize("has_log", [False, True])
def test_damage_is_noted_unless_a_log_may_make_it_good(
    database: Database, folder: Path, *, has_log: bool
) -> None:
    write(database, 1)
    away = pull(folder)
    plug_in(folder, away)
    file = folder / "family.db"
    file.write_bytes(b"?" * file.stat().st_size)
    if not has_log:
        (folder / "family.db-wal").unlink()
    disk = ComingBack(database)
    assert not disk.look()
    assert disk.is_damaged is database.found_damaged is not has_log


def test_damage_is_forgotten_once_the_right_disk_is_back(database: Database, folder: Path) -> None:
    disk = ComingBack(database)
    noted = [(disk.look(), disk.is_damaged, database.found_damaged)]
    away = pull(folder)
    folder.mkdir()
    (folder / "family.db").write_bytes(b"no database at all, but long enough")
    noted.append((disk.look(), disk.is_damaged, database.found_damaged))
    shutil.rmtree(folder)
    away.rename(folder)
    noted.append((disk.look(), disk.is_damaged, database.found_damaged))
    assert noted == [(False, False, False), (False, True, True), (False, False, False)]


def test_damage_that_was_found_before_is_not_forgotten(database: Database, folder: Path) -> None:
    database.found_damaged = True
    away = pull(folder)
    folder.mkdir()
    (folder / "family.db").write_bytes(b"no database at all, but long enough")
    disk = ComingBack(database)
    disk.look()
    shutil.rmtree(folder)
    away.rename(folder)
    disk.look()
    assert database.found_damaged


def test_to_let_go_of_the_old_file_changes_nothing_that_lies_there(
    folder: Path, clock: FakeClock
) -> None:
    database = Database.open(folder, clock)
    write(database, 1)
    plug_in(folder, pull(folder))
    before = bytes_and_modes(folder)
    assert before["family.db-wal"][0]
    database.close()
    assert bytes_and_modes(folder) == before
    with closing(Database.open(folder, clock)) as again:
        assert Settings(again).get("a setting") == 1


def test_a_file_that_has_lost_its_numbers_is_not_gone_on_from(
    database: Database, folder: Path
) -> None:
    with database.transaction() as session:
        session.connection().exec_driver_sql("ALTER TABLE device RENAME TO gone")
    assert database.last_number > 2**60
    with database.transaction() as session:
        session.connection().exec_driver_sql("ALTER TABLE gone RENAME TO device")
    assert database.last_number == 0
    database.connection.execute("UPDATE device SET here = 0")
    with database.transaction():
        pass
    assert database.last_number == 0


def test_a_number_that_was_not_kept_is_not_asked_for(database: Database) -> None:
    write(database, 1)
    last = database.last_number
    with suppress(ZeroDivisionError), database.transaction():
        write(database, 2)
        raise ZeroDivisionError
    assert database.last_number == last > 0


def test_an_erasing_is_not_done_where_another_folder_came_in_the_midst_of_it(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mia = a_child()
    People(database).add(mia)
    sweep = erasing._sweep

    def swept(*given: Any) -> None:
        sweep(*given)
        plug_in(folder, pull(folder))

    with monkeypatch.context() as patch:
        patch.setattr(erasing, "_sweep", swept)
        with pytest.raises(NoAccess):
            erasing.erase_person(database, mia.id)
    assert erasing_journal.is_pending(folder)
    assert database.leaving is not None
