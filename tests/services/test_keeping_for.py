"""Keeping records for as long as the family has chosen: told first, and then it goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.store import erased_family as family
from tests.store import records
from tests.store.erased_family import LEO
from thermometer import app
from thermometer.domain.changes import Change
from thermometer.domain.keeping_for import KeepFor, Old
from thermometer.services.bundle import Services
from thermometer.store.remarks import Remarks


@pytest.fixture
def told() -> list[Change]:
    return []


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock, told: list[Change]) -> Iterator[Services]:
    opened = app.open_family(tmp_path / "family", clock, told.append)
    family.begin(opened.stores.database)
    yield opened
    opened.close()


def tap(services: Services, days_ago: int) -> None:
    at = services.clock.now() - timedelta(days=days_ago)
    services.stores.check_ins.add(records.check_in(LEO.id, at=at))


def ages(services: Services) -> list[int]:
    """How many days ago each of Leo's taps was, the oldest first."""
    now = services.clock.now()
    found = services.stores.check_ins.between(None, None, LEO.id)
    return [(now - one.at).days for one in found if (now - one.at).days > 0]


@pytest.fixture
def old_taps(services: Services) -> Services:
    for days in (10, 350, 400, 800):
        tap(services, days)
    return services


def test_it_is_told_first_and_then_goes(old_taps: Services, told: list[Change]) -> None:
    keeping = old_taps.keeping_for()
    assert keeping.chosen() is KeepFor.ALL
    assert keeping.preview(KeepFor.ALL) is None
    assert not keeping.run()
    two, one = keeping.preview(KeepFor.TWO_YEARS), keeping.preview(KeepFor.ONE_YEAR)
    assert two is not None
    assert one is not None
    assert (two.records, one.records) == (1, 2)
    assert ages(old_taps) == [800, 400, 350, 10]
    keeping.choose(KeepFor.ONE_YEAR, one)
    assert ages(old_taps) == [800, 400, 350, 10]
    assert keeping.chosen() is KeepFor.ONE_YEAR
    assert keeping.waiting() is None
    assert keeping.run()
    assert ages(old_taps) == [350, 10]
    assert told == [Change.SETTINGS, Change.EVERYTHING]
    assert not keeping.run()


def choose(services: Services, keep_for: KeepFor) -> None:
    keeping = services.keeping_for()
    keeping.choose(keep_for, keeping.preview(keep_for))
    keeping.run()


def test_later_days_go_by_themselves(old_taps: Services, clock: FakeClock) -> None:
    choose(old_taps, KeepFor.ONE_YEAR)
    clock.advance(timedelta(days=20))
    assert old_taps.keeping_for().waiting() is None
    assert old_taps.keeping_for().run()
    assert max(ages(old_taps)) == 30


def test_after_a_long_time_or_a_jump_of_the_clock_a_parent_decides(
    old_taps: Services, clock: FakeClock
) -> None:
    choose(old_taps, KeepFor.ONE_YEAR)
    clock.advance(timedelta(days=1500))
    keeping = old_taps.keeping_for()
    waiting = keeping.waiting()
    assert waiting is not None
    assert waiting.records > 2
    assert not keeping.run()
    clock.advance(timedelta(days=-1500))
    assert keeping.waiting() is None
    assert ages(old_taps) == [350, 10]
    clock.advance(timedelta(days=1500))
    keeping.choose(KeepFor.ONE_YEAR, waiting)
    assert keeping.run()
    assert ages(old_taps) == []


def test_what_came_in_from_elsewhere_waits_for_a_word(old_taps: Services) -> None:
    choose(old_taps, KeepFor.ONE_YEAR)
    tap(old_taps, 600)
    keeping = old_taps.keeping_for()
    assert not keeping.run()
    waiting = keeping.waiting()
    assert waiting is not None
    assert waiting.records == 1
    assert ages(old_taps) == [600, 350, 10]
    keeping.choose(KeepFor.TWO_YEARS, keeping.preview(KeepFor.TWO_YEARS))
    keeping.run()
    assert keeping.waiting() is None
    assert ages(old_taps) == [600, 350, 10]


def test_everything_may_be_kept_again(old_taps: Services) -> None:
    choose(old_taps, KeepFor.ONE_YEAR)
    old_taps.keeping_for().choose(KeepFor.ALL, None)
    tap(old_taps, 600)
    assert old_taps.keeping_for().waiting() is None
    assert not old_taps.keeping_for().run()


def test_an_interrupted_one_goes_on(old_taps: Services) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, _all: int) -> None:
        if done == 2:
            raise StoppedError

    keeping = old_taps.keeping_for()
    keeping.choose(KeepFor.ONE_YEAR, keeping.preview(KeepFor.ONE_YEAR))
    with pytest.raises(StoppedError):
        keeping.run(stop)
    assert ages(old_taps) == [400, 350, 10]
    assert keeping.run()
    assert ages(old_taps) == [350, 10]


def test_remarks_go_with_their_taps(old_taps: Services) -> None:
    old = old_taps.stores.check_ins.between(None, None, LEO.id)[0]
    Remarks(old_taps.stores.database).add(records.remark(old.id))
    choose(old_taps, KeepFor.ONE_YEAR)
    assert Remarks(old_taps.stores.database).of_check_ins([old.id]) == []


def test_nothing_to_tell_is_told_too(services: Services) -> None:
    preview = services.keeping_for().preview(KeepFor.ONE_YEAR)
    assert preview == Old(preview.first_day) if preview else False
