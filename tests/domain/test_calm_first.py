"""A child and a grown-up both out of green: the grown-up first, then near the child."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_check_in
from tests.fakes import BERLIN, SUNDAY_EVENING
from thermometer.domain.calm_first import CalmStep, calm_step, is_short
from thermometer.domain.checkins import CheckIn
from thermometer.domain.thresholds import TOGETHER_WITHIN
from thermometer.domain.tools import Pace, Step, Tool, ToolKind, ToolUse
from thermometer.domain.zones import Zone

OUT = st.sampled_from([Zone.YELLOW, Zone.RED])
SPANS = st.timedeltas(min_value=timedelta(minutes=-40), max_value=timedelta(minutes=40))
SECOND = timedelta(seconds=1)


def at(minutes: float, zone: Zone = Zone.YELLOW) -> CheckIn:
    return a_check_in(zone, SUNDAY_EVENING + timedelta(minutes=minutes))


def used(minutes: float, ended: float | None = None, *, practice: bool = False) -> ToolUse:
    start = SUNDAY_EVENING + timedelta(minutes=minutes)
    return ToolUse(
        id=uuid4(),
        person=uuid4(),
        tool="long-out",
        zone=Zone.YELLOW,
        started_at=start,
        time_zone=BERLIN,
        ended_at=None if ended is None else SUNDAY_EVENING + timedelta(minutes=ended),
        practice=practice,
    )


def now(minutes: float) -> datetime:
    return SUNDAY_EVENING + timedelta(minutes=minutes)


@pytest.mark.parametrize(("child", "grown_up"), [(0, 15), (15, 0), (7, 7)])
def test_fifteen_minutes_include_the_limit(child: float, grown_up: float) -> None:
    assert calm_step(at(child), at(grown_up), [], now(15)) is CalmStep.ME_FIRST


def test_a_tool_used_leads_near_the_child() -> None:
    assert calm_step(at(0), at(2), [used(3, 4)], now(5)) is CalmStep.GO_NEAR
    assert calm_step(at(0), at(2), [used(3)], now(5)) is CalmStep.GO_NEAR


@pytest.mark.parametrize("use", [used(1, 2), used(3, 4, practice=True)])
def test_a_tool_from_before_or_for_practice_does_not_count(use: ToolUse) -> None:
    assert calm_step(at(0), at(2), [use], now(5)) is CalmStep.ME_FIRST


def test_a_while_after_the_tool_the_moment_is_over() -> None:
    assert calm_step(at(0), at(2), [used(10, 11)], now(26)) is CalmStep.GO_NEAR
    assert calm_step(at(0), at(2), [used(10, 11)], now(26) + SECOND) is None


@given(OUT, OUT, SPANS, SPANS)
def test_it_is_offered_exactly_while_both_are_out_and_near(
    child: Zone, grown_up: Zone, apart: timedelta, later: timedelta
) -> None:
    one, other = a_check_in(child), a_check_in(grown_up, SUNDAY_EVENING + apart)
    moment = max(one.at, other.at) + later
    step = calm_step(one, other, [], moment)
    near = abs(apart) <= TOGETHER_WITHIN and abs(later) <= TOGETHER_WITHIN
    assert (step is CalmStep.ME_FIRST) is near
    assert step is calm_step(other, one, [], moment)  # who was first does not matter


@given(
    st.sampled_from(Zone),
    st.sampled_from(Zone),
    SPANS,
    SPANS,
    st.sampled_from([[], [used(1, 2)], [used(-9, 30)]]),
)
def test_never_while_one_of_them_is_green_or_nowhere(
    child: Zone, grown_up: Zone, apart: timedelta, later: timedelta, uses: list[ToolUse]
) -> None:
    one, other = a_check_in(child), a_check_in(grown_up, SUNDAY_EVENING + apart)
    moment = max(one.at, other.at) + later
    assert calm_step(None, other, uses, moment) is None
    assert calm_step(one, None, uses, moment) is None
    if Zone.GREEN in (child, grown_up):
        assert calm_step(one, other, uses, moment) is None


def a_tool(kind: ToolKind, **fields: object) -> Tool:
    plain = Tool(id="a", name="A", what="", picture="missing", kind=kind, zones=tuple(Zone))
    steps, minutes = fields.get("steps", ()), fields.get("minutes")
    assert isinstance(steps, tuple)
    assert minutes is None or isinstance(minutes, float)
    return Tool(
        id=plain.id,
        name=plain.name,
        what=plain.what,
        picture=plain.picture,
        kind=kind,
        zones=plain.zones,
        steps=steps,
        minutes=minutes,
    )


def steps(*seconds: float | None) -> tuple[Step, ...]:
    return tuple(Step(picture="steps/jaw", text="Soft", seconds=each) for each in seconds)


@pytest.mark.parametrize(
    "tool",
    [
        a_tool(ToolKind.GUIDE),
        a_tool(ToolKind.STEPS, steps=steps(15.0, 15.0)),
        a_tool(ToolKind.TIMER, minutes=1.0),
    ],
)
def test_half_a_minute_to_a_minute(tool: Tool) -> None:
    assert is_short(tool, Pace(inhale=4, exhale=7, breaths=5))


@pytest.mark.parametrize(
    "tool",
    [
        a_tool(ToolKind.STEPS, steps=steps(None, 10.0)),
        a_tool(ToolKind.TIMER, minutes=5.0),
        a_tool(ToolKind.TIMER),
        a_tool(ToolKind.CARD),
        a_tool(ToolKind.CALL),
    ],
)
def test_anything_else_is_too_short_or_too_long(tool: Tool) -> None:
    assert not is_short(tool, Pace(inhale=4, exhale=7, breaths=5))


def test_a_guide_of_a_few_breaths_is_too_short() -> None:
    assert not is_short(a_tool(ToolKind.GUIDE), Pace(inhale=4, exhale=6, breaths=2))
