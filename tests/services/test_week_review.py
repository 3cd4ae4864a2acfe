"""A week beside the one before, and twelve of them, each from one reading."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.builders import MIA
from tests.samples.families import family_a, now
from tests.services.test_reports import keep
from tests.store.test_unreadable import harm
from thermometer.domain.week_days import WeekDays
from thermometer.services.reports import Reports
from thermometer.services.week_review import TREND_WEEKS, Reviews
from thermometer.store.database import Database

LAST_WEEK = WeekDays(date(2026, 11, 9))


@pytest.fixture
def reports(database: Database) -> Reports:
    return keep(database, family_a())


@pytest.fixture
def reviews(database: Database, reports: Reports) -> Reviews:
    return Reviews(reports, database.unreadable)


def test_a_review_holds_both_weeks_as_they_are_alone(reviews: Reviews, reports: Reports) -> None:
    review = reviews.review(LAST_WEEK, now())
    assert review.week == reports.week(LAST_WEEK, now())
    assert review.before == reports.week(LAST_WEEK.before, now())
    assert review.now == now()
    assert review.unreadable == 0


def test_a_review_tells_each_persons_weeks(reviews: Reviews) -> None:
    review = reviews.review(LAST_WEEK, now())
    for week in review.week.people:
        assert review.of(week.person.id) == week
        assert review.before_of(week.person.id) in review.before.people
        assert set(week.found) <= set(review.histories[week.person.id].episodes)
    assert review.of(uuid4()) is None
    assert review.before_of(MIA) is None


def test_twelve_weeks_are_each_as_they_are_alone(reviews: Reviews, reports: Reports) -> None:
    weeks = reviews.trend(LAST_WEEK, now())
    assert len(weeks) == TREND_WEEKS
    assert weeks[-1].days == LAST_WEEK
    for before, after in itertools.pairwise(weeks):
        assert after.days.first_day - before.days.first_day == timedelta(days=7)
    assert list(weeks) == [reports.week(week.days, now()) for week in weeks]


def test_what_cannot_be_read_is_counted_for_the_weeks_read(
    database: Database, reviews: Reviews
) -> None:
    (sequence,) = database.connection.execute("SELECT max(sequence) FROM check_in").fetchone()
    harm(database, "check_in", "UPDATE check_in SET zone = 'purple' WHERE sequence = ?", sequence)
    database.unreadable.add(("setting", "from before"))
    long_ago = WeekDays(date(2020, 1, 6))
    counted = [reviews.review(days, now()).unreadable for days in (LAST_WEEK, long_ago, LAST_WEEK)]
    assert counted == [1, 0, 1]
    assert ("setting", "from before") in database.unreadable
    assert len(database.unreadable) == 2


def test_an_archived_person_stays_in_the_weeks_with_records(database: Database) -> None:
    family = family_a()
    first, *others = family.people
    reviews = Reviews(
        keep(database, replace(family, people=(replace(first, archived=True), *others))),
        database.unreadable,
    )
    assert reviews.review(LAST_WEEK, now()).of(first.id) is not None
    assert reviews.review(WeekDays(date(2020, 1, 6)), now()).of(first.id) is None
