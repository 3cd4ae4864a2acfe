"""Out of green together."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given

from tests.builders import MIA, a_check_in
from tests.domain.histories import check_ins, nows
from tests.domain.naive import NaiveEpisode, naive_episodes
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.histories import History
from thermometer.domain.local_time import local_day
from thermometer.domain.together import Together, together
from thermometer.domain.zones import Zone

MUM = UUID("00000000-0000-4000-8000-000000000002")
NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
LONG_AFTER = NOON + timedelta(days=9)
ONE = timedelta(microseconds=1)
QUARTER = timedelta(minutes=15)
G, Y = Zone.GREEN, Zone.YELLOW


def mia(*found: tuple[timedelta, Zone]) -> History:
    return History.of([a_check_in(zone, NOON + after) for after, zone in found], LONG_AFTER)


def mum(*found: tuple[timedelta, Zone]) -> History:
    theirs = [a_check_in(zone, NOON + after, person=MUM) for after, zone in found]
    return History.of(theirs, LONG_AFTER)


def minutes(n: float) -> timedelta:
    return timedelta(minutes=n)


@pytest.mark.parametrize(
    ("parent_start", "parent_end", "pairs"),
    [
        (QUARTER, minutes(30), 1),
        (QUARTER + ONE, minutes(30), 0),
        (-QUARTER, -minutes(10), 1),
        (-QUARTER - ONE, -minutes(10), 0),
        (-minutes(60), timedelta(), 1),
        (-minutes(60), -ONE, 0),
        (-minutes(60), minutes(60), 1),
    ],
)
def test_pairs_overlap_or_start_within_15_minutes(
    parent_start: timedelta, parent_end: timedelta, pairs: int
) -> None:
    child = mia((timedelta(), Y), (minutes(5), G))
    found = together(child.episodes, [mum((parent_start, Y), (parent_end, G))], LONG_AFTER)
    assert (found.pairs, found.of) == (pairs, 1)


def test_overlap_includes_the_end_of_the_childs() -> None:
    child = mia((timedelta(), Y), (minutes(60), G))
    touching, past = mum((minutes(60), Y)), mum((minutes(60) + ONE, Y))
    assert together(child.episodes, [touching], LONG_AFTER).pairs == 1
    assert together(child.episodes, [past], LONG_AFTER).pairs == 0


@pytest.mark.parametrize(("before", "pairs"), [(QUARTER, 1), (QUARTER + ONE, 0)])
def test_one_check_in_of_a_parent_15_minutes_before_pairs(before: timedelta, pairs: int) -> None:
    child, parent = mia((timedelta(), Y)), mum((-before, Y))
    assert together(child.episodes, [parent], LONG_AFTER).pairs == pairs


def test_an_unknown_one_lasts_to_its_last_check_in_and_an_open_one_until_now() -> None:
    child = [a_check_in(Y, NOON)]
    parent = [a_check_in(Y, NOON + minutes(50), person=MUM)]
    for now, pairs in ((NOON + minutes(120), 1), (NOON + minutes(120) + ONE, 0)):
        histories = History.of(child, now), History.of(parent, now)
        assert together(histories[0].episodes, [histories[1]], now).pairs == pairs


@pytest.mark.parametrize(
    ("parent_end", "came_down"),
    [(minutes(20), 1), (minutes(20) + ONE, 0), (-minutes(10), 1), (-minutes(10) - ONE, 0)],
)
def test_known_ends_at_most_15_minutes_apart_came_down_together(
    parent_end: timedelta, came_down: int
) -> None:
    child = mia((timedelta(), Y), (minutes(5), G))
    parent = mum((-QUARTER, Y), (parent_end, G))
    assert together(child.episodes, [parent], LONG_AFTER) == Together(
        pairs=1, of=1, came_down=came_down
    )


@pytest.mark.parametrize(("child_end", "parent_end"), [(Y, G), (G, Y)])
def test_an_end_that_is_not_known_never_came_down_together(
    child_end: Zone, parent_end: Zone
) -> None:
    child = mia((timedelta(), Y), (minutes(5), child_end))
    parent = mum((timedelta(), Y), (minutes(5), parent_end))
    assert together(child.episodes, [parent], LONG_AFTER) == Together(pairs=1, of=1, came_down=0)


def test_each_childs_episode_once_however_many_it_pairs_with() -> None:
    child = mia((timedelta(), Y), (minutes(90), G))
    parent = mum(
        (minutes(1), Y), (minutes(2), G), (minutes(40), Y), (minutes(80), G), (minutes(85), Y)
    )
    assert together(child.episodes, [parent, parent], LONG_AFTER) == Together(
        pairs=1, of=1, came_down=1
    )


def test_a_parent_takes_part_on_days_with_a_check_in_of_their_own_person() -> None:
    child = mia((timedelta(), Y), (minutes(5), G))
    nobody = History.of([], LONG_AFTER)
    seen = [a_check_in(G, NOON + minutes(200), person=MUM, source=Source.OBSERVED, observed_by=MIA)]
    rehearsed = [a_check_in(G, NOON, person=MUM, practice=True)]
    for parent, of in ((nobody, 0), (History.of(seen, LONG_AFTER), 1),
                       (History.of(rehearsed, LONG_AFTER), 0)):  # fmt: skip
        assert together(child.episodes, [parent], LONG_AFTER) == Together(
            pairs=0, of=of, came_down=0
        )


def test_a_pair_needs_that_parents_own_check_in_on_the_date() -> None:
    midnight = datetime(2026, 11, 18, 23, 0, tzinfo=UTC)
    child = History.of([a_check_in(Y, midnight), a_check_in(G, midnight + minutes(9))], LONG_AFTER)
    evening = [
        a_check_in(Y, midnight - minutes(5), person=MUM),
        a_check_in(G, midnight - ONE, person=MUM),
    ]
    the_other = [a_check_in(G, midnight + minutes(300))]
    parents = [History.of(evening, LONG_AFTER), History.of(the_other, LONG_AFTER)]
    assert child.episodes[0].day == date(2026, 11, 19)
    assert together(child.episodes, parents, LONG_AFTER) == Together(pairs=0, of=1, came_down=0)
    late = History.of([*evening, a_check_in(G, midnight + minutes(400), person=MUM)], LONG_AFTER)
    assert together(child.episodes, [late], LONG_AFTER) == Together(pairs=1, of=1, came_down=1)


@given(check_ins(15), check_ins(15, MUM), nows)
def test_a_second_way_comes_to_the_same_pairs(
    of_mia: list[CheckIn], of_mum: list[CheckIn], now: datetime
) -> None:
    found = together(History.of(of_mia, now).episodes, [History.of(of_mum, now)], now)
    counting = [c for c in of_mum if not c.practice and c.withdrawn_at is None]
    used = [local_day(c.at, c.time_zone) for c in counting]
    pairs = of = came_down = 0
    for child in naive_episodes(of_mia, now):
        first = child.check_ins[0]
        if local_day(first.at, first.time_zone) not in used:
            continue
        of += 1
        partners = [p for p in naive_episodes(of_mum, now) if naive_pair(child, p, now)]
        pairs += len(partners) > 0
        came_down += any(naive_came_down(child, p) for p in partners)
    assert found == Together(pairs=pairs, of=of, came_down=came_down)


def naive_pair(one: NaiveEpisode, other: NaiveEpisode, now: datetime) -> bool:
    spans = []
    for e in (one, other):
        last = e.check_ins[-1].at
        spans.append((e.check_ins[0].at, max(last, now) if e.state == "open" else last))
    (a, b), (c, d) = spans
    return max(a, c) <= min(b, d) or abs(a - c) <= QUARTER


def naive_came_down(one: NaiveEpisode, other: NaiveEpisode) -> bool:
    apart = abs(one.check_ins[-1].at - other.check_ins[-1].at)
    return one.state == other.state == "known" and apart <= QUARTER


def test_no_children_no_pairs() -> None:
    assert together([], [mum((timedelta(), Y))], LONG_AFTER) == Together(pairs=0, of=0, came_down=0)
