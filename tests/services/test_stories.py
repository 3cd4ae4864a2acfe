"""Stories from a real data file, and what is said about them."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.builders import a_check_in, a_parent
from tests.fakes import SUNDAY_EVENING, FakeClock
from tests.store import records
from thermometer.domain.changes import Change
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.domain.remarks import Mend, Subject
from thermometer.domain.stories import span_of, span_to_read
from thermometer.domain.story_events import Tapped, Used
from thermometer.domain.thresholds import NOTE_LENGTH
from thermometer.domain.zones import Zone
from thermometer.services.reports import Reports
from thermometer.services.stores import Stores
from thermometer.services.stories import Stories
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.remarks import Remarks
from thermometer.store.tools import ToolUses

MINUTE = timedelta(minutes=1)


@pytest.fixture
def mum(database: Database) -> Person:
    person = a_parent()
    People(database).add(person)
    return person


@pytest.fixture
def stores(database: Database) -> Stores:
    return Stores(database, People(database), CheckIns(database), ToolUses(database))


@pytest.fixture
def stories(stores: Stores, clock: FakeClock, changes: list[Change]) -> Stories:
    reports = Reports(stores.people, stores.check_ins, stores.tool_uses, stores.repairs)
    return Stories(stores, Remarks(stores.database), reports, clock, changes.append)


def tap(zone: Zone, minute: float = 0, **own: object) -> CheckIn:
    return a_check_in(zone, SUNDAY_EVENING + minute * MINUTE, **own)


@pytest.fixture
def episode(database: Database, mia: Person, mum: Person, clock: FakeClock) -> list[CheckIn]:
    """Yellow, then red while Mum saw yellow, then green; Mum was out of green too."""
    red = tap(Zone.RED, 6)
    seen = tap(Zone.YELLOW, 7, source=Source.OBSERVED, observed_by=mum.id)
    check_ins = [tap(Zone.YELLOW), red, seen, tap(Zone.YELLOW, 8, person=mum.id)]
    check_ins.append(tap(Zone.GREEN, 24))
    CheckIns(database).add_all(check_ins)
    clock.set(SUNDAY_EVENING + 60 * MINUTE)
    return check_ins


def test_a_story_is_read_whole(
    stories: Stories, database: Database, episode: list[CheckIn], mia: Person, mum: Person
) -> None:
    call = records.tool_use(mia.id, SUNDAY_EVENING + 7.5 * MINUTE, tool="come-please")
    ToolUses(database).start(call)
    ToolUses(database).end(call.id, SUNDAY_EVENING + 9 * MINUTE)
    ToolUses(database).came(call.id, mum.id)
    up, red, seen, _, green = episode
    story = stories.read(up.id)
    first, second, called, last = story.events
    assert isinstance(first, Tapped)
    assert isinstance(second, Tapped)
    assert (first.check_in, second.check_in, second.differing) == (up, red, (seen,))
    assert isinstance(called, Used)
    assert (called.use.id, called.came_in) == (call.id, Zone.YELLOW)
    assert isinstance(last, Tapped)
    assert (last.check_in, last.after) == (green, called.use)
    assert [line.person for line in story.lines] == [mia, mum]
    assert stories.everybody() == [mia, mum]


def test_the_neighbours_are_looked_for_a_week_around(
    stories: Stories, database: Database, episode: list[CheckIn], clock: FakeClock
) -> None:
    day = 24 * 60
    near, next_ = tap(Zone.YELLOW, -6 * day), tap(Zone.RED, 6 * day)
    CheckIns(database).add_all([tap(Zone.RED, -14 * day), near, next_, tap(Zone.RED, 14 * day)])
    clock.advance(timedelta(days=20))
    story = stories.read(episode[0].id)
    assert story.before is not None
    assert story.after is not None
    assert (story.before.id, story.after.id) == (near.id, next_.id)
    assert stories.read(near.id).before is None


def test_a_check_in_that_is_not_there(stories: Stories) -> None:
    with pytest.raises(Problem, match="data-record-gone"):
        stories.read(uuid4())


def test_a_person_that_cannot_be_read(
    stories: Stories, database: Database, episode: list[CheckIn], mia: Person
) -> None:
    database.connection.execute("PRAGMA ignore_check_constraints = ON")
    database.connection.execute(f"UPDATE person SET role = 'cousin' WHERE id = '{mia.id}'")
    with pytest.raises(Problem, match="data-record-gone"):
        stories.read(episode[0].id)


def test_a_note_is_replaced_and_never_overwritten(
    stories: Stories, database: Database, episode: list[CheckIn], changes: list[Change]
) -> None:
    id_ = episode[0].id
    assert stories.note(stories.read(id_), " tired after school\n")
    assert stories.note(stories.read(id_), "tired after school; no snack\0")
    assert stories.read(id_).text(Subject.NOTE) == "tired after school; no snack"
    first, second = Remarks(database).of_check_ins([id_])
    assert (first.text, first.replaces) == ("tired after school", None)
    assert (second.replaces, second.entered_at) == (first.id, SUNDAY_EVENING + 60 * MINUTE)
    assert changes == [Change.REMARKS, Change.REMARKS]


def test_what_was_not_changed_is_not_kept_again(
    stories: Stories, database: Database, episode: list[CheckIn], changes: list[Change]
) -> None:
    id_ = episode[0].id
    assert not stories.note(stories.read(id_), "  ")
    stories.note(stories.read(id_), "a note")
    assert not stories.note(stories.read(id_), "a note ")
    assert stories.note(stories.read(id_), "")
    assert stories.read(id_).text(Subject.NOTE) == ""
    assert len(Remarks(database).of_check_ins([id_])) == 2
    assert len(changes) == 2


def test_a_note_that_is_too_long(stories: Stories, episode: list[CheckIn]) -> None:
    story = stories.read(episode[0].id)
    assert stories.note(story, "x" * NOTE_LENGTH)
    with pytest.raises(Problem, match="note-too-long"):
        stories.note(stories.read(episode[0].id), "x" * (NOTE_LENGTH + 1))
    assert stories.read(episode[0].id).text(Subject.NOTE) == "x" * NOTE_LENGTH


def test_tags_are_kept_at_once_and_settle_on_the_check_in_once(
    stories: Stories, database: Database, episode: list[CheckIn], changes: list[Change]
) -> None:
    id_ = episode[0].id
    assert not stories.settle_tags(stories.read(id_))
    assert stories.tag(stories.read(id_), ("tired",))
    assert stories.tag(stories.read(id_), ("tired", "noise"))
    assert CheckIns(database).of_ids([id_])[id_].contexts == ()
    assert stories.settle_tags(stories.read(id_))
    assert CheckIns(database).of_ids([id_])[id_].contexts == ("tired", "noise")
    assert stories.tag(stories.read(id_), ())
    assert not stories.settle_tags(stories.read(id_))
    assert stories.read(id_).contexts == ()
    assert CheckIns(database).of_ids([id_])[id_].contexts == ("tired", "noise")
    assert changes == [Change.REMARKS, Change.REMARKS, Change.CHECK_INS, Change.REMARKS]


def test_tags_that_the_check_in_holds_are_the_first_ones(
    stories: Stories, database: Database, mia: Person
) -> None:
    up = tap(Zone.YELLOW, contexts=("bedtime",))
    CheckIns(database).add(up)
    assert not stories.tag(stories.read(up.id), ("bedtime",))
    assert stories.tag(stories.read(up.id), ("bedtime", "ill"))
    assert stories.read(up.id).contexts == ("bedtime", "ill")


def test_the_answer_to_anything_to_mend(stories: Stories, episode: list[CheckIn]) -> None:
    id_ = episode[0].id
    assert not stories.answer(stories.read(id_), None)
    assert stories.answer(stories.read(id_), Mend.YES)
    assert not stories.answer(stories.read(id_), Mend.YES)
    assert stories.read(id_).text(Subject.MEND) == "yes"
    assert stories.answer(stories.read(id_), Mend.NO)
    assert stories.answer(stories.read(id_), None)
    assert stories.read(id_).text(Subject.MEND) == ""


def test_what_was_said_stays_when_the_first_tap_is_withdrawn(
    stories: Stories, database: Database, episode: list[CheckIn], clock: FakeClock
) -> None:
    up, red, *_ = episode
    stories.note(stories.read(up.id), "before")
    Remarks(database).withdraw(records.mistake(up.id, None, clock.now()))
    for id_ in (up.id, red.id):
        story = stories.read(id_)
        assert (story.key, story.anchor.id) == (red.id, id_)
    assert stories.read(up.id).text(Subject.NOTE) == "before"


def test_as_much_is_read_as_the_lines_and_the_tools_need(episode: list[CheckIn]) -> None:
    span = span_of(episode[0], None, SUNDAY_EVENING)
    read = span_to_read(span)
    assert (span.start - read.start, read.end - span.end) == (122 * MINUTE, 122 * MINUTE)
