"""Damage: what can still be read is read row by row, and joined to a backup by id."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store import records
from thermometer.domain.checkins import CheckIn
from thermometer.domain.people import Person
from thermometer.store import backups, problems, salvage
from thermometer.store.checkins import CheckIns
from thermometer.store.database import FILE, Database
from thermometer.store.locks import Locks
from thermometer.store.merging import merge
from thermometer.store.people import People
from thermometer.store.settings import Settings
from thermometer.store.tools import ToolUses

BEFORE, AFTER = 700, 500
PAGE = 4096


class Family:
    """A closed data file with a backup of an earlier state of it."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.path = folder / FILE
        with closing(Database.open(folder, clock)) as database:
            self.mia = records.child()
            People(database).add(self.mia)
            self.taps = self._tap(database, BEFORE)
            self.use = records.tool_use(self.mia.id)
            ToolUses(database).start(self.use)
            self.backup = backups.make(database.connection, self.path, clock.now())
            clock.advance(timedelta(hours=1))
            self.taps += self._tap(database, AFTER)
            self.use = ToolUses(database).end(self.use.id, clock.now())
            self.taps[0] = CheckIns(database).withdraw(self.taps[0].id, clock.now())
            self.mia = replace(self.mia, picture="owl")
            People(database).change(self.mia)
            Locks(database).write({"pin": "a hash"})
            Settings(database).set("theme", "dark")

    def _tap(self, database: Database, count: int) -> list[CheckIn]:
        made = [records.check_in(self.mia.id) for _ in range(count)]
        CheckIns(database).add_all(made)
        return made

    def salvaged(self, folder: Path, *, like: bool = True) -> dict[str, list[dict[str, object]]]:
        """What can be read, by table."""
        folder.mkdir(exist_ok=True)
        found: dict[str, list[dict[str, object]]] = {}
        for table, rows in salvage.salvage(self.path, folder, self.backup if like else None):
            found.setdefault(table, []).extend(rows)
        return found


@pytest.fixture
def family(folder: Path, clock: FakeClock) -> Family:
    return Family(folder, clock)


def opened_backup(family: Family, folder: Path, clock: FakeClock) -> Database:
    """The backup, open in a folder of its own."""
    folder.mkdir()
    shutil.copy(family.backup, folder / FILE)
    return Database.open(folder, clock)


def without_page(data: bytes, number: int) -> bytes:
    return data[: number * PAGE] + bytes(PAGE) + data[(number + 1) * PAGE :]


def page_of_noise(data: bytes, number: int) -> bytes:
    noise = random.Random(number).randbytes(PAGE)
    return data[: number * PAGE] + noise + data[(number + 1) * PAGE :]


def pages_of(path: Path, table: str) -> list[int]:
    """Where the leaves of ``table`` are, counted from 0: by what is written in them."""
    with closing(sqlite3.connect(path)) as connection:
        ids = [i for (i,) in connection.execute(f"SELECT id FROM {table} ORDER BY rowid")]
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    data = path.read_bytes()
    leaf = 13  # the first byte of a leaf of a table
    found = []
    for number in range(1, len(data) // PAGE):
        page = data[number * PAGE : (number + 1) * PAGE]
        if number != root - 1 and page[0] == leaf and any(id_.encode() in page for id_ in ids):
            found.append(number)
    return found


def test_a_sound_file_is_read_whole(family: Family, tmp_path: Path) -> None:
    found = family.salvaged(tmp_path / "aside")
    assert len(found["check_in"]) == BEFORE + AFTER
    assert [row["name"] for row in found["person"]] == ["Mia"]
    assert {row["key"] for row in found["setting"]} == {"lock.pin", "theme"}


def test_what_is_in_the_log_is_read_too(
    folder: Path, database: Database, mia: Person, tmp_path: Path
) -> None:
    CheckIns(database).add_all(records.check_in(mia.id) for _ in range(5))
    copied = tmp_path / "copied"
    copied.mkdir()
    for name in (FILE, f"{FILE}-wal"):
        # By SQLite's own program and not here: closing our handle would end the lock.
        shutil.copyfile(folder / name, copied / name)
    aside = tmp_path / "aside"
    aside.mkdir()
    found = dict(salvage.salvage(copied / FILE, aside, None))
    assert len(found["check_in"]) == 5


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "header zeroed": lambda data: bytes(100) + data[100:],
    "first page of noise": lambda data: page_of_noise(data, 0),
    "truncated to half": lambda data: data[: len(data) // 2],
    "truncated at an odd place": lambda data: data[: len(data) * 2 // 3 + 77],
    "ten bits flipped": lambda data: flipped(data, 10),
}


def flipped(data: bytes, count: int) -> bytes:
    chance = random.Random(7)
    changed = bytearray(data)
    for _ in range(count):
        changed[chance.randrange(PAGE, len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


@pytest.mark.parametrize("damage", DAMAGES)
def test_something_is_always_read_and_all_of_it_is_true(
    damage: str, family: Family, tmp_path: Path
) -> None:
    family.path.write_bytes(DAMAGES[damage](family.path.read_bytes()))
    before = family.path.read_bytes()
    found = family.salvaged(tmp_path / "aside")
    known = {str(tap.id) for tap in family.taps}
    read = {str(row["id"]) for row in found["check_in"]}
    assert len(read) > 40
    assert len(read - known) <= (2 if "bits" in damage else 0)
    assert family.path.read_bytes() == before


@pytest.mark.parametrize("spoil", [without_page, page_of_noise])
@pytest.mark.parametrize("where", [0, 3, -1])
def test_a_lost_page_costs_its_own_rows_only(
    spoil: Callable[[bytes, int], bytes], where: int, family: Family, tmp_path: Path
) -> None:
    number = pages_of(family.path, "check_in")[where]
    family.path.write_bytes(spoil(family.path.read_bytes(), number))
    found = family.salvaged(tmp_path / "aside")
    assert BEFORE + AFTER - 40 < len(found["check_in"]) < BEFORE + AFTER
    assert len(found["person"]) == 1


def test_without_a_sound_first_page_and_a_backup_nothing_is_read(
    family: Family, tmp_path: Path
) -> None:
    family.path.write_bytes(bytes(PAGE) + family.path.read_bytes()[PAGE:])
    assert family.salvaged(tmp_path / "aside", like=False) == {}
    assert len(family.salvaged(tmp_path / "aside", like=True)["check_in"]) == BEFORE + AFTER


@pytest.mark.parametrize("content", [b"", b"a text, no database" * 500])
def test_of_a_text_nothing_is_read(content: bytes, family: Family, tmp_path: Path) -> None:
    family.path.write_bytes(content)
    assert family.salvaged(tmp_path / "aside", like=False) == {}


def test_a_column_that_an_older_file_lacks_is_empty(family: Family, tmp_path: Path) -> None:
    with closing(sqlite3.connect(family.path)) as connection, connection:
        connection.execute("DROP TRIGGER check_in_stands")
        connection.execute("ALTER TABLE check_in DROP COLUMN contexts")
        connection.execute("DROP TABLE same_moment")
    found = family.salvaged(tmp_path / "aside")
    assert len(found["check_in"]) == BEFORE + AFTER
    assert {str(row["contexts"]) for row in found["check_in"]} == {"[]"}


def test_a_row_that_makes_no_sense_is_left_out(family: Family, tmp_path: Path) -> None:
    with closing(sqlite3.connect(family.path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("DROP TRIGGER check_in_stands")
        connection.execute("UPDATE check_in SET zone = 'purple' WHERE rowid = 3")
    assert len(family.salvaged(tmp_path / "aside")["check_in"]) == BEFORE + AFTER - 1


def test_backup_and_salvage_are_joined_by_id(
    family: Family, clock: FakeClock, tmp_path: Path
) -> None:
    number = pages_of(family.path, "check_in")[3]  # only rows that the backup has as well
    family.path.write_bytes(without_page(family.path.read_bytes(), number))
    aside = tmp_path / "aside"
    aside.mkdir()
    with closing(opened_backup(family, tmp_path / "new", clock)) as database:
        rows = salvage.salvage(family.path, aside, family.backup)
        gained = merge(database, rows)
        assert gained >= AFTER + 4
        there = CheckIns(database).of_ids(tap.id for tap in family.taps)
        assert there == {tap.id: tap for tap in family.taps}
        assert ToolUses(database).of_ids([family.use.id]) == {family.use.id: family.use}
        assert People(database).all() == [family.mia]
        assert Locks(database).read() == {"pin": "a hash"}
        assert Settings(database).all()["theme"] == "dark"
        assert merge(database, salvage.salvage(family.path, aside, family.backup)) == 0


def test_an_older_state_changes_nothing(family: Family, clock: FakeClock, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    with closing(Database.open(family.path.parent, clock)) as database:
        Locks(database).write({"pin": "another hash"})
        assert merge(database, salvage.salvage(family.backup, aside, None)) == 0
        assert People(database).all() == [family.mia]
        assert CheckIns(database).of_ids([family.taps[0].id]) == {family.taps[0].id: family.taps[0]}
        assert Locks(database).read() == {"pin": "another hash"}


def test_a_row_that_does_not_fit_is_left_out_and_the_others_are_not(
    database: Database, mia: Person, clock: FakeClock
) -> None:
    tap = records.check_in(mia.id)
    CheckIns(database).add(tap)
    (mias,) = [rows for table, rows in _dumped(database, "person")]
    clock.advance(timedelta(hours=1))
    papa = records.parent("Papa")
    People(database).add(papa)
    later = mias[0] | {"changed_at": "2030-01-01T00:00:00Z"}
    taken = later | {"name": "Papa"}
    assert merge(database, [("person", [taken])]) == 0
    assert merge(database, [("person", [later | {"picture": "bear"}])]) == 1
    assert {person.name: person.picture for person in People(database).all()} == {
        "Mia": "bear",
        "Papa": papa.picture,
    }
    ((_, taps),) = _dumped(database, "check_in")
    assert merge(database, [("check_in", [taps[0] | {"zone": "red"}])]) == 0
    stranger = taps[0] | {"id": str(records.check_in(mia.id).id), "person": str(tap.id)}
    assert merge(database, [("check_in", [stranger])]) == 0
    assert CheckIns(database).between(None, None) == [tap]


def _dumped(database: Database, table: str) -> list[tuple[str, salvage.Rows]]:
    from thermometer.store.whole import dump  # noqa: PLC0415

    return [(table, dump(database)[table])]


def test_a_full_disk_while_reading_is_told(
    family: Family, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(problems.NoSpace), problems.told_as_problems(family.path):
        family.salvaged(tmp_path / "aside")
