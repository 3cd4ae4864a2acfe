"""Each zone's Safe Place: which cards, in which places, with how many words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.people import Person
from thermometer.domain.tools import BODY_SCAN, COME_PLEASE
from thermometer.domain.zones import ByZone, Zone
from thermometer.ui.pages.how_is_it_now import HowIsItNowPage
from thermometer.ui.places import Home, RunTool

WRITING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


def change(tablet: Tablet, name: str, **fields: Any) -> Person:
    """Somebody's own words or tools, as a parent sets them up."""
    person = replace(tablet.person(name), **fields)
    tablet.services.stores.people.change(person)
    tablet.open()
    return person


def spoken(tablet: Tablet) -> list[str]:
    """What the cards in view are called, in their places."""
    return [card.accessibleName() for card in tablet.safe_place.cards]


def places_to_write(tablet: Tablet) -> list[QWidget]:
    """Everything in view that somebody could type into or choose from."""
    everything = tablet.window.findChildren(QWidget)
    return [each for each in everything if isinstance(each, WRITING) and each.isVisible()]


def drawn(tablet: Tablet) -> set[str]:
    """Every text that can be read in the window."""
    return {each.text for each in drawings.of(tablet.window)}


def test_green_offers_three_small_cards_to_practise(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.GREEN)
    assert len(tablet.safe_place.cards) == 3
    green = tablet.safe_place.cards[0].size()
    tablet.go_home()
    tablet.check_in("Mia", Zone.RED)
    red = tablet.safe_place.cards[0].size()
    assert green.width() < red.width()
    assert green.height() < red.height()


def test_a_tool_that_begins_in_green_is_practice(tablet: Tablet) -> None:
    assert tablet.begin("Mia", Zone.GREEN, "slow-cat").practice is True


@pytest.mark.parametrize("zone", [Zone.YELLOW, Zone.RED])
def test_one_that_begins_elsewhere_counts(tablet: Tablet, zone: Zone) -> None:
    use = tablet.begin("Mia", zone, "safe-place")
    assert (use.practice, use.zone, use.person) == (False, zone, tablet.person("Mia").id)


def test_yellow_shows_the_childs_own_cards_in_their_order(tablet: Tablet) -> None:
    own = ("water", "squish", "outside", "lemon", "flower-candle", "push-wall", "big-jumps")
    change(tablet, "Mia", tools=ByZone(("slow-cat",), own, ()))
    tablet.check_in("Mia", Zone.YELLOW)
    names = [tablet.services.content.tool(tool).name for tool in own[:6]]
    assert spoken(tablet) == names


def test_cards_stay_in_their_places(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.YELLOW)
    before = [card.geometry() for card in tablet.safe_place.cards], spoken(tablet)
    tablet.choose("outside")
    tablet.tap(tablet.tool.stop_button)
    tablet.tap(tablet.page(HowIsItNowPage).skip)
    for name in ("Mum", "Mia"):
        tablet.check_in(name, Zone.YELLOW)
        after = [card.geometry() for card in tablet.safe_place.cards], spoken(tablet)
        tablet.go_home()
    assert after == before


def test_the_persons_own_word_is_shown(tablet: Tablet) -> None:
    change(tablet, "Mia", words=ByZone("Flat sea", "Fizzy", "Volcano"))
    for zone, word in zip(Zone, ("Flat sea", "Fizzy", "Volcano"), strict=True):
        assert word in drawn(tablet)
        tablet.check_in("Mia", zone)
        assert word in drawn(tablet)
        assert f"Mia: {word}" in drawings.spoken(tablet.window)
        tablet.go_home()


def test_thanks_are_the_same_in_every_zone(tablet: Tablet) -> None:
    for zone in Zone:
        tablet.check_in("Mia", zone)
        assert "All feelings are okay." in drawn(tablet)
        tablet.go_home()


@pytest.mark.parametrize(
    "tools",
    [
        (),
        (COME_PLEASE,),
        ("safe-place", "flower-candle", "water", COME_PLEASE),
        ("push-wall", "push-wall", "squish", "outside", "lemon"),
        ("something-of-another-time", "safe-place"),
    ],
)
class TestAChildsRed:
    """The hard limits hold whatever a parent has set up."""

    @pytest.fixture
    def red(self, tablet: Tablet, tools: tuple[str, ...]) -> Tablet:
        change(tablet, "Mia", tools=ByZone((), (), tools))
        tablet.check_in("Mia", Zone.RED)
        return tablet

    def test_there_are_three_cards_at_most_and_the_call_is_among_them(self, red: Tablet) -> None:
        assert 1 <= len(red.safe_place.cards) <= 3
        assert "Come, please" in spoken(red)

    def test_there_is_nothing_to_write_and_no_question(self, red: Tablet) -> None:
        assert places_to_write(red) == []
        assert not [text for text in red.words() if "?" in text]

    def test_there_are_few_words(self, red: Tablet) -> None:
        cards = {each.text for each in drawings.of_each(red.safe_place.cards)}
        assert [text for text in cards if len(text.split()) > 3] == []
        everything = " ".join(drawn(red) - {"All feelings are okay."}).split()
        assert len(everything) <= 3 * 3 + 3  # the cards, the word for the zone, Oops


def test_in_red_a_long_name_is_a_picture_only(tablet: Tablet) -> None:
    tools = (COME_PLEASE, "push-wall", "a-very-long-name-of-a-tool")
    change(tablet, "Mia", tools=ByZone((), tools, tools))
    tablet.check_in("Mia", Zone.YELLOW)
    assert "A very long name of a tool" in drawn(tablet)
    tablet.go_home()
    tablet.check_in("Mia", Zone.RED)
    assert "A very long name of a tool" not in drawn(tablet)
    assert "Push the wall" in drawn(tablet)
    assert "A very long name of a tool" in spoken(tablet)  # a screen reader still says it


def test_a_parents_red_has_no_call(tablet: Tablet) -> None:
    change(tablet, "Mum", tools=ByZone((), (), (COME_PLEASE, "back-at", "long-out", "water")))
    tablet.check_in("Mum", Zone.RED)
    assert len(tablet.safe_place.cards) <= 3
    assert "Come, please" not in tablet.words()
    assert not [text for text in tablet.words() if "?" in text]
    assert places_to_write(tablet) == []


@pytest.mark.parametrize("zone", Zone)
def test_a_parent_has_the_body_scan_one_tap_away(tablet: Tablet, zone: Zone) -> None:
    tablet.check_in("Mum", zone)
    page = tablet.safe_place
    if zone is Zone.YELLOW:  # it is one of the cards there
        assert not page.body_scan.isVisible()
        tablet.choose(BODY_SCAN)
    else:
        tablet.tap(page.body_scan)
    place = tablet.window.place
    assert isinstance(place, RunTool)
    assert place.tool.id == BODY_SCAN
    assert tablet.uses()[0].tool == BODY_SCAN


@pytest.mark.parametrize("zone", Zone)
def test_a_child_has_no_body_scan(tablet: Tablet, zone: Zone) -> None:
    tablet.check_in("Mia", zone)
    assert not tablet.safe_place.body_scan.isVisible()


def test_a_parents_cards_say_what_to_do(tablet: Tablet) -> None:
    tablet.check_in("Mum", Zone.YELLOW)
    assert "Small, slow sips" in drawn(tablet)
    tablet.go_home()
    tablet.check_in("Mia", Zone.YELLOW)
    assert "Small, slow sips" not in drawn(tablet)


@pytest.mark.parametrize("count", range(2, 7))
@pytest.mark.parametrize("size", [(800, 480), (1280, 800), (800, 1280)])
def test_the_others_are_one_touch_away(
    make_tablet: MakeTablet, count: int, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    others = tablet.people(count)[1:]
    tablet.open()
    tablet.check_in("Mia", Zone.RED)
    house, *faces = tablet.safe_place.strip.buttons()
    assert house.accessibleName() == "All thermometers"
    assert [face.accessibleName() for face in faces] == [each.name for each in others]
    for face in faces:
        assert face.isVisible()
    tablet.tap(faces[-1])
    assert tablet.window.place == Home(others[-1])
    assert tablet.panel(others[-1].name).isVisible()


def test_somebody_alone_can_go_home(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    tablet.people(1)
    tablet.open()
    tablet.check_in("Mia", Zone.YELLOW)
    assert len(tablet.safe_place.strip.buttons()) == 1
    tablet.go_home()
