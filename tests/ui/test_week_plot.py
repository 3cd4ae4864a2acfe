"""The day's timeline in the hands of a parent: closer, along, back, and onto an episode."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.tablet import Tablet
from tests.ui.weeks import (
    MINUTE,
    MONDAY,
    G,
    R,
    Y,
    drawn,
    episode,
    open_week,
    ordinary,
    place,
    tap,
    tap_plot,
)
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import Story, Week

if TYPE_CHECKING:
    from thermometer.ui.widgets.week_charts import DayPlot

LEFT = Qt.MouseButton.LeftButton
HOUR = 3600
STEP_MS = 12
"""pyqtgraph takes a hundred moves a second and lets the others pass."""
UPSIDE_DOWN = False
THURSDAY = MONDAY + timedelta(days=3, hours=1)
"""When Mia's ordinary red episode begins."""
OPEN_AND_END = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from datetime import datetime, UTC
from thermometer.app import open_sample
from thermometer.clock import FixedClock
from thermometer.ui.places import Week
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.window import MainWindow, application
app = application()
window = MainWindow(Theme(), Timings())
services = open_sample(FixedClock(datetime(2026, 11, 22, 18, tzinfo=UTC)), window.changed)
window.furnish(services, services.sentences)
window.show()
window.go(Week())
window.page.board.day.draw()
app.processEvents()
"""


@pytest.fixture
def page(tablet: Tablet) -> WeekPage:
    """Mia's ordinary week, its red Thursday in view."""
    ordinary(tablet)
    return open_week(tablet)


@pytest.fixture
def plot(tablet: Tablet, page: WeekPage) -> DayPlot:
    shown = drawn(tablet, page)
    page.view.ensureWidgetVisible(shown)
    QApplication.processEvents()
    return shown


def turn_wheel(plot: DayPlot, at: QPoint, steps: int) -> None:
    view = plot.plot.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        UPSIDE_DOWN,
    )
    QApplication.sendEvent(view, event)


def drag(tablet: Tablet, plot: DayPlot, by: QPoint) -> None:
    """A drag over the plot in ten steps, slow enough for pyqtgraph to take each."""
    view = plot.plot.viewport()
    start = view.rect().center()
    QTest.mousePress(view, LEFT, pos=start)
    for n in range(1, 11):
        tablet.let_pass(STEP_MS)
        QTest.mouseMove(view, start + by * n / 10)
    QTest.mouseRelease(view, LEFT, pos=start + by)


def test_a_day_is_seen_from_the_usual_hours_or_the_first_record_on(
    tablet: Tablet, page: WeekPage, plot: DayPlot
) -> None:
    assert plot.seen == pytest.approx((7 * HOUR, 20.5 * HOUR))
    tap(tablet, "Mum", 3, -7 * 60, G)
    assert drawn(tablet, open_week(tablet)).seen[0] == pytest.approx(4.5 * HOUR)


def test_episodes_are_labelled_where_they_are(plot: DayPlot) -> None:
    assert plot.labels == ["20 min"]


def test_where_both_were_out_of_green_is_said(page: WeekPage, tablet: Tablet) -> None:
    assert page.board.day.key.shaded == "both out of green"
    assert page.board.day.key.accessibleName() == "Mia; Mum; both out of green"
    tablet.tap(page.board.columns.buttons[1])
    assert page.board.day.key.shaded == ""
    assert page.board.day.key.accessibleName() == "Mia"


def test_the_wheel_looks_closer_there(plot: DayPlot) -> None:
    at = place(plot, THURSDAY)
    turn_wheel(plot, at, 3)
    start, end = plot.seen
    assert end - start < 13 * HOUR
    assert abs((place(plot, THURSDAY) - at).x()) <= 2
    assert not plot.is_reset
    for _ in range(60):
        turn_wheel(plot, at, 5)
    start, end = plot.seen
    assert end - start == pytest.approx(HOUR / 2)
    for _ in range(60):
        turn_wheel(plot, at, -5)
    assert plot.seen == pytest.approx((0, 24 * HOUR))


def test_a_drag_moves_along_and_no_further_than_the_day(tablet: Tablet, plot: DayPlot) -> None:
    before = plot.seen
    drag(tablet, plot, QPoint(-60, 4))
    assert plot.seen[0] > before[0] + HOUR / 2
    for _ in range(6):
        drag(tablet, plot, QPoint(-200, 0))
    assert plot.seen[1] == pytest.approx(24 * HOUR)
    assert plot.seen[1] - plot.seen[0] == pytest.approx(13.5 * HOUR)


def test_an_upright_drag_moves_the_page_and_not_the_day(
    tablet: Tablet, page: WeekPage, plot: DayPlot
) -> None:
    bar, seen = page.view.verticalScrollBar(), plot.seen
    before = bar.value()
    drag(tablet, plot, QPoint(2, -80))
    assert bar.value() > before + 40
    assert plot.seen == pytest.approx(seen, abs=HOUR / 4)
    assert page.isVisible()


def test_a_double_tap_resets(tablet: Tablet, plot: DayPlot) -> None:
    turn_wheel(plot, place(plot, THURSDAY), 5)
    at = place(plot, THURSDAY)
    QTest.mouseClick(plot.plot.viewport(), LEFT, pos=at)
    QTest.mouseDClick(plot.plot.viewport(), LEFT, pos=at)
    assert plot.is_reset
    tablet.let_pass(QApplication.styleHints().mouseDoubleClickInterval() + 50)
    assert tablet.is_at(Week)


def test_a_tap_on_an_episode_leads_to_its_story(tablet: Tablet, plot: DayPlot) -> None:
    tap_plot(plot, THURSDAY + 5 * MINUTE)
    tablet.arrive(Story)


def test_a_tap_while_looking_closer_waits_for_a_second_one(tablet: Tablet, plot: DayPlot) -> None:
    turn_wheel(plot, place(plot, THURSDAY), 3)
    tap_plot(plot, THURSDAY + 5 * MINUTE)
    assert tablet.is_at(Week)
    tablet.arrive(Story)


def test_leaving_forgets_a_tap_that_waits(tablet: Tablet, plot: DayPlot) -> None:
    turn_wheel(plot, place(plot, THURSDAY), 3)
    tap_plot(plot, THURSDAY + 5 * MINUTE)
    tablet.window.go(Week(date(2026, 11, 9)))
    tablet.let_pass(QApplication.styleHints().mouseDoubleClickInterval() + 50)
    assert tablet.is_at(Week)


def test_a_tap_beside_every_episode_leads_nowhere(tablet: Tablet, plot: DayPlot) -> None:
    tap_plot(plot, THURSDAY + timedelta(hours=3))
    assert tablet.is_at(Week)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 10, 25), 25), (date(2026, 3, 29), 23)])
def test_a_night_on_which_clocks_change_is_whole(tablet: Tablet, day: date, hours: int) -> None:
    days = (day - date(2026, 11, 16)).days
    begun = episode(tablet, "Mia", days, 0, Y, R, G)
    page = open_week(tablet, Week(day=day))
    plot = drawn(tablet, page)
    assert page.days.last_day == day
    turn_wheel(plot, plot.plot.viewport().rect().center(), -60)
    assert plot.seen == pytest.approx((0, hours * HOUR))
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    assert begun.at - midnight == timedelta(hours=11)


def test_one_plot_is_kept_and_filled_again(tablet: Tablet, page: WeekPage, plot: DayPlot) -> None:
    items = len(plot.plot.getPlotItem().items)
    for button in page.board.columns.buttons * 3:
        tablet.tap(button)
    assert page.board.day.plot is plot
    tablet.tap(page.board.columns.buttons[3])
    assert len(plot.plot.getPlotItem().items) == items
    assert items <= 12


def test_the_program_ends_well_with_a_week_open() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPEN_AND_END], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture(scope="module")
def finger(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


def fingers(tablet: Tablet, plot: DayPlot, finger: QPointingDevice, *apart: int) -> None:
    """Two fingers on the plot, at first and then by and by so many pixels apart."""
    glass = tablet.window.windowHandle()
    middle = plot.plot.mapTo(tablet.window, plot.plot.rect().center())
    places = [(middle - QPoint(x // 2, 0), middle + QPoint(x // 2, 0)) for x in apart]
    (one, other), *moves = places
    QTest.touchEvent(glass, finger).press(0, one, glass).press(1, other, glass).commit()
    for left, right in moves:
        QTest.touchEvent(glass, finger).move(0, left, glass).move(1, right, glass).commit()
    left, right = places[-1]
    QTest.touchEvent(glass, finger).release(0, left, glass).release(1, right, glass).commit()


def test_two_fingers_look_closer(tablet: Tablet, plot: DayPlot, finger: QPointingDevice) -> None:
    before = plot.seen
    fingers(tablet, plot, finger, *range(60, 260, 10))
    start, end = plot.seen
    assert end - start < (before[1] - before[0]) / 2
    assert tablet.is_at(Week)
    fingers(tablet, plot, finger, *range(260, 40, -10))
    assert plot.seen[1] - plot.seen[0] > end - start


def test_one_finger_moves_along(tablet: Tablet, plot: DayPlot, finger: QPointingDevice) -> None:
    before = plot.seen
    glass = tablet.window.windowHandle()
    middle = plot.plot.mapTo(tablet.window, plot.plot.rect().center())
    QTest.touchEvent(glass, finger).press(0, middle, glass).commit()
    for n in range(1, 11):
        tablet.let_pass(STEP_MS)
        QTest.touchEvent(glass, finger).move(0, middle - QPoint(8 * n, 0), glass).commit()
    QTest.touchEvent(glass, finger).release(0, middle - QPoint(80, 0), glass).commit()
    assert plot.seen[0] > before[0] + HOUR / 2
