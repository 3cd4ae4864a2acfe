"""The lossless export: everything out as JSON, and back in without loss or doubles."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.fakes import FakeClock
from tests.store import mended, own, records
from thermometer.domain.people import Person
from thermometer.domain.ruptures import ChildCard, Outcome, RuptureKind
from thermometer.domain.tools import Answer
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.loading import Loaded, Reason, Refused, load
from thermometer.store.people import People
from thermometer.store.remarks import Remarks
from thermometer.store.repairs import Repairs
from thermometer.store.settings import Settings
from thermometer.store.tools import ToolUses
from thermometer.store.whole import READERS, Tables, dump


@pytest.fixture
def full(
    database: Database,
    check_ins: CheckIns,
    tool_uses: ToolUses,
    repairs: Repairs,
    mia: Person,
    papa: Person,
) -> Database:
    """A file with rows in every table, bare ones and full ones."""
    tap, seen = records.check_in(mia.id), records.observed(mia.id, papa.id)
    check_ins.add_all([seen, tap])
    tool_uses.start(records.tool_use(mia.id))
    tool_uses.start(
        records.tool_use(papa.id, ended_at=records.NOW, answer=Answer.SAME, came=mia.id)
    )
    hard = records.rupture(papa.id, mia.id)
    repairs.add_ruptures(
        [hard, records.rupture(papa.id, mia.id, kind=RuptureKind.LIMIT, episode=tap.id, note="é")]
    )
    done = records.bid(hard.id, mia.id, calm_first=False, steps_done=("calm", "hug"))
    repairs.add_bids([records.bid(hard.id, papa.id), replace(done, outcome=Outcome.TOGETHER)])
    repairs.add_follow_ups(
        [records.follow_up(hard.id), records.follow_up(hard.id, card=ChildCard.NO, note="x")]
    )
    mended.fill(database, hard, done)
    own.fill(database, mia.id)
    Remarks(database).add(records.remark(tap.id, "", replaces=uuid4()))
    Remarks(database).withdraw(records.mistake(seen.id, None))
    Settings(database).set("week", {"first_day": 6})
    return database


@pytest.fixture
def other(tmp_path: Path, clock: FakeClock) -> Iterator[Database]:
    """The file of another device."""
    opened = Database.open(tmp_path / "other", clock)
    yield opened
    opened.close()


def through_json(tables: Tables) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(tables, allow_nan=False))
    return read


def everything(database: Database) -> tuple[object, ...]:
    repairs = Repairs(database)
    ids = [rupture.id for rupture in repairs.ruptures()]
    check_ins = [check_in.id for check_in in CheckIns(database).between(None, None)]
    return (
        People(database).all(archived=True),
        CheckIns(database).between(None, None),
        ToolUses(database).between(None, None),
        repairs.ruptures(),
        repairs.bids_of_ids(bid.id for bid in repairs.bids(ids)),
        repairs.follow_ups_of_ids(one.id for one in repairs.follow_ups(ids)),
        Settings(database).all(),
        (Remarks(database).of_check_ins(check_ins), Remarks(database).mistakes(check_ins)),
        mended.everything(database, ids),
        [own.everything(database, person.id) for person in People(database).all()],
    )


def test_values_are_fit_for_json(full: Database, mia: Person, papa: Person) -> None:
    tables = dump(full)
    assert list(tables) == [
        "device", "person", "media", "own_tool", "own_card", "check_in", "tool_use", "rupture",
        "bid", "follow_up", "draft", "snooze", "same_moment", "own_line", "remark", "mistake",
        "setting",
    ]  # fmt: skip
    assert all(tables.values())
    seen = dict(tables["check_in"][0])
    assert seen.pop("id")
    assert seen == {
        "device": str(full.device),
        "sequence": 3,
        "person": str(mia.id),
        "zone": "yellow",
        "at": "2026-11-22T18:30:00Z",
        "time_zone": "Europe/Berlin",
        "source": "observed",
        "observed_by": str(papa.id),
        "about": True,
        "practice": True,
        "entered_at": "2026-11-22T18:30:40Z",
        "withdrawn_at": "2026-11-22T18:30:00.000001Z",
        "signs": ["hot", "louder"],
        "contexts": ["school"],
    }
    assert tables["check_in"][1]["signs"] == []
    assert tables["check_in"][1]["withdrawn_at"] is None
    assert tables["setting"][0]["value"] == {"first_day": 6}


def test_nothing_is_lost_on_the_way_to_another_device(full: Database, other: Database) -> None:
    tables = through_json(dump(full))
    loaded = load(other, tables)
    assert loaded.refused == []
    assert loaded.added == {name: len(rows) for name, rows in tables.items()}
    assert everything(other) == everything(full)
    back = dump(other)
    own = next(row for row in back["device"] if row["here"])
    assert own["id"] == str(other.device)
    back["device"].remove(own)
    assert back["device"] == [tables["device"][0] | {"here": False}]
    assert back | {"device": []} == tables | {"device": []}


def test_the_same_again_changes_nothing(full: Database, other: Database) -> None:
    tables = through_json(dump(full))
    load(other, tables)
    before = dump(other)
    again = load(other, tables)
    assert (again.added, again.refused) == ({}, [])
    assert again.same == {name: len(rows) for name, rows in tables.items()}
    assert dump(other) == before
    assert load(full, tables).same == again.same


def test_two_devices_go_on_counting_for_themselves(
    full: Database, other: Database, mia: Person
) -> None:
    load(other, through_json(dump(full)))
    CheckIns(other).add(records.check_in(mia.id))
    CheckIns(full).add(records.check_in(mia.id))
    load(full, through_json(dump(other)))
    load(other, through_json(dump(full)))
    assert everything(full) == everything(other)
    numbers = "SELECT device, sequence FROM check_in ORDER BY 2, 1"
    rows = full.connection.execute(numbers).fetchall()
    assert rows == other.connection.execute(numbers).fetchall()
    assert sorted(number for device, number in rows if device == str(other.device)) == [1]
    assert len({(device, number) for device, number in rows}) == 4


def test_numbers_that_come_back_are_not_given_again(full: Database, mia: Person) -> None:
    tables = through_json(dump(full))
    full.connection.execute("DELETE FROM setting")
    full.connection.execute("UPDATE device SET sequence = 0")
    for row in tables["device"]:
        row["sequence"] = 0
    load(full, tables)
    CheckIns(full).add(records.check_in(mia.id))
    (number,) = full.connection.execute("SELECT max(sequence) FROM check_in").fetchone()
    assert number == tables["setting"][0]["sequence"] + 1


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("table", "change", "reason"),
    [
        ("check_in", {"zone": "purple"}, Reason.NOT_ALLOWED),
        ("check_in", {"person": str(uuid4())}, Reason.NOT_ALLOWED),
        ("check_in", {"device": str(uuid4())}, Reason.NOT_ALLOWED),
        ("check_in", {"sequence": 4}, Reason.NOT_ALLOWED),
        ("check_in", {"zone": None}, Reason.UNREADABLE),
        ("check_in", {"zone": 2}, Reason.UNREADABLE),
        ("check_in", {"zone": "\ud800"}, Reason.UNREADABLE),
        ("check_in", {"at": "2026-11-22T18:30:00"}, Reason.UNREADABLE),
        ("check_in", {"at": "yesterday"}, Reason.UNREADABLE),
        ("check_in", {"at": 1_700_000_000}, Reason.UNREADABLE),
        ("check_in", {"about": 1}, Reason.UNREADABLE),
        ("check_in", {"sequence": True}, Reason.UNREADABLE),
        ("check_in", {"sequence": 2**63}, Reason.UNREADABLE),
        ("check_in", {"signs": "hot"}, Reason.UNREADABLE),
        ("check_in", {"signs": None}, Reason.UNREADABLE),
        ("check_in", {"signs": ["hot;cold"]}, Reason.UNREADABLE),
        ("check_in", {"signs": [["hot"]]}, Reason.UNREADABLE),
        ("check_in", {"mood": "fine"}, Reason.UNREADABLE),
        ("check_in", {"id": "x" * 36}, Reason.UNREADABLE),
        ("person", {"role": "uncle"}, Reason.NOT_ALLOWED),
        ("bid", {"rupture": str(uuid4())}, Reason.NOT_ALLOWED),
        ("setting", {"key": ""}, Reason.NOT_ALLOWED),
    ],
)
def test_a_row_that_cannot_be_taken_is_told_and_the_others_are_taken(
    full: Database, other: Database, table: str, change: dict[str, object], reason: Reason
) -> None:
    tables = through_json(dump(full))
    rows = tables[table]
    rows.append(copy.deepcopy(rows[0]) | {"id": str(uuid4()), "sequence": 900, "name": "N"})
    rows[-1] = {name: value for name, value in rows[-1].items() if name in rows[0]}
    if table == "setting":
        rows[-1]["key"] = "another"
    rows[-1] |= change
    loaded = load(other, tables)
    key = str(rows[-1].get("id", rows[-1].get("key")))
    assert loaded.refused == [Refused(table, len(rows), key, reason)]
    if reason is Reason.NOT_ALLOWED:
        assert loaded.added[table] == len(rows) - 1


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("person", {"name": "Maya"}),
        ("check_in", {"withdrawn_at": None}),
        ("check_in", {"signs": []}),
        ("setting", {"value": None}),
    ],
)
def test_a_known_row_with_other_content_is_told_and_stays(
    full: Database, table: str, change: dict[str, object]
) -> None:
    before = dump(full)
    tables = through_json(before)
    tables[table][0] |= change
    loaded = load(full, tables)
    key = str(tables[table][0].get("id", tables[table][0].get("key")))
    assert loaded.refused == [Refused(table, 1, key, Reason.DIFFERS)]
    assert dump(full) == before


def test_who_wrote_a_row_down_does_not_make_it_another(full: Database) -> None:
    tables = through_json(dump(full))
    tables["device"].append(tables["device"][0] | {"id": str(uuid4()), "here": True})
    tables["person"][0] |= {"changed_at": "2001-01-01T00:00:00Z", "sequence": 77}
    tables["check_in"][0] |= {"device": tables["device"][1]["id"]}
    loaded = load(full, tables)
    assert (loaded.added, loaded.refused) == ({"device": 1}, [])


def test_two_rows_of_one_key_in_one_file(full: Database, other: Database) -> None:
    tables = through_json(dump(full))
    first = tables["check_in"][0]
    tables["check_in"] += [dict(first), first | {"zone": "red"}]
    loaded = load(other, tables)
    assert loaded.same == {"check_in": 1}
    assert loaded.refused == [Refused("check_in", 4, first["id"], Reason.DIFFERS)]


class WrongFileError(Exception):
    """Raised by whoever loads, to keep nothing."""


def test_the_caller_may_keep_nothing(full: Database, other: Database) -> None:
    def take() -> Loaded:
        with other.transaction():
            assert load(other, dump(full)).added
            raise WrongFileError

    with pytest.raises(WrongFileError):
        take()
    assert [len(rows) for rows in dump(other).values()] == [1] + [0] * (len(READERS) - 1)


def test_many_rows_come_in_their_order(
    full: Database, other: Database, check_ins: CheckIns, mia: Person
) -> None:
    check_ins.add_all(records.check_in(mia.id) for _ in range(1234))
    loaded = load(other, through_json(dump(full)))
    assert loaded.added["check_in"] == 1236
    assert everything(other) == everything(full)
