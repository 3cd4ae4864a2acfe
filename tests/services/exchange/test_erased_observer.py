"""A family from which somebody was erased who had observed others: its own files come back in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.builders import a_check_in, a_child, a_parent
from tests.services.exchange.desk import Desk, counts
from thermometer.domain.checkins import Source
from thermometer.domain.week_days import WeekDays
from thermometer.domain.zones import Zone
from thermometer.services.reports import week_json


@pytest.fixture
def without_dad(desk: Desk) -> Desk:
    """Dad saw Mia in red, and was erased."""
    mia, mum, dad = a_child(), a_parent(), a_parent(name="Dad")
    desk.stores.people.add_all([mia, mum, dad])
    seen = a_check_in(Zone.RED, source=Source.OBSERVED, observed_by=dad.id, about=True)
    desk.stores.check_ins.add_all([seen, a_check_in(Zone.GREEN)])
    desk.services.erasing().person(dad.id)
    return desk


@pytest.mark.parametrize("names", [("people.csv", "checkins.csv"), ("export.json",)])
def test_what_somebody_saw_who_was_erased_is_taken_in_again(
    without_dad: Desk, new_desk: Callable[[], Desk], names: tuple[str, ...]
) -> None:
    here, there = without_dad, new_desk()
    here.exporting.write(here.folder / "out")
    files = [here.folder / "out" / name for name in names]
    there.take(*files)
    assert [one.id for one in there.check_ins()] == [one.id for one in here.check_ins()]
    (seen,) = (one for one in there.check_ins() if one.source is Source.OBSERVED)
    assert seen.observed_by is None
    now = here.services.clock.now()
    days = WeekDays.holding(now.date(), 0)
    weeks = [week_json(one.services.reports().week(days, now)) for one in (here, there)]
    assert weeks[0] == weeks[1]
    assert counts(there.look(*files))["checkins"] == (0, 2)
