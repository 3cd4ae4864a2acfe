"""From the numbers of a week to the page and its plot painted; and how a pan keeps up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from tests.bench.figures import median, percentile
from tests.bench.taps import until
from thermometer.app import open_family
from thermometer.clock import FixedClock
from thermometer.domain.week_days import WeekDays
from thermometer.services.week_review import Review, Reviews
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import Home, Week
from thermometer.ui.settled import settle
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.widgets.week_day import WeekDay
from thermometer.ui.window import MainWindow, application

FIRST_BAR_MS, AFTER_BAR_MS, PAN_BAR_MS = 150.0, 80.0, 8.0
AFTER = 15
PANS = 200
PAUSE_SECONDS = 0.015
OURS, FLOOR = "ours", "floor"


def _there_and_back(n: int) -> int:
    """Pixels from the middle at step ``n``: never twice the same place."""
    return 20 + (n % 40 if n // 40 % 2 else 40 - n % 40)


class Painted(QObject):
    """Tells when a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Reading:
    """Adds up how long reviews take to be read: the data is ready after it."""

    def __init__(self) -> None:
        self.milliseconds = 0.0
        self._read = Reviews.review
        setattr(Reviews, "review", self._timed())  # noqa: B010 - a method, to mypy

    def _timed(self) -> object:
        def review(reviews: Reviews, days: WeekDays, now: datetime) -> Review:
            begun = time.perf_counter_ns()
            try:
                return self._read(reviews, days, now)
            finally:
                self.milliseconds = (time.perf_counter_ns() - begun) / 1e6

        return review


class Opening:
    """The real window on a real file, from Home to the week."""

    def __init__(self, folder: Path) -> None:
        application()
        self.painted, self.reading = Painted(), Reading()
        self.window = MainWindow(Theme(), Timings())
        self.window.resize(1280, 800)
        self.services = open_family(folder, FixedClock(datetime.now(UTC)), self.window.changed)
        self.window.furnish(self.services, self.services.sentences)
        self.window.show()
        self.window.go(Home())
        QApplication.processEvents()
        # The data is ready: what reads it is loaded, and the file's pages lie in memory.
        now = self.services.clock.now()
        self.services.reviews().review(WeekDays.holding(now.date()), now)
        settle()  # as the program does once Home is there
        self._watch_the_plot()

    def _watch_the_plot(self) -> None:
        draw = WeekDay.draw

        def draw_watched(day: WeekDay) -> None:
            is_new = day.plot is None
            draw(day)
            if is_new and day.plot:
                self.painted.watch(day.plot.plot.viewport())

        setattr(WeekDay, "draw", draw_watched)  # noqa: B010 - a method, to mypy

    def go(self, place: Week) -> float:
        """Milliseconds until page and plot are painted, without the reading of the data."""
        before = self.painted.count
        begun = time.perf_counter_ns()
        self.window.go(place)
        until(lambda: self.painted.count > before)
        return (time.perf_counter_ns() - begun) / 1e6 - self.reading.milliseconds

    def pans(self) -> list[float]:
        """Milliseconds of each step of a drag along the day, until it is painted."""
        page = self.window.page
        if not isinstance(page, WeekPage) or page.board.day.plot is None:
            raise TypeError(page)
        page.view.ensureWidgetVisible(page.board.day.plot)
        QApplication.processEvents()
        plot = page.board.day.plot.plot
        plot.getPlotItem().getViewBox().scaleBy(x=0.4)  # a whole day cannot be moved
        view = plot.viewport()
        at = view.rect().center()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
        taken = [self._pan(view, at + QPoint(_there_and_back(n), 0)) for n in range(PANS)]
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at)
        return taken[10:]

    def _pan(self, view: QWidget, to: QPoint) -> float:
        """Milliseconds of one step; pyqtgraph takes a hundred a second and lets others pass."""
        last = time.monotonic()
        until(lambda: time.monotonic() > last + PAUSE_SECONDS)
        before = self.painted.count
        begun = time.perf_counter_ns()
        QTest.mouseMove(view, to)
        until(lambda: self.painted.count > before)
        return (time.perf_counter_ns() - begun) / 1e6

    def close(self) -> None:
        self.window.close()
        self.window.clear()
        self.services.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def ours(folder: Path) -> dict[str, float]:
    """One run: the first time, some more, and a pan; pyqtgraph is loaded before the clock runs."""
    import thermometer.ui.widgets.week_charts  # noqa: F401, PLC0415 - the floor has its own

    opening = Opening(folder)
    first = opening.go(Week())
    weeks = [WeekDays.holding(datetime.now(UTC).date()).before]
    while len(weeks) < AFTER:
        weeks.append(weeks[-1].before)
    after = median([opening.go(Week(week.first_day)) for week in weeks])
    pan = percentile(opening.pans(), 95)
    opening.close()
    return {"first": first, "after": after, "pan": pan}


def floor() -> dict[str, float]:
    """A bare pyqtgraph plot with as much in it."""
    import pyqtgraph as pg  # noqa: PLC0415 - ours loads it through the program

    application()
    painted = Painted()
    begun = time.perf_counter_ns()
    plot = pg.PlotWidget()
    for _ in range(3):
        plot.addItem(pg.BarGraphItem(x0=[0], x1=[24], y0=[0], y1=[1]))
    for n in range(2):
        plot.addItem(pg.PlotCurveItem([*range(24)], [n] * 24))
        plot.addItem(pg.ScatterPlotItem([*range(24)], [n] * 24))
    painted.watch(plot.viewport())
    plot.resize(640, 220)
    plot.show()
    until(lambda: painted.count > 0)
    taken = (time.perf_counter_ns() - begun) / 1e6
    plot.close()
    plot.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {"first": taken}


def run(what: str, folder: Path) -> dict[str, float]:
    """One of the two in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.week_pages", str(folder), what]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(folder: Path, rounds: int) -> str:
    """The rows of the table, floor and ours taking turns."""
    floors, runs = [], []
    for _ in range(rounds):
        floors.append(run(FLOOR, folder)["first"])
        runs.append(run(OURS, folder))
    base = median(floors)
    lines = []
    for name, what, bar in (
        ("first", "week page to first paint, the first time", FIRST_BAR_MS),
        ("after", "week page to first paint, afterwards", AFTER_BAR_MS),
        ("pan", "a step of a pan painted, p95", PAN_BAR_MS),
    ):
        taken = median([each[name] for each in runs])
        verdict = "within" if taken <= bar else "OVER"
        lines.append(
            f"{what:<44} floor {base:8.2f} ms   ours {taken:8.2f} ms   "
            f"ratio {taken / base:5.2f}   bar {bar:5.1f} ms  {verdict}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked = sys.argv[2]
    if asked in (OURS, FLOOR):
        result = ours(Path(sys.argv[1])) if asked == OURS else floor()
        sys.stdout.write(json.dumps(result))
    else:
        sys.stdout.write(measure(Path(sys.argv[1]), int(asked)) + "\n")
