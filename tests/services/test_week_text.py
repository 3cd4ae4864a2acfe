"""A week in plain words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Any

import pytest

from tests.builders import a_check_in, a_child, a_parent
from tests.samples.families import family_a, now
from thermometer.domain.minutes import plain
from thermometer.domain.tool_outcomes import ToolCount
from thermometer.domain.week_days import WeekDays
from thermometer.domain.weeks import Records, Week, week
from thermometer.domain.zones import Zone
from thermometer.services.week_text import WeekText

G, Y, R = Zone.GREEN, Zone.YELLOW, Zone.RED
NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
LONG_AFTER = NOON + timedelta(days=90)
DAYS = WeekDays(date(2026, 11, 16))
DAD = a_parent(name="Dad", position=2)


def mias(*found: tuple[float, Zone], **fields: Any) -> Week:
    """Mia's week: minutes from one check-in to the next, and their zones."""
    times = accumulate(minutes for minutes, _ in found)
    check_ins = (
        a_check_in(zone, NOON + timedelta(minutes=at), **fields)
        for at, (_, zone) in zip(times, found, strict=True)
    )
    return week(DAYS, Records(people=(a_child(),), check_ins=tuple(check_ins)), LONG_AFTER)


def said(of: Week) -> str:
    return WeekText().person(of.people[0])


CAUGHT, RED, LOST = ((5, Y), (9, G)), ((5, R), (23.6, G)), ((300, Y),)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ((), "Mia has no check-ins in this week."),
        (((0, G),), "Mia checked in once; no episode began in this week."),
        (((0, G), (1, G)), "Mia checked in 2 times; no episode began in this week."),
        (LOST, "Mia left green once. How it ended is not known."),
        (
            CAUGHT,
            "Mia left green once, and it was caught in yellow. "
            "Back in green after 9 min (1 of 1 ends are known).",
        ),
        (
            RED,
            "Mia left green once. Back in green after 23.6 min (1 of 1 ends are known).",
        ),
        (
            (*RED, *CAUGHT, *LOST),
            "Mia left green 3 times; one of them was caught in yellow. "
            "Back in green after 9 and 23.6 min (2 of 3 ends are known).",
        ),
        (
            (*CAUGHT, *CAUGHT, *RED, *LOST),
            "Mia left green 4 times; 2 of them were caught in yellow. "
            "Usually back in green after 9 min (3 of 4 ends are known).",
        ),
        (
            (*RED, *RED),
            "Mia left green 2 times. "
            "Back in green after 23.6 and 23.6 min (2 of 2 ends are known).",
        ),
        ((*LOST, *LOST), "Mia left green 2 times. How it ended is not known."),
    ],
)
def test_a_sentence_or_two_for_each_person(
    found: tuple[tuple[float, Zone], ...], text: str
) -> None:
    assert said(mias(*found)) == text


def test_only_practice_is_no_check_ins_and_never_calm() -> None:
    assert said(mias((0, Y), (9, G), practice=True)) == "Mia has no check-ins in this week."


def test_a_duration_that_is_about_has_its_mark() -> None:
    assert "after ≈ 9 and ≈ 9 min" in said(mias(*CAUGHT, *CAUGHT, about=True))


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (date(2026, 11, 16), "16 – 22 November 2026"),
        (date(2026, 10, 26), "26 October – 1 November 2026"),
        (date(2026, 12, 28), "28 December 2026 – 3 January 2027"),
    ],
)
def test_the_days(first: date, text: str) -> None:
    assert WeekText().days(WeekDays(first)) == text


def test_the_sample_week_in_words() -> None:
    numbers = week(WeekDays(date(2026, 10, 19)), family_a(), now())
    assert WeekText().lines(numbers) == [
        "19 – 25 October 2026",
        "Mia left green 6 times; 2 of them were caught in yellow. "
        "Usually back in green after 23.6 min (5 of 6 ends are known).",
        "Leo left green 10 times; 5 of them were caught in yellow. "
        "Usually back in green after 16 min (9 of 10 ends are known).",
        "Mum left green 3 times; 2 of them were caught in yellow. "
        "Usually back in green after 6 min (3 of 3 ends are known).",
        "Dad checked in 10 times; no episode began in this week.",
        "The thermometer was used on 7 of 7 days. Of 16 times that a child left green, "
        "a grown-up was out of green too in 3. Hard moments repaired: 1 of 2.",
    ]


def test_one_person_and_the_family() -> None:
    records = family_a()
    numbers = week(WeekDays(date(2026, 10, 19)), records, now())
    found = WeekText().lines(numbers, only=records.people[3].id)
    assert len(found) == 3
    assert found[1].startswith("Dad ")


def test_a_family_without_anything() -> None:
    numbers = week(DAYS, Records(people=(DAD,)), LONG_AFTER)
    assert WeekText().lines(numbers)[-1] == (
        "The thermometer was used on 0 of 7 days. No hard moment was noted."
    )


@pytest.mark.parametrize(
    ("uses", "known", "helped", "text"),
    [
        (1, 1, 1, "tried once, too early to tell"),
        (2, 0, 0, "tried twice, too early to tell"),
        (5, 2, 2, "tried 5 times, too early to tell"),
        (5, 5, 4, "calmer after 4 of 5 times"),
        (12, 10, 9, "calmer after 9 of 10 times (90 %)"),
    ],
)
def test_tools_were_followed_by_never_work(uses: int, known: int, helped: int, text: str) -> None:
    count = ToolCount(tool="squish", uses=uses, known=known, helped=helped)
    assert WeekText().tool(count) == text


def test_the_caution_under_the_tools() -> None:
    assert WeekText().caution == "Feelings also settle by themselves."


@pytest.mark.parametrize(
    ("number", "text"), [(24.0, "24"), (23.6, "23.6"), (0.0, "0"), (0.1, "0.1")]
)
def test_plain_numbers(number: float, text: str) -> None:
    assert plain(number) == text
