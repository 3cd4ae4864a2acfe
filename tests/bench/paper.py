"""The page for the therapist, from ready numbers to a whole PDF."""

from __future__ import annotations

import sys
import time
from datetime import timedelta

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from tests.bench.figures import median
from thermometer.app import open_sample
from thermometer.clock import SystemClock
from thermometer.domain.week_days import WeekDays
from thermometer.services.therapist_values import Choice, Private, TherapistPage
from thermometer.ui.print.output import pdf_of
from thermometer.ui.print.paper import BODY, BOLD, MEDIUM, REGULAR, RESOLUTION, Paper, letters
from thermometer.ui.print.report_page import ReportPage
from thermometer.ui.window import application

BAR_MS = 60.0
WORDS = 120
"""Pieces of text on a page of a usual week."""


def page() -> TherapistPage:
    """The sample family's last whole week, with everything ticked."""
    clock = SystemClock()
    services = open_sample(clock, lambda _change: None)
    try:
        now = clock.now()
        days = WeekDays.holding(now.date() - timedelta(days=7))
        choice = Choice(private=frozenset(Private))
        return services.therapist_pages().make(days, None, choice, now)
    finally:
        services.close()


def ours(content: TherapistPage) -> float:
    """Milliseconds to lay it out and write it."""
    begun = time.perf_counter_ns()
    pdf_of(ReportPage(content, Paper.A4))
    return (time.perf_counter_ns() - begun) / 1e6


def floor() -> float:
    """Milliseconds of a PDF with as many words in the same letters, and nothing else."""
    begun = time.perf_counter_ns()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for number in range(WORDS):
        painter.setFont(letters(BODY, (REGULAR, MEDIUM, BOLD)[number % 3]))
        painter.drawText(300, 300 + 60 * number, f"Drink of water, {number} of {WORDS}")
    painter.end()
    return (time.perf_counter_ns() - begun) / 1e6


def measure(rounds: int) -> str:
    """The row of the table, page and floor taking turns."""
    application()
    content = page()
    ours(content)
    floor()  # the first ones load the letters
    taken, base = [], []
    for _ in range(max(15, rounds)):
        base.append(floor())
        taken.append(ours(content))
    middle, least = median(taken), median(base)
    verdict = "within" if middle <= BAR_MS else "OVER"
    return (
        f"{'the therapist’s page as a PDF':<44} floor {least:8.2f} ms   ours {middle:8.2f} ms   "
        f"ratio {middle / least:5.2f}   bar {BAR_MS:5.1f} ms  {verdict}"
    )


if __name__ == "__main__":
    sys.stdout.write(measure(int(sys.argv[1])) + "\n")
