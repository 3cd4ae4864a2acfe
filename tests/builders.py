"""Domain values for tests, with everything that does not matter filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from tests.fakes import BERLIN, SUNDAY_EVENING
from thermometer.domain.checkins import CheckIn
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.zones import ByZone, Zone

MIA = UUID("00000000-0000-4000-8000-000000000001")


def a_child(**fields: Any) -> Person:
    """Mia, seven; ``fields`` replace her own."""
    mia = Person(
        id=MIA,
        name="Mia",
        role=Role.CHILD,
        age_band=AgeBand.SIX_TO_EIGHT,
        picture="fox",
        words=ByZone("Calm", "Getting big", "Too big"),
        tools=ByZone(("slow-cat",), ("water", "squish"), ("come-please", "safe-place")),
    )
    return replace(mia, **fields)


def a_parent(**fields: Any) -> Person:
    """Mum; ``fields`` replace her own."""
    mum = Person(
        id=uuid4(),
        name="Mum",
        role=Role.PARENT,
        age_band=AgeBand.ADULT,
        picture="owl",
        words=ByZone("Steady", "Frayed", "Flooded"),
        tools=ByZone(("long-out",), ("water", "outside"), ("back-at", "long-out")),
    )
    return replace(mum, **fields)


def a_check_in(zone: Zone, at: datetime = SUNDAY_EVENING, **fields: Any) -> CheckIn:
    """A tap of Mia's own, entered when it happened; ``fields`` replace others."""
    whole: dict[str, Any] = {"id": uuid4(), "person": MIA, "time_zone": BERLIN, "entered_at": at}
    return CheckIn(zone=zone, at=at.astimezone(UTC), **(whole | fields))
