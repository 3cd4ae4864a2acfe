"""What grown-ups enter, on a real data file: always beside what is there, never in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_check_in, a_child, a_parent
from tests.fakes import BERLIN, SUNDAY_EVENING, FakeClock
from thermometer.domain.changes import Change
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.episodes import End
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services.observing import Observing, OverNow
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.remarks import Remarks

MINUTE = timedelta(minutes=1)
MUM = a_parent()


@pytest.fixture
def check_ins(database: Database, mia: Person) -> CheckIns:
    People(database).add(MUM)
    return CheckIns(database)


@pytest.fixture
def observing(
    check_ins: CheckIns, database: Database, clock: FakeClock, changes: list[Change]
) -> Observing:
    return Observing(check_ins, Remarks(database), clock, changes.append)


def told(**own: Any) -> OverNow:
    """Half an hour of red that ended an hour ago."""
    values: dict[str, Any] = {
        "person": a_child().id,
        "by": MUM.id,
        "peak": Zone.RED,
        "end": SUNDAY_EVENING - 60 * MINUTE,
        "lasted": 30 * MINUTE,
    }
    return OverNow(**(values | own))


def test_what_is_noticed_now(
    observing: Observing, check_ins: CheckIns, mia: Person, changes: list[Change]
) -> None:
    seen = observing.noticed(mia.id, MUM.id, Zone.YELLOW, signs=("hot-face",))
    assert check_ins.between(None, None) == [seen]
    assert (seen.source, seen.observed_by, seen.about) == (Source.OBSERVED, MUM.id, False)
    assert (seen.at, seen.entered_at, seen.time_zone) == (SUNDAY_EVENING, SUNDAY_EVENING, BERLIN)
    assert seen.signs == ("hot-face",)
    assert changes == [Change.CHECK_INS]


def test_what_was_noticed_earlier_is_about(observing: Observing, mia: Person) -> None:
    seen = observing.noticed(mia.id, MUM.id, Zone.RED, SUNDAY_EVENING - 90 * MINUTE)
    assert (seen.at, seen.about) == (SUNDAY_EVENING - 90 * MINUTE, True)
    assert seen.entered_afterwards


def test_nothing_is_entered_for_a_time_that_has_not_come(
    observing: Observing, check_ins: CheckIns, mia: Person, changes: list[Change]
) -> None:
    with pytest.raises(Problem, match="entered-for-later"):
        observing.noticed(mia.id, MUM.id, Zone.RED, SUNDAY_EVENING + MINUTE)
    with pytest.raises(Problem, match="entered-for-later"):
        observing.preview(told(end=SUNDAY_EVENING + MINUTE))
    assert check_ins.between(None, None) == []
    assert changes == []


def test_signs_are_added_once(
    observing: Observing, check_ins: CheckIns, changes: list[Change]
) -> None:
    tap = a_check_in(Zone.YELLOW)
    check_ins.add(tap)
    assert observing.add_signs(tap, ("louder",)).signs == ("louder",)
    assert observing.add_signs(tap, ("pacing",)).signs == ("louder",)
    assert changes == [Change.CHECK_INS, Change.CHECK_INS]


def test_a_late_entry_is_shown_before_it_is_kept(
    observing: Observing, check_ins: CheckIns, changes: list[Change]
) -> None:
    preview = observing.preview(told())
    assert preview.as_told
    assert preview.episode is not None
    assert (preview.episode.state, preview.episode.peak) == (End.KNOWN, Zone.RED)
    assert preview.episode.duration == 30 * MINUTE
    assert check_ins.between(None, None) == []
    first = observing.over(preview)
    assert check_ins.between(None, None) == list(preview.check_ins)
    assert first == preview.check_ins[0]
    assert all(c.about and c.observed_by == MUM.id for c in preview.check_ins)
    assert changes == [Change.CHECK_INS]


def test_how_it_began_may_be_told_too(observing: Observing) -> None:
    preview = observing.preview(told(first_zone=Zone.YELLOW))
    assert preview.as_told
    assert preview.episode is not None
    assert (preview.episode.first_zone, preview.episode.peak) == (Zone.YELLOW, Zone.RED)


def test_what_is_no_episode_is_refused(observing: Observing) -> None:
    with pytest.raises(Problem, match="late-entry-end"):
        observing.preview(told(lasted=timedelta()))
    with pytest.raises(Problem, match="late-entry-zone"):
        observing.preview(told(peak=Zone.GREEN))


def test_the_childs_own_taps_go_before_what_is_told(
    observing: Observing, check_ins: CheckIns
) -> None:
    story = told(peak=Zone.YELLOW)
    check_ins.add(a_check_in(Zone.RED, story.start + 10 * MINUTE))
    preview = observing.preview(story)
    assert not preview.as_told
    assert preview.episode is not None
    assert preview.episode.peak is Zone.RED


def test_the_childs_own_taps_may_leave_nothing_of_it(
    observing: Observing, check_ins: CheckIns
) -> None:
    story = told(lasted=5 * MINUTE)
    check_ins.add(a_check_in(Zone.GREEN, story.start + MINUTE))
    preview = observing.preview(story)
    assert (preview.episode, preview.as_told) == (None, False)
    other = told(lasted=5 * MINUTE)
    check_ins.add(a_check_in(Zone.RED, other.end + 60 * MINUTE))
    assert observing.preview(other).episode is None


def test_one_that_joins_what_was_before_is_shown_as_what_it_becomes(
    observing: Observing, check_ins: CheckIns
) -> None:
    story = told()
    check_ins.add(a_check_in(Zone.YELLOW, story.start - 30 * MINUTE))
    preview = observing.preview(story)
    assert not preview.as_told
    assert preview.episode is not None
    assert preview.episode.start == story.start - 30 * MINUTE


def test_an_end_that_the_childs_own_tap_takes_away_is_not_as_told(
    observing: Observing, check_ins: CheckIns
) -> None:
    story = told()
    check_ins.add(a_check_in(Zone.RED, story.end + MINUTE))
    preview = observing.preview(story)
    assert preview.episode is not None
    assert preview.episode.state is not End.KNOWN
    assert not preview.as_told


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lasted=st.integers(1, 24 * 60),
    peak=st.sampled_from([Zone.YELLOW, Zone.RED]),
    ago=st.integers(0, 60 * 24 * 30),
)
def test_without_other_records_it_is_always_as_told(
    observing: Observing, lasted: int, peak: Zone, ago: int
) -> None:
    story = told(lasted=lasted * MINUTE, peak=peak, end=SUNDAY_EVENING - ago * MINUTE)
    assert observing.preview(story).as_told


def test_a_parents_own_entry_and_any_observation_can_be_withdrawn(
    observing: Observing, check_ins: CheckIns, mia: Person, changes: list[Change]
) -> None:
    hers = a_check_in(Zone.RED, person=MUM.id)
    seen = replace(a_check_in(Zone.RED), source=Source.OBSERVED, observed_by=MUM.id)
    check_ins.add_all([hers, seen])
    assert observing.withdraw(MUM, hers).withdrawn_at == SUNDAY_EVENING
    assert observing.withdraw(mia, seen).withdrawn_at == SUNDAY_EVENING
    assert changes == [Change.CHECK_INS, Change.CHECK_INS]


def test_a_childs_own_tap_is_withdrawn_only_with_who_made_it(
    observing: Observing,
    check_ins: CheckIns,
    database: Database,
    clock: FakeClock,
    mia: Person,
    changes: list[Change],
) -> None:
    tap = a_check_in(Zone.RED)
    check_ins.add(tap)
    with pytest.raises(Problem, match="own-tap-stays"):
        observing.withdraw(mia, tap)
    assert check_ins.between(None, None) == [tap]
    clock.advance(5 * MINUTE)
    withdrawn = observing.mistake(tap, MUM.id)
    assert withdrawn.withdrawn_at == SUNDAY_EVENING + 5 * MINUTE
    (mistake,) = Remarks(database).mistakes([tap.id])
    assert (mistake.made_by, mistake.entered_at) == (MUM.id, withdrawn.withdrawn_at)
    assert observing.mistake(withdrawn, None) == withdrawn
    assert len(Remarks(database).mistakes([tap.id])) == 1
    assert changes == [Change.CHECK_INS]


def test_nothing_is_withdrawn_before_it_was(
    observing: Observing, check_ins: CheckIns, clock: FakeClock
) -> None:
    tap = a_check_in(Zone.RED)
    check_ins.add(tap)
    clock.advance(-90 * MINUTE)
    assert observing.mistake(tap, None).withdrawn_at == tap.at


def test_both_are_kept(observing: Observing, check_ins: CheckIns, mia: Person) -> None:
    tap = a_check_in(Zone.YELLOW)
    check_ins.add(tap)
    seen: CheckIn = observing.noticed(mia.id, MUM.id, Zone.RED)
    assert check_ins.between(None, None) == [tap, seen]
