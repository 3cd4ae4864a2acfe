"""The family chooses what a Safe Place shows; it is kept at once."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from tests.store import own
from thermometer.domain.changes import Change
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services.family import Family
from thermometer.store.database import Database
from thermometer.store.own_things import OwnThings


def test_what_will_be_shown_is_kept(family: Family, changes: list[Change]) -> None:
    mia = family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    changes.clear()
    kept = family.choose_tools(mia.id, Zone.RED, ("water", "hug", "water", "squish", "lemon"))
    assert kept.tools.red == ("come-please", "water", "hug")
    assert (kept.tools.green, kept.tools.yellow) == (mia.tools.green, mia.tools.yellow)
    assert family.person(mia.id) == kept
    assert changes == [Change.PEOPLE]


def test_what_was_removed_is_not_kept_and_takes_no_place(
    family: Family, database: Database
) -> None:
    mia = family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    OwnThings(database).keep_tool(own.GONE)
    gone = own.GONE.tool.id
    kept = family.choose_tools(mia.id, Zone.RED, (gone, "water", "hug", "lemon"))
    assert kept.tools.red == ("come-please", "water", "hug")
    usual = mia.tools.yellow
    assert family.choose_tools(mia.id, Zone.YELLOW, (gone,)).tools.yellow == usual
    assert family.person(mia.id) == replace(mia, tools=replace(mia.tools, red=kept.tools.red))


def test_nobody_to_choose_for(family: Family, changes: list[Change]) -> None:
    with pytest.raises(Problem, match="data-record-gone"):
        family.choose_tools(uuid4(), Zone.GREEN, ("water",))
    assert changes == []
