"""What a week's numbers rest on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

from tests.builders import MIA, a_check_in, a_child
from tests.fakes import SUNDAY_EVENING
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.data_line import DataLine, data_line
from thermometer.domain.histories import History
from thermometer.domain.person_weeks import person_week
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone

WEEK = WeekDays(date(2026, 11, 16))
DAY = timedelta(days=1)


def line(*check_ins: CheckIn) -> DataLine:
    own = [c for c in check_ins if c.person == MIA]
    numbers = person_week(WEEK, a_child(), History.of(own, SUNDAY_EVENING), ())
    return data_line(WEEK, 6, numbers, check_ins)


def observed(zone: Zone, at: datetime) -> CheckIn:
    return a_check_in(zone, at, source=Source.OBSERVED, observed_by=uuid4())


def test_own_and_observed_are_told_apart() -> None:
    found = line(a_check_in(Zone.GREEN), observed(Zone.GREEN, SUNDAY_EVENING - timedelta(hours=1)))
    assert (found.days_used, found.own, found.observed) == (6, 1, 1)


def test_what_does_not_count_and_what_is_not_hers_is_left_out() -> None:
    found = line(
        a_check_in(Zone.RED, practice=True),
        a_check_in(Zone.RED, withdrawn_at=SUNDAY_EVENING),
        a_check_in(Zone.RED, SUNDAY_EVENING - 7 * DAY),
        a_check_in(Zone.RED, person=uuid4()),
    )
    assert (found.own, found.observed, found.unknown_ends, found.still_open) == (0, 0, 0, 0)


def test_an_end_is_unknown_or_still_open() -> None:
    earlier = a_check_in(Zone.YELLOW, SUNDAY_EVENING - DAY)
    assert line(earlier).unknown_ends == 1
    assert line(earlier, a_check_in(Zone.RED)).still_open == 1


def test_what_was_entered_afterwards_is_counted() -> None:
    late = a_check_in(Zone.RED, SUNDAY_EVENING - DAY, entered_at=SUNDAY_EVENING)
    assert line(late, a_check_in(Zone.RED, about=True), a_check_in(Zone.GREEN)).afterwards == 2
