"""The sample family: believable, ending now, and the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from tests.fakes import BERLIN, SUNDAY_EVENING, FakeClock
from thermometer import app
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import End, by_person, episodes
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import Outcome
from thermometer.domain.thresholds import TAP_GUARD
from thermometer.domain.tools import COME_PLEASE, asks_afterwards
from thermometer.domain.zones import Zone
from thermometer.sentences import content_file
from thermometer.services import sample
from thermometer.services.bundle import Services
from thermometer.services.content import Content
from thermometer.services.sample import people as cast_reader
from thermometer.services.sample.diary import Diary
from thermometer.services.sample.people import Cast, cast
from thermometer.services.sample.weeks import write_weeks

CONTENT = Content()


def a_cast(seed: int = sample.SEED) -> Cast:
    return cast("en", CONTENT, Random(seed))


def a_diary(
    now: datetime = SUNDAY_EVENING, zone: str = BERLIN, seed: int = sample.SEED
) -> tuple[Cast, Diary]:
    random = Random(seed)
    family = cast("en", CONTENT, random)
    return family, write_weeks(family, CONTENT, random, now, zone)


@pytest.fixture
def services(clock: FakeClock) -> Iterator[Services]:
    opened = app.open_sample(clock, lambda _change: None)
    yield opened
    opened.close()


def test_two_children_and_two_parents(services: Services) -> None:
    told = [(p.name, p.role, p.age_band, p.picture) for p in services.family.people()]
    assert told == [
        ("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox"),
        ("Leo", Role.CHILD, AgeBand.THREE_TO_FIVE, "dinosaur"),
        ("Mum", Role.PARENT, AgeBand.ADULT, "sunflower"),
        ("Dad", Role.PARENT, AgeBand.ADULT, "bear"),
    ]


def test_home_shows_something_alive(services: Services) -> None:
    zones = {p.name: services.journal.zone_now(p.id) for p in services.family.people()}
    assert zones == {"Mia": Zone.YELLOW, "Leo": Zone.GREEN, "Mum": Zone.GREEN, "Dad": None}


def test_everything_is_in_the_file(services: Services) -> None:
    _, diary = a_diary()
    stores = services.stores
    assert len(stores.check_ins.between(None, None)) == len(diary.check_ins)
    assert len(stores.tool_uses.between(None, None)) == len(diary.tool_uses)
    ruptures = stores.repairs.ruptures()
    assert len(ruptures) == len(diary.ruptures)
    ids = [rupture.id for rupture in ruptures]
    assert len(stores.repairs.bids(ids)) == len(diary.bids)
    assert len(stores.repairs.follow_ups(ids)) == len(diary.follow_ups)


def test_the_folder_is_thrown_away(clock: FakeClock) -> None:
    opened = app.open_sample(clock, lambda _change: None)
    assert opened.folder.is_dir()
    opened.close()
    assert not opened.folder.exists()


def test_the_same_seed_and_instant_make_the_same_weeks() -> None:
    (one, first), (_, second), (_, other) = a_diary(), a_diary(), a_diary(seed=8)
    assert first.check_ins == second.check_ins
    assert first.bids == second.bids
    assert first.check_ins != other.check_ins
    assert one.everybody == a_cast().everybody


nows = st.datetimes(datetime(2010, 1, 1), datetime(2090, 1, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=UTC)
)


@settings(max_examples=25)
@given(nows, st.sampled_from([BERLIN, "Pacific/Auckland", "America/St_Johns", "UTC"]))
def test_twelve_weeks_that_end_now_whenever_and_wherever_that_is(now: datetime, zone: str) -> None:
    _, diary = a_diary(now, zone, seed=now.day)
    instants = [c.at for c in diary.check_ins] + [c.entered_at for c in diary.check_ins]
    instants += [use.ended_at or use.started_at for use in diary.tool_uses]
    instants += [r.at for r in diary.ruptures] + [b.at for b in diary.bids]
    instants += [f.at for f in diary.follow_ups]
    instants += [c.withdrawn_at for c in diary.check_ins if c.withdrawn_at]
    assert max(instants) == now - timedelta(minutes=4)
    assert timedelta(weeks=12) >= now - min(instants) > timedelta(weeks=11)
    assert {c.time_zone for c in diary.check_ins} == {zone}


def test_what_would_happen_tomorrow_has_not_happened_yet() -> None:
    """Seen in the evening, some of the day's ruptures have had no bid so far."""
    evening = SUNDAY_EVENING.replace(hour=20)
    waiting = 0
    for seed in range(60):
        _, diary = a_diary(evening, seed=seed)
        tried = {bid.rupture for bid in diary.bids}
        waiting += sum(r.resolution is None and r.id not in tried for r in diary.ruptures)
        assert all(bid.at < evening for bid in diary.bids)
        assert all(later.at < evening for later in diary.follow_ups)
    assert waiting


def test_all_that_a_family_does_is_among_them() -> None:
    family, diary = a_diary()
    children = {child.id for child in family.children}
    about = [c for c in diary.check_ins if c.about]
    assert any(c.source is Source.OBSERVED for c in diary.check_ins)
    assert any(c.withdrawn_at for c in diary.check_ins)
    assert any(c.practice for c in diary.check_ins)
    assert any(c.signs for c in diary.check_ins)
    assert any(c.contexts for c in diary.check_ins)
    assert about
    assert all(c.source is Source.OBSERVED and c.entered_at > c.at for c in about)
    assert any(use.ended_at is None for use in diary.tool_uses)
    assert len({use.answer for use in diary.tool_uses}) == 4
    assert all(u.came for u in diary.tool_uses if u.tool == COME_PLEASE and u.ended_at)
    assert {bid.outcome for bid in diary.bids} == set(Outcome)
    assert {bid.by in children for bid in diary.bids} == {True, False}
    assert any(rupture.resolution for rupture in diary.ruptures)
    assert any(rupture.note for rupture in diary.ruptures)
    assert any(follow_up.note for follow_up in diary.follow_ups)


def test_records_keep_the_rules() -> None:
    family, diary = a_diary()
    everybody = {person.id: person for person in family.everybody}
    signs = {role: {sign.id for sign in CONTENT.signs(role)} for role in Role}
    for check_in in diary.check_ins:
        assert set(check_in.signs) <= signs[everybody[check_in.person].role]
        assert set(check_in.contexts) <= CONTENT.contexts().keys()
    for use in diary.tool_uses:
        tool = CONTENT.tool(use.tool)
        assert tool in CONTENT.tools()
        assert use.tool in everybody[use.person].tools.of(use.zone)
        assert use.answer is None or asks_afterwards(use.zone, tool.kind)
        assert use.practice is (use.zone is Zone.GREEN)
        assert use.ended_at is None or use.ended_at > use.started_at
    ruptures = {rupture.id: rupture for rupture in diary.ruptures}
    firsts = {c.id for c in diary.check_ins}
    for rupture in ruptures.values():
        assert everybody[rupture.child].is_child
        assert not everybody[rupture.grown_up].is_child
        assert rupture.episode in firsts
    assert all(bid.at > ruptures[bid.rupture].at for bid in diary.bids)


def test_a_follow_up_waits_twenty_minutes() -> None:
    _, diary = a_diary()
    assert diary.follow_ups
    for follow_up in diary.follow_ups:
        together = [
            bid.at
            for bid in diary.bids
            if bid.rupture == follow_up.rupture and bid.outcome is Outcome.TOGETHER
        ]
        assert follow_up.at - min(together) >= timedelta(minutes=20)


def test_only_the_last_rupture_is_open_and_it_is_a_few_days_old_at_most() -> None:
    _, diary = a_diary()
    mended = {bid.rupture for bid in diary.bids if bid.outcome is Outcome.TOGETHER}
    open_ones = [r for r in diary.ruptures if r.resolution is None and r.id not in mended]
    assert open_ones == [max(diary.ruptures, key=lambda rupture: rupture.at)]
    assert SUNDAY_EVENING - open_ones[0].at < timedelta(days=4)
    (bid,) = [bid for bid in diary.bids if bid.rupture == open_ones[0].id]
    assert bid.outcome is Outcome.NOT_YET
    assert bid.try_again_at


def test_one_finger_cannot_tap_faster() -> None:
    _, diary = a_diary()
    own = [c for c in diary.check_ins if c.source is Source.SELF]
    for theirs in by_person(own).values():
        for one, next_one in pairwise(sorted(theirs, key=lambda c: c.at)):
            assert next_one.at - one.at > TAP_GUARD


def weekly(diary: Diary, wanted: Callable[[CheckIn], bool]) -> list[int]:
    """How many check-ins of a kind there are in each of the twelve weeks."""
    count = Counter((SUNDAY_EVENING - c.at).days // 7 for c in diary.check_ins if wanted(c))
    return [count[week] for week in reversed(range(12))]


def test_the_weeks_have_a_rhythm() -> None:
    _, diary = a_diary()
    zone = ZoneInfo(BERLIN)
    weeks = weekly(diary, lambda c: c.zone is not Zone.GREEN)
    assert all(weeks)
    assert max(weeks) in weeks[8:10], "one hard week"
    hours = Counter(c.at.astimezone(zone).hour for c in diary.check_ins if c.zone is Zone.RED)
    assert hours[17] + hours[18] > 3 * (hours[10] + hours[11])
    assert sum(hours[hour] for hour in range(6)) == 0


def test_neither_a_success_story_nor_a_disaster() -> None:
    family, diary = a_diary()
    for child in family.children:
        theirs = [c for c in diary.check_ins if c.person == child.id]
        found = episodes(theirs, SUNDAY_EVENING)
        assert 30 < len(found) < 120
        red = sum(episode.peak is Zone.RED for episode in found)
        assert 0.1 < red / len(found) < 0.6
        assert 0.5 < sum(e.state is End.KNOWN for e in found) / len(found) < 0.99


def test_records_are_entered_in_their_order() -> None:
    _, diary = a_diary()
    entered = [c.entered_at for c in diary.check_ins]
    assert entered == sorted(entered)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('role = "child"', 'role = "parent"'),
        lambda text: text.replace('role = "parent"', 'role = "child"'),
        lambda text: text.replace('name = "Mia"', ""),
        lambda text: text.replace('age_band = "6-8"', 'age_band = "40"'),
        lambda text: text.replace('red = "Volcano"', 'purple = "Volcano"'),
        lambda text: text.replace("[notes]", "[note]"),
    ],
)
def test_a_broken_file_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[str], str]
) -> None:
    file = tmp_path / "sample.toml"
    whole = content_file("en", "sample.toml").read_text(encoding="utf-8")
    file.write_text(spoil(whole), encoding="utf-8")
    monkeypatch.setattr(cast_reader, "content_file", lambda _language, _name: file)
    with pytest.raises(Problem, match="content-broken"):
        a_cast()


def test_all_of_it_or_nothing(services: Services, clock: FakeClock) -> None:
    """A second time the names are taken: nothing is added."""
    before = services.stores.check_ins.between(None, None)
    with pytest.raises(IntegrityError):
        sample.fill(services.stores, services.content, clock)
    assert services.stores.check_ins.between(None, None) == before


def test_one_child_is_enough() -> None:
    family = a_cast()
    alone = replace(family, children=family.children[:1])
    diary = write_weeks(alone, CONTENT, Random(1), SUNDAY_EVENING, BERLIN)
    assert diary.check_ins[-1].person == alone.children[0].id
