"""A few days of the kitchen year, in which nothing may grow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.soak import measures
from tests.soak.corner import VISITS, lock, unlock, walk_the_rail
from tests.soak.kitchen import Kitchen
from tests.soak.ways import OFTEN_DONE
from tests.soak.world import EVENTS, midnight
from tests.soak.year import Year

DAY = date(2026, 3, 28)
"""The next night is an hour short."""


@pytest.fixture
def kitchen(qtbot: QtBot, folder: Path) -> Iterator[Kitchen]:
    one = Kitchen(folder, FakeClock(midnight(DAY)), Random(5))
    yield one
    one.close()


def bare(kitchen: Kitchen) -> measures.Measure:
    """What is left once every page was thrown away."""
    kitchen.let_go()
    return measures.take()


def test_nothing_hangs_on_after_some_days(kitchen: Kitchen) -> None:
    year = Year(kitchen, 45)
    year.day = DAY
    for visit in (*VISITS, *EVENTS, *(way for way, _ in OFTEN_DONE)):
        visit(kitchen)
    standing = measures.take()
    first = measures.Checked(standing, bare(kitchen))
    for _ in range(2):
        year.live_a_day()
    last = measures.Checked(first.standing, bare(kitchen))
    assert kitchen.events > 200
    assert measures.grown(first, standing, last) == []


def test_a_family_that_is_let_go_of_leaves_nothing_in_the_window(kitchen: Kitchen) -> None:
    unlock(kitchen)
    walk_the_rail(kitchen)
    lock(kitchen)
    first = bare(kitchen)
    for _ in range(3):
        kitchen.let_go()
    assert measures.take().objects <= first.objects
    assert measures.take().timers == first.timers


def test_what_grows_is_told() -> None:
    small = measures.Measure(100, 1, 1, 1, 1, 10, 20, 30)
    large = measures.Measure(121, 2, 1, 1, 1, 16, 20, 99)
    before, after = measures.Checked(small, small), measures.Checked(large, large)
    told = measures.grown(before, small, after)
    assert [words.split(":")[0] for words in told] == [
        "threads",
        "widgets",
        "widgets on pages",
        "memory",
    ]
