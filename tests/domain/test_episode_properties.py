"""What holds for every history."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given

from tests.domain.histories import check_ins, nows
from tests.domain.naive import naive_episodes, naive_sequence
from thermometer.domain.checkins import CheckIn
from thermometer.domain.episodes import End, Episode, episodes, sequence
from thermometer.domain.zones import Zone


@given(check_ins(), nows)
def test_a_second_way_comes_to_the_same_episodes(history: list[CheckIn], now: datetime) -> None:
    assert sequence(history) == naive_sequence(history)
    found = [as_naive(e) for e in episodes(sequence(history), now)]
    assert found == [asdict(n) | {"check_ins": n.check_ins} for n in naive_episodes(history, now)]


@given(check_ins(), nows)
def test_every_counting_check_in_is_in_at_most_one_episode(
    history: list[CheckIn], now: datetime
) -> None:
    ordered = sequence(history)
    times = Counter(id(c) for e in episodes(ordered, now) for c in e.check_ins)
    assert max(times.values(), default=1) == 1
    out_of_green = {id(c) for c in ordered if c.zone is not Zone.GREEN}
    assert out_of_green <= set(times)


@given(check_ins(), nows)
def test_no_duration_is_negative_and_no_gap_too_long(history: list[CheckIn], now: datetime) -> None:
    for e in episodes(sequence(history), now):
        assert e.duration is None or timedelta() <= e.duration
        assert timedelta() <= e.time_in_red <= e.check_ins[-1].at - e.start
        gaps = [b.at - a.at for a, b in zip(e.check_ins, e.check_ins[1:], strict=False)]
        assert all(timedelta() <= gap <= timedelta(minutes=120) for gap in gaps)
        assert e.lasts_until(now) >= e.check_ins[-1].at


@given(check_ins(), nows)
def test_only_the_last_episode_can_be_open(history: list[CheckIn], now: datetime) -> None:
    found = episodes(sequence(history), now)
    assert all(e.state is not End.OPEN for e in found[:-1])


@given(check_ins(), nows, nows)
def test_now_changes_nothing_but_what_is_open(
    history: list[CheckIn], now: datetime, later: datetime
) -> None:
    ordered = sequence(history)
    at_one, at_other = episodes(ordered, now), episodes(ordered, later)
    assert [e.check_ins for e in at_one] == [e.check_ins for e in at_other]
    changed = {e.state for e, f in zip(at_one, at_other, strict=True) if e.state != f.state}
    assert changed <= {End.OPEN, End.UNKNOWN}


def as_naive(e: Episode) -> dict[str, Any]:
    return {
        "check_ins": list(e.check_ins),
        "state": e.state.value,
        "first_zone": e.first_zone.value,
        "peak": e.peak.value,
        "caught": e.caught_in_yellow,
        "duration": e.duration,
        "in_red": e.time_in_red,
        "about": e.about,
    }
