from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_child, a_parent
from thermometer.domain.people import AgeBand, Person
from thermometer.domain.tools import (
    COME_PLEASE,
    Pace,
    Step,
    Tool,
    ToolKind,
    asks_afterwards,
    cards_shown,
    shows_name,
)
from thermometer.domain.zones import ByZone, Zone

LIMITS = {Zone.GREEN: 3, Zone.YELLOW: 6, Zone.RED: 3}
ids = st.sampled_from(["a", "b", "c", "d", "e", "f", "g", COME_PLEASE])
chosen = st.lists(ids, max_size=12).map(tuple)
by_zone = st.builds(ByZone, chosen, chosen, chosen)


@given(by_zone, st.sampled_from([a_child, a_parent]), st.sampled_from(Zone))
def test_never_more_cards_than_a_zone_holds_and_none_twice(
    tools: ByZone[tuple[str, ...]], person: Callable[..., Person], zone: Zone
) -> None:
    shown = cards_shown(person(tools=tools), zone)
    assert len(shown) <= LIMITS[zone]
    assert len(set(shown)) == len(shown)
    assert set(shown) <= {*tools.of(zone), COME_PLEASE}


@given(by_zone)
def test_a_childs_red_always_has_the_call(tools: ByZone[tuple[str, ...]]) -> None:
    assert COME_PLEASE in cards_shown(a_child(tools=tools), Zone.RED)


@given(by_zone, st.sampled_from(Zone))
def test_a_parent_never_has_the_call(tools: ByZone[tuple[str, ...]], zone: Zone) -> None:
    assert COME_PLEASE not in cards_shown(a_parent(tools=tools), zone)


@pytest.mark.parametrize(
    ("red", "shown"),
    [
        ((), (COME_PLEASE,)),
        (("a",), (COME_PLEASE, "a")),
        (("a", COME_PLEASE), ("a", COME_PLEASE)),
        (("a", "b", COME_PLEASE, "c"), ("a", "b", COME_PLEASE)),
        (("a", "b", "c", COME_PLEASE), (COME_PLEASE, "a", "b")),
        (("a", "b", "c"), (COME_PLEASE, "a", "b")),
    ],
)
def test_the_cards_of_a_childs_red_keep_their_places(
    red: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    assert cards_shown(a_child(tools=ByZone((), (), red)), Zone.RED) == shown


@pytest.mark.parametrize(
    ("name", "zone", "shown"),
    [
        ("Come, please", Zone.RED, True),
        ("My Safe Place", Zone.RED, True),
        ("I can carry this", Zone.RED, False),
        ("I can carry this", Zone.YELLOW, True),
        ("Hum like a bee", Zone.GREEN, True),
    ],
)
def test_a_long_name_is_a_picture_only_in_red(name: str, zone: Zone, *, shown: bool) -> None:
    assert shows_name(name, zone) is shown


@pytest.mark.parametrize("kind", ToolKind)
def test_nothing_is_asked_in_red(kind: ToolKind) -> None:
    assert not asks_afterwards(Zone.RED, kind)


@pytest.mark.parametrize("zone", [Zone.GREEN, Zone.YELLOW])
def test_nothing_is_asked_after_a_call(zone: Zone) -> None:
    assert not asks_afterwards(zone, ToolKind.CALL)
    assert asks_afterwards(zone, ToolKind.CARD)


def test_a_breath_lasts_as_long_as_its_phases() -> None:
    assert Pace(inhale=3, hold_in=3, exhale=3, hold_out=3, breaths=4).breath == 12
    assert Pace(inhale=2.5, exhale=3.5, breaths=4).breath == 6


@pytest.mark.parametrize(
    ("little", "band", "text"),
    [
        (True, AgeBand.THREE_TO_FIVE, "Three"),
        (True, AgeBand.SIX_TO_EIGHT, "Five"),
        (False, AgeBand.THREE_TO_FIVE, "Five"),
    ],
)
def test_the_little_ones_have_fewer_steps_where_the_tool_says_so(
    band: AgeBand, text: str, *, little: bool
) -> None:
    tool = Tool(
        id="find",
        name="Find",
        what="Look around",
        picture="tools/find-five",
        kind=ToolKind.STEPS,
        zones=(Zone.YELLOW,),
        steps=(Step(picture="steps/see", text="Five"),),
        steps_for_little=(Step(picture="steps/see", text="Three"),) if little else (),
    )
    assert [step.text for step in tool.steps_for(band)] == [text]
