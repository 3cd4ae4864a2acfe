"""Somebody is erased: no byte of them is left on the device, and nothing of the others is lost."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes import FakeClock
from tests.store import records
from tests.store.erased_family import LEO, MUM, NAME, ZOE, traces
from tests.store.erased_home import dump, erase, is_done, schema_of
from thermometer.domain.problems import Problem
from thermometer.domain.zones import ByZone
from thermometer.store import (
    backups,
    erasing,
    erasing_files,
    erasing_journal,
    erasing_person,
    opening,
    whole,
)
from thermometer.store.checkins import CheckIns
from thermometer.store.database import FILE, Database
from thermometer.store.locks import Locks
from thermometer.store.mending import MendingNotes
from thermometer.store.people import People
from thermometer.store.remarks import Remarks
from thermometer.store.repairs import Repairs
from thermometer.store.settings import Settings


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


@pytest.mark.parametrize(
    "text", ["[]", '{"mark": "7"}', '{"mark": 0}', "{", '{"mark": 2147483648}']
)
def test_a_journal_without_a_mark_has_none(home_of_three: Path, text: str) -> None:
    (home_of_three / erasing_journal.JOURNAL).write_text(text, encoding="utf-8")
    assert erasing_journal.mark(home_of_three) == 0


def test_somebody_who_is_not_there_takes_nothing_along(database: Database, mia: object) -> None:
    before = whole.dump(database)
    assert erasing.going(database, uuid4()).reach.rows == {}
    erasing.erase_person(database, uuid4())
    assert whole.dump(database) == before


def test_an_unfinished_one_is_finished_before_another_begins(
    home_of_three: Path, clock: FakeClock
) -> None:
    erasing_journal.begin(home_of_three, LEO.id)
    erase(home_of_three, clock)
    (mum,) = dump(home_of_three, clock)["person"]
    assert mum["name"] == "Mum"
    assert traces(home_of_three, str(LEO.id).encode()) == []


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


def test_bytes_that_are_no_text_keep_nobody_here(home_of_three: Path, clock: FakeClock) -> None:
    broken = f"{NAME} ".encode() + b"\xff"
    with closing(Database.open(home_of_three, clock)) as database:
        with database.transaction() as session:
            for statement, text in (
                ("UPDATE own_line SET text = CAST(? AS TEXT)", broken),
                ("UPDATE setting SET value = CAST(? AS TEXT) WHERE key = 'help-numbers'", broken),
                ("UPDATE setting SET key = CAST(? AS TEXT) WHERE key = 'voices'", b"voices \xff"),
            ):
                session.connection().exec_driver_sql(statement, (text,))
        assert erasing.going(database, ZOE.id).reach.mentions
        erasing.erase_person(database, ZOE.id)
        lines = database.connection.execute("SELECT CAST(text AS BLOB) FROM own_line").fetchall()
    assert set(lines) == {("… ".encode() + b"\xff",)}
    assert traces(home_of_three) == []


@pytest.mark.parametrize("text", ["[" * 100_000, "[" * 400 + "]" * 400, "NaN"])
def test_settings_that_nobody_can_go_through_keep_nobody_here(
    home_of_three: Path, clock: FakeClock, text: str
) -> None:
    with closing(Database.open(home_of_three, clock)) as database:
        with database.transaction() as session:
            session.connection().exec_driver_sql(
                "UPDATE setting SET value = ? WHERE key IN ('help-numbers', 'lock.pins')", (text,)
            )
        erasing.erase_person(database, ZOE.id)
        assert Settings(database).text("help-numbers") == text
    assert traces(home_of_three) == []


def lines(database: Database) -> set[str]:
    return {line.text for line in MendingNotes(database).lines()}


def with_lines(folder: Path, clock: FakeClock) -> Database:
    database = Database.open(folder, clock)
    for text in (f"{NAME}ville", f"昨天{NAME}很生气", f"{NAME}_Leo"):
        MendingNotes(database).keep_line(records.own_line(text))
    return database


def test_a_name_in_a_longer_word_is_told_and_stays(home_of_three: Path, clock: FakeClock) -> None:
    with closing(with_lines(home_of_three, clock)) as database:
        assert erasing.going(database, ZOE.id).reach.inside == (f"{NAME}ville",)
        erasing.erase_person(database, ZOE.id)
        assert lines(database) >= {f"{NAME}ville", "昨天…很生气", "…_Leo"}


def test_it_goes_from_there_too_if_a_parent_says_so(home_of_three: Path, clock: FakeClock) -> None:
    with closing(with_lines(home_of_three, clock)) as database:
        backups.make(database.connection, database.path, clock.now() + timedelta(days=1))
        erasing_journal.begin(home_of_three, ZOE.id, inside=True)
    with closing(Database.open(home_of_three, clock)) as database:
        assert erasing.finish(database)
        assert lines(database) >= {"…ville", "昨天…很生气", "…_Leo"}
    is_done(home_of_three)


def test_what_is_left_after_all_is_noticed(
    home_of_three: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(home_of_three / "backups")
    with closing(Database.open(home_of_three, clock)) as database:
        with monkeypatch.context() as patch:
            patch.setattr(erasing_person, "erase", lambda *_, **__: None)
            with pytest.raises(Problem, match="erase-left"):
                erasing.erase_person(database, ZOE.id)
        assert erasing_journal.is_pending(home_of_three)
        assert erasing.finish(database)
    assert traces(home_of_three) == []


def test_photos_of_the_familys_own_tools_are_told(home_of_three: Path, clock: FakeClock) -> None:
    with closing(Database.open(home_of_three, clock)) as database:
        assert erasing.going(database, ZOE.id).reach.own_photos == (f"{NAME}'s swing",)
