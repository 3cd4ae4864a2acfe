"""Whatever is tapped on the set-up page, a Safe Place stays within its limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_child, a_parent
from thermometer.domain.people import AgeBand, Person
from thermometer.domain.picking import (
    is_offered,
    moved,
    picked,
    rejected,
    to_choose_from,
    with_tools,
)
from thermometer.domain.problems import Problem
from thermometer.domain.tools import (
    COME_PLEASE,
    Audience,
    Tool,
    ToolKind,
    cards_shown,
    places_in,
)
from thermometer.domain.zones import ByZone, Zone

IDS = ["a", "b", "c", "d", "e", "f", "g", COME_PLEASE]
ids = st.sampled_from(IDS)
lists = st.lists(ids, max_size=10).map(tuple)
people = st.builds(
    lambda make, tools: make(tools=tools),
    st.sampled_from([a_child, a_parent]),
    st.builds(ByZone, lists, lists, lists),
)
zones = st.sampled_from(Zone)
places = st.integers(-2, 8)
verbs = st.one_of(
    st.builds(lambda tool: lambda p, z: picked(p, z, tool), ids),
    st.builds(lambda tool: lambda p, z: rejected(p, z, tool), ids),
    st.builds(lambda tool, to: lambda p, z: moved(p, z, tool, to), ids, places),
)
Verb = Callable[[Person, Zone], tuple[str, ...]]


def a_tool(id_: str, **fields: Any) -> Tool:
    plain = Tool(
        id=id_, name=id_, what="", picture="missing", kind=ToolKind.CARD, zones=tuple(Zone)
    )
    return replace(plain, **fields)


@given(people, st.lists(st.tuples(zones, verbs), max_size=12))
def test_no_way_of_tapping_leads_beyond_the_limits(
    person: Person, taps: list[tuple[Zone, Verb]]
) -> None:
    for zone, verb in taps:
        before = cards_shown(person, zone)
        try:
            person = with_tools(person, zone, verb(person, zone))
        except Problem:
            assert cards_shown(person, zone) == before
            continue
        kept = person.tools.of(zone)
        assert kept == cards_shown(person, zone)
        assert len(kept) <= places_in(zone)
        assert len(set(kept)) == len(kept)
        if person.is_child:
            assert COME_PLEASE in person.tools.red or zone is not Zone.RED
        else:
            assert COME_PLEASE not in kept


@given(people, zones, lists)
def test_other_zones_stay_as_they_are(person: Person, zone: Zone, tools: tuple[str, ...]) -> None:
    after = with_tools(person, zone, tools)
    others = [each for each in Zone if each is not zone]
    assert [after.tools.of(each) for each in others] == [person.tools.of(each) for each in others]
    assert replace(after, tools=person.tools) == person


@given(people, zones, ids, places)
def test_moving_changes_nothing_but_the_order(
    person: Person, zone: Zone, tool: str, place: int
) -> None:
    before, after = cards_shown(person, zone), moved(person, zone, tool, place)
    assert sorted(after) == sorted(before)
    assert [each for each in after if each != tool] == [each for each in before if each != tool]
    if tool in before:
        assert after.index(tool) == min(max(place, 0), len(before) - 1)


@given(people, zones, ids, lists)
def test_each_change_can_be_stepped_back(
    person: Person, zone: Zone, tool: str, tools: tuple[str, ...]
) -> None:
    before = cards_shown(person, zone)
    changed = with_tools(person, zone, tools)
    assert cards_shown(with_tools(changed, zone, before), zone) == before


@given(people, zones, ids)
def test_a_picked_tool_comes_last_and_goes_again(person: Person, zone: Zone, tool: str) -> None:
    before = cards_shown(person, zone)
    if tool in before:
        assert picked(person, zone, tool) == before
    elif len(before) == places_in(zone):
        with pytest.raises(Problem, match="tools-full"):
            picked(person, zone, tool)
    else:
        assert picked(person, zone, tool) == (*before, tool)


def test_the_call_stays_in_a_childs_red_and_can_move() -> None:
    mia = a_child(tools=ByZone((), (COME_PLEASE, "a"), (COME_PLEASE, "a")))
    with pytest.raises(Problem, match="tools-call-stays"):
        rejected(mia, Zone.RED, COME_PLEASE)
    assert rejected(mia, Zone.YELLOW, COME_PLEASE) == ("a",)
    assert moved(mia, Zone.RED, COME_PLEASE, 1) == ("a", COME_PLEASE)


def test_the_only_one_stays() -> None:
    with pytest.raises(Problem, match="tools-last"):
        rejected(a_parent(tools=ByZone(("a",), (), ())), Zone.GREEN, "a")


@pytest.mark.parametrize(
    ("tool", "person", "zone", "offered"),
    [
        (a_tool("a"), a_child(), Zone.GREEN, True),
        (a_tool("a", zones=(Zone.RED,)), a_child(), Zone.GREEN, False),
        (a_tool("a", audience=Audience.CHILD), a_child(), Zone.RED, True),
        (a_tool("a", audience=Audience.CHILD), a_parent(), Zone.RED, False),
        (a_tool("a", audience=Audience.PARENT), a_parent(), Zone.RED, True),
        (a_tool("a", audience=Audience.PARENT), a_child(), Zone.RED, False),
        (a_tool("a", from_band=AgeBand.SIX_TO_EIGHT), a_child(), Zone.RED, True),
        (a_tool("a", from_band=AgeBand.NINE_TO_TWELVE), a_child(), Zone.RED, False),
        (a_tool("a", from_band=AgeBand.NINE_TO_TWELVE), a_parent(), Zone.RED, True),
    ],
)
def test_a_tool_is_offered_by_zone_role_and_age(
    tool: Tool, person: Person, zone: Zone, *, offered: bool
) -> None:
    assert is_offered(tool, person, zone) is offered


def test_what_is_picked_is_not_offered_again() -> None:
    mia = a_child(tools=ByZone((), ("b",), ()))
    tools = [a_tool("a"), a_tool("b"), a_tool("c")]
    assert [tool.id for tool in to_choose_from(tools, mia, Zone.YELLOW)] == ["a", "c"]
