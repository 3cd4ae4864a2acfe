"""What Home shows is the family's choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.stories import reveal
from tests.ui.tablet import Tablet
from tests.ui.test_layout import in_window
from thermometer.domain.settings import Preferences
from thermometer.domain.zones import Zone
from thermometer.ui.home_settings import HomeSettings
from thermometer.ui.places import Home, SafePlace
from thermometer.ui.setting_sections import Section

SIZES = [(800, 480), (1280, 800), (800, 1280)]
ROUND = 72


def test_the_hard_moment_can_be_left_to_the_corner(tablet: Tablet) -> None:
    assert tablet.home.frame.moment.isVisible()
    tablet.services.preferences.keep(Preferences(moment_on_home=False))
    assert not tablet.home.frame.moment.isVisible()
    assert "We had a hard moment" not in tablet.words()


def test_a_choice_made_elsewhere_is_seen_on_the_way_home(tablet: Tablet) -> None:
    tablet.window.go(SafePlace(tablet.person("Mia"), Zone.GREEN))
    tablet.services.preferences.keep(Preferences(moment_on_home=False, words_on_home=False))
    tablet.window.go(Home())
    assert not tablet.home.frame.moment.isVisible()
    assert "Calm" not in {drawn.text for drawn in drawings.of(tablet.window)}


def test_faces_alone_still_say_their_words_to_a_screen_reader(tablet: Tablet) -> None:
    yellow = tablet.panel("Mia").thermometer.buttons.yellow
    assert "Getting big" in {drawn.text for drawn in drawings.of_each([yellow])}
    tablet.services.preferences.keep(Preferences(words_on_home=False))
    assert drawings.of_each([yellow]) == []
    assert yellow.accessibleName() == "Mia: Getting big"
    tablet.check_in("Mia", Zone.YELLOW)
    assert tablet.zones() == [Zone.YELLOW]


def test_faces_alone_still_differ_in_grey(tablet: Tablet) -> None:
    tablet.services.preferences.keep(Preferences(words_on_home=False))
    thermometer = tablet.panel("Mia").thermometer
    grey = set()
    for button in thermometer.buttons:
        middle = button.plate().center().toPoint()
        face = button.grab(QRect(middle - QPoint(30, 30), QSize(60, 60))).toImage()
        grey.add(bytes(face.convertToFormat(QImage.Format.Format_Grayscale8).constBits()))
    assert len(grey) == len(Zone)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("waiting", [True, False])
def test_a_childs_round_button_still_has_room(
    make_tablet: MakeTablet, size: tuple[int, int], *, waiting: bool
) -> None:
    """Where the story will be read aloud from: beside or above the hard moment."""
    tablet = make_tablet(size=size)
    tablet.people(6)
    tablet.open()
    frame = tablet.home.frame
    frame.show_chip(waiting=waiting)
    taken = [in_window(each) for each in (frame.moment, frame.chip, frame.more, frame.parents)]
    taken += [in_window(panel) for panel in tablet.home.panels if panel.isVisible()]
    moment = in_window(frame.moment)
    beside = QRect(moment.left() - ROUND - 4, moment.center().y() - ROUND // 2, ROUND, ROUND)
    above = QRect(moment.center().x() - ROUND // 2, moment.top() - ROUND - 4, ROUND, ROUND)
    free = [
        box
        for box in (beside, above)
        if tablet.window.rect().contains(box) and not any(box.intersects(t) for t in taken)
    ]
    assert free


def test_it_is_chosen_in_the_settings_and_kept(tablet: Tablet) -> None:
    page = tablet.open_settings()
    page.show_section(Section.HOME)
    part = next(each for each in page.parts(Section.HOME) if isinstance(each, HomeSettings))
    for field in ("moment_on_home", "noticed_on_home", "words_on_home"):
        flow = part.choices[field].flow
        assert flow.chosen == (True,)
        tablet.tap(reveal(flow.chips[False]))
    tablet.tap(page.rail.lock)
    tablet.arrive(Home)
    assert not tablet.home.frame.moment.isVisible()
    assert not tablet.panel("Mia").eye.isVisible()
    assert "Calm" not in {drawn.text for drawn in drawings.of(tablet.window)}
    kept = tablet.services.preferences.read_again()
    assert (kept.moment_on_home, kept.noticed_on_home, kept.words_on_home) == (False,) * 3
