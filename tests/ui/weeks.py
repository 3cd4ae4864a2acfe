"""A week of check-ins on a test's tablet, and the Week page with its plot drawn."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.fakes import BERLIN
from tests.ui.tablet import Tablet
from thermometer.domain.checkins import CheckIn
from thermometer.domain.ruptures import Bid, Outcome, Rupture
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.zones import Zone
from thermometer.ui.pages.week import WeekPage
from thermometer.ui.places import Week
from thermometer.ui.widgets.week_charts import DayPlot

MONDAY = datetime(2026, 11, 16, 11, 0, tzinfo=UTC)
"""Noon in Berlin; the test's clock stands on the Sunday evening after it."""
G, Y, R = Zone
MINUTE = timedelta(minutes=1)
LEFT = Qt.MouseButton.LeftButton


def tap(tablet: Tablet, name: str, day: int, minute: float, zone: Zone, **own: object) -> CheckIn:
    """A check-in ``day`` days after Monday, so many minutes after noon; kept at once."""
    at = MONDAY + timedelta(days=day, minutes=minute)
    values: dict[str, object] = {"id": uuid4(), "time_zone": BERLIN, "entered_at": at}
    made = CheckIn(person=tablet.person(name).id, zone=zone, at=at, **(values | own))  # type: ignore[arg-type]
    tablet.services.stores.check_ins.add(made)
    return made


def episode(tablet: Tablet, name: str, day: int, minute: float, *zones: Zone) -> CheckIn:
    """Check-ins ten minutes apart, the first of them with two signs; the first one's record."""
    made = [
        tap(tablet, name, day, minute + 10 * n, zone, signs=() if n else ("hot-face", "louder"))
        for n, zone in enumerate(zones)
    ]
    return made[0]


def ordinary(tablet: Tablet) -> CheckIn:
    """Mia left green four times, one end unknown, once into red, which is given back."""
    episode(tablet, "Mia", 1, 0, Y, G)
    red = episode(tablet, "Mia", 3, 60, Y, R, G)
    episode(tablet, "Mum", 3, 70, Y, G)
    episode(tablet, "Mia", 4, 300, Y, Y)
    episode(tablet, "Mia", 6, -60, Y, G)
    tap(tablet, "Mia", 0, 0, G)
    return red


def use_tool(tablet: Tablet, name: str, tool: str, *answers: Answer) -> None:
    """Uses of a tool on Wednesday, each answered."""
    at = MONDAY + timedelta(days=2)
    person = tablet.person(name).id
    tablet.services.stores.tool_uses.add_all(
        ToolUse(
            id=uuid4(),
            person=person,
            tool=tool,
            zone=Y,
            started_at=at + n * 20 * MINUTE,
            time_zone=BERLIN,
            ended_at=at + (n * 20 + 3) * MINUTE,
            answer=answer,
        )
        for n, answer in enumerate(answers)
    )


def rupture(tablet: Tablet, day: int, *outcomes: Outcome) -> None:
    """A hard moment of Mia and Mum with a bid of Mum's for each outcome, an hour apart."""
    at = MONDAY + timedelta(days=day)
    mum = tablet.person("Mum").id
    made = Rupture(id=uuid4(), at=at, time_zone=BERLIN, grown_up=mum, child=tablet.person("Mia").id)
    bids = [
        Bid(
            id=uuid4(),
            rupture=made.id,
            at=at + (n + 1) * 60 * MINUTE,
            time_zone=BERLIN,
            by=mum,
            calm_first=True,
            outcome=outcome,
        )
        for n, outcome in enumerate(outcomes)
    ]
    repairs = tablet.services.stores.repairs
    repairs.add_ruptures([made])
    repairs.add_bids(bids)


def open_week(tablet: Tablet, place: Week | None = None) -> WeekPage:
    """Go to the week and wait until its day is drawn."""
    tablet.window.go(place or Week())
    page = tablet.page(WeekPage)
    drawn(tablet, page)
    return page


def drawn(tablet: Tablet, page: WeekPage) -> DayPlot:
    """The plot, once it is there."""
    tablet.qtbot.waitUntil(lambda: page.board.day.plot is not None, timeout=20_000)
    assert page.board.day.plot is not None
    return page.board.day.plot


def in_sight(page: WeekPage, target: QWidget) -> QWidget:
    """Scroll the page until ``target`` can be touched."""
    page.view.ensureWidgetVisible(target)
    return target


def tap_plot(plot: DayPlot, at: datetime) -> None:
    """Tap the plot where the instant ``at`` is drawn."""
    QTest.mouseClick(plot.plot.viewport(), LEFT, pos=place(plot, at))


def place(plot: DayPlot, at: datetime) -> QPoint:
    """Where ``at`` is drawn, in the plot's viewport."""
    return plot.place_of(at).toPoint()
