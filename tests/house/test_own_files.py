"""The files that are kept tell nobody where they were made or where packages come from."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.house.sources import ROOT, files

# Put together here, so that this file does not hold what it looks for.
HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "debian" + ".org/debian")
PLACES = re.compile("/" + r"(?:home|work|root|Users|tmp/pytest)/[A-Za-z0-9]|[A-Z]:\\" + "Users")
QT = ("pyside6-essentials", "pyside6-addons")


def texts() -> list[tuple[str, str]]:
    """Every kept file that is text, with its name."""
    found = []
    for name in files():
        content = (ROOT / name).read_bytes()
        if b"\0" not in content:
            found.append((name, content.decode("utf-8")))
    return found


def test_no_file_names_a_package_index() -> None:
    assert [(name, host) for name, text in texts() for host in HOSTS if host in text] == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    assert [(name, hit[0]) for name, text in texts() if (hit := PLACES.search(text))] == []


def test_no_lock_file_is_kept() -> None:
    locks = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml"}
    assert [name for name in files() if name.rsplit("/", 1)[-1] in locks] == []


def requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [Requirement(text) for text in project["project"]["dependencies"]]


def allowed(name: str, version: str, python: str) -> bool:
    """Whether ``version`` of the package may be installed with that Python."""
    here = [
        need
        for need in requirements()
        if need.name == name
        and (need.marker is None or need.marker.evaluate({"python_version": python}))
    ]
    return bool(here) and all(need.specifier.contains(version) for need in here)


@pytest.mark.parametrize("name", QT)
def test_the_qt_that_loses_none_is_kept_away_from_old_pythons(name: str) -> None:
    assert allowed(name, "6.8.0", "3.11")
    assert allowed(name, "6.11.3", "3.11")
    assert not allowed(name, "6.12.0", "3.11")
    assert allowed(name, "6.12.0", "3.12")
    assert allowed(name, "6.12.0", "3.14")
    assert not allowed(name, "7.0.0", "3.14")
    assert not allowed(name, "6.7.3", "3.14")


def test_the_qt_with_a_web_browser_in_it_is_not_asked_for() -> None:
    assert {"pyside6", "pyside6-webengine"} & {
        need.name.lower() for need in requirements()
    } == set()


def test_time_zones_come_along() -> None:
    assert "tzdata" in {need.name for need in requirements()}
