"""Nights in which clocks change, travel, places nobody knows, the last moment of a week."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_check_in, a_child
from tests.fakes import BERLIN, FakeClock
from thermometer import app
from thermometer.domain.checkins import CheckIn
from thermometer.domain.histories import History
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.person_weeks import PersonWeek, person_week
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone
from thermometer.services.bundle import Services

G, Y, R = Zone
HOUR, MINUTE, TICK = timedelta(hours=1), timedelta(minutes=1), timedelta(microseconds=1)
LONG_AFTER = datetime(2027, 6, 1, tzinfo=UTC)


@dataclass
class Home:
    """Mia's family, and when and where she taps."""

    services: Services
    clock: FakeClock
    mia: Person

    def tap(self, zone: Zone, at: datetime, place: str = BERLIN) -> CheckIn:
        self.clock.set(at, place)
        return self.services.journal.check_in(self.mia.id, zone)

    def week(self, first: date) -> PersonWeek:
        found = self.services.reports().week(WeekDays(first), LONG_AFTER)
        return next(each for each in found.people if each.person.id == self.mia.id)


@pytest.fixture
def home(tmp_path: Path, clock: FakeClock) -> Iterator[Home]:
    services = app.open_family(tmp_path / "family", clock, lambda _: None)
    mia = services.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    yield Home(services, clock, mia)
    services.close()


@pytest.mark.parametrize(
    ("first", "before", "day", "walls"),
    [
        # In autumn 02:30 comes twice, in spring not at all.
        (date(2026, 10, 19), datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 6, (2, 2)),
        (date(2026, 3, 23), datetime(2026, 3, 29, 0, 30, tzinfo=UTC), 6, (1, 3)),
    ],
)
def test_two_taps_an_hour_apart_stay_so_when_the_clocks_change(
    home: Home, first: date, before: datetime, day: int, walls: tuple[int, int]
) -> None:
    one, other = home.tap(R, before), home.tap(G, before + HOUR)
    (episode,) = home.services.reports().episodes(LONG_AFTER)
    assert episode.duration == other.at - one.at == HOUR
    week = home.week(first)
    assert (week.episodes, week.minutes_in_red) == (1, 60)
    assert week.by_day[day].red == 1
    assert week.by_hour[day][walls[0]] == 1
    home.tap(Y, before + HOUR)
    home.tap(G, before + HOUR + MINUTE)
    assert home.week(first).by_hour[day][walls[1]] >= 1


def test_each_tap_has_the_day_of_the_place_where_it_was(home: Home) -> None:
    at = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    home.tap(Y, at, "America/Los_Angeles")
    home.tap(G, at + MINUTE, BERLIN)
    (episode,) = home.services.reports().episodes(LONG_AFTER)
    assert episode.day == date(2026, 11, 18)
    assert home.week(date(2026, 11, 16)).by_day[2].yellow == 1
    home.clock.set(at, "Pacific/Kiritimati")  # where the device is now changes nothing
    assert home.week(date(2026, 11, 16)).by_day[2].yellow == 1


@pytest.mark.parametrize("place", ["Mars/Olympus", "Europe", "x"])
def test_a_place_that_nobody_knows_counts_as_utc(home: Home, place: str) -> None:
    at = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    tapped = home.tap(Y, at, place)
    home.tap(G, at + MINUTE, place)
    assert tapped.time_zone == place
    assert home.week(date(2026, 11, 16)).by_day[2].yellow == 1
    assert home.services.health().read("").time_zone == place


def test_the_last_moment_of_a_week_belongs_to_it(home: Home) -> None:
    midnight = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)  # in Berlin, at the end of Sunday
    home.tap(Y, midnight - TICK)
    home.tap(R, midnight)
    home.tap(G, midnight + 20 * MINUTE)
    (episode,) = home.services.reports().episodes(LONG_AFTER)
    assert episode.day == date(2026, 11, 22)
    assert episode.local_start.strftime("%H:%M:%S.%f") == "23:59:59.999999"
    assert episode.duration == 20 * MINUTE + TICK
    this, following = home.week(date(2026, 11, 16)), home.week(date(2026, 11, 23))
    assert (this.episodes, this.by_day[6].red) == (1, 1)
    assert following.episodes == 0


jumps = st.sampled_from((-366 * 24 * 60, -120, -60, -1, 0, 1, 5, 60, 120, 366 * 24 * 60))


@given(st.lists(st.tuples(jumps, st.sampled_from(Zone)), max_size=20))
def test_however_the_clock_is_set_no_time_is_negative(taps: list[tuple[int, Zone]]) -> None:
    clock, found = FakeClock(), []
    for minutes, zone in taps:
        at = clock.advance(minutes * MINUTE)
        found.append(a_check_in(zone, at, entered_at=at))
    history = History.of(found, clock.now())
    for episode in history.episodes:
        assert episode.duration is None or episode.duration >= timedelta()
        assert timedelta() <= episode.time_in_red
        assert episode.lasts_until(clock.now()) >= episode.start
    week = WeekDays.holding(clock.now().date(), 0)
    numbers = person_week(week, a_child(), history, ())
    assert numbers.minutes_in_red >= 0


PROBE = """
import sys
sys.modules["tzdata"] = None
from datetime import UTC, datetime
from thermometer.clock import SystemClock
from thermometer.domain.local_time import local_time
at = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
assert SystemClock().time_zone() == "UTC", SystemClock().time_zone()
assert local_time(at, "Europe/Berlin") == at
assert local_time(at, "Europe/Berlin").tzinfo is UTC
"""


def test_without_any_time_zones_everything_is_in_utc() -> None:
    environment = {**os.environ, "PYTHONTZPATH": "", "TZ": BERLIN}
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
