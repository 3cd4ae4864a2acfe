"""What is erased beside somebody's rows: the lock, old backups, everything; and what goes wrong."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store import first_family as first
from tests.store.erased_family import LEO, ZOE, traces
from tests.store.erased_home import dump, is_done, schema_of
from thermometer.domain.problems import Problem
from thermometer.store import (
    backups,
    erasing,
    erasing_files,
    erasing_journal,
    erasing_person,
    opening,
    schema,
    whole,
)
from thermometer.store.database import FILE, Database, Leaving
from thermometer.store.locks import Locks
from thermometer.store.people import People
from thermometer.store.problems import Damaged, InUse, NoSpace, NotAllGone

SCHEMAS = Path(__file__).parent / "schemas"


def test_a_journal_that_is_no_journal_was_never_begun(
    home_of_three: Path, clock: FakeClock
) -> None:
    (home_of_three / erasing_journal.JOURNAL).write_text("[1")
    before = dump(home_of_three, clock)
    erasing.before_opening(home_of_three)
    with closing(Database.open(home_of_three, clock)) as database:
        erasing.finish(database)
    assert dump(home_of_three, clock) == before
    assert not erasing_journal.is_pending(home_of_three)


def test_a_journal_of_before_takes_names_as_words_alone(home_of_three: Path) -> None:
    (home_of_three / erasing_journal.JOURNAL).write_text(f'{{"erase": "{ZOE.id}"}}')
    assert erasing_journal.begun(home_of_three) == ZOE.id
    assert not erasing_journal.is_inside(home_of_three)
    (home_of_three / f"{erasing_journal.JOURNAL}.part").mkdir()  # of somebody else
    erasing_journal.end(home_of_three)
    assert not erasing_journal.is_pending(home_of_three)


def test_without_room_it_does_not_begin(
    home_of_three: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(home_of_three, clock)
    usage = shutil.disk_usage(home_of_three)._replace(free=4096)
    with closing(Database.open(home_of_three, clock)) as database:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
        with pytest.raises(NoSpace):
            erasing.erase_person(database, ZOE.id)
    assert not erasing_journal.is_pending(home_of_three)
    assert dump(home_of_three, clock) == before


def test_a_backup_that_cannot_be_rewritten_whole_stays_and_is_said(
    home_of_three: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing_person, "erase", lambda *_, **__: None)
    with closing(Database.open(home_of_three, clock)) as database, pytest.raises(Damaged):
        erasing.erase_person(database, ZOE.id)
    assert erasing_journal.is_pending(home_of_three)
    monkeypatch.undo()
    with closing(Database.open(home_of_three, clock)) as database:
        erasing.finish(database)
    is_done(home_of_three)


def test_a_backup_in_which_the_id_is_still_to_be_found_is_no_clean_one(
    home_of_three: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave_a_trace(part: Path, *_: object) -> None:
        with part.open("ab") as file:
            file.write(str(ZOE.id).encode())

    monkeypatch.setattr(erasing_files, "verify", leave_a_trace)
    with closing(Database.open(home_of_three, clock)) as database, pytest.raises(Damaged):
        erasing.erase_person(database, ZOE.id)
    assert erasing_journal.is_pending(home_of_three)


def test_the_last_pin_takes_the_lock_along(database: Database) -> None:
    People(database).add_all((ZOE, LEO))
    lock = Locks(database)
    lock.write({"pins": {str(ZOE.id): "hash"}, "code": "words", "tries": 2, "offered": True})
    reach = erasing.going(database, ZOE.id).reach
    assert (reach.has_pin, reach.is_only_pin) == (True, True)
    erasing.erase_person(database, ZOE.id)
    assert lock.read() == {"offered": True}


@pytest.mark.parametrize("pins", ["not JSON", f"not JSON {ZOE.id}", "[1]"])
def test_a_broken_lock_stays_locked(database: Database, pins: str) -> None:
    People(database).add_all((ZOE, LEO))
    Locks(database).write({"pins": {}, "code": "words"})
    with database.transaction() as session:
        session.connection().exec_driver_sql(
            "UPDATE setting SET value = ? WHERE key = 'lock.pins'", (pins,)
        )
    erasing.erase_person(database, ZOE.id)
    assert set(Locks(database).read()) == {"pins", "code"}
    assert traces(database.path.parent) == []


@pytest.mark.parametrize("revision", schema.REVISIONS[:-1])
def test_files_of_every_schema_can_be_rewritten(
    database: Database, revision: str, clock: FakeClock
) -> None:
    People(database).add_all((ZOE, LEO))
    there = opening.backups_folder(database.path) / "family-2026-03-01T000000Z.db"
    there.parent.mkdir()
    shutil.copy(SCHEMAS / f"{revision}.db", there)
    before = schema_of(there)
    assert backups.look(there).people[str(first.MIA.id)] == "Mia"
    People(database).add(first.MIA)
    erasing.erase_person(database, first.MIA.id)
    assert list(backups.look(there, whole=True).people.values()) == [
        first.PAPA.name,
        first.NOOR.name,
    ]
    assert schema_of(there) == before
    assert str(first.MIA.id).encode() not in there.read_bytes()


def test_everything_goes_and_files_of_others_stay(home_of_three: Path, clock: FakeClock) -> None:
    (home_of_three / "holiday.txt").write_text("not ours")
    for name in ("thermometer.log", "thermometer.log.1", "thermometer.log.2"):
        opening.log_path(home_of_three / FILE).parent.mkdir(exist_ok=True)
        opening.log_path(home_of_three / FILE).with_name(name).write_text("a line")
    with closing(Database.open(home_of_three, clock)) as database:
        erasing.begin_everything(database)
    erasing.before_opening(home_of_three)
    assert [path.name for path in home_of_three.iterdir()] == ["holiday.txt"]
    assert traces(home_of_three) == []
    assert dump(home_of_three, clock)["person"] == []


def test_everything_waits_for_another_program(home_of_three: Path, clock: FakeClock) -> None:
    with closing(Database.open(home_of_three, clock)) as database:
        erasing.begin_everything(database)
        with pytest.raises(InUse):
            erasing.before_opening(home_of_three)
        erasing.finish(database)  # it is not for an open file to do
    assert (home_of_three / FILE).exists()


def test_a_damaged_file_is_no_reason_to_stop(home_of_three: Path) -> None:
    (home_of_three / FILE).write_bytes(b"nonsense" * 1000)
    erasing_journal.begin(home_of_three, erasing_journal.EVERYTHING)
    erasing.before_opening(home_of_three)
    assert list(home_of_three.iterdir()) == []


def in_the_way(folder: Path) -> Path:
    """A folder stands where a backup is to be written: it can be neither written nor removed."""
    blocked = folder / "backups" / "family-2026-11-22T183000Z.part"
    blocked.mkdir()
    (blocked / "mine.txt").write_text("not ours")
    return blocked


def test_one_backup_that_cannot_be_written_holds_up_nothing_else(
    home_of_three: Path, clock: FakeClock
) -> None:
    blocked = in_the_way(home_of_three)
    with closing(Database.open(home_of_three, clock)) as database:
        with pytest.raises(Problem, match="data-no-access"):
            erasing.erase_person(database, ZOE.id)
        assert database.leaving == Leaving(ZOE.id, has_left=True)
        assert [one.name for one in People(database).all(archived=True)] == ["Mum", "Leo"]
        assert People(database).leaving() == ZOE.name
        tables = whole.dump(database)
        assert str(ZOE.id) not in str(tables)
        assert ZOE.name not in str(tables)
        assert whole.count(database) == sum(map(len, tables.values()))
    assert traces(home_of_three) != []
    assert erasing_journal.is_pending(home_of_three)
    other = home_of_three / "backups" / "family-2026-10-13T183000Z.db"
    assert ZOE.name.encode() not in other.read_bytes()
    shutil.rmtree(blocked)
    with closing(Database.open(home_of_three, clock)) as database:
        assert erasing.finish(database)
        assert database.leaving is None
        assert People(database).leaving() is None
        assert not erasing.finish(database)
    is_done(home_of_three)


def test_a_folder_among_the_leftovers_is_none_of_ours(
    home_of_three: Path, clock: FakeClock
) -> None:
    (home_of_three / "backups" / "other.part").mkdir()
    with closing(Database.open(home_of_three, clock)) as database:
        erasing.erase_person(database, ZOE.id)
    assert (home_of_three / "backups" / "other.part").is_dir()
    (home_of_three / "backups" / "other.part").rmdir()
    is_done(home_of_three)


def test_what_cannot_be_removed_is_named_and_all_else_goes(
    home_of_three: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = home_of_three / "backups" / "family-2026-10-13T183000Z.db"
    unlink = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as in Path
        if path == stuck:
            raise PermissionError(13, "held", str(path))
        unlink(path, missing_ok=missing_ok)

    erasing_journal.begin(home_of_three, erasing_journal.EVERYTHING)
    monkeypatch.setattr(Path, "unlink", held)
    for _ in range(2):
        with pytest.raises(NotAllGone) as told:
            erasing.before_opening(home_of_three)
        assert told.value.values == {"path": str(stuck)}
        assert {path.name for path in home_of_three.rglob("*") if path.is_file()} == {
            stuck.name,
            erasing_journal.JOURNAL,
        }
    monkeypatch.undo()
    erasing.before_opening(home_of_three)
    assert list(home_of_three.iterdir()) == []


def test_a_problem_is_what_the_world_does(home_of_three: Path, clock: FakeClock) -> None:
    with closing(Database.open(home_of_three, clock)) as database:
        (home_of_three / f"{erasing_journal.JOURNAL}.part").mkdir()
        with pytest.raises(Problem, match="data-no-access"):
            erasing.begin_everything(database)
    assert not erasing_journal.is_pending(home_of_three)
