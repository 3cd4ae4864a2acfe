"""A clock that is set while the program runs, or while it does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes import FakeClock
from tests.services.clocked import MINUTE, Clocked
from thermometer.domain.backups import Worry
from thermometer.domain.clock_changes import Side
from thermometer.store.database import Database

HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)


@pytest.fixture
def clocked(database: Database, clock: FakeClock) -> Clocked:
    one = Clocked(database, clock)
    one.watch.begin()
    return one


def test_time_that_passes_is_nothing_to_be_told(clocked: Clocked) -> None:
    for span in (MINUTE, 8 * HOUR, 3 * DAY):
        clocked.pass_by(span)
        clocked.tap()
        assert clocked.watch.look() is None
    assert clocked.start_again().look() is None
    assert clocked.changes.worries() == ()


@pytest.mark.parametrize("span", [HOUR, YEAR])
@pytest.mark.parametrize("way", [-1, 1])
def test_a_clock_set_between_taps_is_noted_with_both_stretches(
    clocked: Clocked, span: timedelta, way: int
) -> None:
    before = [clocked.tap() for _ in range(3)]
    clocked.watch.look()
    at_once = clocked.tap()  # after the last look, before the clock is set
    clocked.set_by(way * span)
    since = [clocked.tap() for _ in range(2)]
    change = clocked.watch.look()
    assert change is not None
    assert clocked.changes.all() == (change,)
    assert change.jump == way * span
    assert clocked.changes.stretch(change, Side.BEFORE) == (*before, at_once)
    assert clocked.changes.stretch(change, Side.SINCE) == tuple(since)
    later = clocked.tap()
    assert clocked.changes.stretch(change, Side.SINCE) == (*since, later)
    assert clocked.changes.worries() == (Worry.CLOCK,)
    assert clocked.watch.look() is None


def test_a_clock_set_and_set_right_leaves_the_stretch_in_between(clocked: Clocked) -> None:
    first = clocked.tap()
    clocked.watch.look()
    clocked.set_by(-HOUR)
    wrong = clocked.tap()
    clocked.watch.look()
    clocked.set_by(HOUR)
    last = clocked.tap()
    clocked.watch.look()
    right, was_wrong = clocked.changes.all()
    assert clocked.changes.stretch(was_wrong, Side.BEFORE) == (first,)
    assert clocked.changes.stretch(was_wrong, Side.SINCE) == (wrong,)
    assert clocked.changes.stretch(right, Side.BEFORE) == (wrong,)
    assert clocked.changes.stretch(right, Side.SINCE) == (last,)


def test_a_device_that_sets_its_clock_after_a_start_bothers_nobody(clocked: Clocked) -> None:
    clocked.tap()
    clocked.start_again()
    clocked.pass_by(MINUTE)
    clocked.set_by(DAY)
    assert clocked.watch.look() is None
    assert clocked.changes.all() == ()


def test_set_forward_before_any_tap_but_long_after_the_start_is_told(clocked: Clocked) -> None:
    clocked.pass_by(11 * MINUTE)
    clocked.watch.look()
    clocked.set_by(HOUR)
    assert clocked.watch.look() is not None


def test_set_back_before_any_tap_is_told(clocked: Clocked) -> None:
    clocked.set_by(-HOUR)
    assert clocked.watch.look() is not None


@pytest.mark.parametrize("back", [HOUR, YEAR])
def test_a_clock_set_back_while_the_program_did_not_run(clocked: Clocked, back: timedelta) -> None:
    right = clocked.tap()
    clocked.set_by(back)
    wrong = [clocked.tap() for _ in range(2)]
    clocked.set_by(-back)
    clocked.start_again()
    (change,) = clocked.changes.all()
    assert change.passed is None
    assert change.shift(Side.BEFORE) == -back
    assert clocked.changes.stretch(change, Side.BEFORE) == tuple(wrong)
    assert right not in clocked.changes.stretch(change, Side.BEFORE)
    clocked.start_again()
    assert clocked.changes.all() == (change,)  # told once


def test_a_few_minutes_are_nothing_to_be_told(clocked: Clocked) -> None:
    clocked.tap()
    clocked.set_by(-5 * MINUTE)
    clocked.start_again()
    assert clocked.changes.all() == ()


def test_only_the_latest_changes_are_kept(clocked: Clocked) -> None:
    for _ in range(8):
        clocked.set_by(-HOUR)
        clocked.watch.look()
    assert len(clocked.changes.all()) == 5
    assert clocked.changes.all()[0].after == clocked.clock.now()
