"""A week's review, read and derived: after ten years, and after one week of history."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from tests.bench.figures import median
from thermometer.app import open_family
from thermometer.clock import FixedClock
from thermometer.domain.reading import first_reading, span_of
from thermometer.domain.week_days import WeekDays
from thermometer.domain.weeks import Week
from thermometer.services.bundle import Services
from thermometer.store.values import micros

T = TypeVar("T")
ROUNDS = 31
BAR_MS = 8.0
GROWTH_BAR = 1.2


class Floor:
    """The columns of a week's check-ins through sqlite3 alone, as tuples, and the peaks counted."""

    def __init__(self, services: Services, days: WeekDays) -> None:
        self._connection: sqlite3.Connection = services.stores.database.connection
        span = first_reading(span_of(days.first_day, days.last_day))
        self._bounds = micros(span.start), micros(span.end)

    def read(self) -> int:
        rows = self._connection.execute(
            "SELECT person, at, zone, source, time_zone FROM check_in"
            " WHERE person IN (SELECT id FROM person) AND at >= ? AND at < ? ORDER BY at",
            self._bounds,
        ).fetchall()
        return sum(zone == "red" for _, _, zone, _, _ in rows)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds of ``work``, and what it gave."""
    begun = time.perf_counter_ns()
    result = work()
    return (time.perf_counter_ns() - begun) / 1e6, result


def measure(long: Path, short: Path, now: datetime) -> list[str]:
    """The rows of the table, long, short and floor taking turns."""
    days = WeekDays((now - timedelta(days=6)).date())
    long_family, short_family = (
        open_family(folder, FixedClock(now), lambda _: None) for folder in (long, short)
    )
    ten, one = long_family.reports(), short_family.reports()
    pages, floor = long_family.reviews(), Floor(long_family, days)
    _is_same(ten.week(days, now), one.week(days, now))
    taken: dict[str, list[float]] = {"floor": [], "ten": [], "one": [], "page": []}
    for _ in range(ROUNDS):
        taken["floor"].append(timed(floor.read)[0])
        taken["ten"].append(timed(lambda: ten.week(days, now))[0])
        taken["one"].append(timed(lambda: one.week(days, now))[0])
        taken["page"].append(timed(lambda: pages.review(days, now))[0])
    check_ins = sum(week.check_ins for week in ten.week(days, now).people)
    for family in (long_family, short_family):
        family.close()
    return table({name: median(values) for name, values in taken.items()}, check_ins)


def _is_same(one: Week, other: Week) -> None:
    """Stops where the two files do not hold the same week: nothing could be compared."""
    if [w.episodes for w in one.people] != [w.episodes for w in other.people]:
        raise LookupError(one.days)


def table(taken: dict[str, float], check_ins: int) -> list[str]:
    """Each figure beside the raw reading, and whether the bars hold."""
    floor, ten, one, page = (taken[name] for name in ("floor", "ten", "one", "page"))
    growth = ten / one
    return [
        f"a week read and derived ({check_ins} check-ins)   floor {floor:8.2f} ms   "
        f"ours {ten:8.2f} ms   ratio {ten / floor:5.2f}   bar {BAR_MS:5.1f} ms  "
        f"{_verdict(ten, BAR_MS)}",
        f"the same after ten years / after one week    one week {one:5.2f} ms   "
        f"ratio {growth:5.2f}   bar {GROWTH_BAR:5.2f}  {_verdict(growth, GROWTH_BAR)}",
        f"with the week before beside it, as the page reads it      ours {page:8.2f} ms",
    ]


def _verdict(value: float, bar: float) -> str:
    return "within" if value <= bar else "OVER"


if __name__ == "__main__":
    at = datetime.fromisoformat(sys.argv[3]).astimezone(UTC)
    sys.stdout.write("\n".join(measure(Path(sys.argv[1]), Path(sys.argv[2]), at)) + "\n")
