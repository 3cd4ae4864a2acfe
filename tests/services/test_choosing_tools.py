"""The family chooses what a Safe Place shows; it is kept at once."""

from __future__ import annotations

from uuid import uuid4

import pytest

from thermometer.domain.changes import Change
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services.family import Family


def test_what_will_be_shown_is_kept(family: Family, changes: list[Change]) -> None:
    mia = family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    changes.clear()
    kept = family.choose_tools(mia.id, Zone.RED, ("water", "hug", "water", "squish", "lemon"))
    assert kept.tools.red == ("come-please", "water", "hug")
    assert (kept.tools.green, kept.tools.yellow) == (mia.tools.green, mia.tools.yellow)
    assert family.person(mia.id) == kept
    assert changes == [Change.PEOPLE]


def test_nobody_to_choose_for(family: Family, changes: list[Change]) -> None:
    with pytest.raises(Problem, match="data-record-gone"):
        family.choose_tools(uuid4(), Zone.GREEN, ("water",))
    assert changes == []
