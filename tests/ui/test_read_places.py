"""Where the button that reads stands, at every size, and what lies around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.readings import (
    at_safe_place,
    heard,
    is_around,
    is_silent,
    reading_to,
    wait_for,
)
from tests.ui.tablet import QUICK, Tablet
from tests.ui.test_layout import CHILD_TARGET, overlapping, sticking_out
from thermometer.domain.zones import Zone
from thermometer.ui.page import Page
from thermometer.ui.pages.steps import StepsPage
from thermometer.ui.places import RunTool, SafePlace

SIZES = [(1280, 800), (800, 480), (800, 1280), (480, 800)]


def child_pages(tablet: Tablet) -> list[Page]:
    """Each page of everybody that has the button, one after another in view."""
    found: list[Page] = [tablet.home]
    for person in tablet.family():
        for zone in Zone:
            tablet.services.journal.check_in(person.id, zone)
            tablet.window.go(SafePlace(person, zone))
            found.append(tablet.safe_place)
            read = tablet.safe_place.read
            assert read.isVisible()
            assert min(read.size().toTuple()) >= CHILD_TARGET
            assert overlapping(tablet.window) == []
            assert sticking_out(tablet.window) == []
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_there_is_room_for_it_with_six_people(
    make_tablet: MakeTablet, size: tuple[int, int]
) -> None:
    names = ("Mia", "Mum", "Leo", "Dad", "Ada", "Gran")
    tablet = reading_to(make_tablet, *names, people=6, size=size)
    tablet.home.frame.show_chip(waiting=True)
    read = tablet.home.frame.read
    assert read.isVisible()
    assert min(read.size().toTuple()) >= CHILD_TARGET
    assert overlapping(tablet.window) == []
    assert sticking_out(tablet.window) == []
    assert len(child_pages(tablet)) == 1 + 6 * 3


def test_the_ring_lets_touches_through(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, "Mia")
    reading = at_safe_place(tablet, Zone.RED)
    tablet.tap(tablet.safe_place.read)
    card = tablet.safe_place.cards[0]
    assert is_around(reading, card)
    at = card.mapTo(tablet.window, card.rect().center())
    QTest.mouseClick(tablet.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert len(tablet.uses()) == 1


def test_without_being_chosen_everything_stands_where_it_stood(make_tablet: MakeTablet) -> None:
    tablet = reading_to(make_tablet, timings=QUICK)
    at_safe_place(tablet, Zone.YELLOW)
    assert not tablet.safe_place.read.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280), (480, 800), (820, 800)])
def test_a_step_is_read_until_the_next_one_is_shown(
    make_tablet: MakeTablet, size: tuple[int, int]
) -> None:
    tablet = reading_to(make_tablet, "Mia", people=6, size=size)
    mia, tool = tablet.person("Mia"), tablet.services.content.tool("find-five")
    use = tablet.services.journal.start_tool(mia.id, tool.id, Zone.YELLOW)
    tablet.window.go(RunTool(mia, tool, use))
    page = tablet.page(StepsPage)
    assert overlapping(tablet.window) == []
    assert sticking_out(tablet.window) == []
    texts, first = heard(page.reading), page.view.accessibleName()
    tablet.tap(page.read)
    wait_for(tablet, page.reading, first)
    assert texts == [tool.name, first]
    tablet.tap(page.view)
    assert page.number == 1
    assert is_silent(page.reading)
    tablet.press(page.view)
    wait_for(tablet, page.reading, page.view.accessibleName())
    tablet.release(page.view)
    assert page.number == 1


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_there_is_room_for_it_with_text_of_twice_its_size(
    make_tablet: MakeTablet, size: tuple[int, int]
) -> None:
    names = ("Mia", "Mum", "Leo", "Dad", "Ada", "Gran")
    tablet = reading_to(make_tablet, *names, people=6, size=size)
    kept = tablet.services.preferences
    kept.keep(replace(kept.now, text_size=200))
    assert tablet.home.frame.read.isVisible()
    assert overlapping(tablet.window) == []
    assert sticking_out(tablet.window) == []
    child_pages(tablet)
    assert [each.text for each in drawings.of(tablet.window) if each.is_cut] == []
