"""Whatever is chosen by its picture has one: tools, people, signs, tags, kinds, steps, faces."""

from __future__ import annotations

import pytest

from tests.house.sources import RESOURCES
from thermometer.domain.people import Role
from thermometer.domain.repair_steps import RepairStep
from thermometer.domain.ruptures import RuptureKind
from thermometer.domain.zones import Zone
from thermometer.services.content import Content
from thermometer.ui.repair.repair_words import KIND_PICTURES

CONTENT = Content()
WANTED = {
    "tools": {tool.id for tool in CONTENT.tools()},
    "people": set(CONTENT.people_pictures()),
    "signs": {sign.id for role in Role for sign in CONTENT.signs(role)},
    "contexts": set(CONTENT.contexts()),
    "kinds": {kind.value for kind in RuptureKind},
    "mending": {step.value for step in RepairStep},
    "faces": {zone.value for zone in Zone},
}


def drawn(folder: str) -> set[str]:
    return {path.stem for path in (RESOURCES / "pictures" / folder).glob("*.svg")}


@pytest.mark.parametrize("folder", WANTED)
def test_each_has_its_picture_and_no_picture_is_left_over(folder: str) -> None:
    assert drawn(folder) == WANTED[folder]


def test_each_kind_of_hard_moment_is_shown_by_its_own() -> None:
    assert {kind: f"kinds/{kind}" for kind in RuptureKind} == KIND_PICTURES


def test_a_folder_that_is_not_there_has_no_pictures() -> None:
    assert drawn("no-such") == set()
