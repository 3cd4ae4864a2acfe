""" "It's over now"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.builders import MIA, a_check_in
from tests.fakes import BERLIN
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import End, episodes, sequence
from thermometer.domain.late_entry import LateEntry, late_entry
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone

G, Y, R = Zone.GREEN, Zone.YELLOW, Zone.RED
MUM = UUID("00000000-0000-4000-8000-000000000002")
NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
LONG_AFTER = NOON + timedelta(days=9)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
ENTRY = LateEntry(
    person=MIA,
    by=MUM,
    first_zone=Y,
    peak=R,
    start=NOON,
    end=NOON + 40 * MINUTE,
    time_zone=BERLIN,
    entered_at=NOON + 90 * MINUTE,
)


def numbered() -> Iterator[UUID]:
    return (UUID(int=n) for n in range(1, 10_000))


def written(entry: LateEntry, *own: CheckIn) -> list[CheckIn]:
    return late_entry(entry, own, numbered().__next__)


def moments(check_ins: list[CheckIn]) -> list[tuple[float, Zone]]:
    return [((c.at - NOON) / SECOND, c.zone) for c in check_ins]


def test_it_writes_ordinary_check_ins_about_and_observed() -> None:
    found = written(ENTRY)
    assert moments(found) == [(0, Y), (10, R), (2400, G)]
    assert [c.id.int for c in found] == [1, 2, 3]
    for c in found:
        assert c.about
        assert c.counts
        assert (c.source, c.observed_by, c.person) == (Source.OBSERVED, MUM, MIA)
        assert (c.time_zone, c.entered_at) == (BERLIN, ENTRY.entered_at)


def test_a_peak_no_higher_than_the_first_zone_is_not_written_twice() -> None:
    for zone in (Y, R):
        entry = replace(ENTRY, first_zone=zone, peak=zone)
        assert moments(written(entry)) == [(0, zone), (2400, G)]


@pytest.mark.parametrize(
    ("taps", "peak"),
    [((131,), 10), ((130,), 251), ((5,), 126), ((-110,), 11), ((-111,), 10), ((100, 300), 421)],
)
def test_the_peak_comes_121_seconds_after_a_tap_that_would_leave_it_out(
    taps: tuple[int, ...], peak: int
) -> None:
    own = [a_check_in(Y, NOON + tap * SECOND) for tap in taps]
    assert moments(written(ENTRY, *own))[1] == (peak, R)


def test_only_own_taps_that_count_move_the_peak() -> None:
    at = NOON + 20 * SECOND
    others = [
        a_check_in(Y, at, source=Source.OBSERVED),
        a_check_in(Y, at, practice=True),
        a_check_in(Y, at, withdrawn_at=at),
    ]
    assert moments(written(ENTRY, *others))[1] == (10, R)


def test_without_room_the_peak_stays_as_the_parents_view() -> None:
    short = replace(ENTRY, end=NOON + 181 * SECOND)
    own = a_check_in(Y, NOON + MINUTE)
    found = written(short, own)
    assert moments(found) == [(0, Y), (10, R), (181, G)]
    (episode,) = episodes(sequence([own, *found]), LONG_AFTER)
    assert (episode.start, episode.peak, episode.end) == (own.at, Y, short.end)


def test_a_moment_has_room_for_its_peak() -> None:
    found = written(replace(ENTRY, end=NOON + 4 * SECOND))
    assert moments(found) == [(0, Y), (2, R), (4, G)]


@pytest.mark.parametrize(("length", "repeats"), [(120, 0), (121, 1), (233, 2), (480, 4)])
def test_a_long_one_repeats_its_highest_zone(length: int, repeats: int) -> None:
    found = written(replace(ENTRY, end=NOON + length * MINUTE))
    assert [c.zone for c in found] == [Y, R, *[R] * repeats, G]
    assert all(b.at - a.at <= 120 * MINUTE for a, b in pairwise(found))


@pytest.mark.parametrize("end", [NOON, NOON - SECOND])
def test_it_must_end_after_its_start(end: datetime) -> None:
    with pytest.raises(Problem) as problem:
        written(replace(ENTRY, end=end))
    assert problem.value.key == "late-entry-end"


@pytest.mark.parametrize(("first", "peak"), [(G, G), (G, R), (R, Y)])
def test_it_must_leave_green_and_rise(first: Zone, peak: Zone) -> None:
    with pytest.raises(Problem) as problem:
        written(replace(ENTRY, first_zone=first, peak=peak))
    assert problem.value.key == "late-entry-zone"


lengths = st.one_of(st.integers(1, 7300), st.integers(7200, 60_000))
entries = st.builds(
    lambda zones, length: replace(
        ENTRY, first_zone=zones[0], peak=zones[1], end=NOON + length * SECOND
    ),
    st.sampled_from(((Y, Y), (Y, R), (R, R))),
    lengths,
)


@given(entries)
def test_the_derived_episode_is_the_one_that_was_entered(entry: LateEntry) -> None:
    (episode,) = episodes(sequence(written(entry)), LONG_AFTER)
    assert (episode.start, episode.end, episode.state) == (entry.start, entry.end, End.KNOWN)
    assert (episode.first_zone, episode.peak) == (entry.first_zone, entry.peak)
    assert episode.about


@given(entries, st.lists(st.integers(121, 60_000), max_size=12))
def test_taps_of_the_childs_own_inside_it_leave_start_peak_and_end(
    entry: LateEntry, seconds: list[int]
) -> None:
    last = entry.end - 121 * SECOND
    own = [a_check_in(Y, NOON + s * SECOND) for s in seconds if NOON + s * SECOND <= last]
    found = written(entry, *own)
    peak = found[1]
    assume(all(abs(c.at - peak.at) > 120 * SECOND for c in own))
    (episode,) = episodes(sequence([*own, *found]), LONG_AFTER)
    assert (episode.start, episode.end, episode.state) == (entry.start, entry.end, End.KNOWN)
    assert (episode.first_zone, episode.peak) == (entry.first_zone, entry.peak)


@given(entries, st.lists(st.integers(-20_000, 80_000), max_size=12), st.data())
def test_only_taps_of_the_childs_own_change_what_was_entered(
    entry: LateEntry, seconds: list[int], data: st.DataObject
) -> None:
    zones = st.sampled_from(Zone)
    own = [a_check_in(data.draw(zones), NOON + s * SECOND) for s in seconds]
    found = written(entry, *own)
    ordered = sequence([*own, *found])
    matching = [
        e
        for e in episodes(ordered, LONG_AFTER)
        if (e.start, e.end, e.peak) == (entry.start, entry.end, entry.peak)
    ]
    near = [c for c in own if c.at - entry.start >= -7200 * SECOND]
    near = [c for c in near if c.at <= entry.end + 120 * SECOND]
    assert matching or near
    assert all(c in ordered for c in own)
