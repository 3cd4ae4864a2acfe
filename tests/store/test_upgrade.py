"""A file of every schema that was ever released is brought up with all its values."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store import first_family as first
from tests.store import fourth_family as fourth
from tests.store import own, records
from tests.store import second_family as second
from tests.store import third_family as third
from thermometer.domain.colours import PersonColour
from thermometer.store import schema
from thermometer.store.checkins import CheckIns
from thermometer.store.database import FILE, Database
from thermometer.store.mending import MendingNotes
from thermometer.store.own_things import Held, OwnThings
from thermometer.store.people import People
from thermometer.store.remarks import Remarks
from thermometer.store.repairs import Repairs
from thermometer.store.settings import Settings
from thermometer.store.tools import ToolUses

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture(params=schema.REVISIONS[:-1])
def revision(request: pytest.FixtureRequest) -> str:
    """A schema before this one."""
    return str(request.param)


@pytest.fixture
def upgraded(folder: Path, clock: FakeClock, revision: str) -> Iterator[Database]:
    """The file of an earlier schema, opened by this program."""
    folder.mkdir()
    shutil.copy(SCHEMAS / f"{revision}.db", folder / FILE)
    with closing(Database.open(folder, clock)) as database:
        yield database


def test_every_schema_before_this_one_has_its_file() -> None:
    assert {path.stem for path in SCHEMAS.glob("*.db")} == set(schema.REVISIONS[:-1])


def test_every_value_of_the_first_schema_is_still_there(upgraded: Database) -> None:
    assert People(upgraded).all(archived=True) == list(first.PEOPLE)
    assert CheckIns(upgraded).of_ids(c.id for c in first.CHECK_INS) == {
        c.id: c for c in first.CHECK_INS
    }
    assert ToolUses(upgraded).of_ids(u.id for u in first.USES) == {u.id: u for u in first.USES}
    repairs = Repairs(upgraded)
    assert first.RUPTURE in repairs.ruptures()
    assert repairs.bids([first.RUPTURE.id]) == [first.BID]
    assert repairs.follow_ups([first.RUPTURE.id]) == [first.FOLLOW_UP]
    assert Settings(upgraded).all() == first.SETTINGS
    assert upgraded.unreadable == set()


def test_what_was_said_since_the_second_schema_is_there(upgraded: Database, revision: str) -> None:
    remarks = Remarks(upgraded)
    known = [] if revision == "0001" else list(second.REMARKS)
    assert remarks.of_check_ins([first.TAP.id]) == known
    mistakes = [] if revision == "0001" else [second.MISTAKE]
    assert remarks.mistakes([first.SEEN.id]) == mistakes
    said = records.remark(first.TAP.id)
    remarks.add(said)
    assert remarks.of_check_ins([first.TAP.id]) == [*known, said]


def test_what_goes_with_repairs_since_the_third_schema_is_there(
    upgraded: Database, revision: str
) -> None:
    notes = MendingNotes(upgraded)
    known = revision >= "0003"
    assert notes.drafts([first.BID.id]) == ({first.BID.id: third.DRAFT} if known else {})
    assert notes.snoozes([first.RUPTURE.id]) == ([third.SNOOZE] if known else [])
    assert notes.same_moments([first.RUPTURE.id]) == ([third.SAME] if known else [])
    assert notes.lines() == ([third.LINE] if known else [])
    assert Repairs(upgraded).ruptures() == [first.RUPTURE, *([third.AGAIN] if known else [])]
    draft, snooze = records.draft(first.BID.id), records.snooze(first.RUPTURE.id, first.BID.id)
    notes.keep_draft(draft)
    notes.snooze(snooze)
    assert notes.drafts([first.BID.id]) == {first.BID.id: draft}
    assert notes.snoozes([first.RUPTURE.id])[-1] == snooze


def test_what_is_the_familys_own_since_the_fourth_schema_is_there(
    upgraded: Database, revision: str
) -> None:
    things = OwnThings(upgraded)
    known = revision >= "0004"
    tools, cards = things.tools(), things.cards(first.MIA.id)
    assert {one.id: one for one in tools} == ({t.id: t for t in fourth.TOOLS} if known else {})
    assert cards == ([fourth.DEN] if known else [])
    assert things.media(fourth.PHOTO.id) == (fourth.PHOTO if known else None)
    assert things.media(fourth.VOICE.id) == (fourth.VOICE if known else None)
    before = things.held()
    assert before == (Held(2, len(own.JPEG + own.VOICE)) if known else Held(0, 0))
    own.fill(upgraded, first.PAPA.id)
    assert [card.tool for card in things.cards(first.PAPA.id)] == ["safe-place"]
    assert len(things.tools()) == len(tools) + 4
    assert things.held().count == before.count + 2


def test_everybody_has_the_usual_colour_and_can_have_another(upgraded: Database) -> None:
    people = People(upgraded)
    assert {one.colour for one in people.all(archived=True)} == {PersonColour.SAND}
    for colour in PersonColour:
        people.change(replace(first.MIA, colour=colour))
        assert replace(first.MIA, colour=colour) in people.all()


def test_an_upgraded_file_has_the_schema_of_a_new_one(upgraded: Database, tmp_path: Path) -> None:
    query = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    with closing(Database.open(tmp_path / "new")) as new:
        assert (
            upgraded.connection.execute(query).fetchall()
            == new.connection.execute(query).fetchall()
        )
