"""People, uses of tools, repairs and settings in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from tests.fakes import FakeClock
from tests.store import records
from thermometer.domain.people import AgeBand, Person
from thermometer.domain.ruptures import ChildCard, Outcome, Resolution, RuptureKind
from thermometer.domain.tools import Answer
from thermometer.domain.zones import ByZone
from thermometer.store import problems
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.repairs import Repairs
from thermometer.store.settings import Settings
from thermometer.store.tools import ToolUses

NOW = records.NOW
SECOND = records.SECOND


def test_people_come_in_their_order_and_archived_ones_when_asked(database: Database) -> None:
    people = People(database)
    leo = records.child("Leo 🧑‍🚀", position=3, signs=())
    papa = records.parent("Papa", position=0)
    ada = records.child("Ada", position=3, archived=True)
    people.add_all([leo, papa, ada])
    people.add_all([])
    assert people.all() == [papa, leo]
    assert people.all(archived=True) == [papa, ada, leo]


def test_a_person_is_changed_in_place_with_the_time(database: Database, clock: FakeClock) -> None:
    people = People(database)
    mia = records.child("Mia")
    people.add(mia)
    clock.advance(SECOND)
    grown = replace(
        mia,
        name="Mia B.",
        age_band=AgeBand.NINE_TO_TWELVE,
        words=ByZone("a", "b", "c"),
        tools=ByZone((), ("x",), ("y", "z")),
        signs=("cold",),
        archived=True,
    )
    people.change(grown)
    assert people.all(archived=True) == [grown]
    (row,) = database.connection.execute("SELECT changed_at, sequence FROM person").fetchall()
    assert row == (int(clock.now().timestamp() * 1_000_000), 1)


def test_somebody_who_is_gone_cannot_be_changed(database: Database) -> None:
    with pytest.raises(problems.Gone):
        People(database).change(records.child())


def test_two_people_never_have_one_name(database: Database, mia: Person) -> None:
    with pytest.raises(IntegrityError):
        People(database).add(records.child(mia.name))
    assert People(database).all() == [mia]


def test_what_comes_later_of_a_tool_is_kept_once(
    tool_uses: ToolUses, mia: Person, papa: Person
) -> None:
    use = records.tool_use(mia.id)
    tool_uses.start(use)
    for later, answer, who in (
        (NOW + SECOND, Answer.SMALLER, papa.id),
        (NOW + 2 * SECOND, Answer.BIGGER, mia.id),
    ):
        tool_uses.end(use.id, later)
        tool_uses.answer(use.id, answer)
        kept = tool_uses.came(use.id, who)
        assert kept == replace(use, ended_at=NOW + SECOND, answer=Answer.SMALLER, came=papa.id)
    assert tool_uses.of_ids([use.id]) == {use.id: kept}


def test_uses_of_tools_come_in_order(tool_uses: ToolUses, mia: Person, papa: Person) -> None:
    uses = [
        records.tool_use(person.id, NOW + n * SECOND, practice=n == 2)
        for n, person in enumerate((mia, papa, mia, mia))
    ]
    tool_uses.add_all(reversed(uses))
    assert tool_uses.between(None, None) == uses
    assert tool_uses.between(NOW + SECOND, NOW + 3 * SECOND) == uses[1:3]
    assert tool_uses.between(NOW, NOW + 3 * SECOND, mia.id) == [uses[0], uses[2]]


def test_what_comes_later_of_a_rupture_is_kept_once(
    repairs: Repairs, mia: Person, papa: Person
) -> None:
    hard = records.rupture(papa.id, mia.id)
    episode = uuid4()
    repairs.add_ruptures([hard])
    repairs.fill_rupture(hard.id, kind=RuptureKind.LIMIT)
    repairs.fill_rupture(hard.id, kind=RuptureKind.NOT_SURE, note="too loud", episode=episode)
    kept = repairs.fill_rupture(hard.id, note="", resolution=Resolution.ALREADY_DID)
    assert kept == replace(
        hard,
        kind=RuptureKind.LIMIT,
        note="too loud",
        episode=episode,
        resolution=Resolution.ALREADY_DID,
    )
    assert repairs.ruptures() == [kept]
    assert repairs.ruptures_of_ids([hard.id]) == {hard.id: kept}


def test_ruptures_of_a_stretch_come_in_order(repairs: Repairs, mia: Person, papa: Person) -> None:
    hard = [records.rupture(papa.id, mia.id, NOW + n * SECOND) for n in range(4)]
    repairs.add_ruptures(reversed(hard))
    assert repairs.ruptures(NOW + SECOND, NOW + 3 * SECOND) == hard[1:3]
    assert repairs.ruptures(end=NOW + SECOND) == hard[:1]


def test_bids_belong_to_their_ruptures(repairs: Repairs, mia: Person, papa: Person) -> None:
    one, other = (records.rupture(papa.id, mia.id) for _ in range(2))
    repairs.add_ruptures([one, other])
    second = records.bid(one.id, mia.id, NOW + timedelta(days=9))
    first = records.bid(one.id, papa.id, NOW + SECOND)
    repairs.add_bids([second, first, records.bid(other.id, papa.id)])
    assert repairs.bids([one.id]) == [first, second]
    assert repairs.bids_between(records.NOW + SECOND, second.at) == [first]
    assert repairs.bids_between(None, None)[1:] == [first, second]
    filled = repairs.fill_bid(
        first.id,
        calm_first=False,
        steps_done=("calm", "listen"),
        outcome=Outcome.NOT_YET,
        try_again_at=NOW,
    )
    assert filled == replace(
        first,
        calm_first=False,
        steps_done=("calm", "listen"),
        outcome=Outcome.NOT_YET,
        try_again_at=NOW,
    )
    assert repairs.fill_bid(first.id, calm_first=True, outcome=Outcome.TOGETHER) == filled
    assert repairs.fill_bid(second.id) == second
    assert repairs.bids_of_ids([first.id, second.id]) == {first.id: filled, second.id: second}


def test_follow_ups_belong_to_their_ruptures(repairs: Repairs, mia: Person, papa: Person) -> None:
    hard = records.rupture(papa.id, mia.id)
    repairs.add_ruptures([hard])
    later = records.follow_up(hard.id, NOW + SECOND)
    sooner = records.follow_up(hard.id, NOW, note="she drew a picture")
    repairs.add_follow_ups([later, sooner])
    assert repairs.follow_ups([hard.id, uuid4()]) == [sooner, later]
    repairs.fill_follow_up(later.id, card=ChildCard.YES)
    filled = repairs.fill_follow_up(later.id, card=ChildCard.NO, note="a hug")
    assert filled == replace(later, card=ChildCard.YES, note="a hug")
    assert repairs.follow_ups_of_ids([later.id]) == {later.id: filled}


def test_settings_are_small_values(database: Database, clock: FakeClock) -> None:
    settings = Settings(database)
    assert settings.get("theme", "light") == "light"
    settings.set("theme", {"name": "dark", "sizes": [1, 1.5, None], "größe": True})
    clock.advance(SECOND)
    settings.set("theme", "contrast")
    settings.set("sound", value=False)
    assert settings.all() == {"theme": "contrast", "sound": False}
    assert settings.get("sound", default=True) is False


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, b"bytes"])
def test_a_setting_is_json(database: Database, value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        Settings(database).set("odd", value)
    assert Settings(database).all() == {}


def test_every_row_has_its_device_and_its_number(
    database: Database, tool_uses: ToolUses, mia: Person
) -> None:
    tool_uses.add_all([records.tool_use(mia.id) for _ in range(2)])
    Settings(database).set("theme", "dark")
    tool_uses.start(records.tool_use(mia.id))
    rows = database.connection.execute(
        "SELECT device, sequence FROM person UNION ALL SELECT device, sequence FROM tool_use "
        "UNION ALL SELECT device, sequence FROM setting ORDER BY sequence"
    ).fetchall()
    assert rows == [(str(database.device), number) for number in range(1, 6)]


def test_a_number_is_never_given_twice(
    database: Database, tool_uses: ToolUses, mia: Person
) -> None:
    tool_uses.start(records.tool_use(mia.id))
    database.connection.execute("DELETE FROM tool_use")
    tool_uses.start(records.tool_use(mia.id))
    assert database.connection.execute("SELECT sequence FROM tool_use").fetchall() == [(3,)]
