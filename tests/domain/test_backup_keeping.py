"""Thinning backups: many of the last days, few of the last months, never the newest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import BERLIN, SUNDAY_EVENING
from thermometer.domain.backup_keeping import ALL_OF, DAYS, MONTHS, WEEKS, kept
from thermometer.domain.local_time import local_day

NOW = SUNDAY_EVENING
DAY = timedelta(days=1)
TIMES = st.lists(
    st.datetimes(
        (NOW - 900 * DAY).replace(tzinfo=None),
        (NOW + 400 * DAY).replace(tzinfo=None),
        timezones=st.just(UTC),
    ),
    max_size=60,
    unique=True,
)


def daily(days: int) -> list[datetime]:
    """A backup at this hour of each of the last ``days`` days, today's first."""
    return [NOW - n * DAY for n in range(days)]


def test_all_of_two_days_stay() -> None:
    hours = [NOW - timedelta(hours=n) for n in range(49)]
    assert kept(hours, NOW, BERLIN) == set(hours)


def test_a_year_of_daily_backups_thins_to_days_weeks_and_months() -> None:
    stay = sorted(kept(daily(400), NOW, BERLIN), reverse=True)
    assert stay[:DAYS] == daily(DAYS)
    assert len(stay) <= DAYS + WEEKS + MONTHS
    assert (NOW - stay[-1]).days >= 30 * (MONTHS - 2)


def test_thinned_every_day_it_still_reaches_back_for_months() -> None:
    there: set[datetime] = set()
    for day in reversed(daily(400)):
        there = kept(there | {day}, day, BERLIN)
    assert set(daily(DAYS)) <= there
    assert len(there) <= DAYS + WEEKS + MONTHS
    assert (NOW - min(there)).days >= 30 * (MONTHS - 2)


def test_of_an_old_day_the_newest_stays() -> None:
    morning, evening = NOW - 5 * DAY - timedelta(hours=9), NOW - 5 * DAY
    assert kept([morning, evening], NOW, BERLIN) == {evening}


def test_the_days_are_those_of_the_place() -> None:
    late = datetime(2026, 11, 10, 22, 30, tzinfo=UTC)  # 23:30 in Berlin
    later = datetime(2026, 11, 10, 23, 30, tzinfo=UTC)  # the next day in Berlin
    assert kept([late, later], NOW, BERLIN) == {late, later}
    assert kept([late, later], NOW, "UTC") == {later}


def test_a_year_in_a_drawer_takes_nothing_away() -> None:
    there = kept(daily(200), NOW, BERLIN)
    assert kept(there, NOW + 400 * DAY, BERLIN) == kept(there, NOW + 3 * DAY, BERLIN)


@given(TIMES)
def test_nothing_is_made_up_and_the_newest_stays(times: list[datetime]) -> None:
    stay = kept(times, NOW, BERLIN)
    assert stay <= set(times)
    assert not times or max(times) in stay
    assert {at for at in times if at >= NOW - ALL_OF} <= stay


@given(TIMES)
def test_thinning_twice_thins_no_more(times: list[datetime]) -> None:
    stay = kept(times, NOW, BERLIN)
    assert kept(stay, NOW, BERLIN) == stay


@given(TIMES)
def test_of_each_recent_day_with_a_backup_one_stays(times: list[datetime]) -> None:
    days = sorted({local_day(at, BERLIN) for at in times}, reverse=True)[:DAYS]
    assert set(days) <= {local_day(at, BERLIN) for at in kept(times, NOW, BERLIN)}


@given(TIMES)
def test_older_ones_are_few(times: list[datetime]) -> None:
    stay = kept(times, NOW, BERLIN)
    assert len({at for at in stay if at < NOW - ALL_OF}) <= DAYS + WEEKS + MONTHS
