"""A child is erased: every number is that of a family that never had her."""

from __future__ import annotations

import csv
import json
import logging
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FILES, NOW, REPAIRS, Run
from tests.fakes import FakeClock
from thermometer import app
from thermometer.cli import main

WEEKS = ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")


def erase(data: Path, name: str) -> None:
    with closing(app.open_family(data, FakeClock(), lambda _: None)) as services:
        person = next(one for one in services.family.people() if one.name == name)
        services.erasing().person(person.id)


def without(folder: Path, name: str) -> list[Path]:
    """The family's files as if ``name`` had never been there."""
    folder.mkdir()
    gone: set[str] = set()
    files = []
    for file in map(Path, (*FILES, *REPAIRS)):
        with file.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
        for row in rows:
            if row.get("observed_by") == name:
                row["observed_by"] = "Mum"  # by whom makes no difference to any number
        kept = [row for row in rows if name not in row.values() and row.get("rupture") not in gone]
        gone |= {str(row.get("id")) for row in rows if row not in kept}
        files.append(folder / file.name)
        with files[-1].open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, rows[0])
            writer.writeheader()
            writer.writerows(kept)
    return files


def weeks(run: Callable[..., tuple[int, str, str]]) -> list[Any]:
    found = [run("--now", NOW, "week", "--from", day, "--json") for day in WEEKS]
    assert {code for code, _, _ in found} == {0}
    return [json.loads(out) for _, out, _ in found]


@pytest.mark.parametrize("name", ["Mia", "Dad"])
def test_the_numbers_are_those_of_a_family_without_her(
    run: Run,
    family_a: None,
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    name: str,
) -> None:
    before = weeks(run)
    with caplog.at_level(logging.DEBUG):
        erase(data, name)
    after = weeks(run)
    for was, now in zip(before, after, strict=True):
        assert now["people"] == [one for one in was["people"] if one["name"] != name]
    assert [week["family"] for week in after] != [week["family"] for week in before]
    other = tmp_path / "other"
    files = without(tmp_path / "files", name)
    assert main(["--data", str(other), "import", *map(str, files)]) == 0
    capsys.readouterr()

    def run_other(*words: str) -> tuple[int, str, str]:
        code = main(["--data", str(other), *words])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    assert weeks(run_other) == after
    assert name not in caplog.text


def test_what_is_left_can_be_taken_elsewhere(
    run: Run, family_a: None, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    erase(data, "Dad")
    assert run("export", tmp_path / "out")[0] == 0
    other = str(tmp_path / "other")
    assert main(["--data", other, "import", str(tmp_path / "out" / "export.json")]) == 0
    capsys.readouterr()
    assert main(["--data", other, "--now", NOW, "week", "--json"]) == 0
    assert capsys.readouterr().out == run("--now", NOW, "week", "--json")[1]


def test_a_command_finishes_what_was_begun(run: Run, family_a: None, data: Path) -> None:
    with closing(app.open_family(data, FakeClock(), lambda _: None)) as services:
        services.erasing().begin_everything()
    assert json.loads(weeks_of_nobody(run))["people"] == []
    assert not (data / "backups").exists()


def weeks_of_nobody(run: Run) -> str:
    code, out, _ = run("--now", NOW, "week", "--json")
    assert code == 0
    return out
