"""What was done in one sitting, taken back in turn."""

from __future__ import annotations

from uuid import uuid4

import pytest

from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.ui.undoing import MOST, Done, Undoing

MIA = uuid4()


def done(told: list[int], number: int) -> Done:
    return Done(MIA, Zone.YELLOW, lambda: told.append(number))


def test_the_last_change_is_taken_back_first() -> None:
    told: list[int] = []
    undoing = Undoing()
    assert undoing.step_back() is None
    for number in range(3):
        undoing.add(done(told, number))
    while undoing:
        undoing.step_back()
    assert told == [2, 1, 0]
    assert undoing.last is None


def test_what_cannot_be_taken_back_stays_the_last_one() -> None:
    def fail() -> None:
        raise Problem("data-record-gone")

    undoing = Undoing()
    stuck = Done(MIA, Zone.YELLOW, fail)
    undoing.add(stuck)
    with pytest.raises(Problem):
        undoing.step_back()
    assert undoing.last is stuck


def test_a_change_that_was_none_is_forgotten_and_a_new_sitting_forgets_all() -> None:
    undoing = Undoing()
    undoing.add(done([], 1))
    undoing.add(done([], 2))
    undoing.drop()
    assert undoing
    undoing.begin()
    assert not undoing


def test_only_so_many_are_remembered() -> None:
    told: list[int] = []
    undoing = Undoing()
    for number in range(MOST + 3):
        undoing.add(done(told, number))
    while undoing.step_back():
        pass
    assert told == list(range(MOST + 2, 2, -1))
