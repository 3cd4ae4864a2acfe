"""From a finger that leaves a zone to the row on the disk and the thermometer painted anew."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from tests.bench.figures import percentile
from tests.bench.floors import Fsync, RawRows
from thermometer.app import open_family
from thermometer.clock import SystemClock
from thermometer.ui.pages.home import HomePage
from thermometer.ui.places import Home
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.widgets.thermometer import Thermometer
from thermometer.ui.widgets.zone_button import ZoneButton
from thermometer.ui.window import MainWindow, application

P50_BAR_MS = 2.5
P99_BAR_MS = 16.0
SLOW_DISK_MS = 5.0
"""On a disk whose fsync alone takes longer than the bar: the fsync and this much more."""
QUICK = Timings(tap_guard=0, fill=30, fade=0)
"""Nobody taps 240 ms after a page came, while it still melts in: the guard ignores 700 ms."""
LONGEST_SECONDS = 5.0


class Paints(QObject):
    """Counts the paints of one widget."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def until(condition: Callable[[], bool]) -> None:
    """Lets the window work until ``condition`` holds.

    Raises:
        TimeoutError: it does not.
    """
    latest = time.monotonic() + LONGEST_SECONDS
    while not condition():
        QApplication.processEvents()
        if time.monotonic() > latest:
            raise TimeoutError(condition)


class Tapping:
    """Taps one person's thermometer on the real Home, in a real window, on a real file."""

    def __init__(self, folder: Path) -> None:
        self.window = window = MainWindow(Theme(), QUICK)
        self._services = open_family(folder, SystemClock(), window.changed)
        window.resize(1280, 800)
        window.furnish(self._services, self._services.sentences)
        window.go(Home())
        window.show()
        page = window.page
        if not isinstance(page, HomePage):
            raise TypeError(page)
        panel = page.panels[0]
        self._thermometer: Thermometer = panel.thermometer
        self._person = panel.person.id
        self._paints = Paints(self._thermometer)
        until(lambda: self._paints.count > 0)

    def tap(self) -> float:
        """Milliseconds of one tap; the window is back on Home afterwards."""
        zones = self._thermometer.findChildren(ZoneButton)
        button = random.choice([zone for zone in zones if not zone.is_current])
        middle = button.rect().center()
        QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=middle)
        QApplication.processEvents()
        before = self._paints.count
        begun = time.perf_counter_ns()
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=middle)
        until(lambda: self._paints.count > before)
        taken = (time.perf_counter_ns() - begun) / 1e6
        if self._services.journal.zone_now(self._person) is not button.zone:
            raise LookupError(button.zone)
        until(lambda: not isinstance(self.window.place, Home))
        self.window.go(Home())
        until(self._thermometer.isVisible)
        QApplication.processEvents()
        return taken

    def close(self) -> None:
        self.window.close()
        self._services.close()


def measure(folder: Path, taps: int) -> str:
    """The row of the table, tap and floors taking turns."""
    application()
    tapping, raw, disk = Tapping(folder), RawRows(folder / "raw.db"), Fsync(folder / "page")
    ours, rows, syncs = [], [], []
    tapping.tap()
    for _ in range(taps):
        ours.append(tapping.tap())
        rows.append(raw.add())
        syncs.append(disk.add())
    for used in (tapping, raw, disk):
        used.close()
    return table(ours, rows, syncs)


def bar_of(bar: float, sync: float) -> float:
    """What is meant at most: ``bar``, or on a disk that alone is slower, a little more than it."""
    return bar if sync <= bar else sync + SLOW_DISK_MS


def table(ours: list[float], rows: list[float], syncs: list[float]) -> str:
    """p50 and p99 of all three, and whether the bars hold."""
    lines = []
    for percent, meant in ((50, P50_BAR_MS), (99, P99_BAR_MS)):
        tap, row, sync = (percentile(values, percent) for values in (ours, rows, syncs))
        bar = bar_of(meant, sync)
        verdict = "within" if tap <= bar else "OVER"
        lines.append(
            f"tap to committed and painted, p{percent:<12} floor {row:8.2f} ms   "
            f"ours {tap:8.2f} ms   ratio {tap / row:5.2f}   bar {bar:5.1f} ms  {verdict}"
            f"   (fsync alone {sync:.2f} ms)"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(measure(Path(sys.argv[1]), int(sys.argv[2])) + "\n")
