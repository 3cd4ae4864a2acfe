"""Which words the numbers allow, as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.test_repair_numbers import LONG_AFTER
from thermometer.domain.minutes import MinutesSummary, summary
from thermometer.domain.repair_numbers import RepairNumbers, repair_numbers
from thermometer.domain.tool_outcomes import ToolCount
from thermometer.domain.wording import (
    Wording,
    minutes_wording,
    percentage,
    repair_wording,
    tool_wording,
)


def in_percent(key: str, percent: int, **values: int | float | str) -> Wording:
    return Wording(f"{key}-percentage", {**values, "percentage": percent})


@pytest.mark.parametrize(
    ("uses", "known", "helped", "expected"),
    [
        (1, 0, 0, Wording("tool-tried-once", {"uses": 1})),
        (1, 1, 1, Wording("tool-tried-once", {"uses": 1})),
        (2, 2, 2, Wording("tool-tried-twice", {"uses": 2})),
        (7, 2, 1, Wording("tool-tried-often", {"uses": 7})),
        (3, 3, 0, Wording("tool-followed", {"helped": 0, "known": 3})),
        (9, 5, 4, Wording("tool-followed", {"helped": 4, "known": 5})),
        (20, 9, 9, Wording("tool-followed", {"helped": 9, "known": 9})),
        (10, 10, 9, in_percent("tool-followed", 90, helped=9, known=10)),
        (8, 8, 1, Wording("tool-followed", {"helped": 1, "known": 8})),
        (16, 16, 2, in_percent("tool-followed", 13, helped=2, known=16)),
    ],
)
def test_tools(uses: int, known: int, helped: int, expected: Wording) -> None:
    assert tool_wording(ToolCount(tool="x", uses=uses, known=known, helped=helped)) == expected


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(0, 0, None), (9, 9, None), (0, 10, 0), (10, 10, 100), (1, 40, 3), (1, 200, 1), (1, 201, 0)],
)
def test_no_percentage_under_ten(part: int, whole: int, percent: int | None) -> None:
    assert percentage(part, whole) == percent


NONE: RepairNumbers = repair_numbers((), {}, LONG_AFTER)


@pytest.mark.parametrize(
    ("ruptures", "repaired", "countable", "expected"),
    [
        (0, 0, 0, Wording("repairs-no-ruptures")),
        (1, 0, 0, Wording("repairs-one-noted", {"ruptures": 1})),
        (3, 0, 0, Wording("repairs-noted", {"ruptures": 3})),
        (4, 2, 3, Wording("repairs-counted", {"repaired": 2, "countable": 3})),
        (9, 9, 9, Wording("repairs-counted", {"repaired": 9, "countable": 9})),
        (12, 7, 10, in_percent("repairs-counted", 70, repaired=7, countable=10)),
    ],
)
def test_repairs(ruptures: int, repaired: int, countable: int, expected: Wording) -> None:
    numbers = replace(NONE, ruptures=ruptures, repaired=repaired, countable=countable)
    assert repair_wording(numbers) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ((), Wording("back-unknown")),
        ((9,), Wording("back-one", {"first": 9.0})),
        ((9, 4.5), Wording("back-two", {"first": 4.5, "second": 9.0})),
        ((9, 4, 5), Wording("back-usually", {"minutes": 5.0, "known": 3})),
    ],
)
def test_minutes(minutes: tuple[float, ...], expected: Wording) -> None:
    found: MinutesSummary = summary(timedelta(minutes=n) for n in minutes)
    assert minutes_wording(found) == expected
