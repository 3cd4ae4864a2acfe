"""Somebody is erased: no byte of them is left on the device, and nothing of the others is lost."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes import FakeClock
from tests.store import erased_family as family
from tests.store import first_family as first
from tests.store import records
from tests.store.erased_family import LEO, MUM, NAME, OLD_NAME, ZOE, traces
from thermometer.domain.erasing import Names
from thermometer.domain.problems import Problem
from thermometer.domain.zones import ByZone
from thermometer.store import (
    backups,
    erasing,
    erasing_files,
    erasing_journal,
    erasing_person,
    erasing_rows,
    erasing_tables,
    erasing_texts,
    opening,
    schema,
    whole,
)
from thermometer.store.checkins import CheckIns
from thermometer.store.database import FILE, Database
from thermometer.store.erasing_tables import Fate, Kind
from thermometer.store.locks import Locks
from thermometer.store.mending import MendingNotes
from thermometer.store.people import People
from thermometer.store.problems import Damaged, InUse, NoSpace
from thermometer.store.remarks import Remarks
from thermometer.store.repairs import Repairs
from thermometer.store.settings import Settings

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parent / "schemas"
PLAIN = {  # columns that hold ids, and words of the program's own
    *"device time_zone source zone answer kind resolution outcome card step part subject".split(),
    *"role age_band audience from_band picture zones pace done steps_done key replaces".split(),
    *"recording id".split(),
}
NAMES_OTHERS = {"person.name"}
"""The name of somebody else stays, whatever it is: it is theirs."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A family's folder with two backups, damaged files, and what crashes have left."""
    folder = tmp_path_factory.mktemp("lived-in") / "data"
    clock = FakeClock()
    with closing(Database.open(folder, clock)) as database:
        family.begin(database, OLD_NAME)
        backups.make(database.connection, database.path, clock.now() - timedelta(days=40))
        People(database).change(ZOE)
        for _ in range(3):
            CheckIns(database).add(records.check_in(ZOE.id))
        made = backups.make(database.connection, database.path, clock.now())
    beside = folder / "backups"
    shutil.copy(made, beside / "copy of mine.db")
    for name in ("family-2026-01-01T000000Z.db", "family-2026-01-02T000000Z.part"):
        (beside / name).write_bytes(f"not a database: {NAME}".encode())
    for name in ("corrupt-2026-02-01T000000Z.db", "corrupt-2026-02-01T000000Z.db-wal"):
        (folder / name).write_bytes(NAME.encode())
    (folder / "restoring").mkdir()
    for name in ("restoring/plain.db", "examined.part"):
        (folder / name).write_bytes(made.read_bytes())
    return folder


@pytest.fixture
def fewer_files(lived_in: Path, tmp_path: Path) -> Path:
    """A copy of it, with one backup and one broken one: for tests that need it many times."""
    folder = Path(shutil.copytree(lived_in, tmp_path / "fewer"))
    for name in ("copy of mine.db", "family-2026-10-13T183000Z.db"):
        (folder / "backups" / name).unlink()
    return folder


@pytest.fixture
def home_of_three(lived_in: Path, folder: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(lived_in, folder))


def schema_of(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
        return sorted(found, key=str)


def erase(folder: Path, clock: FakeClock) -> None:
    with closing(Database.open(folder, clock)) as database:
        erasing.erase_person(database, ZOE.id)


def dump(folder: Path, clock: FakeClock) -> whole.Tables:
    with closing(Database.open(folder, clock)) as database:
        return whole.dump(database)


def is_done(folder: Path) -> None:
    """No byte is left; what stays is whole, its schema as it was."""
    assert traces(folder) == []
    assert not erasing_journal.is_pending(folder)
    for path in (folder / FILE, *(folder / "backups").iterdir()):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            names = connection.execute("SELECT name FROM person ORDER BY position").fetchall()
            assert names == [("Mum",), ("Leo",)]


def test_no_byte_is_left(home_of_three: Path, clock: FakeClock) -> None:
    folder = home_of_three
    assert len(traces(folder)) > 20
    before = schema_of(folder / FILE)
    with closing(Database.open(folder, clock)) as database:
        erasing.erase_person(database, ZOE.id)
        assert traces(folder) == []  # also while it is open, with its log
        assert database.connection.execute("PRAGMA synchronous").fetchone() == (2,)
    is_done(folder)
    assert schema_of(folder / FILE) == before
    left = sorted(path.name for path in folder.iterdir())
    assert left == ["backups", "family.db", "reserve"]
    assert [path.name for path in sorted((folder / "backups").iterdir())] == [
        "copy of mine.db",
        "family-2026-10-13T183000Z.db",
        "family-2026-11-22T183000Z.db",
    ]
    for backup in (folder / "backups").iterdir():
        assert schema_of(backup) == before
        assert backup.stat().st_mode & 0o077 == 0
        assert backups.look(backup, whole=True).check_ins == 7 - 1


def test_what_is_the_others_stays_row_by_row(home_of_three: Path, clock: FakeClock) -> None:
    before = dump(home_of_three, clock)
    erase(home_of_three, clock)
    after = dump(home_of_three, clock)
    counts = {table: len(rows) for table, rows in after.items()}
    assert counts["check_in"] == 6
    assert counts["rupture"] == counts["bid"] == counts["follow_up"] == counts["draft"] == 1
    assert counts["snooze"] == counts["same_moment"] == counts["own_card"] == 0
    assert counts["media"] == counts["own_tool"] == 1
    changed = set()
    for table, rows in after.items():
        by_key = {row.get("id", row.get("key")): row for row in before[table]}
        for row in rows:
            was = by_key[row.get("id", row.get("key"))]
            changed |= {f"{table}.{name}" for name in row if row[name] != was[name]}
    assert changed == {
        "check_in.observed_by",
        "check_in.contexts",
        "tool_use.came",
        "tool_use.tool",
        "mistake.made_by",
        "remark.text",
        "rupture.note",
        "follow_up.note",
        "draft.words",
        "own_line.text",
        "own_tool.name",
        "own_tool.what",
        "person.word_yellow",
        "setting.value",
    }


def test_texts_of_others_lose_the_name_alone(home_of_three: Path, clock: FakeClock) -> None:
    erase(home_of_three, clock)
    with closing(Database.open(home_of_three, clock)) as database:
        (rupture,) = Repairs(database).ruptures()
        notes = MendingNotes(database)
        (draft,) = notes.drafts([b.id for b in Repairs(database).bids([rupture.id])]).values()
        (remark,) = Remarks(database).of_check_ins(
            [c.id for c in CheckIns(database).between(None, None)]
        )
        leo = next(one for one in People(database).all() if one.id == LEO.id)
        settings, lock = Settings(database).all(), Locks(database).read()
        assert rupture.note == "about …."
        assert remark.text == "… took it; …'s again"
        assert next(iter(draft.words.values())) == ("I told ….", "I left.")
        assert {line.text for line in notes.lines()} == {"Shall we call …?", "Shall we dance?"}
        assert leo.words == ByZone("calm", "like …", "red")
    assert settings["help-numbers"] == [["…'s school", "0123"], ["Gran", "0456"]]
    assert settings["preferences"] == {"look": "dark", "hidden_on_home": [str(MUM.id)]}
    assert settings["voices"] == {str(LEO.id): 1.0}
    assert f"voice-{ZOE.id}" not in settings
    assert lock == {"pins": {str(MUM.id): "hash"}, "code": "words"}


def test_it_is_listed_first_and_nothing_changes(home_of_three: Path, clock: FakeClock) -> None:
    with closing(Database.open(home_of_three, clock)) as database:
        before = whole.dump(database)
        going = erasing.going(database, ZOE.id)
        assert whole.dump(database) == before
    assert going.reach.rows == {
        "person": 1,
        "check_in": 5,
        "tool_use": 1,
        "rupture": 2,
        "bid": 2,
        "follow_up": 1,
        "draft": 1,
        "snooze": 1,
        "same_moment": 1,
        "remark": 1,
        "own_card": 1,
        "media": 1,
    }
    assert going.reach.emptied == {
        "check_in.observed_by": 1,
        "tool_use.came": 1,
        "mistake.made_by": 1,
    }
    assert f"{NAME}'s school" in going.reach.mentions
    assert f"I told {NAME}." in going.reach.mentions
    assert len(going.reach.mentions) == 11
    assert (going.reach.has_pin, going.reach.is_only_pin) == (True, False)
    assert [(fate.path.name, fate.stays) for fate in going.backups] == [
        ("family-2026-11-22T183000Z.db", True),
        ("family-2026-10-13T183000Z.db", True),
        ("family-2026-01-01T000000Z.db", False),
        ("copy of mine.db", True),
    ]
    assert [path.name for path in going.damaged] == ["corrupt-2026-02-01T000000Z.db"]


def test_somebody_who_is_not_there_takes_nothing_along(database: Database, mia: object) -> None:
    before = whole.dump(database)
    assert erasing.going(database, uuid4()).reach.rows == {}
    erasing.erase_person(database, uuid4())
    assert whole.dump(database) == before


class Killed(BaseException):
    """The program is no more."""


def kill_at(number: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Stops at the so-manieth thing that touches the disk; tells how many there were."""
    steps = 0

    def counting(module: object, name: str) -> None:
        real = getattr(module, name)

        def step(*given: object, **named: object) -> object:
            nonlocal steps
            steps += 1
            if steps == number:
                raise Killed
            return real(*given, **named)

        monkeypatch.setattr(module, name, step)

    counting(Path, "unlink")
    counting(Path, "replace")
    counting(erasing_journal.os, "fsync")
    counting(erasing_files, "copy")
    counting(erasing_files, "verify")
    counting(erasing_person, "erase")
    counting(erasing_rows, "delete")
    counting(erasing_files.restoring, "clear")
    counting(erasing, "_erase_here")
    return lambda: steps


def test_a_kill_at_any_step_is_finished_at_the_next_start(
    fewer_files: Path, tmp_path: Path, clock: FakeClock
) -> None:
    before = dump(fewer_files, clock)
    number = reached = 0
    while reached == number:  # until there is no such step any more
        number += 1
        folder = Path(shutil.copytree(fewer_files, tmp_path / f"killed-{number}"))
        with pytest.MonkeyPatch.context() as patch:
            database = Database.open(folder, clock)
            tell = kill_at(number, patch)
            with suppress(Killed):
                erasing.erase_person(database, ZOE.id)
            reached = tell()
            state = Path(shutil.copytree(folder, tmp_path / f"state-{number}"))
        database.close()
        begun = erasing_journal.is_pending(state)
        assert NAME.encode() not in b"".join(p.read_bytes() for p in state.glob("erasing*"))
        with closing(Database.open(state, clock)) as again:
            erasing.finish(again)
        if dump(state, clock) == before:
            assert not begun
        else:
            is_done(state)
        for left in (folder, state):
            shutil.rmtree(left)
    assert number > 20


@pytest.mark.parametrize("files", [1, 2, 3])
def test_a_killed_process_is_finished_at_the_next_start(
    fewer_files: Path, clock: FakeClock, files: int
) -> None:
    command = [sys.executable, "-m", "tests.store.eraser", str(fewer_files), str(ZOE.id)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(files):
            process.stdout.readline()
        process.kill()
    assert erasing_journal.is_pending(fewer_files) or files == 3
    with closing(Database.open(fewer_files, clock)) as database:
        erasing.finish(database)
    is_done(fewer_files)


def test_an_unfinished_one_is_finished_before_another_begins(
    home_of_three: Path, clock: FakeClock
) -> None:
    erasing_journal.begin(home_of_three, LEO.id)
    erase(home_of_three, clock)
    (mum,) = dump(home_of_three, clock)["person"]
    assert mum["name"] == "Mum"
    assert traces(home_of_three, str(LEO.id).encode()) == []


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
    monkeypatch.setattr(erasing_files.erasing_person, "erase", lambda *_: None)
    with closing(Database.open(home_of_three, clock)) as database, pytest.raises(Damaged):
        erasing.erase_person(database, ZOE.id)
    assert erasing_journal.is_pending(home_of_three)
    monkeypatch.undo()
    with closing(Database.open(home_of_three, clock)) as database:
        erasing.finish(database)
    is_done(home_of_three)


def test_a_backup_that_is_not_about_her_is_not_touched(
    database: Database, mia: object, clock: FakeClock
) -> None:
    made = backups.make(database.connection, database.path, clock.now())
    before = made.stat()
    People(database).add(ZOE)
    erasing.erase_person(database, ZOE.id)
    assert made.stat().st_mtime_ns == before.st_mtime_ns


def test_a_strangers_file_among_the_backups_is_left_alone(
    database: Database, clock: FakeClock
) -> None:
    People(database).add_all((ZOE, LEO))
    strange = opening.backups_folder(database.path) / "recipes.db"
    strange.parent.mkdir()
    with closing(sqlite3.connect(strange)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    assert erasing.going(database, ZOE.id).backups == ()
    erasing.erase_person(database, ZOE.id)
    assert strange.exists()
    erasing_files.remove_everything(database.path)
    assert strange.exists()


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


# ------------------------------------------------------------------------------ everything


def test_everything_goes_and_files_of_others_stay(home_of_three: Path, clock: FakeClock) -> None:
    (home_of_three / "holiday.txt").write_text("not ours")
    with closing(Database.open(home_of_three, clock)) as database:
        erasing.begin_everything(database)
    erasing.before_opening(home_of_three)
    assert [path.name for path in home_of_three.iterdir()] == ["holiday.txt"]
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


def test_everything_goes_after_a_kill_at_any_step(
    fewer_files: Path, tmp_path: Path, clock: FakeClock
) -> None:
    number = reached = 0
    while reached == number:  # until there is no such step any more
        number += 1
        folder = Path(shutil.copytree(fewer_files, tmp_path / f"killed-{number}"))
        erasing_journal.begin(folder, erasing_journal.EVERYTHING)
        with pytest.MonkeyPatch.context() as patch:
            tell = kill_at(number, patch)
            with suppress(Killed):
                erasing.before_opening(folder)
            reached = tell()
        erasing.before_opening(folder)
        assert list(folder.iterdir()) == []
    assert number > 12


# ------------------------------------------------------------------------------- completeness


def columns(database: Database) -> dict[str, dict[str, str]]:
    """The columns of every table of a family, with their types."""
    tables = erasing_rows.tables_in(database.connection) - {"alembic_version", "schema_needs"}
    return {
        table: {
            str(row[1]): str(row[2])
            for row in database.connection.execute(f"PRAGMA table_info({table})")
        }
        for table in tables
    }


def test_every_reference_of_the_schema_is_known(database: Database) -> None:
    known = {(one.table, one.column, one.to) for one in erasing_tables.REFERENCES}
    there = {
        (table, str(row[3]), str(row[2]))
        for table in columns(database)
        for row in database.connection.execute(f"PRAGMA foreign_key_list({table})")
    }
    assert {one for one in there if one[2] != "device"} - known == set()
    assert known - there == {("rupture", "episode", "check_in")}  # it may come from elsewhere


def test_what_cannot_be_empty_goes(database: Database) -> None:
    needed = {
        (table, str(row[1]))
        for table in columns(database)
        for row in database.connection.execute(f"PRAGMA table_info({table})")
        if row[3]
    }
    emptied = {(o.table, o.column) for o in erasing_tables.REFERENCES if o.fate is Fate.EMPTIED}
    assert emptied & needed == set()


def test_every_column_of_words_is_known(database: Database) -> None:
    references = {(one.table, one.column) for one in erasing_tables.REFERENCES}
    unknown = {
        f"{table}.{name}"
        for table, found in columns(database).items()
        for name, kind in found.items()
        if kind == "TEXT"
        and name not in PLAIN
        and name not in erasing_tables.TEXTS.get(table, {})
        and (table, name) not in references
    }
    assert unknown - NAMES_OTHERS == {"setting.value"}  # which is looked through by itself
    there = columns(database)
    assert all(set(cols) <= set(there[table]) for table, cols in erasing_tables.TEXTS.items())


def test_nothing_refuses_to_be_deleted(database: Database) -> None:
    triggers = database.connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'"
    ).fetchall()
    assert triggers == []


# -------------------------------------------------------------------------------------- texts


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mia was here", "… was here"),
        ("with mia, MIA and Mia's bear", "with …, … and …'s bear"),
        ("Mias Bär", "…s Bär"),
        ("Miami and Amia", "Miami and Amia"),
        ("Mia Lou", "… Lou"),
        ("", ""),
    ],
)
def test_a_name_is_found_as_a_word(text: str, left: str) -> None:
    assert Names(["Mia"]).out_of(text) == left


def test_nobodys_name_is_found_nowhere() -> None:
    assert Names([]).out_of("Mia") == "Mia"


def test_the_longer_of_two_names_goes_whole() -> None:
    assert Names(["Mia", "Mia Lou"]).out_of("Mia Lou came") == "… came"


@pytest.mark.parametrize(
    ("kind", "text", "left"),
    [
        (Kind.TEXT, None, None),
        (Kind.TEXT, 7, 7),
        (Kind.WORDS, "mia;at Mia's;school", "mia;at …'s;school"),
        (Kind.JSON, '{"mia": ["Mia", 1, {"a": "mia"}]}', '{"mia": ["…", 1, {"a": "…"}]}'),
        (Kind.JSON, '{"a":  "b"}', '{"a":  "b"}'),
        (Kind.JSON, "{broken Mia", "{broken …"),
    ],
)
def test_columns_lose_the_name(kind: Kind, text: object, left: object) -> None:
    assert erasing_texts.rewritten(Names(["Mia"]), kind, text) == left  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mia cried", ("Mia cried",)),
        ("nobody", ()),
        ('{"a": ["Mia", "Leo"], "b": 1}', ("Mia",)),
        ("12", ()),
    ],
)
def test_mentions_are_shown(text: str, found: tuple[str, ...]) -> None:
    assert erasing_texts.changed_texts(Names(["Mia"]), text) == found


@pytest.mark.parametrize(
    ("key", "text", "left"),
    [
        ("voices", '{"X": 1}', '{"X": 1}'),
        ("voices", f'"{ZOE.id}"', None),
        ("voices", f'"{ZOE.id.hex}"', None),
        ("texts", "{broken Mia", None),
        ("texts", "{broken", "{broken"),
        ("preferences", "{broken Mia", "{broken Mia"),
        ("preferences", '{"look": "mia"}', '{"look": "mia"}'),
        ("texts", '{"look": "mia", "n": null}', '{"look": "…", "n": null}'),
    ],
)
def test_settings_lose_somebody(key: str, text: str, left: str | None) -> None:
    assert erasing_texts.setting_without(key, text, str(ZOE.id), Names(["Mia"])) == left


def test_a_problem_is_what_the_world_does(home_of_three: Path, clock: FakeClock) -> None:
    with closing(Database.open(home_of_three, clock)) as database:
        (home_of_three / f"{erasing_journal.JOURNAL}.part").mkdir()
        with pytest.raises(Problem, match="data-no-access"):
            erasing.begin_everything(database)
    assert not erasing_journal.is_pending(home_of_three)
