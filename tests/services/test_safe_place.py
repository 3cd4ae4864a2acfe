from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import a_child, a_parent
from tests.store import own
from thermometer.domain.own_things import OwnCard
from thermometer.domain.people import Person, Role
from thermometer.domain.problems import Problem
from thermometer.domain.tools import ToolKind
from thermometer.domain.zones import ByZone, Zone
from thermometer.services.content import Content
from thermometer.services.safe_place import SafePlaces
from thermometer.store.database import Database
from thermometer.store.own_things import OwnThings
from thermometer.store.people import People

CONTENT = Content()


@pytest.fixture
def things(database: Database) -> OwnThings:
    return OwnThings(database)


@pytest.fixture
def safe_places(things: OwnThings) -> SafePlaces:
    return SafePlaces(CONTENT, lambda: things)


def test_a_childs_cards_are_its_own_tools_in_their_places(safe_places: SafePlaces) -> None:
    mia = a_child(tools=CONTENT.default_tools(Role.CHILD))
    shown = {zone: [card.tool.id for card in safe_places.cards(mia, zone)] for zone in Zone}
    assert shown[Zone.GREEN] == ["flower-candle", "slow-cat", "book-song"]
    assert len(shown[Zone.YELLOW]) == 6
    assert shown[Zone.RED] == ["come-please", "safe-place", "flower-candle"]


def test_cards_show_the_names_of_their_tools(safe_places: SafePlaces) -> None:
    cards = safe_places.cards(a_child(tools=CONTENT.default_tools(Role.CHILD)), Zone.RED)
    assert [card.name for card in cards] == ["Come, please", "My Safe Place", "Flower and candle"]


def test_a_long_name_is_a_picture_only_in_red(safe_places: SafePlaces) -> None:
    mum = a_parent(tools=ByZone((), ("calm-leader",), ("calm-leader", "back-at")))
    assert [card.name for card in safe_places.cards(mum, Zone.YELLOW)] == ["I can carry this"]
    assert [card.name for card in safe_places.cards(mum, Zone.RED)] == [None, "Back soon"]


def test_a_tool_that_is_gone_is_still_a_card(safe_places: SafePlaces) -> None:
    mia = a_child(tools=ByZone((), ("big-trampoline",), ()))
    (card,) = safe_places.cards(mia, Zone.YELLOW)
    assert (card.name, card.tool.picture) == ("Big trampoline", "missing")


def test_an_empty_red_still_has_the_call(safe_places: SafePlaces) -> None:
    cards = safe_places.cards(a_child(tools=ByZone((), (), ())), Zone.RED)
    assert [card.tool.id for card in cards] == ["come-please"]


def test_the_rest_can_be_chosen_from(safe_places: SafePlaces) -> None:
    mia = a_child(tools=CONTENT.default_tools(Role.CHILD))
    offered = {tool.id for tool in safe_places.to_choose_from(mia, Zone.GREEN)}
    assert {"belly-boat", "square", "water", "hungry"} == offered


def with_own(things: OwnThings, person: Person, tool: str, **own: str) -> None:
    things.keep_card(OwnCard(person=person.id, tool=tool, **own))  # type: ignore[arg-type]


def test_a_card_has_the_persons_own_name_and_picture(
    safe_places: SafePlaces, things: OwnThings, database: Database
) -> None:
    mia, mum = a_child(tools=ByZone((), ("water", "squish"), ())), a_parent()
    People(database).add_all((mia, mum))
    with_own(things, mia, "water", name="Blue cup", picture="people/fox")
    with_own(things, mum, "squish", name="Mum's own")
    water, squish = safe_places.cards(mia, Zone.YELLOW)
    assert (water.name, water.tool.name, water.tool.picture) == (
        "Blue cup",
        "Blue cup",
        "people/fox",
    )
    assert (squish.tool, squish.name) == (CONTENT.tool("squish"), CONTENT.tool("squish").name)


def test_a_long_name_of_ones_own_is_a_picture_only_in_red(
    safe_places: SafePlaces, things: OwnThings, database: Database
) -> None:
    mia = a_child(tools=ByZone((), ("water",), ("water",)))
    People(database).add(mia)
    with_own(things, mia, "water", name="My big blue cup")
    assert [card.name for card in safe_places.cards(mia, Zone.YELLOW)] == ["My big blue cup"]
    red = {card.tool.id: card.name for card in safe_places.cards(mia, Zone.RED)}
    assert red == {"come-please": "Come, please", "water": None}


def test_the_familys_own_tools_are_cards_and_offered(
    safe_places: SafePlaces, things: OwnThings, database: Database
) -> None:
    swing, attic, old = own.tool("Swing"), own.tool("Attic"), own.GONE
    for each in (swing, attic, old):
        things.keep_tool(each)
    mia = a_child(tools=ByZone((), (), (swing.tool.id, old.tool.id)))
    People(database).add(mia)
    with_own(things, mia, attic.tool.id, name="Up there")
    with_own(things, mia, "water", name="Blue cup")
    shown = [card.name for card in safe_places.cards(mia, Zone.RED)]
    assert shown == ["Come, please", "Swing"]  # not the one that was removed
    offered = {tool.id: tool.name for tool in safe_places.to_choose_from(mia, Zone.YELLOW)}
    assert offered[swing.tool.id] == "Swing"
    assert offered[attic.tool.id] == "Up there"
    assert offered["water"] == "Blue cup"
    assert old.tool.id not in offered
    assert list(offered)[-2:] == [attic.tool.id, swing.tool.id]
    assert swing.tool.id not in {t.id for t in safe_places.to_choose_from(mia, Zone.RED)}
    assert swing.tool.id not in {t.id for t in safe_places.to_choose_from(mia, Zone.GREEN)}


def test_who_has_only_what_was_removed_has_what_everybody_starts_with(
    safe_places: SafePlaces, things: OwnThings
) -> None:
    gone = own.GONE.tool.id
    things.keep_tool(own.GONE)
    usual = CONTENT.default_tools(Role.CHILD)
    mia = a_child(tools=ByZone((), (gone,), (gone, "come-please")))
    assert safe_places.standing(mia).tools == ByZone((), usual.yellow, ("come-please",))
    shown = [card.tool.id for card in safe_places.cards(mia, Zone.YELLOW)]
    assert tuple(shown) == usual.yellow
    assert gone not in {tool.id for tool in safe_places.to_choose_from(mia, Zone.YELLOW)}
    lost = own.tool("Never seen").tool.id  # of a file that cannot be read: still its place
    assert safe_places.standing(replace(mia, tools=ByZone((lost,), (), ()))).tools.green == (lost,)


def test_every_tool_is_named_in_one_place(
    safe_places: SafePlaces, things: OwnThings, database: Database
) -> None:
    mia = a_child()
    People(database).add(mia)
    lost = safe_places.tool(None, own.GONE.tool.id)
    assert (lost.id, lost.name, lost.kind) == (own.GONE.tool.id, "Own tool", ToolKind.CARD)
    for each in (own.TIMER, own.GONE):
        things.keep_tool(each)
    with_own(things, mia, "water", name="Blue cup")
    with_own(things, mia, own.TIMER.tool.id, picture="people/fox")
    for person in (mia, mia.id):
        assert safe_places.tool(person, "water").name == "Blue cup"
        assert safe_places.tool(person, own.TIMER.tool.id).picture == "people/fox"
        assert safe_places.tool(person, own.GONE.tool.id) == own.GONE.tool
    assert safe_places.tool(None, "water") == CONTENT.tool("water")
    assert safe_places.tool(None, own.TIMER.tool.id) == own.TIMER.tool
    assert safe_places.tool(None, "no-such-tool").name == "No such tool"


def test_a_child_gets_the_cards_where_the_own_things_cannot_be_read(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def no_disk() -> OwnThings:
        raise Problem("data-no-access")

    places, swing = SafePlaces(CONTENT, no_disk), own.tool("Swing").tool.id
    mia = a_child(tools=ByZone((), (), ("water", swing)))
    shown = [card.tool.id for card in places.cards(mia, Zone.RED)]
    assert shown == ["come-please", "water", swing]
    assert places.to_choose_from(mia, Zone.GREEN)
    assert "data-no-access" in caplog.text
    assert "Mia" not in caplog.text
