from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_check_in
from tests.fakes import SUNDAY_EVENING as NOW
from thermometer.domain.checkins import CheckIn, Source, zone_now
from thermometer.domain.zones import Zone

GREEN, YELLOW, RED = Zone
MINUTE = timedelta(minutes=1)
INSTANT = timedelta(microseconds=1)


def ago(minutes: float, zone: Zone, **fields: Any) -> CheckIn:
    """A check-in of ``minutes`` before now."""
    return a_check_in(zone, NOW - minutes * MINUTE, **fields)


@pytest.mark.parametrize(
    ("entries", "zone"),
    [
        pytest.param([], None, id="nothing yet"),
        pytest.param([ago(0, RED)], RED, id="this instant"),
        pytest.param([ago(20, RED), ago(10, GREEN)], GREEN, id="the last of two"),
        pytest.param([ago(10, GREEN), ago(20, RED)], GREEN, id="in whatever order of rows"),
        pytest.param([ago(5, RED), ago(5, YELLOW)], YELLOW, id="equal times: the later row"),
        pytest.param([ago(120, YELLOW)], YELLOW, id="exactly 120 minutes"),
        pytest.param(
            [a_check_in(YELLOW, NOW - 120 * MINUTE - INSTANT)], None, id="an instant more"
        ),
        pytest.param([ago(5, RED, practice=True)], None, id="practice"),
        pytest.param([ago(5, YELLOW), ago(1, RED, practice=True)], YELLOW, id="practice after"),
        pytest.param(
            [ago(5, YELLOW), ago(1, RED, withdrawn_at=NOW)], YELLOW, id="a tap taken back"
        ),
        pytest.param(
            [ago(5, YELLOW), ago(1, RED, source=Source.OBSERVED)], RED, id="what somebody saw"
        ),
        pytest.param([ago(1, RED, about=True)], None, id="a late entry alone"),
        pytest.param(
            [ago(30, YELLOW), ago(60, RED, about=True, entered_at=NOW)], YELLOW, id="a late entry"
        ),
        pytest.param(
            [ago(5, YELLOW), ago(60, RED, entered_at=NOW)], YELLOW, id="imported just now"
        ),
        pytest.param(
            [ago(60, YELLOW), ago(3, RED, entered_at=NOW - MINUTE)], RED, id="saved 120 s later"
        ),
        pytest.param([ago(-30, RED), ago(5, GREEN)], GREEN, id="clock set back, tapped since"),
        pytest.param([ago(-30, RED)], RED, id="clock set back by half an hour"),
        pytest.param([ago(-121, RED)], None, id="clock set back by hours"),
        pytest.param([ago(-30, RED), ago(500, GREEN)], None, id="clock set back, an old tap"),
    ],
)
def test_zone_now(entries: list[CheckIn], zone: Zone | None) -> None:
    assert zone_now(entries, NOW) is zone


minutes = st.floats(-300, 300, allow_nan=False)
zones = st.sampled_from(Zone)
taps = st.builds(ago, minutes, zones)
left_out = st.one_of(
    st.builds(ago, minutes, zones, practice=st.just(value=True)),
    st.builds(ago, minutes, zones, withdrawn_at=st.just(NOW)),
    st.builds(ago, minutes, zones, about=st.just(value=True)),
    st.builds(ago, st.floats(10, 300), zones, entered_at=st.just(NOW)),
)


@given(st.lists(taps), st.lists(left_out), st.randoms())
def test_what_does_not_count_never_changes_the_zone(
    live: list[CheckIn], others: list[CheckIn], random: Any
) -> None:
    together = list(live)
    for other in others:
        together.insert(random.randint(0, len(together)), other)
    assert zone_now(together, NOW) is zone_now(live, NOW)


@given(st.lists(taps, min_size=1))
def test_the_zone_is_that_of_a_tap_within_120_minutes(live: list[CheckIn]) -> None:
    zone = zone_now(live, NOW)
    near = {c.zone for c in live if abs(NOW - c.at) <= 120 * MINUTE}
    assert zone is None or zone in near


@given(st.lists(taps), zones)
def test_a_tap_this_instant_always_wins(earlier: list[CheckIn], zone: Zone) -> None:
    assert zone_now([*earlier, ago(0, zone)], NOW) is zone


@given(st.lists(taps), st.timedeltas(2 * 120 * MINUTE, 600 * MINUTE), zones)
def test_a_clock_set_back_lets_no_earlier_tap_outlive_a_new_one(
    earlier: list[CheckIn], back: timedelta, zone: Zone
) -> None:
    set_back = NOW - back
    assert zone_now([*earlier, a_check_in(zone, set_back)], set_back) is zone


@given(st.lists(taps))
def test_the_tube_rests_empty_when_all_is_long_ago(live: list[CheckIn]) -> None:
    assert zone_now(live, NOW + timedelta(minutes=421)) is None
