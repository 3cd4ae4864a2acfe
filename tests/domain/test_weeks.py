"""A family's week."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.builders import MIA, a_check_in, a_child, a_parent
from tests.domain.test_repair_numbers import a_bid, a_rupture
from tests.domain.test_tool_outcomes import a_use
from thermometer.domain.people import Person
from thermometer.domain.ruptures import Outcome
from thermometer.domain.week_days import WeekDays
from thermometer.domain.weeks import Records, week
from thermometer.domain.zones import Zone

NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
LONG_AFTER = NOON + timedelta(days=90)
WEEK = WeekDays(date(2026, 11, 16))
LAST_WEEK = timedelta(days=7)
MUM = a_parent(position=1)


def names(**records: Any) -> list[str]:
    people = records.pop("people", (a_child(archived=True), MUM))
    found = week(WEEK, Records(people=people, **records), LONG_AFTER)
    return [w.person.name for w in found.people]


def test_everybody_is_listed_in_the_familys_order() -> None:
    people: tuple[Person, ...] = (
        a_parent(name="Dad", position=2),
        a_child(id=uuid4(), name="Zoe", position=0),
        a_child(id=uuid4(), name="Ada", position=0),
        MUM,
    )
    assert names(people=people) == ["Ada", "Zoe", "Mum", "Dad"]


def test_the_archived_are_listed_only_with_a_record_in_the_week() -> None:
    assert names() == ["Mum"]
    assert names(check_ins=(a_check_in(Zone.GREEN, NOON - LAST_WEEK),)) == ["Mum"]
    rupture = a_rupture(grown_up=MUM.id)
    earlier = a_rupture(NOON - LAST_WEEK, grown_up=MUM.id)
    cases: list[dict[str, Any]] = [
        {"check_ins": (a_check_in(Zone.GREEN, NOON),)},
        {"check_ins": (a_check_in(Zone.GREEN, NOON, practice=True),)},
        {"check_ins": (a_check_in(Zone.GREEN, NOON, withdrawn_at=NOON),)},
        {"tool_uses": (a_use(),)},
        {"ruptures": (rupture,)},
        {"ruptures": (earlier,), "bids": (a_bid(earlier, 7 * 24 * 60, None, by=MIA),)},
    ]
    for case in cases:
        assert names(**case) == ["Mia", "Mum"], case


def test_the_episodes_of_the_archived_still_count_in_the_family() -> None:
    check_ins = (
        a_check_in(Zone.YELLOW, NOON),
        a_check_in(Zone.YELLOW, NOON, person=MUM.id),
    )
    people = (a_child(archived=True), MUM)
    family = week(WEEK, Records(people=people, check_ins=check_ins), LONG_AFTER).family
    assert (family.together.pairs, family.together.of) == (1, 1)


def test_days_used_are_local_days_with_a_counting_check_in_of_anyone() -> None:
    check_ins = (
        a_check_in(Zone.GREEN, NOON),
        a_check_in(Zone.GREEN, NOON, person=MUM.id),
        a_check_in(Zone.GREEN, NOON + timedelta(days=1), person=MUM.id),
        a_check_in(Zone.GREEN, NOON + timedelta(days=2), practice=True),
        a_check_in(Zone.GREEN, NOON + timedelta(days=3), withdrawn_at=NOON),
        a_check_in(Zone.GREEN, NOON + LAST_WEEK),
    )
    found = week(WEEK, Records(people=(a_child(), MUM), check_ins=check_ins), LONG_AFTER)
    assert found.family.days_used == 2


def test_a_childs_episode_may_pair_with_a_parents_of_another_week() -> None:
    monday = datetime(2026, 11, 15, 23, 10, tzinfo=UTC)  # 00:10 in Berlin
    check_ins = (
        a_check_in(Zone.YELLOW, monday - timedelta(minutes=14), person=MUM.id),
        a_check_in(Zone.GREEN, monday + timedelta(minutes=5), person=MUM.id),
        a_check_in(Zone.YELLOW, monday),
        a_check_in(Zone.GREEN, monday + timedelta(minutes=9)),
    )
    found = week(WEEK, Records(people=(a_child(), MUM), check_ins=check_ins), LONG_AFTER)
    assert found.people[1].episodes == 0
    together = found.family.together
    assert (together.pairs, together.of, together.came_down) == (1, 1, 1)


def test_repairs_are_those_of_the_weeks_ruptures() -> None:
    rupture = a_rupture(grown_up=MUM.id)
    bids = (a_bid(rupture, 30, Outcome.TOGETHER, by=MUM.id),)
    records = Records(people=(a_child(), MUM), ruptures=(rupture,), bids=bids)
    family = week(WEEK, records, LONG_AFTER).family
    assert (family.repairs.repaired, family.repairs.first_bid_by_grown_up) == (1, 1)
    assert [m.rupture for m in family.mendings] == [rupture]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "No/Such", "Pacific/Kiritimati"])
def test_a_check_in_of_anywhere_is_in_exactly_one_week(zone: str) -> None:
    check_ins = (a_check_in(Zone.YELLOW, WEEK_BORDER, time_zone=zone),)
    records = Records(people=(a_child(),), check_ins=check_ins)
    weeks = (WEEK, WEEK.after)
    assert sum(week(w, records, LONG_AFTER).people[0].episodes for w in weeks) == 1


WEEK_BORDER = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
