"""Reports from a real data file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.builders import a_check_in
from tests.samples.families import expected, family_a, now
from thermometer.domain.episodes import End, Episode
from thermometer.domain.week_days import WeekDays
from thermometer.domain.weeks import Records
from thermometer.domain.zones import Zone
from thermometer.services.reports import Reports, episodes_json, instant, week_json
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.repairs import Repairs
from thermometer.store.tools import ToolUses

FIRST_WEEK = WeekDays(date(2026, 10, 19))


def keep(database: Database, records: Records) -> Reports:
    readers = People(database), CheckIns(database), ToolUses(database), Repairs(database)
    people, check_ins, tool_uses, repairs = readers
    people.add_all(records.people)
    check_ins.add_all(records.check_ins)
    tool_uses.add_all(records.tool_uses)
    repairs.add_ruptures(records.ruptures)
    repairs.add_bids(records.bids)
    return Reports(*readers)


@pytest.fixture
def reports(database: Database) -> Reports:
    """The sample family's."""
    return keep(database, family_a())


@pytest.mark.parametrize("first_day", ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"])
def test_the_sample_weeks_from_the_file(reports: Reports, first_day: str) -> None:
    found = week_json(reports.week(WeekDays.starting(first_day), now()))
    assert json.dumps(found) == json.dumps(expected(f"expected-week-{first_day}.json"))


def test_the_sample_episodes_from_the_file(reports: Reports) -> None:
    found = episodes_json(reports.episodes(now()), reports.names())
    assert json.dumps(found) == json.dumps(expected("expected-episodes.json"))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 10, 25), date(2026, 10, 25)),
        (date(2026, 10, 31), date(2026, 11, 2)),
        (date(2026, 11, 14), None),
        (None, date(2026, 10, 20)),
        (date(2027, 1, 1), date(2026, 1, 1)),
    ],
)
def test_episodes_of_some_days(reports: Reports, first: date | None, last: date | None) -> None:
    some = [
        e for e in reports.episodes(now()) if (first or date.min) <= e.day <= (last or date.max)
    ]
    found = reports.episodes(now(), first, last)
    assert sorted(found, key=lambda e: e.id) == sorted(some, key=lambda e: e.id)


def test_episodes_of_one_person(reports: Reports) -> None:
    leo = next(key for key, name in reports.names().items() if name == "Leo")
    found = reports.episodes(now(), only=leo)
    own = [e for e in expected("expected-episodes.json") if e["person"] == "Leo"]
    assert [instant(e.start) for e in found] == [e["start"] for e in own]


def test_only_a_little_of_a_long_history_is_read(reports: Reports) -> None:
    records = reports.records(FIRST_WEEK, now())
    days = {c.at.date() for c in records.check_ins}
    assert max(days) < FIRST_WEEK.last_day + timedelta(days=3)
    assert len(records.check_ins) < len(family_a().check_ins) / 2


def test_the_archived_are_listed_in_a_week_with_a_bid_of_theirs(database: Database) -> None:
    whole = family_a()
    leo = next(p for p in whole.people if p.name == "Leo")
    without = replace(
        whole,
        people=tuple(replace(p, archived=p == leo) for p in whole.people),
        check_ins=tuple(c for c in whole.check_ins if c.person != leo.id),
        tool_uses=(),
        ruptures=tuple(replace(r, child=whole.people[0].id) for r in whole.ruptures),
    )
    late = replace(whole.bids[0], at=whole.bids[0].at + timedelta(days=365), by=leo.id)
    reports = keep(database, replace(without, bids=(late,)))
    in_its_week = reports.week(WeekDays.holding(late.at.date()), now())
    assert [w.person.name for w in in_its_week.people] == ["Mia", "Leo", "Mum", "Dad"]
    assert in_its_week.family.repairs.bids == 0
    after = reports.week(WeekDays.holding(late.at.date()).after, now())
    assert [w.person.name for w in after.people] == ["Mia", "Mum", "Dad"]


def test_an_empty_family_has_an_empty_week(database: Database) -> None:
    found = week_json(keep(database, Records(people=())).week(FIRST_WEEK, now()))
    assert found["people"] == []
    assert found["week"] == {"first_day": "2026-10-19", "last_day": "2026-10-25"}


def test_instants_carry_fractions_only_where_there_are_any() -> None:
    whole = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
    assert instant(whole) == "2026-11-22T18:30:00Z"
    assert instant(whole.replace(microsecond=500_000)) == "2026-11-22T18:30:00.500000Z"


def test_episodes_come_by_start_then_by_name() -> None:
    records = family_a()
    names = {p.id: p.name for p in records.people}
    at = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
    later, *same = (
        Episode(check_ins=(a_check_in(Zone.RED, start, person=who),), state=End.OPEN)
        for who, start in (
            (records.people[0].id, at + timedelta(seconds=1)),
            (records.people[0].id, at),
            (records.people[3].id, at),
        )
    )
    found = episodes_json([later, *same], names)
    assert [e["person"] for e in found] == ["Dad", "Mia", "Mia"]
    assert found[0] == {
        "person": "Dad",
        "start": "2026-11-22T18:30:00Z",
        "end": None,
        "state": "open",
        "first_zone": "red",
        "peak": "red",
        "caught_in_yellow": False,
        "minutes": None,
        "minutes_in_red": 0.0,
        "about": False,
        "checkins": 1,
    }
