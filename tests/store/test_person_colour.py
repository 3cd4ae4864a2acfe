"""A person's colour in the file: kept, checked, and never the reason why somebody is missing."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store import first_family as first
from tests.store.test_unreadable import harm
from thermometer.domain.colours import PersonColour
from thermometer.domain.people import Person
from thermometer.store import backups, schema
from thermometer.store.database import FILE, Database
from thermometer.store.merging import merge
from thermometer.store.people import People
from thermometer.store.restoring import make_ready, stage
from thermometer.store.salvage import salvage
from thermometer.store.whole import dump

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture
def aside(tmp_path: Path) -> Path:
    """Where a damaged file is copied to."""
    made = tmp_path / "aside"
    made.mkdir()
    return made


@pytest.mark.parametrize("colour", PersonColour)
def test_every_colour_is_kept(database: Database, mia: Person, colour: PersonColour) -> None:
    people = People(database)
    people.change(replace(mia, colour=colour))
    assert people.all() == [replace(mia, colour=colour)]


@pytest.mark.parametrize("word", ["green", "", "SAND"])
@pytest.mark.usefixtures("mia")
def test_the_file_takes_no_other_word(database: Database, word: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        database.connection.execute("UPDATE person SET colour = ?", (word,))


@pytest.mark.parametrize("word", ["purple", "", "\ufffd", "sky\x00"])
def test_a_garbled_colour_hides_nobody(database: Database, mia: Person, word: str) -> None:
    harm(database, "person", "UPDATE person SET colour = ?", word)
    people = People(database)
    assert people.all() == [mia]
    assert database.unreadable == set()
    assert [row["name"] for row in dump(database)["person"]] == ["Mia"]
    people.change(replace(mia, colour=PersonColour.MIST))
    assert [one.colour for one in people.all()] == [PersonColour.MIST]


@pytest.mark.parametrize("revision", schema.REVISIONS[:-1])
def test_whoever_is_salvaged_from_an_older_file_has_the_usual_colour(
    database: Database, aside: Path, revision: str
) -> None:
    merge(database, salvage(SCHEMAS / f"{revision}.db", aside, None))
    assert People(database).all(archived=True) == list(first.PEOPLE)


def test_a_salvaged_colour_chosen_since_the_backup_is_there(
    folder: Path, database: Database, mia: Person, clock: FakeClock, aside: Path
) -> None:
    backup = backups.make(database.connection, database.path, clock.now())
    clock.advance(timedelta(hours=1))
    People(database).change(replace(mia, colour=PersonColour.LILAC))
    database.close()
    mended = folder.with_name("mended")
    mended.mkdir()
    shutil.copy(backup, mended / FILE)
    again = Database.open(mended, clock)
    merge(again, salvage(folder / FILE, aside, None))
    assert [one.colour for one in People(again).all()] == [PersonColour.LILAC]
    again.close()


def test_a_backup_of_the_schema_before_can_be_restored(database: Database) -> None:
    database.close()
    with stage(database.path) as ready:
        made = make_ready(SCHEMAS / "0004.db", ready, database.clock)
        opened = Database.open(made.parent, database.clock)
        assert People(opened).all(archived=True) == list(first.PEOPLE)
        opened.close()
