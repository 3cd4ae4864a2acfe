"""How long records are kept: the first day that stays, and what needs a parent's word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from thermometer.domain.keeping_for import GOES_BY_ITSELF, KeepFor, Keeping, Old

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("keep_for", "today", "first"),
    [
        (KeepFor.ALL, TODAY, None),
        (KeepFor.ONE_YEAR, TODAY, date(2025, 11, 22)),
        (KeepFor.TWO_YEARS, TODAY, date(2024, 11, 22)),
        (KeepFor.ONE_YEAR, date(2028, 2, 29), date(2027, 2, 28)),
    ],
)
def test_the_first_day_that_stays(keep_for: KeepFor, today: date, first: date | None) -> None:
    assert keep_for.first_day(today) == first


@pytest.mark.parametrize(
    "value",
    [None, 7, {}, {"keep_for": "purple", "told": "2025-11-22"}, {"keep_for": "one-year"}],
)
def test_a_choice_that_cannot_be_read_keeps_everything(value: object) -> None:
    assert Keeping.of(value) == Keeping()
    assert Keeping.of(value).due(TODAY) is None


def test_a_choice_is_kept_as_it_is() -> None:
    chosen = Keeping(keep_for=KeepFor.TWO_YEARS, told=TODAY, is_done=False)
    assert Keeping.of(chosen.value()) == chosen
    assert Keeping(told=TODAY).value() is None
    assert Keeping(keep_for=KeepFor.ONE_YEAR).value() is None


@pytest.mark.parametrize(
    ("told", "is_done", "due"),
    [
        (date(2025, 11, 20), False, date(2025, 11, 20)),
        (date(2025, 11, 20), True, date(2025, 11, 22)),
        (date(2025, 11, 22), True, None),
        (date(2025, 12, 1), True, None),  # the clock was set back
        (None, True, None),
    ],
)
def test_what_is_due(told: date | None, is_done: bool, due: date | None) -> None:  # noqa: FBT001
    kept = Keeping(keep_for=KeepFor.ONE_YEAR, told=told, is_done=is_done)
    assert kept.due(TODAY) == due


def test_a_month_goes_by_itself_and_no_more() -> None:
    kept = Keeping(keep_for=KeepFor.ONE_YEAR, told=TODAY)
    assert not kept.is_far(TODAY + GOES_BY_ITSELF)
    assert kept.is_far(TODAY + GOES_BY_ITSELF + timedelta(days=1))
    assert not Keeping().is_far(TODAY)


def test_records_are_those_of_what_happened() -> None:
    assert Old(TODAY, 3, 2, 1, 9).records == 6
