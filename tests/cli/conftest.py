"""The command line run in this process, on a data folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.samples.families import FAMILY_A
from thermometer.cli import main

NOW = (FAMILY_A / "now.txt").read_text(encoding="utf-8").strip()
FILES = [str(FAMILY_A / f"{kind}.csv") for kind in ("people", "checkins", "tool_uses")]
REPAIRS = [str(FAMILY_A / f"{kind}.csv") for kind in ("ruptures", "bids")]
PEOPLE = ("Mia", "Leo", "Mum", "Dad")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process: exit code, output, errors."""

    def call(*words: str | Path) -> tuple[int, str, str]:
        code = main(["--data", str(data), *map(str, words)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def family_a(run: Run) -> None:
    assert run("import", *FILES, *REPAIRS)[0] == 0


def wrong_usage(run: Run, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as caught:
        run(*words)
    assert caught.value.code == 2
    return capsys.readouterr().err
