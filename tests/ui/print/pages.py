"""Pages for a therapist to lay out and paint: the sample family's, made longer or shorter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from tests.builders import a_check_in, a_child
from tests.fakes import SUNDAY_EVENING
from thermometer.domain.checkins import CheckIn
from thermometer.domain.data_line import data_line
from thermometer.domain.histories import History
from thermometer.domain.person_weeks import person_week
from thermometer.domain.repair_numbers import repair_numbers
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone
from thermometer.services.therapist_values import (
    About,
    EpisodeLine,
    NoteLine,
    RepairPart,
    SignLine,
    TherapistPage,
    ToolLine,
)

WEEK = WeekDays((SUNDAY_EVENING - timedelta(days=6)).date())
MONDAY = datetime(2026, 11, 16, 7, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def times(count: int) -> list[CheckIn]:
    """Times out of green, 20 minutes each and 25 apart, every third one into red."""
    taps = []
    for number in range(count):
        at = MONDAY + timedelta(days=number % 7) + number // 7 * 25 * MINUTE
        peak = Zone.RED if number % 3 == 0 else Zone.YELLOW
        for zone, later in ((Zone.YELLOW, 0), (peak, 5), (Zone.GREEN, 20)):
            taps.append(a_check_in(zone, at + later * MINUTE))
    return sorted(taps, key=lambda tap: tap.at)


def page(episodes: int = 5, notes: int = 0, note: str = "A long day.") -> TherapistPage:
    """Mia's week with so many episodes and private notes."""
    taps = times(episodes)
    week = person_week(WEEK, a_child(), History.of(taps, SUNDAY_EVENING), ())
    numbers = repair_numbers((), {}, SUNDAY_EVENING)
    return TherapistPage(
        days=WEEK,
        days_text="16 – 22 November 2026",
        week=week,
        said=f"Mia left green {episodes} times.",
        rests_on=data_line(WEEK, 6, week, taps),
        unreadable=0,
        episodes=tuple(EpisodeLine(episode=e, signs=("Louder",), tools=()) for e in week.found),
        signs=(SignLine(text="Louder", count=4),) if episodes else (),
        tools=(),
        caution="Feelings also settle by themselves.",
        repairs=RepairPart(
            numbers=numbers, said="No hard moment was noted.", listed=(), counted_only=0
        ),
        notes=tuple(
            NoteLine(at=MONDAY + number * MINUTE, about=list(About)[number % 3], text=note)
            for number in range(notes)
        ),
        printed_at=SUNDAY_EVENING,
    )


def with_tools(found: TherapistPage, *tools: ToolLine) -> TherapistPage:
    """The same page with these tools."""
    return replace(found, tools=tools)


class Pdf:
    """A PDF as a reader sees it."""

    def __init__(self, data: bytes) -> None:
        self._held = QByteArray(data)
        self._buffer = QBuffer(self._held)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        self.pages = self._document.pageCount()

    @property
    def title(self) -> str:
        return str(self._document.metaData(QPdfDocument.MetaDataField.Title))

    def size(self, number: int = 0) -> tuple[int, int]:
        """Width and height of a page in points."""
        size = self._document.pagePointSize(number)
        return round(size.width()), round(size.height())

    def text(self, number: int = 0) -> str:
        """The words of a page in one line."""
        return " ".join(self._document.getAllText(number).text().split())

    def image(self, number: int = 0) -> QImage:
        """A page as it is printed, twice as many pixels as points."""
        size = self._document.pagePointSize(number) * 2
        return self._document.render(number, size.toSize())

    def close(self) -> None:
        self._document.close()
