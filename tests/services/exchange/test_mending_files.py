"""Repairs in the files that people exchange: practice and drafts in the JSON only."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.exchange.desk import Desk, refusals
from thermometer.domain.mending import Repair, State
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import ChildCard, Outcome, RuptureKind
from thermometer.domain.week_days import WeekDays
from thermometer.services.reports import week_json

HOUR = timedelta(hours=1)


@pytest.fixture
def mended(desk: Desk) -> Repair:
    """Everything that a repair can have, and a rehearsal, in the desk's family."""
    desk.take(desk.people())
    mia, mum = desk.stores.people.all()
    services = desk.services
    moments, mending = services.hard_moments(), services.mending()
    noted = moments.log(mum.id, mia.id)
    moments.log(mum.id, mia.id, note="the shoes")
    (twins,) = services.repairs().twins()
    moments.join(twins)
    moments.describe(noted.id, kind=RuptureKind.LIMIT)
    repair = mending.begin(noted.id, mum.id)
    assert repair.draft is not None
    mending.save(repair.draft.choosing(Part.MY_SIDE, "so tired").doing(RepairStep.CALM_FIRST))
    mending.calm(noted.id)
    services.clock.advance(HOUR)  # type: ignore[attr-defined]
    mending.finish(noted.id, Outcome.NOT_YET, services.clock.now() + HOUR)
    mending.snooze(noted.id, services.clock.now() + 2 * HOUR)
    mending.begin(noted.id, mum.id)
    mending.finish(noted.id, Outcome.TOGETHER)
    mending.follow_up(noted.id, card=ChildCard.ALMOST, note="it was the door")
    mending.rehearse(mum.id, mia.id)
    services.own_lines().keep(Part.DID, "I slammed the door.")
    return services.repairs().one(noted.id)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_what_the_csv_files_hold(desk: Desk, mended: Repair) -> None:
    out = desk.folder / "out"
    desk.exporting.write(out)
    (rupture,) = rows(out, "ruptures.csv")
    assert (rupture["id"], rupture["kind"]) == (str(mended.id), "limit")
    assert rupture["resolution"] == ""
    bids = rows(out, "bids.csv")
    assert [bid["outcome"] for bid in bids] == ["not-yet", "together"]
    assert [bid["calm_first"] for bid in bids] == ["1", "0"]
    assert {bid["rupture"] for bid in bids} == {str(mended.id)}
    (follow_up,) = rows(out, "follow_ups.csv")
    assert follow_up["card"] == "almost"
    everything = "".join(path.read_text("utf-8") for path in out.glob("*.csv"))
    for private in ("shoes", "tired", "door"):
        assert private not in everything


def test_the_csv_files_make_the_same_numbers_elsewhere(
    desk: Desk, new_desk: Callable[[], Desk], mended: Repair
) -> None:
    desk.exporting.write(desk.folder / "out")
    there = new_desk()
    there.take(*(desk.folder / "out").glob("*.csv"))
    now = desk.services.clock.now()
    days = WeekDays.holding(now.date(), 0)
    weeks = [week_json(one.services.reports().week(days, now)) for one in (desk, there)]
    assert weeks[0] == weeks[1]
    again = there.services.repairs().one(mended.id)
    assert again.state is State.TOGETHER
    assert [(bid.id, bid.at, bid.outcome) for bid in again.bids] == [
        (bid.id, bid.at, bid.outcome) for bid in mended.bids
    ]
    family = weeks[0]["family"]
    assert isinstance(family, dict)
    assert (family["ruptures"], family["repaired"], family["countable"]) == (1, 1, 1)
    assert family["calm_first"] == {"bids": 2, "calm": 1}
    assert family["came_again"] == {"not_yet": 1, "again": 1}
    assert family["first_bid_by"] == {"grown_up": 1, "child": 0}
    assert family["minutes_to_repair"]["shortest"] == 60.0


def test_the_json_holds_all_of_it(desk: Desk, new_desk: Callable[[], Desk], mended: Repair) -> None:
    desk.exporting.write(desk.folder / "out")
    there = new_desk()
    there.take(desk.folder / "out" / "export.json")
    assert there.services.repairs().one(mended.id) == mended
    assert there.services.repairs().practice() == desk.services.repairs().practice()
    lines = there.services.own_lines().of(Part.DID)
    assert lines == desk.services.own_lines().of(Part.DID) != ()


def test_a_draft_that_has_gone_on_stays_as_it_is_here(desk: Desk, mended: Repair) -> None:
    desk.exporting.write(desk.folder / "out")
    practice = desk.services.repairs().practice()
    assert practice is not None
    assert practice.draft is not None
    gone_on = desk.services.mending().save(practice.draft.choosing(Part.WILL, "I'll listen."))
    (line,) = desk.services.own_lines().of(Part.DID)
    desk.services.own_lines().drop(line)
    plan = desk.take(desk.folder / "out" / "export.json")
    assert refusals(plan) == []
    practice = desk.services.repairs().practice()
    assert practice is not None
    assert practice.draft == gone_on
    assert desk.services.own_lines().of(Part.DID) == ()
    assert desk.services.repairs().one(mended.id) == mended
