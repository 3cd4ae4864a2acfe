"""The tables read what they write, whatever the words are."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_child, a_parent
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.people import AgeBand, Role, clean_name, clean_text
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import (
    Bid,
    ChildCard,
    FollowUp,
    Outcome,
    Resolution,
    Rupture,
    RuptureKind,
)
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.zones import Zone
from thermometer.services.exchange import roll as rolls
from thermometer.services.exchange.roll import Roll
from thermometer.services.exchange.tables import TABLES, Kind, PersonRow, table_of

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
MIA, MUM = a_child(name="=Mia"), a_parent(name='\'Mum, "dear"')
RUPTURE = "0c2c5b62-7d1e-4a0e-b7a4-3f5d7c9e1f03"

ids = st.uuids(allow_nil=False)
moments = st.datetimes(datetime(2001, 1, 1), datetime(2099, 12, 31)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=UTC)
)
zones = st.sampled_from(["Europe/Berlin", "UTC", "Asia/Kathmandu", "Australia/Lord_Howe"])
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(
    lambda text: clean_text(text.replace(";", ""))
)
lists = st.lists(words.filter(bool), max_size=4).map(tuple)
maybe = st.none


def people(role: Role) -> st.SearchStrategy[Any]:
    return st.just((MIA if role is Role.CHILD else MUM).id)


def a_roll() -> Roll:
    return Roll([MIA, MUM], {}, NOW)


check_ins = st.builds(
    CheckIn,
    id=ids,
    person=people(Role.CHILD),
    zone=st.sampled_from(Zone),
    at=moments,
    time_zone=zones,
    source=st.just(Source.OBSERVED),
    observed_by=people(Role.PARENT),
    about=st.booleans(),
    practice=st.booleans(),
    withdrawn_at=maybe() | moments,
    signs=lists,
    contexts=lists,
    entered_at=moments,
)
tool_uses = st.builds(
    ToolUse,
    id=ids,
    person=people(Role.PARENT),
    tool=words.filter(bool),
    zone=st.sampled_from(Zone),
    started_at=st.just(datetime(2001, 1, 1, tzinfo=UTC)),
    time_zone=zones,
    ended_at=maybe() | moments,
    answer=maybe() | st.sampled_from(Answer),
    practice=st.booleans(),
)
ruptures = st.builds(
    Rupture,
    id=ids,
    at=moments,
    time_zone=zones,
    grown_up=people(Role.PARENT),
    child=people(Role.CHILD),
    about=st.booleans(),
    kind=maybe() | st.sampled_from(RuptureKind),
    resolution=maybe() | st.sampled_from(Resolution),
)
bids = st.builds(
    Bid,
    id=ids,
    rupture=ids,
    at=moments,
    time_zone=zones,
    by=people(Role.CHILD),
    calm_first=maybe() | st.booleans(),
    outcome=maybe() | st.sampled_from(Outcome),
    try_again_at=maybe() | moments,
)
follow_ups = st.builds(
    FollowUp,
    id=ids,
    rupture=ids,
    at=moments,
    time_zone=zones,
    card=maybe() | st.sampled_from(ChildCard),
)


@given(st.one_of(check_ins, tool_uses, ruptures, bids, follow_ups))
def test_what_is_written_is_read_as_it_was(thing: Any) -> None:
    kinds: dict[type, Kind] = {
        CheckIn: Kind.CHECK_INS,
        ToolUse: Kind.TOOL_USES,
        Rupture: Kind.RUPTURES,
        Bid: Kind.BIDS,
        FollowUp: Kind.FOLLOW_UPS,
    }
    table, roll = TABLES[kinds[type(thing)]], a_roll()
    if isinstance(thing, Bid | FollowUp):
        roll.add_rupture(thing.rupture, thing.at)
    cells = table.write(thing, roll)
    assert table.read(cells, roll) == thing
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


@given(words.filter(lambda text: bool(text.strip("\u200c\u200d\ufe0e\ufe0f "))))
def test_a_name_is_read_as_it_was(name: str) -> None:
    table = TABLES[Kind.PEOPLE]
    person = a_child(name=clean_name(name))
    expected = PersonRow(name=person.name, role=Role.CHILD, age_band=AgeBand.SIX_TO_EIGHT)
    assert table.read(table.write(person, a_roll()), a_roll()) == expected


def test_a_header_tells_its_table() -> None:
    for table in TABLES.values():
        assert table_of(table.header) is table
        assert table_of(table.header[:-1]) is None
        assert table_of([*table.header, "more"]) is None
        assert table_of([*table.header[:-1], "more"]) is None


def test_names_are_known_however_often_and_in_however_many_spellings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rolls, "SPELLINGS_KEPT", 1)
    roll = a_roll()
    for spelling in ("'=Mia", "'=MIA", "'=mia", "'=Mia"):
        assert roll.person(spelling) is MIA
    with pytest.raises(Problem, match="import-person"):
        roll.person("Leo")
    leo = a_child(name="Leo")
    roll.add(leo)
    assert roll.person("Leo") is leo
