from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.calm_first import CalmStep
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.zones import ByZone, Zone
from thermometer.services.bundle import Services


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    opened = app.open_family(tmp_path / "family", clock, lambda _: None)
    for name, role in (("Mia", Role.CHILD), ("Leo", Role.CHILD), ("Mum", Role.PARENT)):
        opened.family.add(name, role, AgeBand.SIX_TO_EIGHT, "fox")
    yield opened
    opened.close()


def person(services: Services, name: str) -> Person:
    return next(one for one in services.family.people() if one.name == name)


def step(services: Services, name: str = "Mum") -> CalmStep | None:
    return services.calm_first().step(person(services, name), services.family.people())


def feel(services: Services, name: str, zone: Zone) -> None:
    services.journal.check_in(person(services, name).id, zone)


def test_an_evening(services: Services, clock: FakeClock) -> None:
    assert step(services) is None
    feel(services, "Mum", Zone.YELLOW)
    assert step(services) is None
    feel(services, "Mia", Zone.GREEN)
    clock.advance(timedelta(minutes=10))
    feel(services, "Leo", Zone.RED)
    assert step(services) is CalmStep.ME_FIRST
    mum = person(services, "Mum")
    tool = services.calm_first().tool(mum, Zone.YELLOW)
    services.journal.end_tool(services.journal.start_tool(mum.id, tool.id, Zone.YELLOW))
    assert step(services) is CalmStep.GO_NEAR
    feel(services, "Leo", Zone.GREEN)
    assert step(services) is None


def test_a_green_grown_up_and_a_child_are_offered_nothing(services: Services) -> None:
    feel(services, "Mia", Zone.RED)
    feel(services, "Mum", Zone.GREEN)
    assert step(services) is None
    feel(services, "Mum", Zone.RED)
    assert step(services, "Mia") is None


def test_a_tap_taken_back_counts_for_nothing(services: Services) -> None:
    feel(services, "Mum", Zone.RED)
    tap = services.journal.check_in(person(services, "Mia").id, Zone.RED)
    assert step(services) is CalmStep.ME_FIRST
    services.journal.take_back(tap)
    assert step(services) is None


@pytest.mark.parametrize(
    ("own", "tool"),
    [
        (("water", "body-scan", "long-out"), "body-scan"),
        (("outside", "long-out"), "long-out"),
        (("water", "outside"), "long-out"),
        ((), "long-out"),
    ],
)
def test_the_first_of_their_own_that_takes_about_a_minute(
    services: Services, own: tuple[str, ...], tool: str
) -> None:
    mum = replace(person(services, "Mum"), tools=ByZone((), own, ()))
    assert services.calm_first().tool(mum, Zone.YELLOW).id == tool
