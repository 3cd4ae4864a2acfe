"""What followed a tool, and in which order tools are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MIA, a_check_in
from tests.fakes import BERLIN
from thermometer.domain.tool_outcomes import ToolCount, helped, tool_counts, wilson_lower
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.zones import Zone

NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
ENDED = NOON + timedelta(minutes=3)
HALF_AN_HOUR = timedelta(minutes=30)
ONE = timedelta(microseconds=1)


def a_use(zone: Zone = Zone.YELLOW, tool: str = "squish", **fields: Any) -> ToolUse:
    whole = ToolUse(id=uuid4(), person=MIA, tool=tool, zone=zone, started_at=NOON, time_zone=BERLIN)
    return replace(whole, **fields)


@pytest.mark.parametrize(
    ("answer", "outcome"), [(Answer.SMALLER, True), (Answer.SAME, False), (Answer.BIGGER, False)]
)
def test_the_answer_wins_over_what_came_next(answer: Answer, *, outcome: bool) -> None:
    for zone in Zone:
        assert helped(a_use(answer=answer), [a_check_in(zone, NOON + ONE)]) is outcome


@pytest.mark.parametrize(
    ("start", "then", "outcome"),
    [
        (Zone.RED, Zone.GREEN, True),
        (Zone.RED, Zone.YELLOW, True),
        (Zone.RED, Zone.RED, False),
        (Zone.YELLOW, Zone.GREEN, True),
        (Zone.YELLOW, Zone.YELLOW, False),
        (Zone.YELLOW, Zone.RED, False),
        (Zone.GREEN, Zone.GREEN, False),
    ],
)
def test_a_lower_zone_next_helped(start: Zone, then: Zone, *, outcome: bool) -> None:
    use = a_use(start, ended_at=ENDED)
    assert helped(use, [a_check_in(then, ENDED + HALF_AN_HOUR)]) is outcome


@pytest.mark.parametrize("ended_at", [None, ENDED])
def test_the_limits_of_what_follows(ended_at: datetime | None) -> None:
    use, over = a_use(ended_at=ended_at), ended_at or NOON
    green = [a_check_in(Zone.GREEN, over + HALF_AN_HOUR)]
    at_the_end = a_check_in(Zone.RED, over)
    assert helped(use, [at_the_end, *green]) is True
    assert helped(use, [at_the_end, a_check_in(Zone.GREEN, over + HALF_AN_HOUR + ONE)]) is None
    assert helped(use, [at_the_end]) is None
    assert helped(use, []) is None


def test_only_the_first_check_in_after_it_is_asked() -> None:
    then = [a_check_in(Zone.RED, NOON + ONE), a_check_in(Zone.GREEN, NOON + 2 * ONE)]
    assert helped(a_use(), then) is False


def test_counts_leave_practice_out_and_come_by_the_bound_then_by_id() -> None:
    smaller: dict[str, Any] = {"answer": Answer.SMALLER}
    same: dict[str, Any] = {"answer": Answer.SAME}
    uses = [
        *(a_use(tool="often", **smaller) for _ in range(5)),
        a_use(tool="often", **same),
        a_use(tool="once", **smaller),
        *(a_use(tool="never-b", **same) for _ in range(3)),
        a_use(tool="never-c"),
        a_use(tool="never-a", **same),
        a_use(tool="rehearsed", practice=True, **smaller),
        a_use(tool="once", practice=True, **same),
    ]
    assert tool_counts(uses, []) == (
        ToolCount(tool="often", uses=6, known=6, helped=5),
        ToolCount(tool="once", uses=1, known=1, helped=1),
        ToolCount(tool="never-a", uses=1, known=1, helped=0),
        ToolCount(tool="never-b", uses=3, known=3, helped=0),
        ToolCount(tool="never-c", uses=1, known=0, helped=0),
    )


@pytest.mark.parametrize(
    ("successes", "cases", "bound"),
    [(0, 0, 0.0), (0, 7, 0.0), (1, 1, 0.2065), (4, 5, 0.3755), (5, 6, 0.4365), (81, 263, 0.2553)],
)
def test_wilson_bounds(successes: int, cases: int, bound: float) -> None:
    assert wilson_lower(successes, cases) == pytest.approx(bound, abs=5e-5)


@given(st.integers(1, 400), st.data())
def test_a_bound_lies_below_the_share_and_rises_with_more_of_the_same(
    cases: int, data: st.DataObject
) -> None:
    successes = data.draw(st.integers(1, cases))
    bound = wilson_lower(successes, cases)
    assert 0 < bound < successes / cases
    assert bound < wilson_lower(2 * successes, 2 * cases)
