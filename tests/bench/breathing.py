"""The breathing guides at 60 ticks a second: what share of a core they take."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tests.bench.figures import median
from tests.bench.pausing import pause
from thermometer.app import open_family
from thermometer.clock import SystemClock
from thermometer.domain.zones import Zone
from thermometer.ui.frame_rate import FRAME_MS
from thermometer.ui.places import RunTool
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.widgets.guides.known import MOVING
from thermometer.ui.window import MainWindow, application

BAR_PERCENT = 6.0
SETTLING_MS, FLOOR_MS = 700, 4_000
BREATHS_MS = 15_000
"""The first two breaths of four: the first one is dearer, as each size is seen anew."""
SIDE = 560
TOOLS = tuple(MOVING)


@dataclass(frozen=True)
class Share:
    """Processor time while something moves."""

    begun: float
    used: float

    @classmethod
    def now(cls) -> Share:
        return cls(time.perf_counter(), time.process_time())

    def percent(self) -> float:
        """Of one core, since then."""
        return 100 * (time.process_time() - self.used) / (time.perf_counter() - self.begun)


class Bare(QWidget):
    """A picture of the guide's size that is put there as it is, tick after tick."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(SIDE, SIDE)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._pixmap = QPixmap(SIDE, SIDE)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        self._ticks = QTimer(self, interval=FRAME_MS)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self.update)

    def percent(self) -> float:
        self.show()
        self._ticks.start()
        since = Share.now()
        pause(FLOOR_MS)
        found = since.percent()
        self._ticks.stop()
        self.hide()
        return found

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._pixmap)


class Guiding:
    """The real page of a guide, in the real window."""

    def __init__(self, folder: Path) -> None:
        self.window = MainWindow(Theme(), Timings(fade=0))
        self.window.resize(1280, 800)
        self.services = open_family(folder, SystemClock(), self.window.changed)
        self.window.furnish(self.services, self.services.sentences)

    def percent(self, tool: str) -> float:
        self.window.show()
        person = self.services.family.people()[0]
        use = self.services.journal.start_tool(person.id, tool, Zone.YELLOW)
        self.window.go(RunTool(person, self.services.content.tool(tool), use))
        pause(SETTLING_MS)
        since = Share.now()
        pause(BREATHS_MS)
        found = since.percent()
        if self.window.page:
            self.window.page.leave()
        self.window.hide()
        return found

    def close(self) -> None:
        self.window.close()
        self.window.clear()
        self.services.close()


def measure(folder: Path, rounds: int) -> str:
    """The row of the table, guide and floor taking turns."""
    application()
    guiding, bare = Guiding(folder), Bare()
    ours: list[float] = []
    floor: list[float] = []
    for i in range(max(rounds, len(TOOLS))):  # each guide at least once
        floor.append(bare.percent())
        ours.append(guiding.percent(TOOLS[i % len(TOOLS)]))
    guiding.close()
    taken, base = median(ours), median(floor)
    verdict = "within" if taken <= BAR_PERCENT else "OVER"
    return (
        f"{'breathing guide, share of a core':<44} floor {base:8.2f} %    ours {taken:8.2f} %    "
        f"ratio {taken / base:5.2f}   bar {BAR_PERCENT:5.1f} %   {verdict}"
    )


if __name__ == "__main__":
    sys.stdout.write(measure(Path(sys.argv[1]), int(sys.argv[2])) + "\n")
