"""What an import must not take: no rows at all, and wrong ones of the family's own things."""

from __future__ import annotations

import json
from base64 import b64encode
from uuid import uuid4

import pytest

from tests.store import own
from thermometer.domain.people import Person
from thermometer.domain.thresholds import PICTURE_BYTES
from thermometer.store.database import Database
from thermometer.store.loading import Reason, Refused, load
from thermometer.store.whole import dump


def base64(data: bytes) -> str:
    return b64encode(data).decode()


@pytest.mark.parametrize(
    ("table", "change", "reason"),
    [
        ("media", {"data": ""}, Reason.NOT_ALLOWED),
        ("media", {"data": base64(bytes(PICTURE_BYTES + 1))}, Reason.NOT_ALLOWED),
        ("media", {"owner": str(uuid4())}, Reason.NOT_ALLOWED),
        ("media", {"data": "no base64!"}, Reason.UNREADABLE),
        ("media", {"data": [1, 2]}, Reason.UNREADABLE),
        ("own_card", {"tool": "pillow"}, Reason.UNREADABLE),
        ("own_tool", {"kind": "call"}, Reason.NOT_ALLOWED),
        ("own_tool", {"name": "x" * 41}, Reason.NOT_ALLOWED),
        ("own_tool", {"zones": []}, Reason.NOT_ALLOWED),
        ("own_tool", {"zones": ["purple"]}, Reason.UNREADABLE),
        ("own_tool", {"picture": "../../themes/light"}, Reason.UNREADABLE),
        ("own_tool", {"steps": ["a step"]}, Reason.UNREADABLE),
        ("own_tool", {"minutes": "ten"}, Reason.UNREADABLE),
        ("own_tool", {"minutes": float("inf")}, Reason.UNREADABLE),
    ],
)
def test_a_row_that_cannot_be_taken_is_told(
    database: Database, mia: Person, table: str, change: dict[str, object], reason: Reason
) -> None:
    own.fill(database, mia.id)
    row = json.loads(json.dumps(dump(database)[table]))[0]
    row |= {"id": str(uuid4()), "sequence": 900} | change
    loaded = load(database, {table: [row]})
    assert loaded.refused == [Refused(table, 1, row["id"], reason)]


@pytest.mark.parametrize("rows", [None, "rows", {"id": 1}])
def test_what_is_no_list_of_rows_is_told(database: Database, rows: object) -> None:
    loaded = load(database, {"check_in": rows, "moods": []})
    assert loaded.refused == [
        Refused("moods", 0, "", Reason.UNREADABLE),
        Refused("check_in", 0, "", Reason.UNREADABLE),
    ]


def test_what_is_no_row_is_told(database: Database) -> None:
    loaded = load(database, {"check_in": ["row", {"id": 7}]})
    assert loaded.refused == [
        Refused("check_in", 1, "", Reason.UNREADABLE),
        Refused("check_in", 2, "7", Reason.UNREADABLE),
    ]
