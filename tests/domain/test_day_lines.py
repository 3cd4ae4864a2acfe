"""A day's lines, its length on nights that clocks change, and where two were out of green."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given

from tests.builders import a_check_in, a_child
from tests.domain import histories
from thermometer.domain.checkins import CheckIn
from thermometer.domain.day_lines import Run, both_out, day_line, day_span
from thermometer.domain.histories import History
from thermometer.domain.reading import Span
from thermometer.domain.thresholds import EPISODE_GAP
from thermometer.domain.zones import Zone

DAY = date(2026, 11, 19)
NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)
MUCH_LATER = NOON + timedelta(days=3)
MINUTE = timedelta(minutes=1)
G, Y, R = Zone


def history(*taps: tuple[float, Zone]) -> History:
    """One of taps so many minutes after noon."""
    return History.of([a_check_in(zone, NOON + m * MINUTE) for m, zone in taps], MUCH_LATER)


def minutes(spans: tuple[Span, ...]) -> list[tuple[float, float]]:
    return [((s.start - NOON) / MINUTE, (s.end - NOON) / MINUTE) for s in spans]


def zones(runs: tuple[Run, ...]) -> list[list[Zone]]:
    return [[c.zone for c in run.check_ins] for run in runs]


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        (DAY, "Europe/Berlin", 24),
        (date(2026, 3, 29), "Europe/Berlin", 23),
        (date(2026, 10, 25), "Europe/Berlin", 25),
        (date(2026, 10, 25), "nowhere", 24),
    ],
)
def test_a_day_lasts_from_midnight_to_midnight(day: date, zone: str, hours: int) -> None:
    span = day_span(day, zone)
    assert span.end - span.start == timedelta(hours=hours)


def test_a_line_is_interrupted_after_120_minutes_without_a_check_in() -> None:
    told = history((0, G), (120, Y), (130, G), (250.1, R))
    line = day_line(a_child(), told, day_span(DAY, "UTC"), MUCH_LATER)
    assert zones(line.runs) == [[G, Y, G], [R]]
    assert [run.until for run in line.runs] == [run.check_ins[-1].at for run in line.runs]


@pytest.mark.parametrize(("later", "held"), [(119, 119), (120, 120), (121, 0), (-5, 0)])
def test_the_last_zone_holds_until_now_for_120_minutes(later: float, held: float) -> None:
    line = day_line(
        a_child(), history((0, Y)), day_span(DAY, "UTC"), NOON + timedelta(minutes=later)
    )
    assert line.runs[0].until == NOON + held * MINUTE


def test_a_run_over_midnight_belongs_to_both_days() -> None:
    told = history((11.5 * 60, Y), (12.5 * 60, R), (12.6 * 60, G))
    for day in (DAY, DAY + timedelta(days=1)):
        line = day_line(a_child(), told, day_span(day, "UTC"), MUCH_LATER)
        assert zones(line.runs) == [[Y, R, G]]
        assert len(line.episodes) == 1
    none = day_line(a_child(), told, day_span(DAY + timedelta(days=2), "UTC"), MUCH_LATER)
    assert (none.runs, none.episodes) == ((), ())


def test_both_were_out_of_green_where_their_episodes_overlap() -> None:
    mia = history((0, Y), (20, G), (60, R), (90, G))
    mum = history((10, Y), (70, G))
    dad = history((15, Y), (65, R), (200, Y))
    found = both_out(mia.episodes, (*mum.episodes, *dad.episodes), MUCH_LATER)
    assert minutes(found) == [(10, 20), (60, 70)]


def test_episodes_that_only_touch_share_no_stretch() -> None:
    assert both_out(history((0, Y), (9, G)).episodes, history((9, Y)).episodes, MUCH_LATER) == ()


@given(histories.check_ins(), histories.nows)
def test_every_check_in_of_the_sequence_is_in_exactly_one_run(
    taps: list[CheckIn], now: datetime
) -> None:
    told = History.of(taps, now)
    ever = Span(datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
    runs = day_line(a_child(), told, ever, now).runs
    assert [c for run in runs for c in run.check_ins] == list(told.ordered)
    assert all(run.until >= run.check_ins[-1].at for run in runs)
    for before, after in itertools.pairwise(runs):
        assert after.check_ins[0].at - before.check_ins[-1].at > EPISODE_GAP


@given(histories.check_ins(), histories.check_ins(), histories.nows)
def test_shared_stretches_are_in_order_and_apart(
    mine: list[CheckIn], theirs: list[CheckIn], now: datetime
) -> None:
    one, other = History.of(mine, now), History.of(theirs, now)
    spans = both_out(one.episodes, other.episodes, now)
    assert all(span.start < span.end for span in spans)
    assert all(a.end < b.start for a, b in itertools.pairwise(spans))
    assert spans == both_out(other.episodes, one.episodes, now)
