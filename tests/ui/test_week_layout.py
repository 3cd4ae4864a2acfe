"""The week at every size and in every look: nothing is cut, nothing is too small to touch."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui import drawings
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from tests.ui.weeks import Y, drawn, episode, open_week, ordinary, rupture, use_tool
from thermometer.domain.ruptures import Outcome
from thermometer.domain.tools import Answer
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.theme.tokens import THEMES
from thermometer.ui.widgets.week_calendar import DayButton

SIZES = [(1280, 800), (800, 480), (800, 1280), (1024, 600), (480, 800), (1920, 1080)]
PARENT_TARGET = 44
SMALLEST_TEXT = 13


@pytest.fixture(params=SIZES, ids=lambda size: "x".join(map(str, size)))
def page(request: pytest.FixtureRequest, make_tablet: MakeTablet) -> WeekPage:
    """A full week of a family of six on a tablet of that size."""
    tablet = make_tablet(size=request.param)
    full_week(tablet)
    return open_week(tablet)


def full_week(tablet: Tablet) -> None:
    tablet.people(6)
    ordinary(tablet)
    for n in range(8):
        episode(tablet, "Mia", 2, -300 + 60 * n, Y, Y)
    for tool in ("water", "squish", "outside"):
        use_tool(tablet, "Mia", tool, *[Answer.SMALLER] * 12)
    rupture(tablet, 3, Outcome.NOT_YET, Outcome.TOGETHER)
    tablet.open()


def in_page(page: WeekPage, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


W = TypeVar("W", bound=QWidget)


def seen(page: WeekPage, kind: type[W]) -> list[W]:
    drawings.settle()
    return [each for each in page.findChildren(kind) if each.isVisible()]


def test_no_word_is_cut_and_none_too_small(page: WeekPage) -> None:
    everything = [page, *(each for each in seen(page, QWidget) if each is not page)]
    texts = drawings.of_each(everything)
    assert [each.text for each in texts if each.is_cut] == []
    assert min(each.pixels for each in texts) >= SMALLEST_TEXT


def test_everything_can_be_touched(page: WeekPage) -> None:
    buttons = [b for b in seen(page, QAbstractButton) if not isinstance(b, DayButton)]
    assert len(buttons) > 20
    small = [(b.text(), b.size()) for b in buttons if min(b.size().toTuple()) < PARENT_TARGET]
    columns = page.board.columns.buttons
    assert [each for each in small if each[0] or len(columns) * PARENT_TARGET < page.width()] == []


def test_it_scrolls_up_and_down_only(page: WeekPage) -> None:
    assert page.view.horizontalScrollBar().maximum() == 0
    assert page.view.verticalScrollBar().maximum() > 0
    content = page.view.widget()
    assert content is not None
    assert content.width() <= page.view.viewport().width()
    for each in seen(page, QWidget):
        if content.isAncestorOf(each) and each is not content:
            left = each.mapTo(content, QPoint(0, 0)).x()
            assert left >= 0, each
            assert left + each.width() <= content.width(), each


def test_narrow_windows_have_one_column(page: WeekPage) -> None:
    left, right = in_page(page, page.board.escalations_card), in_page(page, page.board.hours_card)
    if page.width() >= 1024:
        assert left.top() == right.top()
        assert left.right() <= right.left()
    else:
        assert left.left() == right.left()
        assert left.bottom() < right.top()


def test_the_first_view_holds_sentence_figures_and_charts(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    full_week(tablet)
    page = open_week(tablet)
    for part in (page.board.sentence, *page.board.figures.cards, page.board.escalations_card):
        assert page.rect().contains(in_page(page, part)), part
    assert page.rect().contains(in_page(page, page.board.hours_card))


@pytest.mark.parametrize("look", THEMES)
def test_every_look_draws_every_part(make_tablet: MakeTablet, look: str) -> None:
    tablet = make_tablet(theme=look)
    full_week(tablet)
    page = open_week(tablet)
    plot = drawn(tablet, page)
    assert plot.plot.backgroundBrush().color() == tablet.theme.tokens.card
    tablet.tap(page.board.twelve_choice)
    page.calendar.open(date(2026, 11, 19), date(2026, 11, 22))
    assert not page.grab().isNull()


def test_another_look_while_the_week_is_open_reaches_the_plot(make_tablet: MakeTablet) -> None:
    tablet = make_tablet()
    full_week(tablet)
    plot = drawn(tablet, open_week(tablet))
    tablet.theme.set_theme("dark")
    assert plot.plot.backgroundBrush().color() == tablet.theme.tokens.card


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_the_calendar_fits_and_can_be_touched(
    make_tablet: MakeTablet, size: tuple[int, int]
) -> None:
    tablet = make_tablet(size=size)
    full_week(tablet)
    page = open_week(tablet)
    tablet.tap(page.header.pick)
    for button in (*page.calendar.days, page.calendar.back, page.calendar.forward):
        assert page.rect().contains(in_page(page, button))
        assert min(button.size().toTuple()) >= PARENT_TARGET
