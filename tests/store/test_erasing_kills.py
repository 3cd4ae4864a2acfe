"""Erasing is interrupted at every step, and finished at the next start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store.erased_family import NAME, ZOE
from tests.store.erased_home import dump, is_done
from thermometer.store import (
    erasing,
    erasing_files,
    erasing_journal,
    erasing_person,
    erasing_rows,
    restoring,
)
from thermometer.store.database import Database

ROOT = Path(__file__).parents[2]


class Killed(BaseException):
    """The program is no more."""


def kill_at(number: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Stops at the so-manieth thing that touches the disk; tells how many there were."""
    steps = 0

    def counting(module: object, name: str) -> None:
        real = getattr(module, name)

        def step(*given: object, **named: object) -> object:
            nonlocal steps
            steps += 1
            if steps == number:
                raise Killed
            return real(*given, **named)

        monkeypatch.setattr(module, name, step)

    counting(Path, "unlink")
    counting(Path, "replace")
    counting(os, "fsync")
    counting(erasing_files, "copy")
    counting(erasing_files, "verify")
    counting(erasing_person, "erase")
    counting(erasing_rows, "delete")
    counting(restoring, "clear")
    counting(erasing, "_erase_here")
    return lambda: steps


def test_a_kill_at_any_step_is_finished_at_the_next_start(
    fewer_files: Path, tmp_path: Path, clock: FakeClock
) -> None:
    before = dump(fewer_files, clock)
    number = reached = 0
    while reached == number:  # until there is no such step any more
        number += 1
        folder = Path(shutil.copytree(fewer_files, tmp_path / f"killed-{number}"))
        with pytest.MonkeyPatch.context() as patch:
            database = Database.open(folder, clock)
            tell = kill_at(number, patch)
            with suppress(Killed):
                erasing.erase_person(database, ZOE.id)
            reached = tell()
            state = Path(shutil.copytree(folder, tmp_path / f"state-{number}"))
        database.close()
        begun = erasing_journal.is_pending(state)
        assert NAME.encode() not in b"".join(p.read_bytes() for p in state.glob("erasing*"))
        with closing(Database.open(state, clock)) as again:
            erasing.finish(again)
        if dump(state, clock) == before:
            assert not begun
        else:
            is_done(state)
        for left in (folder, state):
            shutil.rmtree(left)
    assert number > 20


@pytest.mark.parametrize("files", [1, 2, 3])
def test_a_killed_process_is_finished_at_the_next_start(
    fewer_files: Path, clock: FakeClock, files: int
) -> None:
    command = [sys.executable, "-m", "tests.store.eraser", str(fewer_files), str(ZOE.id)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(files):
            process.stdout.readline()
        process.kill()
    assert erasing_journal.is_pending(fewer_files) or files == 3
    with closing(Database.open(fewer_files, clock)) as database:
        erasing.finish(database)
    is_done(fewer_files)


def test_everything_goes_after_a_kill_at_any_step(
    fewer_files: Path, tmp_path: Path, clock: FakeClock
) -> None:
    number = reached = 0
    while reached == number:  # until there is no such step any more
        number += 1
        folder = Path(shutil.copytree(fewer_files, tmp_path / f"killed-{number}"))
        erasing_journal.begin(folder, erasing_journal.EVERYTHING)
        with pytest.MonkeyPatch.context() as patch:
            tell = kill_at(number, patch)
            with suppress(Killed):
                erasing.before_opening(folder)
            reached = tell()
        erasing.before_opening(folder)
        assert list(folder.iterdir()) == []
    assert number > 12
