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
