"""What the parents' lock keeps: in the file, and in no file that people exchange."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from thermometer.store.database import Database
from thermometer.store.loading import load
from thermometer.store.locks import Garbled, Locks
from thermometer.store.settings import Settings
from thermometer.store.whole import dump


@pytest.fixture
def locks(database: Database) -> Locks:
    return Locks(database)


@pytest.fixture
def other(tmp_path: Path, clock: FakeClock) -> Iterator[Database]:
    """Another device's file."""
    with closing(Database.open(tmp_path / "other", clock)) as opened:
        yield opened


def test_values_are_kept_together_and_changed_in_place(locks: Locks) -> None:
    assert locks.read() == {}
    locks.write({"pins": {"": "hash"}, "tries": 3})
    locks.write({"tries": 4, "code": None})
    assert locks.read() == {"pins": {"": "hash"}, "tries": 4}
    locks.write({"pins": None, "tries": None})
    assert locks.read() == {}


def test_they_are_still_there_when_the_file_is_opened_again(folder: Path, clock: FakeClock) -> None:
    with closing(Database.open(folder, clock)) as database:
        Locks(database).write({"tries": 7})
    with closing(Database.open(folder, clock)) as database:
        assert Locks(database).read() == {"tries": 7}


def test_all_of_them_or_none(locks: Locks) -> None:
    locks.write({"tries": 1})
    with pytest.raises(TypeError):
        locks.write({"tries": 2, "code": object()})
    assert locks.read() == {"tries": 1}


@pytest.mark.parametrize("text", [b"{\xff", b"null", b"NaN"])
def test_what_cannot_be_read_is_known_to_be_there(
    database: Database, locks: Locks, text: bytes
) -> None:
    locks.write({"pins": {"": "hash"}, "tries": 1})
    with database.transaction() as session:
        session.connection().exec_driver_sql(
            "UPDATE setting SET value = CAST(? AS TEXT) WHERE \"key\" = 'lock.pins'", (text,)
        )
    values = locks.read()
    assert isinstance(values["pins"], Garbled)
    assert values["tries"] == 1


def test_what_is_nested_too_deeply_is_known_to_be_there(database: Database, locks: Locks) -> None:
    locks.write({"pins": {"": "hash"}})
    nested = "[" * 100_000 + "]" * 100_000
    with database.transaction() as session:
        session.connection().exec_driver_sql("UPDATE setting SET value = ?", (nested,))
    assert isinstance(locks.read()["pins"], Garbled)
    assert Settings(database).all() == {}


def test_other_settings_are_left_alone(database: Database, locks: Locks) -> None:
    Settings(database).set("locks", "of hair")
    locks.write({"tries": 1})
    assert locks.read() == {"tries": 1}


def test_no_export_holds_them(database: Database, locks: Locks) -> None:
    Settings(database).set("locks", "of hair")
    locks.write({"pins": {"": "hash"}, "code": "hash", "tries": 1})
    assert [row["key"] for row in dump(database)["setting"]] == ["locks"]


def test_no_import_brings_them(database: Database, other: Database) -> None:
    Settings(database).set("first-day", 6)
    tables = dump(database)
    foreign = dict(tables["setting"][0], key="lock.pins", value={"": "mine"}, sequence=99)
    tables["setting"].append(foreign)
    loaded = load(other, tables)
    assert loaded.refused == []
    assert loaded.added["setting"] == 1
    assert Locks(other).read() == {}
    assert Settings(other).all() == {"first-day": 6}
