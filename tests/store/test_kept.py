"""What happened is never overwritten: the file itself refuses it."""

from __future__ import annotations

import sqlite3

import pytest

from tests.store import records
from thermometer.domain.people import Person
from thermometer.domain.ruptures import ChildCard, Outcome, Resolution, RuptureKind
from thermometer.domain.tools import Answer
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.mending import MendingNotes
from thermometer.store.remarks import Remarks
from thermometer.store.repairs import Repairs
from thermometer.store.tools import ToolUses

UNLIKE: dict[str, object] = {
    "id": "00000000-0000-4000-8000-000000000000",
    "sequence": 999,
    "zone": "green",
    "at": 7,
    "time_zone": "Asia/Kathmandu",
    "source": "self",
    "about": 0,
    "practice": 0,
    "entered_at": 7,
    "started_at": 7,
    "withdrawn_at": 7,
    "ended_at": 7,
    "try_again_at": 7,
    "signs": "cold",
    "contexts": "home",
    "steps_done": "say-sorry",
    "tool": "heavy-hands",
    "answer": "bigger",
    "episode": "00000000-0000-4000-8000-000000000000",
    "kind": "limit",
    "note": "another note",
    "resolution": "already-did",
    "outcome": "a-bit",
    "calm_first": 0,
    "card": "no",
    "rupture": "00000000-0000-4000-8000-000000000000",
    "check_in": "00000000-0000-4000-8000-000000000000",
    "subject": "contexts",
    "text": "another text",
    "replaces": "00000000-0000-4000-8000-000000000000",
    "bid": "00000000-0000-4000-8000-000000000000",
    "other": "00000000-0000-4000-8000-000000000000",
    "until": 7,
    "same": 0,
}
PEOPLE = ("person", "observed_by", "came", "grown_up", "child", "by", "device", "made_by")
FACTS = (
    "check_in", "tool_use", "rupture", "bid", "follow_up", "remark", "mistake", "snooze",
    "same_moment",
)  # fmt: skip
GIVEN = {
    "check_in": {"signs", "contexts", "withdrawn_at"},
    "tool_use": {"ended_at", "answer", "came"},
    "rupture": {"episode", "kind", "note", "resolution"},
    "bid": {"calm_first", "steps_done", "outcome", "try_again_at"},
    "follow_up": {"card", "note"},
    "remark": set(),
    "mistake": set(),
    "snooze": set(),
    "same_moment": set(),
}


@pytest.fixture
def filled(
    database: Database,
    check_ins: CheckIns,
    tool_uses: ToolUses,
    repairs: Repairs,
    mia: Person,
    papa: Person,
) -> sqlite3.Connection:
    """A file with one row in each table of facts, every field of it filled."""
    seen = records.observed(mia.id, papa.id)
    check_ins.add(seen)
    tool_uses.start(
        records.tool_use(
            mia.id, practice=True, ended_at=records.NOW, answer=Answer.SAME, came=papa.id
        )
    )
    hard = records.rupture(
        papa.id,
        mia.id,
        about=True,
        practice=True,
        episode=seen.id,
        kind=RuptureKind.FRIGHTENING,
        note="I shouted",
        resolution=Resolution.LET_BE,
    )
    repairs.add_ruptures([hard])
    bid = records.bid(
        hard.id,
        papa.id,
        calm_first=True,
        steps_done=("calm", "sorry"),
        outcome=Outcome.NOT_YET,
        try_again_at=records.NOW,
    )
    repairs.add_bids([bid])
    repairs.add_follow_ups([records.follow_up(hard.id, card=ChildCard.ALMOST, note="a hug")])
    notes = MendingNotes(database)
    notes.keep_draft(records.draft(bid.id))
    notes.keep_line(records.own_line())
    notes.snooze(records.snooze(hard.id, bid.id))
    other = records.rupture(papa.id, mia.id)
    notes.say_same(records.same_moment(hard.id, other.id), other)
    remarks = Remarks(database)
    remarks.add(records.remark(seen.id, replaces=hard.id))
    remarks.withdraw(records.mistake(seen.id, papa.id))
    return database.connection


def fields(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]


@pytest.mark.parametrize("table", FACTS)
def test_no_field_that_holds_something_can_be_changed(
    filled: sqlite3.Connection, mia: Person, papa: Person, table: str
) -> None:
    before = filled.execute(f"SELECT * FROM {table}").fetchall()
    for field, value in zip(fields(filled, table), before[0], strict=True):
        assert value is not None, field
        if field in PEOPLE:
            other: object = str(papa.id if value == str(mia.id) else mia.id)
        else:
            other = UNLIKE[field]
        assert other != value, field
        for new in (other, None):
            with pytest.raises(sqlite3.IntegrityError, match="never overwritten"):
                filled.execute(f'UPDATE {table} SET "{field}" = ?', (new,))
    assert filled.execute(f"SELECT * FROM {table}").fetchall() == before


@pytest.mark.parametrize("table", FACTS)
def test_an_empty_field_is_filled_once(filled: sqlite3.Connection, table: str) -> None:
    names = fields(filled, table)
    full = dict(zip(names, filled.execute(f"SELECT * FROM {table}").fetchone(), strict=True))
    bare = full | dict.fromkeys(GIVEN[table]) | {"id": UNLIKE["id"], "sequence": 999}
    places = ", ".join("?" * len(names))
    filled.execute(f"INSERT INTO {table} VALUES ({places})", list(bare.values()))
    for field in GIVEN[table]:
        change = f'UPDATE {table} SET "{field}" = ? WHERE sequence = 999'
        filled.execute(change, (full[field],))
        filled.execute(change, (full[field],))  # the same again is no change
        with pytest.raises(sqlite3.IntegrityError, match="never overwritten"):
            filled.execute(change, (None,))
    filled.execute(f"DELETE FROM {table} WHERE sequence = 999")


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("check_in", "zone", "purple"),
        ("check_in", "zone", 2),
        ("check_in", "at", "2026-11-22"),
        ("check_in", "at", 10**18),
        ("check_in", "about", 2),
        ("check_in", "source", "self"),  # while it holds who observed it
        ("check_in", "person", "00000000-0000-4000-8000-000000000000"),
        ("check_in", "signs", ""),
        ("check_in", "sequence", 0),
        ("tool_use", "answer", "better"),
        ("rupture", "kind", "other"),
        ("rupture", "note", ""),
        ("rupture", "resolution", "forgotten"),
        ("bid", "outcome", "never"),
        ("bid", "rupture", "00000000-0000-4000-8000-000000000000"),
        ("follow_up", "card", "maybe"),
        ("remark", "subject", "gossip"),
        ("remark", "check_in", "00000000-0000-4000-8000-000000000000"),
        ("mistake", "made_by", "00000000-0000-4000-8000-000000000000"),
        ("own_line", "part", "my-side"),
        ("own_line", "text", ""),
        ("own_line", "gone", 2),
        ("snooze", "rupture", "00000000-0000-4000-8000-000000000000"),
        ("snooze", "bid", "00000000-0000-4000-8000-000000000000"),
        ("snooze", "until", "tomorrow"),
        ("same_moment", "other", "00000000-0000-4000-8000-000000000000"),
        ("same_moment", "same", 2),
        ("person", "role", "uncle"),
        ("person", "age_band", "13-15"),
        ("person", "name", ""),
        ("device", "here", 2),
    ],
)
def test_the_file_holds_only_what_has_a_meaning(
    filled: sqlite3.Connection, table: str, field: str, value: object
) -> None:
    names = fields(filled, table)
    row = dict(zip(names, filled.execute(f"SELECT * FROM {table}").fetchone(), strict=True))
    other = {"id": UNLIKE["id"], "sequence": 999, "name": "Somebody else", "here": 0}
    row |= {name: new for name, new in other.items() if name in row}
    insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})"
    with pytest.raises(sqlite3.IntegrityError):
        filled.execute(insert, list((row | {field: value}).values()))
    filled.execute(insert, list(row.values()))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("step", "later"),
        ("done", ""),
        ("kind", "other"),
        ("card", "maybe"),
        ("set_aside", 2),
        ("changed_at", "now"),
        ("id", "00000000-0000-4000-8000-000000000000"),
    ],
)
def test_a_draft_may_change_into_a_draft_only(
    filled: sqlite3.Connection, field: str, value: object
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        filled.execute(f"UPDATE draft SET {field} = ?", (value,))
    filled.execute("UPDATE draft SET step = 'reflect', done = 'calm-first', card = 'no'")
