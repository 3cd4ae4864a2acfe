"""What is read for a few days is enough, whatever came before and after them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import MIA, a_check_in, a_child, a_parent
from tests.domain.test_tool_outcomes import a_use
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.reading import (
    END_OF_TIME,
    Span,
    first_reading,
    span_of,
    wider_reading,
)
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.week_days import WeekDays
from thermometer.domain.weeks import Records, week
from thermometer.domain.zones import Zone

MUM = a_parent(id=UUID("00000000-0000-4000-8000-000000000002"), position=1)
WEEK = WeekDays(date(2026, 11, 16))
WANTED = span_of(WEEK.first_day, WEEK.last_day)
LONG_AFTER = datetime(2027, 6, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def readings(
    wanted: Span, there: Iterable[CheckIn], uses: Iterable[ToolUse], now: datetime
) -> list[Span]:
    """Every span that is read, the last of which is enough."""
    spans = [first_reading(wanted)]
    while True:
        inside = [c for c in there if spans[-1].start <= c.at < spans[-1].end]
        wider = wider_reading(spans[-1], wanted, inside, uses, now)
        if wider is None:
            return spans
        assert wider.start == spans[-1].start
        assert wider.end > spans[-1].end
        spans.append(wider)


def hourly(start: datetime, hours: int, zone: Zone = Zone.YELLOW) -> list[CheckIn]:
    return [a_check_in(zone, start + n * HOUR) for n in range(hours)]


def test_nothing_there_needs_nothing_more() -> None:
    assert readings(WANTED, [], [], LONG_AFTER) == [first_reading(WANTED)]


def test_the_days_of_every_place_are_wanted() -> None:
    assert (
        Span(datetime(2026, 11, 15, 10, tzinfo=UTC), datetime(2026, 11, 23, 14, tzinfo=UTC))
        == WANTED
    )


def test_an_episode_of_days_is_read_to_after_its_end() -> None:
    there = hourly(WANTED.end - 50 * HOUR, 400)
    last = readings(WANTED, there, [], LONG_AFTER)[-1]
    assert there[-1].at + 2 * HOUR < last.end < there[-1].at + 400 * HOUR


def test_little_is_read_back() -> None:
    there = hourly(WANTED.start - 500 * HOUR, 500)
    (only,) = readings(WANTED, there, [], LONG_AFTER)
    assert WANTED.start - 3 * HOUR < only.start < WANTED.start - 2 * HOUR


def test_an_own_green_is_rest_enough_an_observed_one_is_not() -> None:
    for source in Source:
        green = a_check_in(Zone.GREEN, WANTED.end + 5 * HOUR, source=source)
        there = [*hourly(WANTED.end - 50 * HOUR, 400), green]
        spans = readings(WANTED, there, [], LONG_AFTER)
        assert (len(spans) == 1) is (source is Source.SELF)


def test_a_tool_that_ended_late_is_read_to_what_followed() -> None:
    far = WANTED.end + 30 * HOUR
    late = a_use(started_at=WANTED.end - HOUR, ended_at=far)
    assert readings(WANTED, [], [late], LONG_AFTER)[-1].end > far + HOUR / 2
    for settled in (a_use(ended_at=far, answer=Answer.SAME), a_use(ended_at=far, practice=True)):
        assert len(readings(WANTED, [], [settled], LONG_AFTER)) == 1


def test_while_an_episode_is_open_records_later_than_now_are_looked_for() -> None:
    now = WANTED.end - 20 * HOUR
    there = [a_check_in(Zone.YELLOW, now), a_check_in(Zone.YELLOW, now + 9000 * HOUR)]
    assert readings(WANTED, there, [], now)[-1].end == END_OF_TIME
    assert readings(WANTED, there, [], LONG_AFTER)[-1].end < END_OF_TIME


def test_a_parents_end_is_read_where_it_may_come_soon_after_the_childs() -> None:
    edge, minute = first_reading(WANTED).end, timedelta(minutes=1)
    there = [
        *hourly(WANTED.end - 20 * HOUR, 30),
        a_check_in(Zone.GREEN, edge - 5 * minute),
        a_check_in(Zone.GREEN, WANTED.end - 20 * HOUR, person=MUM.id),
        a_check_in(Zone.YELLOW, edge - 10 * minute, person=MUM.id),
        a_check_in(Zone.GREEN, edge + 5 * minute, person=MUM.id),
    ]
    read = readings(WANTED, there, [], LONG_AFTER)[-1]
    inside = tuple(c for c in there if read.start <= c.at < read.end)
    found = week(WEEK, Records(people=(a_child(), MUM), check_ins=inside), LONG_AFTER)
    assert (found.family.together.pairs, found.family.together.came_down) == (1, 1)


def test_practice_and_withdrawn_do_not_disturb_a_rest() -> None:
    there = [
        *(a_check_in(Zone.RED, c.at, practice=True) for c in hourly(WANTED.start - 50 * HOUR, 400)),
        *(a_check_in(Zone.RED, c.at, withdrawn_at=c.at) for c in hourly(WANTED.end, 40)),
    ]
    assert len(readings(WANTED, there, [], LONG_AFTER)) == 1


borders = st.sampled_from((WANTED.start, WANTED.end))
stretches = st.tuples(
    st.sampled_from((1, 2, 10, 20, 40)),
    st.sampled_from((3600, 7199, 7200)),
    st.sampled_from((60, 119, 121, 7200, 7201, 40_000)),
    st.sampled_from((Zone.YELLOW, Zone.YELLOW, Zone.RED, Zone.GREEN)),
    st.sampled_from((Source.SELF, Source.SELF, Source.OBSERVED)),
)
"""How many check-ins, how far apart, how long until the last one, and what that one is."""


@st.composite
def chains(draw: st.DrawFn, person: UUID) -> list[CheckIn]:
    """Long stretches out of green around a border of the days, with few rests."""
    at = draw(borders) + draw(st.integers(-70, 20)) * HOUR
    found = []
    for count, gap, pause, zone, source in draw(st.lists(stretches, max_size=4)):
        for _ in range(count):
            found.append(a_check_in(Zone.YELLOW, at, person=person))
            at += timedelta(seconds=gap)
        at += timedelta(seconds=pause - gap)
        found.append(a_check_in(zone, at, person=person, source=source))
    return found


@st.composite
def late_uses(draw: st.DrawFn) -> ToolUse:
    started = WANTED.end - draw(st.integers(1, 40)) * HOUR
    ended = draw(st.one_of(st.none(), st.integers(0, 90).map(lambda n: started + n * HOUR)))
    person = draw(st.sampled_from((MIA, MUM.id)))
    return a_use(started_at=started, ended_at=ended, person=person)


moments = st.tuples(borders, st.integers(-30, 50)).map(lambda b: b[0] + b[1] * HOUR)


@settings(max_examples=400)
@given(chains(MIA), chains(MUM.id), st.lists(late_uses(), max_size=2), moments)
def test_the_week_read_in_part_is_the_week_read_whole(
    of_mia: list[CheckIn], of_mum: list[CheckIn], uses: list[ToolUse], now: datetime
) -> None:
    whole = Records(people=(a_child(), MUM), check_ins=(*of_mia, *of_mum), tool_uses=tuple(uses))
    read = readings(WANTED, whole.check_ins, uses, now)[-1]
    inside = tuple(c for c in whole.check_ins if read.start <= c.at < read.end)
    assert week(WEEK, replace(whole, check_ins=inside), now) == week(WEEK, whole, now)
