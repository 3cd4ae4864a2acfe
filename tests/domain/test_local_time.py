"""A record's day and hour are those of its own place."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from thermometer.domain.local_time import local_day, local_time

EVENING = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "hour"),
    [
        ("Europe/Berlin", 19, 0),
        ("America/Los_Angeles", 18, 15),
        ("Pacific/Kiritimati", 19, 13),
        ("UTC", 18, 23),
    ],
)
def test_local_day_and_hour(zone: str, day: int, hour: int) -> None:
    assert local_day(EVENING, zone) == date(2026, 11, day)
    assert local_time(EVENING, zone).hour == hour


@pytest.mark.parametrize(
    "zone",
    ["Mars/Olympus", "Europe", "", "../etc/passwd", "/etc/localtime", "a\0b", "😀", "x" * 9999],
)
def test_an_unknown_zone_falls_back_to_utc(zone: str) -> None:
    assert local_time(EVENING, zone) == EVENING
    assert local_time(EVENING, zone).tzinfo is UTC
