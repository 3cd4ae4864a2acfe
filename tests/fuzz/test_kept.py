"""Every input that was kept is refused or taken, calmly and soon; nothing is half written."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fuzz.kept import SLOW_SECONDS, inputs
from tests.fuzz.targets import TARGETS, Target

# Qt's readers of pictures complain aloud about what they refuse.
pytestmark = pytest.mark.qt_log_level_fail("NO")


@pytest.fixture(params=sorted(TARGETS))
def target(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Target]:
    one: Target = TARGETS[request.param](tmp_path)
    yield one
    one.close()


def test_every_seed_can_be_taken_but_what_is_no_such_file(target: Target) -> None:
    taken = [target.take(seed) for seed in target.seeds()]
    assert taken[0]


@pytest.mark.parametrize(
    ("name", "file"),
    [pytest.param(n, f, id=f"{n}-{f.name}") for n in sorted(TARGETS) for f in inputs(n)],
)
def test_what_once_went_wrong(name: str, file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    target: Target = TARGETS[name](tmp_path)
    data = file.read_bytes()
    since = time.process_time()
    target.take(data)
    assert time.process_time() - since < SLOW_SECONDS
    target.close()
