"""What is installed from a wheel has everything the program reads; a checkout has no copy of it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from hatchling.builders.wheel import WheelBuilder

from tests.house.sources import ROOT, files

if TYPE_CHECKING:
    from pathlib import Path


def built(folder: Path, version: str) -> set[str]:
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=[version])
    with zipfile.ZipFile(path) as wheel:
        return set(wheel.namelist())


def test_a_wheel_holds_the_code_the_resources_and_the_migrations(tmp_path: Path) -> None:
    inside = built(tmp_path, "standard")
    ours = [name for name in files() if name.startswith(("thermometer/", "resources/"))]
    wanted = {name.replace("resources/", "thermometer/resources/", 1) for name in ours}
    assert "thermometer/resources/content/en/tools.toml" in wanted
    assert wanted - inside == set()
    assert "thermometer/licences/qt/LGPL-3.0.txt" in inside


def test_a_checkout_is_used_where_it_is(tmp_path: Path) -> None:
    assert [name for name in built(tmp_path, "editable") if name.startswith("thermometer")] == []
