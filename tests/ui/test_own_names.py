"""A tool of the family's own, or a renamed one, has its name wherever a tool is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from tests.store import own
from tests.ui.own import equip, open_card, own_card, photo_of, shoot
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from thermometer.domain.own_things import OwnCard
from thermometer.domain.people import Person
from thermometer.domain.tools import Answer, Tool
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone
from thermometer.services.therapist_values import Choice
from thermometer.ui.items_to_read import of_tool
from thermometer.ui.pages.card import CardPage
from thermometer.ui.places import RunTool
from thermometer.ui.story_telling import telling_of
from thermometer.ui.week_content import WeekContent


@pytest.fixture
def swing(tablet: Tablet) -> Tool:
    """A card of the family's own in Mia's yellow, beside water, which Mia calls otherwise."""
    services = tablet.services
    tool = services.own_tools().add(own.tool("Swing").tool)
    mia = tablet.person("Mia")
    services.family.choose_tools(mia.id, Zone.YELLOW, (tool.id, "water"))
    services.own_cards().change(OwnCard(person=mia.id, tool="water", name="Blue cup"))
    return tool


def used(tablet: Tablet, tool: Tool) -> Person:
    """Mia in yellow, who used both; Mia."""
    journal, mia = tablet.services.journal, tablet.person("Mia")
    journal.check_in(mia.id, Zone.YELLOW)
    for id_ in (tool.id, "water"):
        use = journal.start_tool(mia.id, id_, Zone.YELLOW)
        journal.answer(journal.end_tool(use), Answer.SMALLER)
    return mia


def test_on_the_safe_place_and_while_it_runs(tablet: Tablet, swing: Tool) -> None:
    tablet.check_in("Mia", Zone.YELLOW)
    names = [card.accessibleName() for card in tablet.safe_place.cards]
    assert names == ["Swing", "Blue cup"]
    tablet.choose(swing.id)
    tablet.arrive(RunTool)
    assert isinstance(tablet.window.place, RunTool)
    assert tablet.window.place.tool == swing
    assert "Swing" in tablet.page(CardPage).glow.accessibleName()
    assert tablet.uses()[-1].tool == swing.id


def test_in_the_week_the_story_and_on_the_printed_page(tablet: Tablet, swing: Tool) -> None:
    services, mia = tablet.services, used(tablet, swing)
    services.own_tools().remove(swing.id)
    now = services.clock.now()
    days = WeekDays.holding(now.date(), 0)
    week = services.reports().week(days, now)
    (hers,) = (one for one in week.people if one.person.id == mia.id)
    parent = QObject()
    content = WeekContent(services.week_text(), services.content, services.safe_places, parent)
    assert {count.name for count in content.tools(hers)} == {"Swing", "Blue cup"}
    story = services.stories().read(hers.found[0].id)
    told = {line.title for line in telling_of(services).lines(story)}
    assert {"Swing", "Blue cup"} <= told
    page = services.therapist_pages().make(days, mia.id, Choice(), now)
    assert {line.name for line in page.tools} == {"Swing", "Drink of water"}
    assert {tool.name for line in page.episodes for tool in line.tools} == {
        "Swing", "Drink of water",
    }  # fmt: skip


def test_a_grown_up_calms_down_with_a_tool_of_their_own(tablet: Tablet) -> None:
    services, mum = tablet.services, tablet.person("Mum")
    tool = services.own_tools().add(replace(own.TIMER.tool, minutes=0.75, name="Sand"))
    services.own_cards().change(OwnCard(person=mum.id, tool=tool.id, name="My sand"))
    mum = services.family.choose_tools(mum.id, Zone.YELLOW, (tool.id,))
    assert services.calm_first().tool(mum, Zone.YELLOW).name == "My sand"


def test_its_card_can_be_made_ones_own_as_any_other(tablet: Tablet, swing: Tool) -> None:
    capture = equip(tablet)
    page = open_card(tablet, swing.id)
    QTest.keyClicks(page.name, "My swing")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    page.sentence.field.setPlainText("Up and down")
    tablet.tap(reveal(page.pictures.camera))
    shoot(tablet, capture, page.photos)
    tablet.tap(page.head.back)
    mia = tablet.person("Mia")
    card = own_card(tablet, "Mia", swing.id)
    assert card is not None
    assert (card.name, card.sentence) == ("My swing", "Up and down")
    assert photo_of(tablet, card.picture or "").width() == 480
    shown = tablet.services.safe_places.cards(mia, Zone.YELLOW)[0]
    assert (shown.name, shown.tool.picture) == ("My swing", card.picture)
    item = of_tool(tablet.services, mia.id, swing.id, tablet.window)
    assert item.text == "Up and down"
