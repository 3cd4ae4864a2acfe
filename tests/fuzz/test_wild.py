"""Files as nobody would write them: refused with a sentence or taken whole, and soon."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.fuzz.kept import SLOW_SECONDS
from tests.fuzz.mutations import EDITS
from tests.fuzz.targets import TARGETS, Target

SEEDS = st.integers(0, 2**32 - 1)
FEW = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)


# Qt's readers of pictures complain aloud about what they refuse.
pytestmark = pytest.mark.qt_log_level_fail("NO")


class Wild:
    """A target with its seeds, and what changes them."""

    def __init__(self, name: str, folder: Path) -> None:
        self.target: Target = TARGETS[name](folder)
        self.edit = EDITS[name]
        self.seeds = list(self.target.seeds())

    def take(self, data: bytes) -> None:
        since = time.process_time()
        self.target.take(data)
        assert time.process_time() - since < SLOW_SECONDS


@pytest.fixture(params=sorted(TARGETS))
def wild(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Wild]:
    one = Wild(request.param, tmp_path)
    yield one
    one.target.close()


@FEW
@given(data=st.binary(max_size=4_096) | st.text(max_size=1_024).map(lambda text: text.encode()))
def test_any_bytes(wild: Wild, data: bytes) -> None:
    wild.take(data)


@FEW
@given(number=SEEDS)
def test_a_sound_file_that_somebody_has_edited(wild: Wild, number: int) -> None:
    random = Random(number)
    wild.take(wild.edit(random.choice(wild.seeds), random))


@FEW
@given(number=SEEDS)
def test_a_sound_file_that_was_cut_off(wild: Wild, number: int) -> None:
    random = Random(number)
    seed = random.choice(wild.seeds)
    wild.take(seed[: random.randint(0, len(seed))])
