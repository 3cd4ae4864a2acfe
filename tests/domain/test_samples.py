"""The worked example, to the last field."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.samples.families import FAMILY_A, expected, family_a, now
from thermometer.domain.episodes import by_person, episodes, sequence
from thermometer.domain.reading import END_OF_TIME, first_reading, span_of, wider_reading
from thermometer.domain.week_days import WeekDays
from thermometer.domain.weeks import Records, week
from thermometer.services.reports import episodes_json, week_json

FIRST_DAYS = ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")


def test_every_week_of_the_sample_is_here() -> None:
    assert sorted(FAMILY_A.glob("expected-week-*.json")) == [
        FAMILY_A / f"expected-week-{day}.json" for day in FIRST_DAYS
    ]


@pytest.mark.parametrize("first_day", FIRST_DAYS)
def test_the_week_of_the_sample(first_day: str) -> None:
    found = week_json(week(WeekDays.starting(first_day), family_a(), now()))
    assert as_text(found) == as_text(expected(f"expected-week-{first_day}.json"))


def test_the_episodes_of_the_sample() -> None:
    records = family_a()
    found = [
        episode
        for theirs in by_person(records.check_ins).values()
        for episode in episodes(sequence(theirs), now())
    ]
    names = {person.id: person.name for person in records.people}
    assert as_text(episodes_json(found, names)) == as_text(expected("expected-episodes.json"))


@pytest.mark.parametrize("first_day", FIRST_DAYS)
def test_the_week_of_the_sample_from_only_what_must_be_read(first_day: str) -> None:
    whole, days = family_a(), WeekDays.starting(first_day)
    partly = read_for(days, whole)
    assert len(partly.check_ins) < len(whole.check_ins)
    assert week(days, partly, now()) == week(days, whole, now())


def read_for(days: WeekDays, whole: Records) -> Records:
    """Reads as the caller of ``reading`` is told to."""
    wanted = span_of(days.first_day, days.last_day)
    uses = tuple(u for u in whole.tool_uses if wanted.start <= u.started_at < wanted.end)
    read = first_reading(wanted)
    while True:
        check_ins = tuple(c for c in whole.check_ins if read.start <= c.at < read.end)
        wider = wider_reading(read, wanted, check_ins, uses, now())
        if wider is None:
            return replace(whole, check_ins=check_ins, tool_uses=uses)
        assert wider.end <= END_OF_TIME
        read = wider


def test_only_one_person_is_listed_on_request() -> None:
    records, days = family_a(), WeekDays(date(2026, 10, 19))
    leo = next(p for p in records.people if p.name == "Leo")
    everybody = expected("expected-week-2026-10-19.json")
    found = week_json(week(days, records, now()), only=leo.id)
    assert found["people"] == [everybody["people"][1]]
    assert found["family"] == everybody["family"]


def as_text(value: object) -> str:
    """The order of the keys counts too."""
    return json.dumps(value, indent=2)
