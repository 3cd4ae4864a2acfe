"""What stands side by side looks alike, and what is shown in small is what comes up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.settings import Preferences
from thermometer.domain.zones import Zone
from thermometer.ui.pages.safe_place import SafePlacePage
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import SafePlace, SafePlaceSetup, Week
from thermometer.ui.widgets.tool_card import TWO_LINES
from thermometer.ui.widgets.week_header import WeekHeader

SIGNS = ("tight-fists", "hot-face", "stamping")


def small(make_tablet: MakeTablet, *, text_size: int = 100, width: int = 800) -> Tablet:
    tablet = make_tablet(size=(width, 480 if width > 480 else 800))
    tablet.people(2)
    tablet.open()
    tablet.services.preferences.keep(Preferences(text_size=text_size))
    return tablet


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("zone", list(Zone))
def test_names_beside_each_other_are_written_alike(
    make_tablet: MakeTablet, text_size: int, zone: Zone
) -> None:
    tablet = small(make_tablet, text_size=text_size)
    for person in tablet.family():
        tablet.window.go(SafePlace(person, zone))
        cards = tablet.page(SafePlacePage).cards
        written = [drawings.of(card) for card in cards]
        assert len({texts[-1].pixels for texts in written if texts}) == 1
        assert not [text for texts in written for text in texts if text.is_cut]


def test_short_names_leave_more_room_for_their_pictures(make_tablet: MakeTablet) -> None:
    tablet = small(make_tablet)
    mia = replace(tablet.person("Mia"), signs=SIGNS)
    tablet.services.family.change(mia)
    tablet.window.go(SafePlace(mia, Zone.YELLOW))
    cards = tablet.page(SafePlacePage).cards
    assert all(card.is_short() for card in cards)
    short = drawings.of(cards[0])[-1].room
    cards[0].lines = TWO_LINES
    assert drawings.of(cards[0])[-1].room.height() > short.height() + 5


def test_the_small_screen_shows_the_signs_that_are_asked_for(make_tablet: MakeTablet) -> None:
    tablet = small(make_tablet, width=1280)
    child = replace(tablet.person("Mia"), signs=SIGNS)
    tablet.services.family.change(child)
    tablet.window._ready.gate.open()
    asked: dict[Zone, bool] = {}
    for zone in Zone:
        tablet.window.go(SafePlaceSetup(child.id, zone))
        preview = tablet.page(SafePlaceSetupPage).panel.preview
        asked[zone] = "Stamping" in {text.text for text in drawings.of(preview)}
    assert asked == {Zone.GREEN: False, Zone.YELLOW: True, Zone.RED: False}


def test_names_of_the_rail_stand_on_one_line(make_tablet: MakeTablet) -> None:
    tablet = small(make_tablet, width=480)
    tablet.window._ready.gate.open()
    tablet.window.go(Week())
    rail = tablet.page(WeekPage).rail
    buttons = [*rail.buttons.values(), rail.lock]
    drawn = [drawings.of(button)[0] for button in buttons]
    assert {(text.room.top(), text.room.height()) for text in drawn} == {
        (drawn[0].room.top(), drawn[0].room.height())
    }
    assert all(text.size.height() < 2 * text.pixels for text in drawn)
    assert buttons[-1].geometry().right() < rail.width()


@pytest.mark.parametrize("width", [800, 1280])
def test_the_weeks_ways_onward_keep_their_place(make_tablet: MakeTablet, width: int) -> None:
    tablet = small(make_tablet, width=width)
    tablet.window._ready.gate.open()
    tablet.window.go(Week())
    [header] = tablet.page(WeekPage).findChildren(WeekHeader)
    before = [way.geometry() for way in header._ways]
    tablet.tap(header.back)
    assert header.this_week.isVisible()
    assert [way.geometry() for way in header._ways] == before
