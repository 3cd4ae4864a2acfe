"""``export.json``: everything, there and back again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.services.exchange.desk import CHECK_IN, Desk, counts, refusals
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import Rupture
from thermometer.services.exchange import Kind
from thermometer.store import whole

NOTE = "I shouted — \u201cenough!\u201d\n=cmd() \U0001f615"


def filled(desk: Desk) -> Path:
    """A family with private things, exported; gives its ``export.json``."""
    desk.take(*desk.whole())
    mia, mum = desk.stores.people.all()
    desk.stores.people.change(replace(mia, signs=("hot-face",), archived=False))
    desk.stores.settings.set("first-day", {"weekday": 6})
    (rupture,) = desk.stores.repairs.ruptures()
    practice = Rupture(
        id=UUID(int=7),
        at=datetime(2026, 11, 21, 9, 0, 0, 250, tzinfo=UTC),
        time_zone="Asia/Kathmandu",
        grown_up=mum.id,
        child=mia.id,
        practice=True,
        note=NOTE,
    )
    desk.stores.repairs.add_ruptures([practice])
    desk.stores.repairs.fill_rupture(rupture.id, note=NOTE)
    desk.exporting.write(desk.folder / "out")
    return desk.folder / "out" / "export.json"


def without_devices(desk: Desk) -> dict[str, list[dict[str, object]]]:
    tables = whole.dump(desk.stores.database)
    del tables["device"]
    return tables


def test_nothing_is_lost(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    plan = there.take(filled(here))
    assert counts(plan) == {
        "people": (2, 0),
        "checkins": (1, 0),
        "tool_uses": (1, 0),
        "ruptures": (2, 0),
        "bids": (1, 0),
        "follow_ups": (1, 0),
        "settings": (1, 0),
    }
    assert without_devices(there) == without_devices(here)
    assert there.stores.repairs.ruptures()[1].note == NOTE
    devices = {row["id"] for row in whole.dump(there.stores.database)["device"]}
    assert str(here.stores.database.device) in devices


def test_the_same_file_twice_changes_nothing(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    file = filled(here)
    there.take(file)
    before = whole.dump(there.stores.database)
    there.changes.clear()
    plan = there.take(file)
    assert {new for new, _ in counts(plan).values()} == {0}
    assert whole.dump(there.stores.database) == before
    assert there.changes == []


def test_one_s_own_export_changes_nothing(desk: Desk) -> None:
    file = filled(desk)
    plan = desk.take(file)
    assert not plan.changes_anything
    assert counts(plan)["ruptures"] == (0, 2)


def test_a_preview_writes_nothing(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    there.look(filled(here))
    assert without_devices(there) == {name: [] for name in without_devices(here)}


def test_csv_files_may_speak_of_what_the_json_brings(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    file = filled(here)
    other = CHECK_IN.replace("4e7f3f0c", "4e7f3f0d")
    plan = there.take(there.table(Kind.CHECK_INS, CHECK_IN, other), file)
    assert counts(plan)["checkins"] == (2, 1)
    assert len(there.check_ins()) == 2


def test_people_of_the_same_name_are_the_same_people(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    file = filled(here)
    there.services.family.add("mia", Role.CHILD, AgeBand.NINE_TO_TWELVE, "owl")
    there.services.family.add("Mum", Role.PARENT, AgeBand.ADULT, "bear")
    plan = there.take(file)
    assert counts(plan)["people"] == (0, 2)
    assert [kept.here.name for kept in plan.kept] == ["mia"]
    mia, _ = there.stores.people.all()
    assert (mia.name, mia.age_band, mia.picture) == ("mia", AgeBand.NINE_TO_TWELVE, "owl")
    assert there.check_ins()[0].person == mia.id
    assert not there.take(file).changes_anything


def test_what_was_configured_since_is_kept_and_said(desk: Desk) -> None:
    file = filled(desk)
    mia, _ = desk.stores.people.all()
    desk.stores.people.change(replace(mia, picture="whale"))
    desk.stores.settings.set("first-day", {"weekday": 0})
    plan = desk.take(file)
    assert [kept.here.picture for kept in plan.kept] == ["whale"]
    assert plan.kept_settings == [(file, "first-day")]
    assert desk.stores.people.all()[0].picture == "whale"
    assert desk.stores.settings.get("first-day") == {"weekday": 0}


def test_settings_and_people_added_since_the_preview(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    file = filled(here)
    plan = there.look(file)
    there.stores.settings.set("first-day", {"weekday": 3})
    there.importing.take(plan)
    assert there.stores.settings.get("first-day") == {"weekday": 3}
    assert len(there.check_ins()) == 1


def test_a_record_that_appeared_since_the_preview(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    file = filled(here)
    there.take(here.people())
    plan = there.look(file)
    different = CHECK_IN.replace("yellow", "red")
    there.take(there.table(Kind.CHECK_INS, different))
    with pytest.raises(Problem, match="import-changed"):
        there.importing.take(plan)
    assert len(there.stores.tool_uses.between(None, None)) == 0


Whole = dict[str, Any]


def no_such_table(data: Whole) -> None:
    data["tables"]["stars"] = []


def purple(data: Whole) -> None:
    data["tables"]["check_in"][0]["zone"] = "purple"


def naive(data: Whole) -> None:
    data["tables"]["check_in"][0]["at"] = "2026-11-20T17:05:00"


def nobody(data: Whole) -> None:
    data["tables"]["check_in"][0]["person"] = str(UUID(int=99))


def a_text(data: Whole) -> None:
    data["tables"]["check_in"][0] = "hello"


def unnamed(data: Whole) -> None:
    del data["tables"]["person"][0]["name"]


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (no_such_table, "import-json-unreadable"),
        (purple, "import-json-not-allowed"),
        (naive, "import-json-unreadable"),
        (nobody, "import-json-not-allowed"),
        (a_text, "import-json-unreadable"),
        (unnamed, "import-json-unreadable"),
    ],
)
def test_a_row_that_cannot_be_taken(
    new_desk: Callable[[], Desk], spoil: Callable[[Whole], None], key: str
) -> None:
    here, there = new_desk(), new_desk()
    data = json.loads(filled(here).read_text(encoding="utf-8"))
    spoil(data)
    there.services.family.add("Mum", Role.PARENT, AgeBand.ADULT, "bear")
    plan = there.look(there.file("spoilt.json", json.dumps(data)))
    assert refusals(plan)[0] == ("spoilt.json", None, key)
    assert there.services.sentences.of(plan.refusals[0].reason)
    with pytest.raises(Problem, match="import-refused"):
        there.importing.take(plan)
    assert there.check_ins() == []


def test_an_id_that_is_here_with_other_content(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    file = filled(here)
    there.take(here.people(), there.table(Kind.CHECK_INS, CHECK_IN.replace("yellow", "red")))
    assert refusals(there.look(file)) == [("export.json", None, "import-json-differs")]


@pytest.mark.parametrize(
    ("content", "line", "key"),
    [
        ('{"format": "feelings', 1, "import-not-json"),
        ("{\n\n}}", 3, "import-not-json"),
        ("[]", None, "import-json-not-ours"),
        ("{}", None, "import-json-not-ours"),
        ('{"format": "else", "version": 1, "tables": {}}', None, "import-json-not-ours"),
        (
            '{"format": "feelings-thermometer", "version": 1, "tables": []}',
            None,
            "import-json-not-ours",
        ),
        (
            '{"format": "feelings-thermometer", "version": 2, "tables": {}}',
            None,
            "import-json-newer",
        ),
        ("[" * 100_000, None, "import-json-not-ours"),
        (b'{"format": "\xff"}', None, "import-not-utf-8"),
    ],
)
def test_a_file_that_cannot_be_taken(
    desk: Desk, content: str | bytes, line: int | None, key: str
) -> None:
    plan = desk.look(desk.file("a.json", content))
    assert refusals(plan) == [("a.json", line, key)]


def test_a_byte_order_mark_is_fine(desk: Desk) -> None:
    data = '\ufeff{"format": "feelings-thermometer", "version": 1, "tables": {}}'
    assert {new for new, _ in counts(desk.take(desk.file("a.json", data))).values()} == {0}


def test_a_family_too_large_for_home(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    file = filled(here)
    for number in range(5):
        there.services.family.add(f"Child {number}", Role.CHILD, AgeBand.SIX_TO_EIGHT, "owl")
    assert refusals(there.look(file)) == [("export.json", None, "family-full")]


def test_two_families_in_one_import(new_desk: Callable[[], Desk]) -> None:
    one, two, there = new_desk(), new_desk(), new_desk()
    first = filled(one)
    other = CHECK_IN.replace("4e7f3f0c", "4e7f3f0d")
    two.take(two.people(), two.table(Kind.CHECK_INS, other))
    two.exporting.write(two.folder / "out")
    plan = there.take(first, two.folder / "out" / "export.json")
    assert counts(plan)["people"] == (2, 2)
    assert len({check_in.person for check_in in there.check_ins()}) == 1
    assert len(there.check_ins()) == 2


def test_instants_keep_their_microseconds(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    there.take(filled(here))
    at = there.stores.repairs.ruptures()[1].at
    assert at - datetime(2026, 11, 21, 9, tzinfo=UTC) == timedelta(microseconds=250)
