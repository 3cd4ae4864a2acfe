"""From a child's card on Home a grown-up says what they noticed; no child gets there instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.locked import PIN, lock_page, lock_up, touch_digits
from tests.ui.stories import choose
from tests.ui.tablet import Tablet
from tests.ui.test_early_signs import MINE, choose_signs
from tests.ui.test_layout import overlapping, sticking_out
from thermometer.domain.checkins import Source
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.settings import Preferences
from thermometer.domain.zones import Zone
from thermometer.ui.pages.observe import ObservePage
from thermometer.ui.places import Home, Lock, Observe

SIZES = [(800, 480), (1280, 800), (800, 1280), (480, 800), (1024, 600)]
FAR = 20
"""In pixels: a finger's width between a zone and what is no zone."""


def in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def touch_eye(tablet: Tablet, name: str) -> None:
    tablet.tap(tablet.panel(name).eye)
    tablet.arrive(Lock)


def note(tablet: Tablet, zone: Zone, *signs: str) -> None:
    page = tablet.page(ObservePage)
    choose(tablet, page.zone, zone)
    choose(tablet, page.signs, *signs)
    tablet.tap(page.save)
    tablet.arrive(Home)


def test_through_the_lock_to_that_child_and_home_again(tablet: Tablet) -> None:
    choose_signs(tablet, "Mia", MINE)
    lock_up(tablet)
    touch_eye(tablet, "Mia")
    touch_digits(tablet, lock_page(tablet).pin, PIN)
    tablet.qtbot.waitUntil(lambda: tablet.is_at(Observe), timeout=20_000)
    page = tablet.page(ObservePage)
    assert page.head.title == "Mia: I noticed …"
    assert not page.who.isVisible()
    assert list(page.signs.chips)[: len(MINE)] == list(MINE)
    note(tablet, Zone.RED, "hot-face", "stamping")
    (seen,) = tablet.check_ins()
    mia, mum = tablet.person("Mia").id, tablet.person("Mum").id
    assert (seen.person, seen.zone, seen.source) == (mia, Zone.RED, Source.OBSERVED)
    assert (seen.observed_by, seen.signs) == (mum, ("hot-face", "stamping"))
    assert not seen.about
    assert tablet.panel("Mia").thermometer.zone is Zone.RED
    tablet.tap(tablet.home.frame.parents)
    tablet.arrive(Lock)  # the corner is shut again


def test_where_there_is_no_pin_the_lock_asks_for_a_hold(tablet: Tablet) -> None:
    touch_eye(tablet, "Mia")
    tablet.tap(lock_page(tablet).hold)
    assert tablet.is_at(Lock)
    tablet.press(lock_page(tablet).hold)
    tablet.arrive(Observe)
    tablet.tap(tablet.page(ObservePage).head.back)
    tablet.qtbot.waitUntil(lambda: tablet.window.place == Home(tablet.person("Mia")))
    assert tablet.check_ins() == []


def test_it_stands_beside_the_childs_own_tap(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.go_home()
    tablet.window.go(Observe(tablet.person("Mia").id, back=Home(tablet.person("Mia"))))
    note(tablet, Zone.RED)
    own, seen = tablet.check_ins()
    assert (own.zone, own.source, own.withdrawn_at) == (Zone.YELLOW, Source.SELF, None)
    assert (seen.zone, seen.source) == (Zone.RED, Source.OBSERVED)
    assert seen.at - own.at < timedelta(seconds=1)


def test_only_a_childs_card_has_it_and_only_where_it_is_wanted(tablet: Tablet) -> None:
    assert tablet.panel("Mia").eye.isVisible()
    assert not tablet.panel("Mum").eye.isVisible()
    tablet.services.preferences.keep(Preferences(noticed_on_home=False))
    assert not tablet.panel("Mia").eye.isVisible()
    tablet.services.preferences.keep(Preferences())
    assert tablet.panel("Mia").eye.isVisible()


def test_while_a_tap_can_be_taken_back_it_gives_way(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.go_home()
    panel = tablet.panel("Mia")
    assert panel.oops.isVisible()
    assert not panel.eye.isVisible()
    tablet.tap(panel.oops)
    assert panel.eye.isVisible()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_it_is_far_from_every_zone(
    make_tablet: MakeTablet, size: tuple[int, int], count: int
) -> None:
    tablet = make_tablet(size=size)
    names = ("Mia", "Mum", "Maximilian Bartholomew", "Wilhelmina von Hohenberg", "Leo", "Ada")
    for name in names[:count]:
        role = Role.PARENT if name == "Mum" else Role.CHILD
        tablet.services.family.add(name, role, AgeBand.SIX_TO_EIGHT, "owl")
    tablet.services.lock.refuse_offer()
    tablet.open()
    for name in names[:count]:
        tablet.window.go(Home(tablet.person(name)))
        panel = tablet.panel(name)
        assert overlapping(tablet.window) == []
        assert sticking_out(tablet.window) == []
        assert [each.text for each in drawings.of_each([panel]) if each.is_cut] == []
        if name == "Mum":
            continue
        eye = panel.eye
        assert min(eye.size().toTuple()) >= tablet.theme.target("parent")
        for other in tablet.home.panels:
            for button in other.thermometer.buttons:
                around = in_window(button).adjusted(-FAR, -FAR, FAR, FAR)
                assert other.isHidden() or not around.intersects(in_window(eye))


@pytest.mark.parametrize("size", [(800, 480), (1024, 480)], ids=["narrow", "wide"])
@pytest.mark.parametrize("noticed", [True, False], ids=["eyes", "no eyes"])
def test_all_names_stand_in_one_line(
    make_tablet: MakeTablet, size: tuple[int, int], *, noticed: bool
) -> None:
    tablet = make_tablet(size=size)
    kept = tablet.services.preferences
    kept.keep(replace(kept.now, noticed_on_home=noticed))
    tablet.people(3)
    tablet.open()
    names = ("Mia", "Mum", "Leo")
    drawn = {each.text: each for each in drawings.of_each(map(tablet.panel, names))}
    rooms = [drawn[name].room for name in names]
    assert len({room.center().y() for room in rooms}) == 1
    assert tablet.panel("Mia").eye.isVisible() is noticed
