"""Repairs of a week, as counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.builders import MIA
from tests.fakes import BERLIN
from thermometer.domain.people import Role
from thermometer.domain.repair_numbers import RepairNumbers, mendings, repair_numbers
from thermometer.domain.ruptures import Bid, Outcome, Resolution, Rupture
from thermometer.domain.week_days import WeekDays

MUM = UUID("00000000-0000-4000-8000-000000000002")
ROLES = {MIA: Role.CHILD, MUM: Role.PARENT}
WEEK = WeekDays(date(2026, 11, 16))
NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
LONG_AFTER = NOON + timedelta(days=9)
DAY = timedelta(hours=24)
ONE = timedelta(microseconds=1)


def a_rupture(at: datetime = NOON, **fields: Any) -> Rupture:
    whole = Rupture(id=uuid4(), at=at, time_zone=BERLIN, grown_up=MUM, child=MIA)
    return replace(whole, **fields)


def a_bid(rupture: Rupture, minutes: float, outcome: Outcome | None, **fields: Any) -> Bid:
    at = rupture.at + timedelta(minutes=minutes)
    whole = Bid(id=uuid4(), rupture=rupture.id, at=at, time_zone=BERLIN, by=MUM, outcome=outcome)
    return replace(whole, **fields)


def numbers(ruptures: list[Rupture], bids: list[Bid], now: datetime = LONG_AFTER) -> RepairNumbers:
    return repair_numbers(mendings(WEEK, ruptures, bids), ROLES, now)


@pytest.mark.parametrize(
    ("resolution", "outcome", "repaired", "still_open", "countable"),
    [
        (None, None, 0, 1, 1),
        (None, Outcome.A_BIT, 0, 1, 1),
        (None, Outcome.NOT_YET, 0, 1, 1),
        (None, Outcome.TOGETHER, 1, 0, 1),
        (Resolution.LET_BE, None, 0, 0, 0),
        (Resolution.LET_BE, Outcome.NOT_YET, 0, 0, 0),
        (Resolution.LET_BE, Outcome.TOGETHER, 1, 0, 1),
        (Resolution.ALREADY_DID, None, 1, 0, 1),
        (Resolution.ALREADY_DID, Outcome.NOT_YET, 1, 0, 1),
        (Resolution.ALREADY_DID, Outcome.TOGETHER, 1, 0, 1),
    ],
)
def test_repaired_open_and_countable(
    resolution: Resolution | None,
    outcome: Outcome | None,
    repaired: int,
    still_open: int,
    countable: int,
) -> None:
    rupture = a_rupture(resolution=resolution)
    found = numbers([rupture], [a_bid(rupture, 5, outcome)])
    assert (found.repaired, found.open, found.countable) == (repaired, still_open, countable)


@pytest.mark.parametrize(("age", "countable"), [(DAY - ONE, 0), (DAY, 1)])
def test_an_open_one_counts_from_24_hours_on(age: timedelta, countable: int) -> None:
    found = numbers([a_rupture()], [], NOON + age)
    assert (found.open, found.countable) == (1, countable)


def test_a_repaired_one_counts_at_once() -> None:
    rupture = a_rupture()
    assert numbers([rupture], [a_bid(rupture, 1, Outcome.TOGETHER)], NOON).countable == 1


def test_minutes_run_to_the_first_bid_together_and_already_did_has_none() -> None:
    mended, already = a_rupture(), a_rupture(resolution=Resolution.ALREADY_DID)
    bids = [
        a_bid(mended, 300, Outcome.TOGETHER),
        a_bid(mended, 30, Outcome.TOGETHER),
        a_bid(mended, 10, Outcome.A_BIT),
    ]
    found = numbers([mended, already], bids)
    assert (found.repaired, found.minutes_to_repair.known) == (2, 1)
    assert found.minutes_to_repair.shortest == 30.0


def test_bids_made_after_the_week_belong_to_its_ruptures() -> None:
    rupture = a_rupture()
    found = numbers([rupture], [a_bid(rupture, 8 * 24 * 60, Outcome.TOGETHER)])
    assert (found.repaired, found.bids) == (1, 1)


def test_who_made_the_earliest_bid() -> None:
    by_mum, by_mia, by_nobody = a_rupture(), a_rupture(), a_rupture()
    bids = [
        a_bid(by_mum, 9, None, by=MIA),
        a_bid(by_mum, 3, None, by=MUM),
        a_bid(by_mia, 3, None, by=MIA),
        a_bid(by_mia, 3, None, by=MUM),
    ]
    found = numbers([by_mum, by_mia, by_nobody], bids)
    assert (found.first_bid_by_grown_up, found.first_bid_by_child) == (1, 1)


def test_calm_first_is_counted_of_all_bids() -> None:
    rupture = a_rupture()
    bids = [a_bid(rupture, n, None, calm_first=calm) for n, calm in enumerate((True, False, None))]
    found = numbers([rupture], bids)
    assert (found.bids, found.calm_first) == (3, 1)


def test_came_again_is_a_later_bid_of_any_outcome_for_the_same_rupture() -> None:
    one, other = a_rupture(), a_rupture()
    bids = [
        a_bid(one, 40, None),
        a_bid(one, 10, Outcome.NOT_YET),
        a_bid(one, 20, Outcome.NOT_YET),
        a_bid(other, 10, Outcome.TOGETHER),
        a_bid(other, 30, Outcome.NOT_YET),
    ]
    found = numbers([one, other], bids)
    assert (found.not_yet, found.came_again) == (3, 2)


def test_practice_and_other_weeks_count_nowhere() -> None:
    practice = a_rupture(practice=True)
    before, after = a_rupture(NOON - timedelta(days=7)), a_rupture(NOON + timedelta(days=7))
    bids = [a_bid(r, 5, Outcome.TOGETHER) for r in (practice, before, after)]
    found = numbers([practice, before, after], bids)
    assert (found.ruptures, found.repaired, found.bids) == (0, 0, 0)


def test_the_week_is_that_of_the_place() -> None:
    last_minute = datetime(2026, 11, 22, 22, 59, tzinfo=UTC)
    here, there = a_rupture(last_minute), a_rupture(last_minute, time_zone="Pacific/Kiritimati")
    assert [m.rupture for m in mendings(WEEK, [here, there], [])] == [here]
