"""Episodes, one rule and one limit at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.builders import a_check_in
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import End, episodes, in_order, sequence
from thermometer.domain.zones import Zone

G, Y, R = Zone.GREEN, Zone.YELLOW, Zone.RED
NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
LONG_AFTER = NOON + timedelta(days=9)
ONE = timedelta(microseconds=1)


def after(minutes: float, zone: Zone, **fields: Any) -> CheckIn:
    return a_check_in(zone, NOON + timedelta(minutes=minutes), **fields)


def test_a_gap_of_120_minutes_goes_on_and_one_more_microsecond_does_not() -> None:
    exact = [after(0, Y), after(120, G)]
    over = [after(0, Y), a_check_in(G, NOON + timedelta(minutes=120) + ONE)]
    assert episodes(exact, LONG_AFTER)[0].state is End.KNOWN
    (lost,) = episodes(over, LONG_AFTER)
    assert (lost.state, lost.end, lost.duration) == (End.UNKNOWN, NOON, None)


def test_after_a_lost_end_a_non_green_starts_anew_and_a_green_starts_nothing() -> None:
    found = episodes([after(0, R), after(121, Y), after(300, G)], LONG_AFTER)
    assert [(e.first_zone, e.state) for e in found] == [(R, End.UNKNOWN), (Y, End.UNKNOWN)]


def test_an_episode_is_open_for_120_minutes() -> None:
    last = [after(0, Y)]
    (still,) = episodes(last, NOON + timedelta(minutes=120))
    (over,) = episodes(last, NOON + timedelta(minutes=120) + ONE)
    assert (still.state, still.end, still.ending) == (End.OPEN, None, None)
    assert (over.state, over.end) == (End.UNKNOWN, NOON)


def test_records_later_than_now_count() -> None:
    found = episodes([after(0, Y), after(30, G), after(60, R)], NOON - timedelta(days=1))
    assert [e.state for e in found] == [End.KNOWN, End.OPEN]
    assert found[1].lasts_until(NOON) == NOON + timedelta(minutes=60)


def test_an_open_episode_lasts_until_now_and_an_unknown_one_to_its_last_check_in() -> None:
    now = NOON + timedelta(minutes=90)
    (still,) = episodes([after(0, Y)], now)
    (over,) = episodes([after(0, Y)], LONG_AFTER)
    assert still.lasts_until(now) == now
    assert over.lasts_until(LONG_AFTER) == NOON


@pytest.mark.parametrize("seconds", [-120, 0, 120])
def test_an_observation_within_120_seconds_of_an_own_tap_is_left_out(seconds: int) -> None:
    own, seen = after(0, Y), after(seconds / 60, R, source=Source.OBSERVED)
    assert sequence([seen, own]) == [own]


@pytest.mark.parametrize("seconds", [-120, 120])
def test_an_observation_a_microsecond_further_stays(seconds: int) -> None:
    further = timedelta(seconds=seconds) + (ONE if seconds > 0 else -ONE)
    own, seen = after(0, Y), a_check_in(R, NOON + further, source=Source.OBSERVED)
    assert set(sequence([own, seen])) == {own, seen}


@pytest.mark.parametrize("fields", [{"withdrawn_at": NOON}, {"practice": True}])
def test_a_tap_that_does_not_count_leaves_nothing_out(fields: dict[str, Any]) -> None:
    seen = after(1, R, source=Source.OBSERVED)
    assert sequence([after(0, Y, **fields), seen]) == [seen]


def test_equal_instants_come_in_the_order_of_entry_then_of_the_rows() -> None:
    late = after(0, G, entered_at=NOON + timedelta(minutes=5))
    first, second = after(0, Y), after(0, R)
    assert in_order([late, first, second]) == [first, second, late]
    (episode,) = episodes(sequence([late, first, second]), LONG_AFTER)
    assert (episode.check_ins, episode.duration) == ((first, second, late), timedelta())


@pytest.mark.parametrize(
    ("zones", "caught", "peak"),
    [((Y, G), True, Y), ((Y, R, G), False, R), ((R, Y, G), False, R), ((Y, Y), False, Y)],
)
def test_caught_in_yellow(zones: tuple[Zone, ...], peak: Zone, *, caught: bool) -> None:
    (episode,) = episodes([after(n, zone) for n, zone in enumerate(zones)], LONG_AFTER)
    assert (episode.caught_in_yellow, episode.peak) == (caught, peak)


def test_time_in_red_runs_to_the_next_check_in_and_a_red_end_adds_nothing() -> None:
    found = [after(0, R), after(5, Y), after(7, R), after(9, R), after(12, G), after(20, R)]
    first, second = episodes(found, LONG_AFTER)
    assert first.time_in_red == timedelta(minutes=10)
    assert second.time_in_red == timedelta()


@pytest.mark.parametrize(
    ("first", "middle", "last", "about"),
    [(1, 0, 0, True), (0, 1, 0, False), (0, 0, 1, True), (0, 0, 0, False)],
)
def test_about_is_asked_of_the_first_and_the_ending_check_in(
    first: int, middle: int, last: int, *, about: bool
) -> None:
    check_ins = [after(0, Y, about=bool(first)), after(1, R, about=bool(middle))]
    (known,) = episodes([*check_ins, after(2, G, about=bool(last))], LONG_AFTER)
    (unknown,) = episodes([*check_ins, after(2, Y, about=bool(last))], LONG_AFTER)
    assert known.about is unknown.about is about


def test_an_open_episode_has_no_ending_check_in_to_be_about() -> None:
    (episode,) = episodes([after(0, Y), after(1, R, about=True)], NOON)
    assert not episode.about


def test_an_episode_across_midnight_belongs_to_its_first_day() -> None:
    late = datetime(2026, 11, 22, 22, 59, 59, 999000, tzinfo=UTC)  # 23:59:59.999 in Berlin
    found = [a_check_in(Y, late), a_check_in(G, late + timedelta(minutes=20))]
    (episode,) = episodes(found, LONG_AFTER)
    assert episode.day == date(2026, 11, 22)
    assert episode.local_start.hour == 23


def test_it_is_known_by_its_first_check_in() -> None:
    first = after(0, Y)
    (episode,) = episodes([first, after(1, G)], LONG_AFTER)
    assert (episode.id, episode.person, episode.start) == (first.id, first.person, first.at)


def test_an_hour_that_comes_twice_is_an_hour_long() -> None:
    half_past_two = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02:30 summer time in Berlin
    again = half_past_two + timedelta(hours=1)  # 02:30 winter time
    (episode,) = episodes([a_check_in(R, half_past_two), a_check_in(G, again)], LONG_AFTER)
    assert episode.duration == episode.time_in_red == timedelta(hours=1)
    assert episode.check_ins[1].at - episode.check_ins[0].at == timedelta(hours=1)
