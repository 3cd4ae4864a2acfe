"""People's colours in ``export.json``: those of now, of before, and what is none."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.exchange.desk import Desk, counts, refusals
from tests.services.exchange.test_json import filled
from thermometer.domain.colours import PersonColour


def recoloured(file: Path, **colour: object) -> Path:
    """The same file with another colour for everybody, or with none."""
    found = json.loads(file.read_text(encoding="utf-8"))
    for row in found["tables"]["person"]:
        del row["colour"]
        row.update(colour)
    file.write_text(json.dumps(found), encoding="utf-8")
    return file


def test_a_colour_goes_along(new_desk: Callable[[], Desk]) -> None:
    here, there = new_desk(), new_desk()
    there.take(recoloured(filled(here), colour="ocean"))
    assert {one.colour for one in there.stores.people.all()} == {PersonColour.OCEAN}


def test_a_file_of_before_there_were_colours_brings_the_usual_one(
    new_desk: Callable[[], Desk],
) -> None:
    here, there = new_desk(), new_desk()
    plan = there.take(recoloured(filled(here)))
    assert (counts(plan)["people"], refusals(plan)) == ((2, 0), [])
    assert {one.colour for one in there.stores.people.all()} == {PersonColour.SAND}


def test_a_file_of_before_says_nothing_about_a_colour_chosen_since(desk: Desk) -> None:
    file = recoloured(filled(desk))
    mia, _ = desk.stores.people.all()
    desk.stores.people.change(replace(mia, colour=PersonColour.OCEAN))
    plan = desk.take(file)
    assert (plan.changes_anything, plan.kept, refusals(plan)) == (False, [], [])
    assert desk.stores.people.all()[0].colour is PersonColour.OCEAN


@pytest.mark.parametrize("word", ["green", "", "Sky", None, 7, ["sky"], {}])
def test_an_unknown_colour_is_the_usual_one(new_desk: Callable[[], Desk], word: object) -> None:
    here, there = new_desk(), new_desk()
    plan = there.take(recoloured(filled(here), colour=word))
    assert (counts(plan)["people"], refusals(plan)) == ((2, 0), [])
    assert {one.colour for one in there.stores.people.all()} == {PersonColour.SAND}
    assert not there.take(recoloured(here.folder / "out" / "export.json")).changes_anything
