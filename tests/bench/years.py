"""Ten years of a family's taps, written through the store."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from tests.builders import a_child, a_parent
from thermometer.domain.checkins import CheckIn
from thermometer.domain.zones import Zone
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from thermometer.domain.people import Person

DAYS = 3650
A_DAY = 15
NAMES = ("Mia", "Leo", "Ida", "Mum", "Dad")
ZONES = (Zone.GREEN, Zone.GREEN, Zone.YELLOW, Zone.YELLOW, Zone.RED)


def family() -> list[Person]:
    """Three children and two parents, on Home in that order."""
    made = []
    for position, name in enumerate(NAMES):
        make = a_parent if name in ("Mum", "Dad") else a_child
        made.append(make(id=UUID(int=position + 1), name=name, position=position))
    return made


def taps(people: list[Person], end: datetime) -> Iterator[CheckIn]:
    """Everybody's taps over ten years up to ``end``, the same each time."""
    chance = random.Random(2026)
    for day in range(DAYS, 0, -1):
        morning = end - timedelta(days=day, hours=12)
        for person in people:
            minutes = sorted(chance.sample(range(14 * 60), A_DAY))
            for minute in minutes:
                at = morning + timedelta(minutes=minute, seconds=chance.randrange(60))
                yield CheckIn(
                    id=UUID(int=chance.getrandbits(128), version=4),
                    person=person.id,
                    zone=chance.choice(ZONES),
                    at=at,
                    time_zone="Europe/Berlin",
                    entered_at=at,
                )


def write(folder: Path, end: datetime, days: int = DAYS) -> int:
    """Fills a new file in ``folder`` with the last ``days`` up to ``end``; how many check-ins."""
    database = Database.open(folder)
    try:
        people = family()
        for person in people:
            People(database).add(person)
        since = end - timedelta(days=days)
        made = [tap for tap in taps(people, end) if tap.at >= since]
        CheckIns(database).add_all(made)
    finally:
        database.close()
    return len(made)
