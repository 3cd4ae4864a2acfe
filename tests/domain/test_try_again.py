"""Times to offer after "not yet"."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import BERLIN, SUNDAY_EVENING
from thermometer.domain.local_time import local_day, local_time
from thermometer.domain.try_again import TryAgain, try_again_times


@pytest.mark.parametrize(
    ("now", "later"),
    [
        ("2026-11-22T10:00:00+01:00", "2026-11-22T12:00:00+01:00"),
        ("2026-11-22T17:45:00+01:00", "2026-11-22T19:00:00+01:00"),
        ("2026-11-22T18:30:00+01:00", "2026-11-22T19:00:00+01:00"),
        ("2026-11-22T18:31:00+01:00", None),
        ("2026-11-22T21:00:00+01:00", None),
        ("2026-11-22T01:00:00+01:00", "2026-11-22T07:30:00+01:00"),
    ],
)
def test_later_today_is_never_in_the_night(now: str, later: str | None) -> None:
    times = try_again_times(datetime.fromisoformat(now), BERLIN)
    wanted = later and datetime.fromisoformat(later)
    assert times.get(TryAgain.LATER_TODAY) == wanted
    assert times[TryAgain.TOMORROW] == datetime.fromisoformat("2026-11-23T07:30:00+01:00")


@given(
    st.timedeltas(timedelta(days=-3000), timedelta(days=3000)),
    st.sampled_from([BERLIN, "America/St_Johns", "Pacific/Kiritimati", "Nowhere/Here"]),
)
def test_times_are_later_than_now_on_the_day_they_say(later: timedelta, zone: str) -> None:
    now = SUNDAY_EVENING + later
    today = local_day(now, zone)
    for name, time in try_again_times(now, zone).items():
        assert time > now
        days = (local_time(time, zone).date() - today).days
        assert days == (name is TryAgain.TOMORROW)
