"""Check-ins of a stretch with a wrong clock: moved only when asked, and nothing overwritten."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.builders import a_check_in, a_parent
from tests.fakes import SUNDAY_EVENING, FakeClock
from tests.services.clocked import MINUTE, Clocked
from tests.store import records
from thermometer.domain.changes import Change
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.clock_changes import ClockChange, Side
from thermometer.domain.histories import History
from thermometer.domain.mend_questions import belongs
from thermometer.domain.problems import Problem
from thermometer.domain.remarks import Remark, Subject
from thermometer.domain.zones import Zone
from thermometer.services.clock_changes import KEY
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.problems import NoSpace
from thermometer.store.remarks import Remarks
from thermometer.store.repairs import Repairs

HOUR = timedelta(hours=1)


@pytest.fixture
def clocked(database: Database, clock: FakeClock) -> Clocked:
    one = Clocked(database, clock)
    one.watch.begin()
    return one


def wrong_hour(clocked: Clocked) -> tuple[CheckIn, CheckIn, ClockChange]:
    """One tap by the right clock, one an hour behind, and then it was set right."""
    right = clocked.tap(Zone.YELLOW)
    clocked.watch.look()
    clocked.set_by(-HOUR)
    clocked.watch.look()
    wrong = clocked.tap(Zone.RED)
    clocked.watch.look()
    clocked.set_by(HOUR)
    change = clocked.watch.look()
    assert change is not None
    return right, wrong, change


def test_a_stretch_is_moved_and_nothing_is_overwritten(clocked: Clocked) -> None:
    right, wrong, change = wrong_hour(clocked)
    (new,) = clocked.changes.correct(change, Side.BEFORE, HOUR)
    assert (new.at, new.entered_at) == (wrong.at + HOUR, wrong.entered_at + HOUR)
    same = ("person", "zone", "time_zone", "source", "practice", "about", "signs")
    assert all(getattr(new, field) == getattr(wrong, field) for field in same)
    old = clocked.all()[wrong.id]
    assert (old.at, old.entered_at) == (wrong.at, wrong.entered_at)
    assert old.withdrawn_at is not None
    assert clocked.standing() == [right, new]
    assert clocked.journal.zone_now(clocked.mia.id) is Zone.RED
    assert clocked.told[-1] is Change.CHECK_INS


def test_each_names_the_other(clocked: Clocked) -> None:
    _, wrong, change = wrong_hour(clocked)
    (new,) = clocked.changes.correct(change, Side.BEFORE, HOUR)
    (mistake,) = clocked.remarks.mistakes([wrong.id])
    assert mistake.id == new.id
    assert mistake.made_by is None


def test_one_wrong_stretch_is_settled_at_both_ends(clocked: Clocked) -> None:
    _, _, change = wrong_hour(clocked)
    assert len(clocked.changes.all()) == 2
    clocked.changes.correct(change, Side.BEFORE, HOUR)
    assert clocked.changes.all() == ()
    clocked.start_again()
    assert clocked.changes.all() == ()


def test_it_can_be_undone(clocked: Clocked) -> None:
    right, wrong, change = wrong_hour(clocked)
    moved = clocked.changes.correct(change, Side.BEFORE, HOUR)
    (back,) = clocked.changes.undo(moved, HOUR)
    assert back.at == wrong.at
    assert {each.id for each in clocked.standing()} == {right.id, back.id}
    assert len(clocked.all()) == 4


def test_what_was_ahead_and_is_undone_is_not_told_anew(clocked: Clocked) -> None:
    clocked.set_by(HOUR)
    ahead = clocked.tap()
    clocked.set_by(-HOUR)
    clocked.start_again()
    (change,) = clocked.changes.all()
    moved = clocked.changes.correct(change, Side.BEFORE, -HOUR)
    assert moved[0].at == ahead.at - HOUR
    clocked.changes.undo(moved, -HOUR)
    clocked.start_again()
    assert clocked.changes.all() == ()


def test_what_is_right_stays_and_is_not_asked_about_again(clocked: Clocked) -> None:
    clocked.set_by(HOUR)
    clocked.tap()
    clocked.set_by(-HOUR)
    clocked.start_again()
    (change,) = clocked.changes.all()
    before = clocked.all()
    clocked.changes.settle(change)
    assert clocked.changes.all() == ()
    clocked.start_again()
    assert clocked.changes.all() == ()
    assert clocked.all() == before


@pytest.mark.parametrize(
    "shift", [timedelta(hours=2), -timedelta(days=40 * 365), timedelta.max, timedelta.min]
)
def test_nothing_is_moved_beyond_now_or_long_before_anybody_was_there(
    clocked: Clocked, shift: timedelta
) -> None:
    _, _, change = wrong_hour(clocked)
    before = clocked.all()
    with pytest.raises(Problem, match="clock-moved-too-far"):
        clocked.changes.correct(change, Side.BEFORE, shift)
    assert clocked.all() == before
    assert change in clocked.changes.all()


def test_what_was_taken_back_stays_where_it_was(clocked: Clocked) -> None:
    clocked.set_by(-HOUR)
    clocked.watch.look()
    oops, kept = clocked.tap(), clocked.tap()
    clocked.journal.take_back(oops)
    (change,) = clocked.changes.all()
    assert clocked.changes.stretch(change, Side.SINCE) == (kept,)


def test_what_was_said_of_an_episode_goes_along(clocked: Clocked) -> None:
    _, wrong, change = wrong_hour(clocked)

    def say(subject: Subject, text: str, replaces: Remark | None = None) -> Remark:
        remark = Remark(
            id=uuid4(),
            check_in=wrong.id,
            subject=subject,
            text=text,
            entered_at=clocked.clock.now(),
            replaces=replaces.id if replaces else None,
        )
        clocked.remarks.add(remark)
        return remark

    draft = say(Subject.NOTE, "before tea")
    note = say(Subject.NOTE, "before dinner", draft)
    tags = say(Subject.CONTEXTS, "hungry")
    (new,) = clocked.changes.correct(change, Side.BEFORE, HOUR)
    there = clocked.remarks.of_check_ins([new.id])
    assert {(each.text, each.replaces) for each in there} == {
        ("before dinner", note.id),
        ("hungry", tags.id),
    }
    assert len(clocked.remarks.of_check_ins([wrong.id])) == 3


def test_a_hard_moment_stays_with_its_episode(clocked: Clocked) -> None:
    mum, repairs = a_parent(), Repairs(clocked.database)
    People(clocked.database).add(mum)
    _, wrong, change = wrong_hour(clocked)
    rupture = records.rupture(mum.id, clocked.mia.id, episode=wrong.id)
    loose = records.rupture(mum.id, clocked.mia.id)
    repairs.add_ruptures([rupture, loose])

    def episodes() -> set[UUID | None]:
        read = (
            repairs.ruptures(),
            repairs.unsettled(),
            repairs.ruptures_of_ids([rupture.id]).values(),
        )
        found = {one.episode for each in read for one in each if one.id == rupture.id}
        assert {one.episode for one in repairs.ruptures() if one.id == loose.id} == {None}
        return found

    assert episodes() == {wrong.id}
    moved = clocked.changes.correct(change, Side.BEFORE, HOUR)
    assert episodes() == {moved[0].id}
    history = History.of(clocked.standing(), clocked.clock.now())
    (found,) = (e for e in history.episodes if moved[0] in e.check_ins)
    assert belongs(repairs.ruptures_of_ids([rupture.id])[rupture.id], found)
    assert repairs.fill_rupture(rupture.id, note="tea").episode == moved[0].id
    (back,) = clocked.changes.undo(moved, HOUR)
    assert episodes() == {back.id}
    kept = clocked.database.connection.execute("SELECT episode FROM rupture").fetchall()
    assert set(kept) == {(str(wrong.id),), (None,)}  # what happened is never overwritten


def test_what_a_grown_up_noticed_is_moved_as_it_was_told(clocked: Clocked) -> None:
    mum = a_parent()
    People(clocked.database).add(mum)
    clocked.set_by(-HOUR)
    clocked.watch.look()
    now = clocked.clock.now()
    seen = a_check_in(
        Zone.RED,
        now - 20 * MINUTE,
        person=clocked.mia.id,
        source=Source.OBSERVED,
        observed_by=mum.id,
        about=True,
        entered_at=now,
        signs=("loud-voice",),
    )
    clocked.check_ins.add(seen)
    clocked.pass_by(HOUR)
    clocked.set_by(HOUR)
    (change,) = clocked.changes.all()
    (new,) = clocked.changes.correct(change, Side.SINCE, HOUR)
    assert (new.at, new.entered_at) == (seen.at + HOUR, seen.entered_at + HOUR)
    assert (new.about, new.observed_by, new.signs) == (True, mum.id, seen.signs)


def test_a_full_disk_in_the_midst_changes_nothing(
    clocked: Clocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, wrong, change = wrong_hour(clocked)
    clocked.remarks.add(
        Remark(
            id=uuid4(),
            check_in=wrong.id,
            subject=Subject.NOTE,
            text="x",
            entered_at=SUNDAY_EVENING,
        )
    )
    before = clocked.all()

    def refuse(_: Remarks, _remark: Remark) -> None:
        raise NoSpace(clocked.database.path)

    monkeypatch.setattr(Remarks, "add", refuse)
    with pytest.raises(NoSpace):
        clocked.changes.correct(change, Side.BEFORE, HOUR)
    assert clocked.all() == before
    assert clocked.remarks.mistakes([wrong.id]) == []


@pytest.mark.parametrize("value", [None, 7, {"changes": 3}, {"changes": [], "seen": "x"}])
def test_settings_that_cannot_be_read_are_no_change(clocked: Clocked, value: object) -> None:
    clocked.settings.set(KEY, value)
    assert clocked.changes.all() == ()


def test_a_change_that_cannot_be_read_hides_no_other(clocked: Clocked) -> None:
    _, _, change = wrong_hour(clocked)
    clocked.settings.set(KEY, {"changes": [{"since": 1}, change.values()], "seen": 0})
    assert clocked.changes.all() == (change,)


def test_a_row_that_cannot_be_read_hides_no_other(clocked: Clocked) -> None:
    first, second = clocked.tap(), clocked.tap()
    clocked.set_by(-HOUR)
    change = clocked.watch.look()
    assert change is not None
    with clocked.database.transaction() as session:
        raw = session.connection()
        raw.exec_driver_sql("DROP TRIGGER check_in_stands")
        raw.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        raw.exec_driver_sql("UPDATE check_in SET zone = 'blue' WHERE id = ?", (str(first.id),))
        raw.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")
    assert clocked.changes.stretch(change, Side.BEFORE) == (second,)
    assert clocked.database.unreadable == {("check_in", str(first.id))}
