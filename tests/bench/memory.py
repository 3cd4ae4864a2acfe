"""How much memory the program holds on Home, and with a week open, on ten years of records."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from thermometer.app import open_family, open_sample
from thermometer.clock import FixedClock
from thermometer.sentences import Sentences
from thermometer.ui.opening import Opening
from thermometer.ui.places import Week
from thermometer.ui.settled import settle
from thermometer.ui.theme.theme import Theme
from thermometer.ui.timings import Timings
from thermometer.ui.window import MainWindow, application

HOME_BAR_MB, WEEK_BAR_MB = 130, 190
LONGEST_SECONDS = 5.0
STATUS = Path("/proc/self/status")


def resident() -> float:
    """What of this process lies in memory, in megabytes, as Linux tells it."""
    for line in STATUS.read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError(STATUS)


def has_plot(window: MainWindow) -> bool:
    """Whether the week is there with its plot."""
    from thermometer.ui.pages.week import WeekPage  # noqa: PLC0415 - Home is without it

    return isinstance(window.page, WeekPage) and window.page.board.day.plot is not None


def measure(folder: Path) -> list[str]:
    """The rows of the table: bare Qt before anything else is loaded would be some 50 MB."""
    application()
    window = MainWindow(Theme(), Timings(fade=0))
    window.resize(1280, 800)
    window.show()
    clock = FixedClock(datetime.now(UTC))
    opening = Opening(
        window, partial(open_family, folder, clock), partial(open_sample, clock), Sentences
    )
    opening.start(sample=False)
    settle()
    QApplication.processEvents()
    home = resident()
    window.go(Week())
    latest = time.monotonic() + LONGEST_SECONDS
    while not has_plot(window):
        QApplication.processEvents()
        if time.monotonic() > latest:
            raise TimeoutError
    QApplication.processEvents()
    week = resident()
    window.close()
    opening.close()
    return [row("Home", home, HOME_BAR_MB), row("a week open", week, WEEK_BAR_MB)]


def row(what: str, megabytes: float, bar: int) -> str:
    """One line of the table."""
    verdict = "within" if megabytes <= bar else "OVER"
    return f"memory, {what:<36} ours {megabytes:8.1f} MB   bar {bar} MB  {verdict}"


if __name__ == "__main__":
    if STATUS.exists():
        sys.stdout.write("\n".join(measure(Path(sys.argv[1]))) + "\n")
    else:
        sys.stdout.write("memory: measured on Linux only\n")
