"""The drawn week in which clocks are put back or forward: an hour stays an hour, none is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication

from tests.fakes import FakeClock
from tests.ui.conftest import MakeTablet
from tests.ui.tablet import Tablet
from tests.ui.weeks import MINUTE, G, Y, drawn, open_week
from thermometer.domain.checkins import CheckIn
from thermometer.domain.day_lines import day_span
from thermometer.domain.zones import Zone
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import Week

HOUR = 3600.0
BERLIN, LORD_HOWE = "Europe/Berlin", "Australia/Lord_Howe"


class Night(NamedTuple):
    """A night in which clocks are changed.

    Attributes:
        zone: where.
        day: the day that is longer or shorter.
        change: the instant.
        hours: how long the day is.
        written: what the clock on the wall says before the change, at it, and 30 minutes on.
    """

    zone: str
    day: date
    change: datetime
    hours: float
    written: tuple[str, str, str]


NIGHTS = [
    Night(
        BERLIN,
        date(2026, 3, 29),
        datetime(2026, 3, 29, 1, tzinfo=UTC),
        23,
        ("01:30", "03:00", "03:30"),
    ),
    Night(
        BERLIN,
        date(2026, 10, 25),
        datetime(2026, 10, 25, 1, tzinfo=UTC),
        25,
        ("02:30", "02:00", "02:30"),
    ),
    Night(
        LORD_HOWE,
        date(2026, 4, 5),
        datetime(2026, 4, 4, 15, tzinfo=UTC),
        24.5,
        ("01:30", "01:30", "02:00"),
    ),
    Night(
        LORD_HOWE,
        date(2026, 10, 4),
        datetime(2026, 10, 3, 15, 30, tzinfo=UTC),
        23.5,
        ("01:30", "02:30", "03:00"),
    ),
]


@pytest.fixture(params=NIGHTS, ids=lambda night: f"{night.zone}-{night.day}")
def night(request: pytest.FixtureRequest) -> Night:
    found: Night = request.param
    return found


@pytest.fixture
def tablet(make_tablet: MakeTablet, clock: FakeClock, night: Night) -> Tablet:
    """A family where clocks are changed, in the evening of that day."""
    clock.set(night.change + timedelta(hours=18), night.zone)
    one = make_tablet()
    one.people(2)
    one.open()
    return one


def tap(tablet: Tablet, night: Night, minutes: float, zone: Zone) -> CheckIn:
    """Mia's, so many minutes after the change."""
    at = night.change + minutes * MINUTE
    made = CheckIn(
        id=uuid4(),
        person=tablet.person("Mia").id,
        zone=zone,
        at=at,
        time_zone=night.zone,
        entered_at=at,
    )
    tablet.services.stores.check_ins.add(made)
    return made


def look_at(page: WeekPage, start: float, end: float) -> None:
    """From when to when, in seconds from midnight; no more than the day."""
    plot = page.board.day.plot
    assert plot is not None
    page.view.ensureWidgetVisible(plot)
    QApplication.processEvents()
    plot.plot.getViewBox().setXRange(start, end, padding=0)


def look_at_all(page: WeekPage) -> None:
    """The whole day, from midnight to midnight."""
    look_at(page, 0, 30 * HOUR)


def times(page: WeekPage) -> list[tuple[float, str]]:
    """What stands on the axis: seconds from midnight, and the time."""
    plot = page.board.day.plot
    assert plot is not None
    (written,) = plot.plot.getPlotItem().getAxis("bottom")._tickLevels
    return list(written)


def test_the_day_is_drawn_whole_and_an_hour_is_an_hour(tablet: Tablet, night: Night) -> None:
    began, ended = tap(tablet, night, -30, Y), tap(tablet, night, 30, G)
    late = [tap(tablet, night, 15 * 60, Y), tap(tablet, night, 16 * 60, G)]
    page = open_week(tablet, Week(day=night.day))
    plot = drawn(tablet, page)
    assert page.day == night.day
    assert page.days.last_day == night.day
    assert plot.labels == ["60 min", "60 min"]
    look_at_all(page)
    assert plot.seen == pytest.approx((0, night.hours * HOUR))
    xs = [plot.place_of(each.at).x() for each in (began, ended, *late)]
    assert xs[1] - xs[0] == pytest.approx(xs[3] - xs[2], abs=2)
    assert 0 < xs[0] < xs[-1] < plot.plot.viewport().width()
    assert page.board.day.plot is plot


def test_it_counts_on_that_day_and_in_that_week(tablet: Tablet, night: Night) -> None:
    tap(tablet, night, -30, Y)
    tap(tablet, night, 30, G)
    page = open_week(tablet, Week(day=night.day))
    counts = [(c.column.yellow, c.column.red) for c in page.board.columns.buttons]
    assert counts == [(0, 0)] * 6 + [(1, 0)]
    assert "Mia left green once" in page.board.sentence.text
    assert "60 min" in page.board.sentence.text


def test_the_times_on_the_axis_are_round_by_the_clock_on_the_wall(
    tablet: Tablet, night: Night
) -> None:
    tap(tablet, night, 30, Y)
    page = open_week(tablet, Week(day=night.day))
    look_at_all(page)
    written = times(page)
    assert written[0] == (0.0, "00:00")
    assert all(label.endswith(":00") for _, label in written)
    assert {"06:00", "12:00", "18:00"} <= {label for _, label in written}
    start = day_span(night.day, night.zone).start
    at_change = (night.change - start).total_seconds()
    look_at(page, at_change - HOUR, at_change + HOUR)
    near = dict(times(page))
    wanted = (at_change - HOUR / 2, at_change, at_change + HOUR / 2)
    assert tuple(near.get(x) for x in wanted) == night.written


def test_the_weeks_beside_it_are_reached_and_are_of_seven_days(
    tablet: Tablet, night: Night
) -> None:
    page = open_week(tablet, Week(day=night.day))
    first = page.days.first_day
    for moved in (-7, 7):
        page.header.moved.emit(moved // 7)
        assert page.days.first_day == first + timedelta(days=moved)
        assert len(page.board.columns.buttons) == 7
        page.header.moved.emit(-moved // 7)
        assert page.days.first_day == first
