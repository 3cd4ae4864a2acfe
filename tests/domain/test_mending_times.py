"""The chip, the follow-up, the Repairs page and its small stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MIA
from tests.domain.moments import (
    DAD,
    DAY,
    HOUR,
    MINUTE,
    MOMENT,
    MUM,
    NOW,
    a_bid,
    a_draft,
    a_follow_up,
    a_repair,
    a_rupture,
)
from thermometer.domain.mending import Repair
from thermometer.domain.mending_times import (
    Happening,
    Shelf,
    ZonesNow,
    follow_up_due,
    follow_up_from,
    goes_on,
    in_line,
    shelves,
    shows_chip,
    small_story,
)
from thermometer.domain.ruptures import ChildCard, Outcome, Resolution, RuptureKind
from thermometer.domain.zones import Zone

GREEN: ZonesNow = {MIA: Zone.GREEN, MUM: None, DAD: Zone.RED}
LET_BE = Resolution.LET_BE


@pytest.mark.parametrize(
    ("repair", "shown"),
    [
        (a_repair(), True),
        (a_repair(None), True),
        (a_repair(Outcome.TOGETHER), False),
        (a_repair(rupture=a_rupture(resolution=LET_BE)), False),
        (a_repair(rupture=a_rupture(resolution=Resolution.ALREADY_DID)), False),
        (a_repair(rupture=a_rupture(practice=True)), False),
        *((a_repair(rupture=a_rupture(kind=kind)), True) for kind in list(RuptureKind)[:3]),
        (a_repair(rupture=a_rupture(kind=RuptureKind.FRIGHTENING)), False),
        (a_repair(rupture=a_rupture(kind=RuptureKind.NOT_SURE)), True),
        (a_repair(Outcome.NOT_YET), False),  # it comes back tomorrow
    ],
)
def test_the_chip(*, repair: Repair, shown: bool) -> None:
    assert shows_chip(repair, GREEN, NOW + 2 * HOUR) is shown


@pytest.mark.parametrize(
    ("zones", "shown"),
    [
        ({MIA: None, MUM: None}, True),
        ({MIA: Zone.GREEN, MUM: Zone.GREEN}, True),
        ({MIA: Zone.YELLOW, MUM: None}, False),
        ({MIA: None, MUM: Zone.YELLOW}, False),
        ({MIA: Zone.RED, MUM: Zone.RED}, False),
        ({MIA: None}, False),  # Mum was archived half-way
        ({MUM: None}, False),
        ({}, False),
    ],
)
def test_the_chip_waits_until_both_are_here_and_green(*, zones: ZonesNow, shown: bool) -> None:
    assert shows_chip(a_repair(), zones, NOW) is shown


@given(st.timedeltas(-5000 * DAY, 5000 * DAY))
def test_an_open_repair_that_was_not_put_off_shows_its_chip_at_any_time(
    later: timedelta,
) -> None:
    assert shows_chip(a_repair(), GREEN, NOW + later)


@given(st.timedeltas(timedelta(), 5000 * DAY))
def test_a_chip_that_is_back_stays(later: timedelta) -> None:
    repair = a_repair(Outcome.NOT_YET)
    assert repair.comes_back_at is not None
    assert shows_chip(repair, GREEN, repair.comes_back_at + later)


def came_together(**fields: object) -> Repair:
    rupture = a_rupture()
    bid = replace(a_bid(rupture, HOUR, Outcome.TOGETHER), **fields)  # type: ignore[arg-type]
    return Repair(rupture=rupture, bids=(bid,))


@pytest.mark.parametrize(
    ("after", "due"),
    [
        (timedelta(), False),
        (20 * MINUTE - MOMENT, False),
        (20 * MINUTE, True),
        (DAY, True),
        (2 * DAY, True),
        (2 * DAY + MOMENT, False),
        (-DAY, False),
    ],
)
def test_the_follow_up_is_due_from_twenty_minutes_to_two_days_after(
    *, after: timedelta, due: bool
) -> None:
    assert follow_up_due(came_together(), GREEN, NOW + HOUR + after) is due


def test_the_twenty_minutes_run_from_the_outcome_of_a_bid_that_was_paused() -> None:
    repair = came_together()
    (bid,) = repair.bids
    repair = replace(repair, drafts={bid.id: a_draft(bid, changed_at=bid.at + DAY)})
    assert not follow_up_due(repair, GREEN, bid.at + DAY + 19 * MINUTE)
    assert follow_up_due(repair, GREEN, bid.at + DAY + 20 * MINUTE)


@pytest.mark.parametrize("zone", [Zone.YELLOW, Zone.RED])
@pytest.mark.parametrize("who", [MIA, MUM])
def test_no_follow_up_while_one_of_them_is_out_of_green(who: UUID, zone: Zone) -> None:
    zones = {MIA: None, MUM: None} | {who: zone}
    assert not follow_up_due(came_together(), zones, NOW + 2 * HOUR)


def test_the_follow_up_looks_at_the_grown_up_who_made_the_bid() -> None:
    assert not follow_up_due(came_together(by=DAD), GREEN, NOW + 2 * HOUR)
    assert follow_up_due(came_together(by=MIA), GREEN, NOW + 2 * HOUR)
    assert not follow_up_due(came_together(by=DAD), {MIA: None, MUM: None}, NOW + 2 * HOUR)


def test_a_follow_up_is_offered_once_and_never_of_a_practice_or_an_open_one() -> None:
    at = NOW + 2 * HOUR
    repair = came_together()
    done = replace(repair, follow_ups=(a_follow_up(repair.rupture, 90 * MINUTE),))
    practice = replace(repair, rupture=replace(repair.rupture, practice=True))
    for other in (done, practice, a_repair(), a_repair(None), a_repair(Outcome.A_BIT)):
        assert not follow_up_due(other, GREEN, at)
    assert follow_up_due(repair, GREEN, at)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (timedelta(), True),
        (20 * MINUTE, True),
        (2 * DAY, True),
        (2 * DAY + MOMENT, False),
        (-MOMENT, False),  # the clock was set back: nobody knows
    ],
)
def test_for_two_days_it_is_told_when_to_ask(*, after: timedelta, told: bool) -> None:
    asked = follow_up_from(came_together(), GREEN, NOW + HOUR + after)
    assert asked == (NOW + HOUR + 20 * MINUTE if told else None)


def test_whoever_is_out_of_green_is_told_too_and_who_is_gone_is_not() -> None:
    at = NOW + HOUR
    assert follow_up_from(came_together(), {MIA: Zone.RED, MUM: Zone.YELLOW}, at) is not None
    assert follow_up_from(came_together(), {MIA: None}, at) is None
    assert follow_up_from(came_together(), {MUM: None}, at) is None


def test_it_is_not_told_of_one_that_was_asked_a_practice_or_a_frightening_one() -> None:
    repair = came_together()
    done = replace(repair, follow_ups=(a_follow_up(repair.rupture, 90 * MINUTE),))
    practice = replace(repair, rupture=replace(repair.rupture, practice=True))
    scary = replace(repair, rupture=replace(repair.rupture, kind=RuptureKind.FRIGHTENING))
    for other in (done, practice, scary, a_repair(), a_repair(None), a_repair(Outcome.A_BIT)):
        assert follow_up_from(other, GREEN, NOW + HOUR) is None


def test_what_goes_on_stands_before_what_waits_and_what_was_put_off() -> None:
    put_off = a_repair(Outcome.NOT_YET, rupture=a_rupture(5 * MINUTE))
    waits = a_repair(rupture=a_rupture(4 * MINUTE))
    scary = a_repair(None, rupture=a_rupture(3 * MINUTE, kind=RuptureKind.FRIGHTENING))
    newer, older = (a_repair(None, rupture=a_rupture(at)) for at in (MINUTE, timedelta()))
    now = NOW + 2 * HOUR
    line = in_line([older, put_off, waits, scary, newer], now)
    assert line == (newer, older, scary, waits, put_off)
    assert [goes_on(one, now) for one in line] == [True, True, True, False, False]


def test_the_page_has_the_open_ones_first_and_the_latest_before() -> None:
    older, newer = a_repair(), a_repair(rupture=a_rupture(DAY))
    together = a_repair(Outcome.TOGETHER)
    already = a_repair(rupture=a_rupture(HOUR, resolution=Resolution.ALREADY_DID))
    left = a_repair(rupture=a_rupture(resolution=LET_BE))
    practice = a_repair(rupture=a_rupture(practice=True))
    page = shelves([older, left, practice, together, newer, already])
    assert list(page) == list(Shelf)
    assert page[Shelf.OPEN] == (newer, older)
    assert page[Shelf.TOGETHER] == (already, together)
    assert page[Shelf.LET_BE] == (left,)


def test_two_open_repairs_of_one_child_stay_two() -> None:
    one, other = a_repair(None), a_repair(rupture=a_rupture(HOUR))
    page = shelves([one, other])[Shelf.OPEN]
    assert [repair.id for repair in page] == [other.id, one.id]
    assert shows_chip(one, GREEN, NOW + HOUR)
    assert shows_chip(other, GREEN, NOW + HOUR)


def test_a_small_story() -> None:
    repair = a_repair(Outcome.NOT_YET, Outcome.A_BIT, Outcome.TOGETHER)
    asked = a_follow_up(repair.rupture, 5 * HOUR, ChildCard.ALMOST)
    story = small_story(replace(repair, follow_ups=(asked,)))
    assert [moment.what for moment in story] == [
        Happening.HARD_MOMENT,
        Happening.NOT_YET,
        Happening.A_BIT,
        Happening.TOGETHER,
        Happening.FOLLOW_UP,
    ]
    assert [moment.at for moment in story] == [
        NOW,
        NOW + HOUR,
        NOW + 2 * HOUR,
        NOW + 3 * HOUR,
        NOW + 5 * HOUR,
    ]
    assert story[1].by == MUM
    assert story[-1].card is ChildCard.ALMOST


def test_of_a_bid_that_was_paused_the_story_tells_when_it_went_how_it_went() -> None:
    repair = came_together()
    (bid,) = repair.bids
    known = replace(repair, drafts={bid.id: a_draft(bid, changed_at=bid.at + DAY)})
    assert (small_story(known)[-1].at, small_story(known)[-1].begun) == (bid.at + DAY, None)


@pytest.mark.parametrize("set_back", [True, False])
def test_where_that_is_not_known_it_tells_when_the_bid_began(*, set_back: bool) -> None:
    repair = came_together()
    (bid,) = repair.bids
    if set_back:
        repair = replace(repair, drafts={bid.id: a_draft(bid, changed_at=bid.at - DAY)})
    last = small_story(repair)[-1]
    assert (last.what, last.at, last.begun) == (Happening.TOGETHER, None, bid.at)


@pytest.mark.parametrize(
    ("repair", "last"),
    [
        (a_repair(None), Happening.UNDER_WAY),
        (a_repair(rupture=a_rupture(resolution=LET_BE)), Happening.LET_BE),
        (a_repair(None, rupture=a_rupture(resolution=LET_BE)), Happening.UNDER_WAY),
        (a_repair(rupture=a_rupture(resolution=Resolution.ALREADY_DID)), Happening.ALREADY_DID),
    ],
)
def test_how_a_small_story_ends(repair: Repair, last: Happening) -> None:
    assert small_story(repair)[-1].what is last
