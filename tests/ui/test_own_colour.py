"""A colour of one's own: chosen by a touch or a key, and seen wherever the picture is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from tests.ui.test_family_page import open_family, open_person, reveal
from thermometer.domain.colours import PersonColour
from thermometer.domain.people import AgeBand, Newcomer, Role
from thermometer.domain.zones import Zone
from thermometer.ui.places import Home
from thermometer.ui.theme.theme import Theme
from thermometer.ui.theme.tokens import THEMES, load_tokens
from thermometer.ui.widgets.avatar import draw_avatar, ring_width
from thermometer.ui.widgets.call_picture import CallPicture
from thermometer.ui.widgets.here_button import HereButton
from thermometer.ui.widgets.newcomer_list import NewcomerList
from thermometer.ui.widgets.zone_band import ZoneBand

SIDE = 100


def holds(widget: QWidget, colour: QColor) -> bool:
    """Whether ``widget`` shows ``colour`` somewhere."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return colour.rgb() in memoryview(bytes(image.constBits())).cast("I").tolist()


def ring(tablet: Tablet, colour: PersonColour) -> QColor:
    return tablet.theme.tokens.people[colour].ring


def avatar(theme: Theme, colour: PersonColour | None) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_avatar(painter, "fox", QRectF(0, 0, SIDE, SIDE), theme, colour)
    painter.end()
    return image


def test_a_touch_on_a_colour_is_kept_and_seen_on_home_and_after_reopening(
    make_tablet: MakeTablet,
) -> None:
    tablet = make_tablet()
    tablet.people(2)
    tablet.open()
    assert [one.colour for one in tablet.family()] == [PersonColour.SAND, PersonColour.SKY]
    assert holds(tablet.panel("Mia"), ring(tablet, PersonColour.SAND))
    page = open_person(tablet, "Mia")
    tablet.tap(reveal(page.colours.swatches[PersonColour.OCEAN]))
    assert tablet.person("Mia").colour is PersonColour.OCEAN
    chosen = [colour for colour, swatch in page.colours.swatches.items() if swatch.isChecked()]
    assert chosen == [PersonColour.OCEAN]
    tablet.tap(page.rail.lock)
    tablet.arrive(Home)
    assert holds(tablet.panel("Mia"), ring(tablet, PersonColour.OCEAN))
    assert not holds(tablet.panel("Mia"), ring(tablet, PersonColour.SAND))
    tablet.close()
    again = make_tablet()
    again.open()
    assert holds(again.panel("Mia"), ring(again, PersonColour.OCEAN))
    assert holds(again.panel("Mum"), ring(again, PersonColour.SKY))


def test_a_key_chooses_and_choosing_again_takes_it_back(tablet: Tablet) -> None:
    page = open_person(tablet, "Mum")
    before = tablet.person("Mum")
    tablet.press_key(reveal(page.colours.swatches[PersonColour.COCOA]), Qt.Key.Key_Space)
    assert tablet.person("Mum") == replace(before, colour=PersonColour.COCOA)
    tablet.press_key(page.colours.swatches[PersonColour.COCOA], Qt.Key.Key_Space)
    assert page.colours.swatches[PersonColour.COCOA].isChecked()  # twice is not "none"
    tablet.press_key(page.colours.swatches[before.colour], Qt.Key.Key_Space)
    assert tablet.person("Mum") == before


def test_a_screen_reader_says_each_colour(tablet: Tablet) -> None:
    page = open_person(tablet, "Mia")
    said = [swatch.accessibleName() for swatch in page.colours.swatches.values()]
    assert said == ["Sand", "Sky blue", "Lilac", "Mist grey", "Cocoa brown", "Ocean blue"]
    assert {"Sand", "Sky", "Lilac", "Mist", "Cocoa", "Ocean"} <= tablet.words()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(800, 480), (800, 1280)])
def test_a_colour_is_large_enough_and_its_choice_is_more_than_a_colour(
    make_tablet: MakeTablet, size: tuple[int, int], theme: str
) -> None:
    tablet = make_tablet(size=size, theme=theme)
    tablet.people(2)
    tablet.open()
    page = open_person(tablet, "Mia")
    for swatch in page.colours.swatches.values():
        assert min(swatch.size().toTuple()) >= 44
    chosen = page.colours.swatches[PersonColour.SAND]
    reveal(chosen)
    assert holds(chosen, tablet.theme.tokens.on_accent)
    with_tick = chosen.grab().toImage()
    tablet.tap(reveal(page.colours.swatches[PersonColour.LILAC]))
    assert chosen.grab().toImage() != with_tick


def test_the_swatches_wear_the_persons_own_picture(tablet: Tablet) -> None:
    page = open_person(tablet, "Mia")
    tablet.tap(reveal(page.pictures.pictures["whale"]))
    assert {swatch.picture for swatch in page.colours.swatches.values()} == {"whale"}


def test_a_change_made_elsewhere_is_shown(tablet: Tablet) -> None:
    page = open_person(tablet, "Mia")
    tablet.services.family.change(replace(tablet.person("Mia"), colour=PersonColour.MIST))
    assert page.colours.swatches[PersonColour.MIST].isChecked()


def test_who_joins_gets_a_colour_that_nobody_has(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    assert [one.colour for one in tablet.people(6)] == list(PersonColour)


def test_the_first_start_shows_the_colours_that_they_will_have(tablet: Tablet) -> None:
    names = NewcomerList(tablet.theme, tablet.window)
    names.resize(400, 700)
    names.show_family(
        tuple(Newcomer(name=name, role=Role.PARENT, picture="owl") for name in ("A", "B"))
    )
    names.show()
    for card, colour in zip(names.cards, PersonColour, strict=False):
        assert holds(card, ring(tablet, colour))


@pytest.mark.parametrize("theme", THEMES)
def test_the_ring_is_drawn_around_a_picture(theme: str, tablet: Tablet) -> None:
    look = Theme(theme)
    for colour, tint in load_tokens(theme).people.items():
        drawn = avatar(look, colour)
        middle = round(ring_width(SIDE, look) / 2)
        assert drawn.pixelColor(SIDE // 2, middle) == tint.ring
        assert drawn.pixelColor(SIDE // 2, middle + 5) == tint.ground
    assert avatar(look, None).pixelColor(SIDE // 2, 4) == look.tokens.well


def test_it_goes_wherever_the_picture_goes(tablet: Tablet) -> None:
    mia = replace(tablet.person("Mia"), colour=PersonColour.OCEAN)
    window, theme = tablet.window, tablet.theme
    here = HereButton(theme, mia, "I’m here", window)
    band, call = ZoneBand(theme, window), CallPicture(theme, 10, window)
    band.show_zone(mia, Zone.GREEN, "Thanks")
    call.show_call("tools/come-please", mia, "Come, please")
    for widget, size in ((here, (300, 80)), (band, (260, 800)), (call, (700, 700))):
        widget.resize(*size)
        assert holds(widget, ring(tablet, PersonColour.OCEAN)), widget
    band.resize(800, 160)
    assert holds(band, ring(tablet, PersonColour.OCEAN))


def test_the_family_and_the_strip_wear_it(tablet: Tablet) -> None:
    page = open_family(tablet)
    assert holds(page.rows[1].card, ring(tablet, PersonColour.SKY))
    tablet.tap(page.rail.lock)
    tablet.arrive(Home)
    tablet.check_in("Mia", Zone.GREEN)
    mum = tablet.safe_place.strip.buttons()[1]
    assert mum.accessibleName() == "Mum"
    assert holds(mum, ring(tablet, PersonColour.SKY))


def test_a_low_window_has_the_colour_at_the_foot(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(size=(800, 480))
    tablet.services.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    tablet.services.family.add("Leo", Role.CHILD, AgeBand.SIX_TO_EIGHT, "bear")
    mia = tablet.person("Mia")
    tablet.services.family.change(replace(mia, colour=PersonColour.OCEAN))
    tablet.open()
    panel = tablet.panel("Mia")
    image = panel.grab().toImage()
    top, foot = (image.pixelColor(panel.width() // 2, y) for y in (14, panel.height() - 14))
    assert top == tablet.theme.tokens.card
    assert foot.blue() > foot.red() + 20
