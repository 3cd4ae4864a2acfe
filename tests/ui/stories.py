"""An evening with an episode on a test's tablet, and hands for what lies in a scrolling page."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar
from uuid import uuid4

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.fakes import BERLIN, SUNDAY_EVENING
from tests.ui.tablet import Tablet
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.zones import Zone
from thermometer.ui.widgets.chip_flow import ChipFlow

K = TypeVar("K")

MINUTE = timedelta(minutes=1)


def check_in(tablet: Tablet, name: str, zone: Zone, minute: float, **own: object) -> CheckIn:
    """A check-in of somebody, so many minutes after the evening began; kept at once."""
    at = SUNDAY_EVENING + minute * MINUTE
    values: dict[str, object] = {"id": uuid4(), "time_zone": BERLIN, "entered_at": at}
    person = tablet.person(name).id
    made = CheckIn(person=person, zone=zone, at=at, **(values | own))  # type: ignore[arg-type]
    tablet.services.stores.check_ins.add(made)
    return made


def evening(tablet: Tablet) -> list[CheckIn]:
    """Mia is yellow, then red, which Mum saw as yellow; a drink of water; green."""
    up = check_in(tablet, "Mia", Zone.YELLOW, -60, signs=("hot-face", "louder"))
    red = check_in(tablet, "Mia", Zone.RED, -54)
    mum = tablet.person("Mum").id
    seen = check_in(
        tablet, "Mia", Zone.YELLOW, -53, source=Source.OBSERVED, observed_by=mum, about=True
    )
    hers = check_in(tablet, "Mum", Zone.YELLOW, -52)
    water = ToolUse(
        id=uuid4(),
        person=tablet.person("Mia").id,
        tool="water",
        zone=Zone.RED,
        started_at=SUNDAY_EVENING - 50 * MINUTE,
        time_zone=BERLIN,
        ended_at=SUNDAY_EVENING - 48 * MINUTE,
        answer=Answer.SMALLER,
    )
    tablet.services.stores.tool_uses.add_all([water])
    green = check_in(tablet, "Mia", Zone.GREEN, -36)
    return [up, red, seen, hers, green]


def choose(tablet: Tablet, flow: ChipFlow[K], *keys: K) -> None:
    """Touch one chip after the other."""
    for key in keys:
        QCoreApplication.processEvents()
        tablet.tap(reveal(flow.chips[key]))
    QCoreApplication.processEvents()


def reveal(target: QWidget) -> QWidget:
    """Scroll the page until ``target`` can be touched, once it has found its place."""
    for _ in range(3):  # a row that comes or goes moves its card, the card the page
        QCoreApplication.processEvents()
    above = target.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(target)
    return target
