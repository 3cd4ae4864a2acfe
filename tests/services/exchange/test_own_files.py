"""The family's own things in ``export.json``: there and back again, within limits."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.services.exchange.desk import Desk, counts, refusals
from tests.store import own
from thermometer.domain.own_things import OwnCard
from thermometer.domain.thresholds import PICTURE_BYTES
from thermometer.domain.zones import ByZone, Zone
from thermometer.services import own_limits
from thermometer.services.exchange import Kind
from thermometer.store import whole

OWN = ("media", "own_card", "own_tool")


@pytest.fixture
def exported(desk: Desk) -> Path:
    """The export of a family with things of its own."""
    desk.take(desk.people())
    services = desk.services
    mia, _ = services.family.people()
    ref = services.own_media().add_picture(own.JPEG, mia.id)
    voice = services.own_media().add_recording(own.VOICE)
    tools = services.own_tools()
    swing, old = tools.add(own.steps(ref).tool), tools.add(own.TIMER.tool)
    desk.stores.people.change(replace(mia, picture=ref, tools=ByZone((), (), (swing.id,))))
    services.own_cards().change(
        OwnCard(person=mia.id, tool="water", name="Blue cup", picture=ref, recording=voice)
    )
    tools.remove(old.id)
    desk.exporting.write(desk.folder / "out")
    return desk.folder / "out" / "export.json"


def own_tables(desk: Desk) -> dict[str, list[dict[str, object]]]:
    tables = whole.dump(desk.stores.database)
    return {name: tables[name] for name in OWN}


def changed(desk: Desk, exported: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """The export with something changed in its tables."""
    found = json.loads(exported.read_text("utf-8"))
    change(found["tables"])
    return desk.file("changed.json", json.dumps(found))


def test_nothing_is_lost_and_nothing_comes_twice(
    desk: Desk, new_desk: Callable[[], Desk], exported: Path
) -> None:
    there = new_desk()
    plan = there.take(exported)
    assert plan.counts[Kind.OWN_THINGS].new == 5
    assert own_tables(there) == own_tables(desk)
    mia, _ = there.services.family.people()
    call, nest = there.services.safe_places.cards(mia, Zone.RED)
    assert (call.name, nest.tool.name) == ("Come, please", own.steps("x").tool.name)
    again = there.look(exported)
    assert not again.changes_anything
    assert refusals(again) == []
    assert again.counts[Kind.OWN_THINGS].here == 5


def test_what_was_changed_here_since_stays(desk: Desk, exported: Path) -> None:
    mia, _ = desk.services.family.people()
    desk.services.own_cards().change(OwnCard(person=mia.id, tool="water", name="Red cup"))
    plan = desk.take(exported)
    assert refusals(plan) == []
    card = desk.services.own_cards().of(mia.id, "water")
    assert card == OwnCard(person=mia.id, tool="water", name="Red cup")


def test_things_alone_are_worth_an_import(desk: Desk, exported: Path) -> None:
    mia, _ = desk.services.family.people()
    desk.services.own_cards().change(OwnCard(person=mia.id, tool="water"))
    assert desk.stores.own_things.held().count == 1
    plan = desk.take(exported)
    assert counts(plan)["own_things"] == (1, 3)
    assert desk.stores.own_things.held().count == 2


def test_they_belong_to_who_has_the_same_name_here(
    new_desk: Callable[[], Desk], exported: Path
) -> None:
    there = new_desk()
    there.take(there.people())
    mia, _ = there.services.family.people()
    plan = there.take(exported)
    assert refusals(plan) == []
    card = there.services.own_cards().of(mia.id, "water")
    assert card is not None
    assert card.name == "Blue cup"
    assert card.picture is not None
    assert there.services.own_media().picture(card.picture) == own.JPEG
    assert not there.look(exported).changes_anything


def test_the_rows_that_cannot_be_taken_are_told(
    new_desk: Callable[[], Desk], exported: Path
) -> None:
    there = new_desk()
    there.take(there.people())

    def spoil(tables: dict[str, Any]) -> None:
        large = b64encode(b"\xff\xd8\xff".ljust(PICTURE_BYTES + 1)).decode()
        first = next(row for row in tables["media"] if row["kind"] == "picture")
        tables["media"].append(first | {"id": str(uuid4()), "sequence": 90, "data": large})
        tables["media"].append(first | {"id": str(uuid4()), "sequence": 91, "data": "?"})
        tables["own_tool"][0] |= {"picture": "../../sounds/chime"}
        tables["own_card"].append("no card")
        tables["own_card"].append(tables["own_card"][0] | {"person": 7})

    plan = there.look(changed(there, exported, spoil))
    assert sorted(refusals(plan)) == [
        ("changed.json", None, "import-json-not-allowed"),
        *[("changed.json", None, "import-json-unreadable")] * 4,
    ]


@pytest.mark.parametrize(
    ("limit", "value", "key"),
    [
        ("MEDIA_MOST", 1, "own-media-full"),
        ("MEDIA_BYTES_MOST", len(own.JPEG), "own-media-full"),
        ("OWN_TOOLS_MOST", 0, "own-tools-full"),
    ],
)
def test_there_may_be_so_many_and_no_more(
    new_desk: Callable[[], Desk],
    exported: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    value: int,
    key: str,
) -> None:
    monkeypatch.setattr(own_limits, limit, value)
    assert refusals(new_desk().look(exported)) == [("export.json", None, key)]
