"""The same hard moment, logged twice: offered to be joined, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.moments import (
    DAD,
    HOUR,
    MINUTE,
    MOMENT,
    NOW,
    a_follow_up,
    a_repair,
    a_rupture,
)
from thermometer.domain.drafts import SameMoment
from thermometer.domain.mending import Repair
from thermometer.domain.ruptures import Outcome, Resolution
from thermometer.domain.same_moments import Twins, can_be_replaced, replaced, twins

FIRST = a_repair()


def said(one: UUID, other: UUID, *, same: bool, number: int = 1) -> SameMoment:
    return SameMoment(id=UUID(int=number), rupture=one, other=other, same=same, entered_at=NOW)


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        (a_repair(rupture=a_rupture(30 * MINUTE)), True),
        (a_repair(rupture=a_rupture(30 * MINUTE + MOMENT)), False),
        (a_repair(rupture=a_rupture(MINUTE, grown_up=DAD)), False),
        (a_repair(rupture=a_rupture(MINUTE, child=uuid4())), False),
        (a_repair(rupture=a_rupture(MINUTE, practice=True)), False),
    ],
)
def test_the_same_two_people_within_half_an_hour(*, second: Repair, asked: bool) -> None:
    found = twins([second, FIRST], [])
    assert found == ((Twins(stays=FIRST, goes=second),) if asked else ())


def test_the_one_about_which_something_was_done_stays() -> None:
    later = a_repair(Outcome.NOT_YET, rupture=a_rupture(MINUTE))
    assert twins([FIRST, later], []) == (Twins(stays=later, goes=FIRST),)


def test_where_something_was_done_about_both_nobody_asks() -> None:
    tried = a_repair(None)
    let_be = a_repair(rupture=a_rupture(MINUTE, resolution=Resolution.LET_BE))
    assert twins([tried, let_be], []) == ()
    followed = replace(FIRST, follow_ups=(a_follow_up(FIRST.rupture, HOUR),))
    for repair, can in ((tried, False), (let_be, False), (followed, False), (FIRST, True)):
        assert can_be_replaced(repair) is can


@pytest.mark.parametrize("same", [True, False])
def test_nobody_asks_twice(*, same: bool) -> None:
    second = a_repair(rupture=a_rupture(MINUTE))
    for answer in (said(FIRST.id, second.id, same=same), said(second.id, FIRST.id, same=same)):
        assert twins([FIRST, second], [answer]) == ()


def test_three_at_once_are_three_pairs() -> None:
    repairs = [a_repair(rupture=a_rupture(n * MINUTE)) for n in range(3)]
    assert len(twins(repairs, [])) == 3


def test_which_was_replaced() -> None:
    one, other, third = uuid4(), uuid4(), uuid4()
    answers = [said(one, other, same=True, number=2), said(other, third, same=False, number=1)]
    assert replaced(answers) == {one: other}
    crossed = [said(one, other, same=True, number=2), said(other, one, same=True, number=1)]
    assert replaced(crossed) == replaced(reversed(crossed)) == {other: one}


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()), max_size=8))
def test_of_two_that_were_joined_one_always_stands(
    answers: list[tuple[int, int, bool]],
) -> None:
    given_ = [
        said(UUID(int=a), UUID(int=b), same=same, number=n)
        for n, (a, b, same) in enumerate(answers)
        if a != b
    ]
    gone = replaced(given_)
    for old, by in gone.items():
        assert gone.get(by) != old


def test_a_moment_is_near_whichever_came_first() -> None:
    early = a_repair(rupture=a_rupture(timedelta(minutes=-5)))
    assert twins([FIRST, early], []) == (Twins(stays=early, goes=FIRST),)
