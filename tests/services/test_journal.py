from __future__ import annotations

from datetime import timedelta

import pytest

from tests.builders import a_check_in, a_parent
from tests.fakes import BERLIN, FakeClock
from thermometer.domain.changes import Change
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.people import Person
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.zones import Zone
from thermometer.services.journal import Journal
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.problems import NoAccess
from thermometer.store.tools import ToolUses

GREEN, YELLOW, RED = Zone
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def kept(database: Database) -> list[CheckIn]:
    return CheckIns(database).between(None, None)


def uses(database: Database) -> list[ToolUse]:
    return ToolUses(database).between(None, None)


def test_a_tap_is_kept_then_told(
    database: Database, journal: Journal, clock: FakeClock, changes: list[Change], mia: Person
) -> None:
    tap = journal.check_in(mia.id, YELLOW)
    assert (tap.person, tap.zone, tap.source) == (mia.id, YELLOW, Source.SELF)
    assert tap.at == tap.entered_at == clock.now()
    assert tap.time_zone == BERLIN
    assert tap.counts
    assert not tap.about
    assert kept(database) == [tap]
    assert changes == [Change.CHECK_INS]


@pytest.mark.parametrize("zone", Zone)
def test_every_zone_is_the_zone_now(journal: Journal, mia: Person, zone: Zone) -> None:
    journal.check_in(mia.id, zone)
    assert journal.zone_now(mia.id) is zone


def test_nobody_else_is_in_that_zone(database: Database, journal: Journal, mia: Person) -> None:
    mum = a_parent()
    People(database).add(mum)
    journal.check_in(mia.id, RED)
    assert journal.zone_now(mum.id) is None


def test_the_zone_lasts_120_minutes(journal: Journal, clock: FakeClock, mia: Person) -> None:
    journal.check_in(mia.id, YELLOW)
    clock.advance(120 * MINUTE)
    assert journal.zone_now(mia.id) is YELLOW
    clock.advance(timedelta(microseconds=1))
    assert journal.zone_now(mia.id) is None


def test_practice_is_kept_and_counts_nowhere(
    database: Database, journal: Journal, mia: Person
) -> None:
    journal.check_in(mia.id, YELLOW)
    rehearsed = journal.check_in(mia.id, RED, practice=True)
    assert rehearsed in kept(database)
    assert journal.zone_now(mia.id) is YELLOW


def test_a_late_entry_and_an_import_are_left_aside(
    database: Database, journal: Journal, clock: FakeClock, mia: Person
) -> None:
    tap = journal.check_in(mia.id, YELLOW)
    now = clock.advance(10 * MINUTE)
    CheckIns(database).add_all(
        (
            a_check_in(RED, now - HOUR, about=True, source=Source.OBSERVED, entered_at=now),
            a_check_in(GREEN, now - HOUR, entered_at=now),
        )
    )
    assert journal.zone_now(mia.id) is tap.zone


def test_a_tap_taken_back_stays_in_the_file(
    database: Database, journal: Journal, clock: FakeClock, changes: list[Change], mia: Person
) -> None:
    journal.check_in(mia.id, YELLOW)
    wrong = journal.check_in(mia.id, RED)
    taken_back = journal.take_back(wrong)
    assert taken_back.withdrawn_at == clock.now()
    assert not taken_back.counts
    assert kept(database)[-1] == taken_back
    assert journal.zone_now(mia.id) is YELLOW
    assert changes == [Change.CHECK_INS] * 3


def test_taking_back_twice_keeps_the_first(
    database: Database, journal: Journal, clock: FakeClock, mia: Person
) -> None:
    wrong = journal.check_in(mia.id, RED)
    first = journal.take_back(wrong)
    clock.advance(5 * SECOND)
    assert journal.take_back(wrong) == first
    assert journal.take_back(first) == first
    assert kept(database) == [first]


@pytest.mark.parametrize("back", [SECOND, HOUR, timedelta(days=365)])
def test_a_clock_set_back_loses_no_tap(
    database: Database, journal: Journal, clock: FakeClock, mia: Person, back: timedelta
) -> None:
    before = journal.check_in(mia.id, RED)
    clock.advance(-back)
    after = journal.check_in(mia.id, YELLOW)
    assert journal.zone_now(mia.id) is YELLOW
    assert kept(database) == [after, before]


def test_a_clock_set_forward_leaves_an_old_zone_behind(
    journal: Journal, clock: FakeClock, mia: Person
) -> None:
    journal.check_in(mia.id, RED)
    clock.advance(timedelta(days=365))
    assert journal.zone_now(mia.id) is None
    journal.check_in(mia.id, GREEN)
    assert journal.zone_now(mia.id) is GREEN


def test_a_clock_set_back_takes_nothing_back_before_it_was_tapped(
    journal: Journal, clock: FakeClock, mia: Person
) -> None:
    wrong = journal.check_in(mia.id, RED)
    clock.advance(-HOUR)
    assert journal.take_back(wrong).withdrawn_at == wrong.at
    assert journal.zone_now(mia.id) is None


def test_each_tap_has_the_time_zone_of_its_place(
    journal: Journal, clock: FakeClock, mia: Person
) -> None:
    journal.check_in(mia.id, GREEN)
    clock.set(clock.now() + HOUR, "America/New_York")
    assert journal.check_in(mia.id, GREEN).time_zone == "America/New_York"
    assert journal.start_tool(mia.id, "water", YELLOW).time_zone == "America/New_York"


def test_equal_instants_keep_their_order(journal: Journal, mia: Person) -> None:
    for zone in (RED, GREEN, YELLOW):
        journal.check_in(mia.id, zone)
    assert journal.zone_now(mia.id) is YELLOW


def test_a_use_of_a_tool_from_its_start_to_its_answer(
    database: Database, journal: Journal, clock: FakeClock, changes: list[Change], mia: Person
) -> None:
    begun = journal.start_tool(mia.id, "push-wall", YELLOW)
    assert (begun.person, begun.tool, begun.zone) == (mia.id, "push-wall", YELLOW)
    assert (begun.started_at, begun.time_zone) == (clock.now(), BERLIN)
    assert (begun.ended_at, begun.answer, begun.came, begun.practice) == (None, None, None, False)
    assert uses(database) == [begun]
    clock.advance(45 * SECOND)
    ended = journal.end_tool(begun)
    assert ended.ended_at == clock.now()
    answered = journal.answer(ended, Answer.SMALLER)
    assert (answered.ended_at, answered.answer) == (ended.ended_at, Answer.SMALLER)
    assert uses(database) == [answered]
    assert changes == [Change.TOOL_USES] * 3


@pytest.mark.parametrize(
    ("zone", "practice", "is_practice"),
    [
        (GREEN, None, True),
        (YELLOW, None, False),
        (RED, None, False),
        (GREEN, False, False),
        (YELLOW, True, True),
    ],
)
def test_what_starts_from_the_green_safe_place_is_practice(
    journal: Journal, mia: Person, zone: Zone, *, practice: bool | None, is_practice: bool
) -> None:
    assert journal.start_tool(mia.id, "slow-cat", zone, practice=practice).practice is is_practice


def test_the_first_end_and_the_first_answer_stand(
    journal: Journal, clock: FakeClock, mia: Person
) -> None:
    begun = journal.start_tool(mia.id, "water", YELLOW)
    first = journal.end_tool(begun)
    clock.advance(MINUTE)
    assert journal.end_tool(begun) == first
    answered = journal.answer(begun, Answer.SAME)
    assert journal.answer(begun, Answer.BIGGER) == answered


def test_no_use_ends_before_it_starts(journal: Journal, clock: FakeClock, mia: Person) -> None:
    begun = journal.start_tool(mia.id, "water", YELLOW)
    clock.advance(-HOUR)
    assert journal.end_tool(begun).ended_at == begun.started_at


def test_who_came_to_a_call(
    database: Database, journal: Journal, changes: list[Change], mia: Person
) -> None:
    mum = a_parent()
    People(database).add(mum)
    call = journal.start_tool(mia.id, "come-please", RED)
    assert journal.came(call, mum.id).came == mum.id
    assert uses(database)[0].came == mum.id
    assert changes == [Change.TOOL_USES] * 2


def test_a_call_that_was_stopped_has_nobody(
    database: Database, journal: Journal, changes: list[Change], mia: Person
) -> None:
    call = journal.start_tool(mia.id, "come-please", RED)
    assert journal.came(call, None) == call
    assert uses(database) == [call]
    assert changes == [Change.TOOL_USES]


def test_nothing_is_told_that_was_not_kept(
    database: Database, journal: Journal, changes: list[Change], mia: Person
) -> None:
    database.path.unlink()
    with pytest.raises(NoAccess):
        journal.start_tool(mia.id, "water", RED)
    assert changes == []
