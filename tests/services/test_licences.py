"""Whose work is in the program: every package that it needs, and what no package carries."""

from __future__ import annotations

import importlib
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from thermometer import assets
from thermometer.services import licences
from thermometer.services.licences import LONGEST, NEEDED, source, works

ROOT = Path(__file__).parents[2]


def package(folder: Path, name: str, told: str, *texts: str) -> None:
    """Something installed in ``folder``."""
    info = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{told}\n")
    record = [f"{info.name}/METADATA,,"]
    for text in texts:
        (info / "licenses" / text).write_text(f"the text of {text} of {name}")
        record.append(f"{info.name}/licenses/{text},,")
    (info / "RECORD").write_text("\n".join(record) + "\n")


Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Lets there be nothing installed but what the test asks for, and no folder of licences."""
    (tmp_path / "resources" / "content").mkdir(parents=True)
    monkeypatch.setattr(assets, "folder", lambda: tmp_path / "resources")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "packages")])

    def add(name: str, told: str, *texts: str) -> None:
        package(tmp_path / "packages", name, told, *texts)

    return add


def test_it_knows_everything_that_the_program_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["backup"]]
    assert {Requirement(each).name for each in asked} == set(NEEDED)


def test_here_each_work_has_its_text() -> None:
    own, *others = works()
    assert own.name.startswith("Feelings Thermometer ")
    assert own.licence == "MIT"
    assert own.text().startswith("MIT License")
    names = [work.name.split(" ")[0] for work in others]
    assert names == sorted(names, key=str.casefold)
    assert {"sqlmodel", "SQLAlchemy", "numpy", "fontpkg-lexend", "Qt", "argon2-cffi"} <= set(names)
    assert len(names) == len(set(names))
    for work in others:
        assert len(work.text()) > 200
        assert len(work.licence) <= LONGEST


def test_what_is_needed_in_turn_is_found(install: Install) -> None:
    install("sqlmodel", "License-Expression: MIT\nRequires-Dist: deeper>=1; x == '1'", "LICENSE")
    install("deeper", "License: BSD\nRequires-Dist: sqlmodel\nRequires-Dist: missing", "COPYING")
    install(
        "numpy", "Requires-Dist: for-tests; extra == 'test'\nLicense: " + "long " * 20, "LICENSE"
    )
    install("for-tests", "License: MIT", "LICENSE")
    install("tzdata", "Classifier: License :: OSI Approved :: Apache Software License", "NOTICE")
    install("alembic", "License: MIT")
    own, *others = works()
    assert own.texts == ()
    assert own.text() == ""
    assert [(work.name, work.licence) for work in others] == [
        ("deeper 1.0", "BSD"),
        ("numpy 1.0", ""),
        ("sqlmodel 1.0", "MIT"),
        ("tzdata 1.0", "Apache Software License"),
    ]
    assert others[0].text() == "the text of COPYING of deeper"


def test_the_same_text_is_not_shown_twice(install: Install, tmp_path: Path) -> None:
    install("numpy", "License: BSD", "LICENSE", "LICENSE.txt", "license.py")
    info = tmp_path / "packages" / "numpy-1.0.dist-info" / "licenses"
    (info / "LICENSE.txt").write_text((info / "LICENSE").read_text())
    _, numpy = works()
    assert [path.name for path in numpy.texts] == ["LICENSE"]


def test_in_a_bundle_the_folder_holds_everything(install: Install, tmp_path: Path) -> None:
    for folder in ("numpy", "python", licences.OWN, "empty"):
        (tmp_path / "licences" / folder).mkdir(parents=True)
    (tmp_path / "licences" / "numpy" / "LICENSE").write_text("as in the bundle")
    (tmp_path / "licences" / "python" / "LICENSE.txt").write_bytes(b"\xff odd")
    (tmp_path / "licences" / licences.OWN / "LICENSE").write_text("MIT License")
    own, *others = works()
    assert own.text() == "MIT License"
    assert [work.name for work in others] == ["numpy", "Python"]
    assert others[1].text() == "\N{REPLACEMENT CHARACTER} odd"


def test_an_installed_program_has_its_own_text_in_its_package(install: Install) -> None:
    install(licences.OWN, "License-Expression: MIT", "LICENSE")
    (own,) = works()
    assert own.text() == f"the text of LICENSE of {licences.OWN}"


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("Project-URL: Source, https://example.org/source", "https://example.org/source"),
        ("Project-URL: Funding, https://example.org/money", ""),
        ("License: MIT", ""),
    ],
)
def test_the_source_is_where_the_program_says(install: Install, told: str, where: str) -> None:
    assert source() == ""
    install(licences.OWN, told)
    importlib.invalidate_caches()
    assert source() == where
