"""An import that takes long, is stopped, or comes too late."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.exchange.desk import (
    CHECK_IN,
    NAMELESS,
    RUPTURE,
    RUPTURE_ID,
    TOOL_USE,
    Desk,
    counts,
)
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.services.exchange import Kind, Stopped, Work


def many(desk: Desk, count: int) -> Path:
    start = NAMELESS.split(",")
    rows = []
    for number in range(count):
        start[2] = f"2026-{number % 12 + 1:02}-10T{number % 24:02}:05:{number % 60:02}+01:00"
        rows.append(",".join(start))
    return desk.table(Kind.CHECK_INS, *rows)


def test_it_says_how_far_it_has_come(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    work = Work(progress=lambda done, total: told.append((done, total)))
    plan = desk.importing.preview([desk.people(), many(desk, 4_500)], work)
    totals = {total for _, total in told}
    assert totals == {sum(path.stat().st_size for path in desk.folder.glob("*.csv"))}
    assert told == sorted(told)
    assert len(told) >= 6
    assert told[-1] == (max(totals), max(totals))
    told.clear()
    desk.importing.take(plan, work)
    assert told[0] == (0, 4_502)
    assert told[-1] == (4_502, 4_502)
    assert len(told) >= 4


@pytest.mark.parametrize("after", [0, 1, 3, 5])
def test_it_can_be_stopped_and_then_nothing_has_changed(desk: Desk, after: int) -> None:
    asked: list[None] = []

    def should_stop() -> bool:
        asked.append(None)
        return len(asked) > after

    files = [desk.people(), many(desk, 4_500)]
    with pytest.raises(Stopped):
        desk.importing.preview(files, Work(should_stop=should_stop))
    asked.clear()
    plan = desk.look(*files)
    if after < 4:
        with pytest.raises(Stopped):
            desk.importing.take(plan, Work(should_stop=should_stop))
        assert desk.stores.people.all() == []
        assert desk.check_ins() == []
        assert desk.changes == []


def test_data_that_changed_since_is_looked_at_again(desk: Desk) -> None:
    plan = desk.look(*desk.whole())
    desk.services.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    with pytest.raises(Problem, match="import-changed"):
        desk.importing.take(plan)
    assert desk.check_ins() == []


def test_a_plan_is_carried_out_once(desk: Desk) -> None:
    desk.take(desk.people())
    plan = desk.look(desk.table(Kind.CHECK_INS, CHECK_IN))
    desk.importing.take(plan)
    with pytest.raises(Problem, match="import-changed"):
        desk.importing.take(plan)
    assert len(desk.check_ins()) == 1


def test_ids_of_one_kind_mean_nothing_to_another(desk: Desk) -> None:
    use = TOOL_USE.replace(TOOL_USE.split(",")[0], RUPTURE_ID)
    files = desk.people(), desk.table(Kind.RUPTURES, RUPTURE), desk.table(Kind.TOOL_USES, use)
    assert counts(desk.take(*files))["tool_uses"] == (1, 0)
