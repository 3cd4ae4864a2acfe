"""Backups on a device whose clock was wrong for a while."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.backups import Worry
from thermometer.domain.people import AgeBand, Role
from thermometer.services.bundle import Services

DAY = timedelta(days=1)


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    one = app.open_family(tmp_path / "data", clock, lambda _: None)
    one.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    clock.advance(366 * DAY)
    assert one.safekeeping().make()
    clock.advance(-366 * DAY)
    yield one
    one.close()


def test_one_of_next_year_is_not_that_of_today(services: Services, clock: FakeClock) -> None:
    keeping = services.safekeeping()
    for _ in range(3):
        assert keeping.is_due()
        keeping.make()
        assert not keeping.is_due()
        clock.advance(DAY)


def test_one_of_next_year_does_not_hide_that_there_is_none(
    services: Services, clock: FakeClock
) -> None:
    keeping = services.safekeeping()
    assert keeping.worries() == ()
    clock.advance(8 * DAY)
    assert keeping.worries() == (Worry.NO_BACKUP,)
    keeping.make()
    assert keeping.worries() == ()
