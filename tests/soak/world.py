"""What happens to the tablet itself: its clock is set, it is turned, it is taken along."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from tests.fakes import BERLIN
from tests.soak.corner import VISITS
from tests.soak.kitchen import Kitchen
from tests.soak.ways import tap_and_leave, use_tool
from thermometer.domain.settings import TEXT_SIZES, Look
from thermometer.domain.zones import Zone

SIZES = ((800, 480), (640, 400), (480, 800), (1280, 800))
JUMPS = (
    timedelta(hours=-1),
    timedelta(hours=1),
    timedelta(days=-1),
    timedelta(days=366),
    timedelta(days=-366),
)
ELSEWHERE = ("America/New_York", "Asia/Kolkata", "Pacific/Apia")
HOUR = timedelta(hours=1)


def midnight(day: date) -> datetime:
    """When ``day`` begins in Berlin, in UTC."""
    return datetime.combine(day, time(), ZoneInfo(BERLIN)).astimezone(UTC)


def resize(kitchen: Kitchen) -> None:
    """Another window, or the tablet turned."""
    kitchen.did()
    kitchen.tablet.window.resize(*kitchen.random.choice(SIZES))
    tap_and_leave(kitchen)


def wear_everything(kitchen: Kitchen) -> None:
    """Every look and size of letters in every window: what is drawn for them is kept from then."""
    preferences = kitchen.services.preferences
    for size in SIZES:
        kitchen.did()
        kitchen.tablet.window.resize(*size)
        for look, text_size in product((Look.LIGHT, Look.DARK, Look.CONTRAST), TEXT_SIZES):
            kitchen.did()
            preferences.keep(replace(preferences.now, look=look, text_size=text_size))
            tap_and_leave(kitchen)
        for visit in VISITS:
            visit(kitchen)


def set_clock(kitchen: Kitchen) -> None:
    """Somebody sets the clock, taps for a while, and sets it right again."""
    jump = kitchen.random.choice(JUMPS)
    for way in (jump, -jump):
        kitchen.did()
        kitchen.clock.advance(way)
        tap_and_leave(kitchen)
    use_tool(kitchen)


def travel(kitchen: Kitchen) -> None:
    """Some taps in another time zone."""
    now = kitchen.clock.now()
    for zone in (kitchen.random.choice(ELSEWHERE), BERLIN):
        kitchen.did()
        kitchen.clock.set(kitchen.clock.now(), zone)
        tap_and_leave(kitchen)
    assert kitchen.clock.now() >= now


def night_of_a_change(kitchen: Kitchen, day: date) -> None:
    """In a night in which the clocks change, somebody is up at every hour of it."""
    first = midnight(day)
    if midnight(day + timedelta(days=1)) - first == timedelta(days=1):
        return
    for hour in range(5):
        kitchen.clock.set(first + (hour + 0.5) * HOUR)
        tap_and_leave(kitchen)


def last_moment(kitchen: Kitchen, day: date) -> None:
    """A tap one thousandth of a second before midnight."""
    kitchen.clock.set(midnight(day + timedelta(days=1)) - timedelta(milliseconds=1))
    tap_and_leave(kitchen)
    assert kitchen.services.journal.zone_now(kitchen.people[0].id) in (None, *Zone)


EVENTS = (resize, set_clock, travel)
