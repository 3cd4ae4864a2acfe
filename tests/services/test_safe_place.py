from __future__ import annotations

import pytest

from tests.builders import a_child, a_parent
from thermometer.domain.people import Role
from thermometer.domain.zones import ByZone, Zone
from thermometer.services.content import Content
from thermometer.services.safe_place import SafePlaces

CONTENT = Content()


@pytest.fixture
def safe_places() -> SafePlaces:
    return SafePlaces(CONTENT)


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
