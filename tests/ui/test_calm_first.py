"""On Home: a grown-up who is out of green with a child is offered a minute, then to go near."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QScrollArea

from tests.fakes import FakeClock
from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.zones import Zone
from thermometer.ui.pages.person import PersonPage
from thermometer.ui.places import Home, HowIsItNow, PersonPlace, RunTool


def both_out(tablet: Tablet) -> None:
    for name in ("Mia", "Mum"):
        tablet.services.journal.check_in(tablet.person(name).id, Zone.YELLOW)
    tablet.window.go(Home())


def test_a_minute_first_then_near(tablet: Tablet) -> None:
    both_out(tablet)
    panel = tablet.panel("Mum")
    tablet.qtbot.waitUntil(panel.me_first.isVisible)
    assert not tablet.panel("Mia").me_first.isVisible()
    tablet.tap(panel.me_first)
    tablet.arrive(RunTool)
    assert tablet.uses()[-1].tool == "long-out"
    tablet.tap(tablet.tool.stop_button)
    tablet.arrive(HowIsItNow)
    tablet.window.go(Home())
    tablet.qtbot.waitUntil(panel.go_near.isVisible)
    assert not panel.me_first.isVisible()
    assert "Go near, few words" in tablet.words()
    tablet.services.journal.check_in(tablet.person("Mia").id, Zone.GREEN)
    tablet.window.go(Home())
    tablet.qtbot.waitUntil(lambda: not panel.go_near.isVisible())


def test_oops_stands_before_it(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.RED)
    tablet.go_home()
    tablet.check_in("Mum", Zone.YELLOW)
    tablet.go_home()
    panel = tablet.panel("Mum")
    assert panel.oops.isVisible()
    tablet.let_pass(tablet.window.timings.later + 100)
    assert not panel.me_first.isVisible()
    tablet.window.go(Home())
    tablet.tap(panel.oops)
    assert not panel.oops.isVisible()


def test_after_a_while_nothing_is_offered(tablet: Tablet, clock: FakeClock) -> None:
    both_out(tablet)
    tablet.qtbot.waitUntil(tablet.panel("Mum").me_first.isVisible)
    clock.advance(timedelta(minutes=16))
    tablet.window.go(Home())
    tablet.qtbot.waitUntil(lambda: not tablet.panel("Mum").me_first.isVisible())


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280)])
def test_it_is_large_enough_and_no_word_is_cut(
    make_tablet: MakeTablet, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(6)
    tablet.open()
    both_out(tablet)
    panel = tablet.panel("Mum")
    tablet.qtbot.waitUntil(lambda: not panel.me_first.isHidden())
    tablet.window.go(Home(tablet.person("Mum")))
    assert min(panel.me_first.width(), panel.me_first.height()) >= 44
    assert panel.rect().contains(panel.me_first.geometry())
    assert [each.text for each in drawings.of(tablet.window) if each.is_cut] == []


def shown(tablet: Tablet, name: str) -> Zone | None:
    """The zone that somebody's tube shows."""
    return tablet.panel(name).thermometer.zone


def test_a_zone_kept_to_oneself(tablet: Tablet) -> None:
    mum = tablet.person("Mum")
    tablet.window.go(PersonPlace(mum.id))
    page = tablet.page(PersonPage)
    chip = page.zone.flow.chips[False]
    area = page.findChild(QScrollArea)
    assert area is not None
    area.ensureWidgetVisible(chip)
    tablet.tap(chip)
    assert tablet.services.preferences.now.hidden_on_home == {mum.id}
    both_out(tablet)
    panel = tablet.panel("Mum")
    assert shown(tablet, "Mum") is None
    assert shown(tablet, "Mia") is Zone.YELLOW
    tablet.let_pass(tablet.window.timings.later + 100)
    assert not panel.me_first.isVisible()
    tablet.check_in("Mum", Zone.RED)
    tablet.go_home()
    assert shown(tablet, "Mum") is Zone.RED  # as long as it can be taken back
    taps = tablet.window._around.taps if tablet.window._around else None
    assert taps is not None
    taps.forget(mum.id)
    assert shown(tablet, "Mum") is None
    assert tablet.services.journal.zone_now(mum.id) is Zone.RED


def test_a_childs_zone_cannot_be_hidden(tablet: Tablet) -> None:
    tablet.window.go(PersonPlace(tablet.person("Mia").id))
    assert not tablet.page(PersonPage).zone.isVisible()


@pytest.mark.parametrize("order", [("Mia", "Mum"), ("Mum", "Mia")])
@pytest.mark.parametrize("more", [0, 1])
def test_a_quarter_of_an_hour_apart_is_near_and_no_more(
    tablet: Tablet, clock: FakeClock, order: tuple[str, str], more: int
) -> None:
    journal = tablet.services.journal
    journal.check_in(tablet.person(order[0]).id, Zone.YELLOW)
    clock.advance(timedelta(minutes=15, microseconds=more))
    journal.check_in(tablet.person(order[1]).id, Zone.RED)
    tablet.window.go(Home())
    chip = tablet.panel("Mum").me_first
    if more:
        tablet.let_pass(tablet.window.timings.later + 100)
        assert not chip.isVisible()
    else:
        tablet.qtbot.waitUntil(chip.isVisible)
