"""The program as a process of its own: exit codes, output, what it loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import FILES
from thermometer.store.database import Database


def program(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "thermometer", *map(str, words)],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        cwd=Path(__file__).parents[2],
        env=kept | environment,
    )


def test_the_exit_codes_of_the_program(tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = program("--data", data, "import", *FILES)
    assert (done.returncode, done.stderr) == (0, "")
    failed = program("--data", tmp_path / "none", "week")
    assert failed.returncode == 1
    assert program("week", "--from", "x").returncode == 2
    assert program("export", "").returncode == 2  # as a script passes on an unset variable
    opened = Database.open(data)
    in_use = program("--data", data, "week")
    opened.close()
    assert in_use.returncode == 4
    for ended in (failed, in_use):
        assert ended.stdout == ""
        assert ended.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux and its like have no screen")
def test_the_program_without_a_screen(tmp_path: Path) -> None:
    for environment in ({}, {"QT_QPA_PLATFORM": "xcb"}, {"DISPLAY": ":987"}):
        ended = program("--data", tmp_path / "data", **environment)
        assert (ended.returncode, ended.stdout) == (3, "")
        assert ended.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    assert program("--data", tmp_path / "d", "import", *FILES).returncode == 0
    shell = f'"{sys.executable}" -m thermometer --data "{tmp_path / "d"}" episodes --json | head -1'
    ended = subprocess.run(
        shell,
        shell=True,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert ended.stdout == "[\n"
    assert ended.stderr == ""


def test_qt_is_not_loaded_for_a_command(tmp_path: Path) -> None:
    code = (
        "import sys; from thermometer.cli import main; "
        f"main(['--data', {str(tmp_path / 'd')!r}, 'import', {FILES[0]!r}]); "
        "sys.exit(any(name.startswith(('PySide6', 'pyqtgraph')) for name in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[2],
        capture_output=True,
    )
    assert ended.returncode == 0


def test_the_program_answers_its_own_question_for_a_voice() -> None:
    """Here is nothing to hear a voice on, or no engine of that name: either way a plain no."""
    ended = program("--probe-voice", "no such engine", QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, ended.stdout) == (1, "")
    helped = program("--help")
    assert "--probe-voice" not in helped.stdout
