"""The Safe Place set-up in the hands of a test."""

from __future__ import annotations

from tests.ui.tablet import Tablet
from tests.ui.test_family_page import reveal
from thermometer.domain.zones import Zone
from thermometer.ui.corner_page import CornerPage
from thermometer.ui.pages.safe_place_setup import SafePlaceSetupPage
from thermometer.ui.places import SafePlaceSetup

YELLOW = ("flower-candle", "push-wall", "water", "squish", "outside", "safe-place")


def open_setup(tablet: Tablet) -> SafePlaceSetupPage:
    """From Home, by the rail."""
    tablet.hold_parents()
    tablet.tap(tablet.page(CornerPage).rail.buttons[SafePlaceSetup])
    return tablet.page(SafePlaceSetupPage)


def tap_card(tablet: Tablet, tool: str) -> None:
    page = tablet.page(SafePlaceSetupPage)
    tablet.tap(reveal(page.grid.tiles[tool].card))


def tap_zone(tablet: Tablet, zone: Zone) -> None:
    tablet.tap(reveal(tablet.page(SafePlaceSetupPage).head.zones[zone]))


def kept(tablet: Tablet, name: str, zone: Zone) -> tuple[str, ...]:
    """What the file says, read again."""
    return tablet.person(name).tools.of(zone)


def numbers(page: SafePlaceSetupPage) -> dict[str, int]:
    """The numbers on the picked cards."""
    return {id_: tile.card.number for id_, tile in page.grid.tiles.items() if tile.card.number}
