"""A row that cannot be read never hides the others: it is counted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store import records
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.settings import Settings
from thermometer.store.whole import dump


def harm(database: Database, table: str, change: str, *values: object) -> None:
    """Writes into the file what the file itself would refuse."""
    connection = database.connection
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    (trigger,) = connection.execute(
        "SELECT max(sql) FROM sqlite_schema WHERE type = 'trigger' AND name = ?",
        (f"{table}_stands",),
    ).fetchone()
    if trigger:
        connection.execute(f"DROP TRIGGER {table}_stands")
    connection.execute(change, values)
    if trigger:
        connection.execute(trigger)
    connection.execute("PRAGMA ignore_check_constraints = OFF")
    connection.execute("PRAGMA foreign_keys = ON")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("zone", "'purple'"),
        ("zone", "CAST(x'FF' AS TEXT)"),
        ("source", "'guessed'"),
        ("at", "9223372036854775806"),
        ("at", "-9223372036854775807"),
        ("entered_at", "999999999999999999"),
        ("id", "'no id'"),
    ],
)
def test_one_check_in_hides_no_other(
    database: Database, check_ins: CheckIns, mia: Person, field: str, value: str
) -> None:
    taps = [records.check_in(mia.id, at=records.NOW + n * records.SECOND) for n in range(3)]
    check_ins.add_all(taps)
    harm(database, "check_in", f"UPDATE check_in SET {field} = {value} WHERE sequence = 3")
    for _ in range(2):
        assert check_ins.between(None, None) == [taps[0], taps[2]]
        assert [table for table, _ in database.unreadable] == ["check_in"]
    ids = [row["id"] for row in dump(database)["check_in"]]
    assert ids == [str(taps[0].id), str(taps[2].id)]
    assert len(database.unreadable) == 1


def test_bytes_that_are_no_text_spoil_their_letters_only(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:
    taps = [records.check_in(mia.id, signs=("hot",)) for _ in range(2)]
    check_ins.add_all(taps)
    spoilt = "UPDATE check_in SET signs = CAST(x'686F74FF' AS TEXT) WHERE sequence = 3"
    harm(database, "check_in", spoilt)
    assert [tap.signs for tap in check_ins.between(None, None)] == [("hot",), ("hot\ufffd",)]
    assert database.unreadable == set()
    check_ins.add(records.check_in(mia.id, time_zone="Übersee/Ä"))
    assert check_ins.between(None, None)[2].time_zone == "Übersee/Ä"


def test_one_person_hides_no_other(database: Database, mia: Person, papa: Person) -> None:
    harm(database, "person", "UPDATE person SET role = 'uncle' WHERE id = ?", str(papa.id))
    assert People(database).all() == [mia]
    assert database.unreadable == {("person", str(papa.id))}


def test_one_setting_hides_no_other(database: Database) -> None:
    settings = Settings(database)
    settings.set("sound", value=True)
    settings.set("theme", "dark")
    harm(database, "setting", "UPDATE setting SET value = '{dark' WHERE key = 'theme'")
    assert settings.all() == {"sound": True}
    assert settings.get("theme", "light") == "light"
    assert database.unreadable == {("setting", "theme")}


def test_a_file_without_a_table_is_not_taken_for_bad_text(
    database: Database, check_ins: CheckIns
) -> None:
    database.connection.execute("ALTER TABLE check_in RENAME TO check_out")
    with pytest.raises(Exception, match="no such table") as caught:
        check_ins.between(None, None)
    assert not isinstance(caught.value, Problem)
    assert database.connection.text_factory is str
    assert isinstance(database.connection, sqlite3.Connection)


def test_a_device_whose_name_has_gone_bad_gets_another(folder: Path) -> None:
    with closing(Database.open(folder)) as database:
        device = database.device
        harm(database, "device", "UPDATE device SET id = replace(id, '-', 'x')")
    with closing(Database.open(folder)) as database:
        assert database.device != device
        People(database).add(records.child())
