"""Families on real data files, and files that somebody brings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.services.exchange.desk import Desk


@pytest.fixture
def new_desk(tmp_path: Path, clock: FakeClock) -> Iterator[Callable[[], Desk]]:
    """Opens one more family, empty."""
    desks: list[Desk] = []

    def make() -> Desk:
        desks.append(Desk(tmp_path / f"desk-{len(desks)}", clock))
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(new_desk: Callable[[], Desk]) -> Desk:
    """A family whose data is empty."""
    return new_desk()
