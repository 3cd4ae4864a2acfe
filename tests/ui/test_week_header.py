"""The ways onward of the Week page stand at the end of a row, without words if need be."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import MakeTablet
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import Exchange, Week
from thermometer.ui.widgets.pill_button import PillButton
from thermometer.ui.widgets.week_header import WeekHeader


def way(header: WeekHeader, name: str) -> PillButton:
    return next(b for b in header.findChildren(PillButton) if b.accessibleName() == name)


def top(widget: QWidget) -> int:
    return widget.geometry().top()


@pytest.mark.parametrize(
    ("size", "people", "words"),
    [((1280, 800), 4, "Files"), ((800, 1280), 4, ""), ((800, 1280), 2, "Files")],
)
def test_they_take_no_row_of_their_own_where_their_pictures_fit(
    make_tablet: MakeTablet, size: tuple[int, int], people: int, words: str
) -> None:
    tablet = make_tablet(size=size)
    tablet.people(people)
    tablet.open()
    tablet.window._ready.gate.open()
    tablet.window.go(Week())
    header = tablet.page(WeekPage).header
    files = way(header, "Files")
    assert top(files) in {top(header.title), top(header.back), top(header.people[0])}
    assert files.text() == words
    assert min(files.size().toTuple()) >= 44
    assert files.geometry().right() <= header.width()
    tablet.tap(files)
    assert tablet.is_at(Exchange)


def test_names_that_fill_their_row_leave_them_one_below_with_their_words(
    make_tablet: MakeTablet,
) -> None:
    tablet = make_tablet(size=(480, 800))
    tablet.people(6)
    tablet.open()
    tablet.window._ready.gate.open()
    tablet.window.go(Week())
    header = tablet.page(WeekPage).header
    files, last = way(header, "Files"), header.people[-1].geometry()
    assert not files.geometry().intersects(last)
    assert files.geometry().right() <= header.width()
