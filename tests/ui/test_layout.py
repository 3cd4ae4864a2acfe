"""Where things stand, at every size a tablet may have and for every size of family."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise, product

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from thermometer.domain.zones import Zone
from thermometer.ui.widgets.person_panel import PersonPanel
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.thermometer_geometry import TOP_DOWN

SIZES = [(800, 480), (1280, 800), (800, 1280), (2736, 1824), (480, 800), (1024, 600)]
ZONE_TARGET = 110
CHILD_TARGET = 72


@pytest.fixture(params=SIZES, ids=lambda size: "x".join(map(str, size)))
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """A window's width and height."""
    width, height = request.param
    return width, height


@pytest.fixture(params=range(1, 7))
def crowd(request: pytest.FixtureRequest, make_tablet: MakeTablet, size: tuple[int, int]) -> Tablet:
    """A tablet of that size, with one to six people on it."""
    tablet = make_tablet(size=size)
    tablet.people(request.param)
    tablet.open()
    return tablet


def shown(tablet: Tablet) -> list[PersonPanel]:
    """The panels on the page of Home in view."""
    return [panel for panel in tablet.home.panels if panel.isVisible()]


def in_window(widget: QWidget) -> QRect:
    """Where ``widget`` stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def sticking_out(window: QWidget) -> list[str]:
    """Visible widgets that are not wholly inside the widget they stand on."""
    found = []
    for each in window.findChildren(QWidget):
        below = each.parentWidget()
        if not each.isVisible() or each.isWindow() or below is None:
            continue
        if not below.rect().contains(each.geometry()):
            found.append(f"{each!r} at {each.geometry()} in {below.rect()}")
    return found


def overlapping(window: QWidget) -> list[str]:
    """Pairs of buttons in view that share a pixel."""
    drawings.settle()
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    return [
        f"{one!r} {in_window(one)} and {other!r} {in_window(other)}"
        for one, other in combinations(buttons, 2)
        if in_window(one).intersects(in_window(other))
    ]


def test_home_shows_everybody_once_over_all_its_pages(crowd: Tablet) -> None:
    names = [each.name for each in crowd.family()]
    seen: list[str] = []
    while True:
        page = [panel.person.name for panel in shown(crowd)]
        if page[0] in seen:
            break
        seen += page
        if len(page) == len(names):
            break
        crowd.tap(crowd.home.frame.more)
    assert seen == names
    assert crowd.home.frame.more.isVisible() is (len(page) < len(names))


def test_zones_are_large_enough(crowd: Tablet) -> None:
    for panel in shown(crowd):
        for button in panel.thermometer.buttons:
            assert button.height() >= ZONE_TARGET
            assert button.plate().height() >= ZONE_TARGET - 4
            assert button.width() >= ZONE_TARGET
        assert panel.oops.height() >= CHILD_TARGET


def test_rows_are_in_line_from_one_person_to_the_next(crowd: Tablet) -> None:
    panels = shown(crowd)
    assert len({panel.size().toTuple() for panel in panels}) == 1
    rows: defaultdict[int, list[PersonPanel]] = defaultdict(list)
    for panel in panels:
        rows[panel.y()].append(panel)
    assert len({len(row) for row in list(rows.values())[:-1]}) <= 1
    for zone, row in product(Zone, rows.values()):
        boxes = [in_window(panel.thermometer.buttons.of(zone)) for panel in row]
        assert len({(box.top(), box.bottom()) for box in boxes}) == 1


def test_zones_stand_in_order_equal_in_size(crowd: Tablet) -> None:
    for panel in shown(crowd):
        boxes = [panel.thermometer.buttons.of(zone).geometry() for zone in TOP_DOWN]
        for upper, lower in pairwise(boxes):
            assert 4 <= lower.top() - upper.bottom() <= 40
            assert abs(upper.height() - lower.height()) <= 1
            assert (upper.left(), upper.width()) == (lower.left(), lower.width())


def test_nothing_on_home_overlaps_or_sticks_out(crowd: Tablet) -> None:
    assert overlapping(crowd.window) == []
    assert sticking_out(crowd.window) == []


def test_oops_beside_every_bulb_overlaps_nothing(crowd: Tablet) -> None:
    for panel in crowd.home.panels:
        panel.show_oops(possible=True)
    assert overlapping(crowd.window) == []
    assert sticking_out(crowd.window) == []


@pytest.mark.parametrize("count", range(2, 7))
def test_on_a_laptop_everybody_is_there_at_once(make_tablet: MakeTablet, count: int) -> None:
    tablet = make_tablet(size=(1280, 800))
    tablet.people(count)
    tablet.open()
    assert len(shown(tablet)) == count
    assert not tablet.home.frame.more.isVisible()


@pytest.mark.parametrize(("count", "at_once"), [(2, 2), (3, 3), (4, 3), (5, 3), (6, 3)])
def test_on_a_small_screen_up_to_three_are(
    make_tablet: MakeTablet, count: int, at_once: int
) -> None:
    tablet = make_tablet(size=(800, 480))
    tablet.people(count)
    tablet.open()
    assert len(shown(tablet)) == at_once
    assert tablet.home.frame.more.isVisible() is (count > at_once)


def test_somebody_on_another_page_can_tap_too(make_tablet: MakeTablet) -> None:
    tablet = make_tablet(size=(800, 480))
    tablet.people(5)
    tablet.open()
    tablet.tap(tablet.home.frame.more)
    tablet.check_in("Ada", Zone.YELLOW)
    tablet.go_home()
    assert tablet.panel("Ada").isVisible()
    assert tablet.panel("Ada").thermometer.zone is Zone.YELLOW


@pytest.mark.parametrize("zone", Zone)
def test_nothing_on_a_safe_place_overlaps_or_sticks_out(
    make_tablet: MakeTablet, size: tuple[int, int], zone: Zone
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(6)
    tablet.open()
    for name in ("Mia", "Mum"):
        tablet.check_in(name, zone)
        assert overlapping(tablet.window) == []
        assert sticking_out(tablet.window) == []
        page = tablet.safe_place
        for card in page.cards:
            assert min(card.size().toTuple()) >= ZONE_TARGET
        for button in (page.oops, *page.strip.buttons()):
            if button.isVisible():
                assert min(button.size().toTuple()) >= CHILD_TARGET
        tablet.go_home()


def test_a_window_can_change_its_size(tablet: Tablet) -> None:
    for width, height in SIZES:
        tablet.window.resize(width, height)
        assert overlapping(tablet.window) == []
        assert sticking_out(tablet.window) == []


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_large_text_moves_nothing_out_of_its_place(
    make_tablet: MakeTablet, size: tuple[int, int], text_scale: float
) -> None:
    tablet = make_tablet(size=size)
    tablet.theme.text_scale = text_scale
    tablet.people(3)
    tablet.open()
    assert overlapping(tablet.window) == []
    assert sticking_out(tablet.window) == []


def test_buttons_of_children_are_large(tablet: Tablet) -> None:
    tablet.check_in("Mia", Zone.YELLOW)
    tablet.choose("outside")
    for button in tablet.window.findChildren(PillButton):
        if button.isVisible():
            assert min(button.size().toTuple()) >= CHILD_TARGET
