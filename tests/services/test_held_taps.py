"""The disk is pulled while people tap: what was tapped is held, said, and saved once it is back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.changes import Change
from thermometer.domain.checkins import CheckIn
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services.bundle import Services
from thermometer.store.checkins import CheckIns
from thermometer.store.problems import NoAccess, NoSpace

G, Y, R = Zone


@pytest.fixture
def told() -> list[Change]:
    return []


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock, told: list[Change]) -> Iterator[Services]:
    opened = app.open_family(tmp_path / "family", clock, told.append)
    opened.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    told.clear()
    yield opened
    opened.close()


@pytest.fixture
def mia(services: Services) -> UUID:
    return services.family.people()[0].id


def pull(services: Services) -> Path:
    """Takes the folder away; where it is meanwhile."""
    return services.folder.rename(services.folder.with_name("away"))


def put_back(services: Services, away: Path, *, anew: bool = False) -> None:
    """Puts it back: the same files or, as a disk that was plugged in again, others."""
    if anew:
        away = Path(shutil.copytree(away, away.with_name("copied")))
    away.rename(services.folder)


def said(services: Services) -> list[str]:
    found: list[Problem] = []
    services.journal.tell_held(found.append)
    return [services.sentences.of(problem) for problem in found]


def zones(services: Services) -> list[Zone]:
    return [one.zone for one in services.stores.check_ins.between(None, None)]


def test_what_is_tapped_is_held_and_saved_when_the_disk_is_back(
    services: Services, mia: UUID, clock: FakeClock, told: list[Change]
) -> None:
    services.journal.check_in(mia, G)
    assert said(services) == []
    away = pull(services)
    tapped = []
    for zone in (Y, R):
        clock.advance(timedelta(minutes=1))
        tapped.append(services.journal.check_in(mia, zone))
        assert services.journal.zone_now(mia) is zone
    (sentence,) = said(services)
    assert sentence.startswith("Not saved yet")
    assert str(services.folder) in sentence
    assert not services.journal.save_held()
    put_back(services, away)
    told.clear()
    clock.advance(timedelta(minutes=5))
    assert not services.pulled_disk().look()  # it is the very same: nothing is opened again
    assert told == [Change.EVERYTHING]
    assert said(services) == []
    found = services.stores.check_ins.between(None, None)
    assert [one.zone for one in found] == [G, Y, R]
    assert found[1:] == tapped
    assert not services.journal.save_held()
    services.journal.check_in(mia, G)
    assert zones(services) == [G, Y, R, G]


def test_a_disk_plugged_in_again_is_opened_anew_with_what_was_held(
    services: Services, mia: UUID, clock: FakeClock
) -> None:
    services.journal.check_in(mia, G)
    away = pull(services)
    disk = services.pulled_disk()
    tapped = services.journal.check_in(mia, Y)
    assert not disk.may_be_opened()
    put_back(services, away, anew=True)
    assert not services.journal.save_held()  # never into a file that is there no more
    assert disk.may_be_opened()
    services.close()
    again = app.open_family(services.folder, clock, lambda _: None)
    again.journal.take_over(services.journal.unsaved())
    assert again.stores.check_ins.between(None, None)[1:] == [tapped]
    assert said(again) == []
    again.close()


def test_the_next_tap_saves_what_was_held(services: Services, mia: UUID, clock: FakeClock) -> None:
    away = pull(services)
    services.journal.check_in(mia, Y)
    put_back(services, away)
    clock.advance(timedelta(minutes=1))
    services.journal.check_in(mia, G)
    assert zones(services) == [Y, G]
    assert said(services) == []


def test_what_is_held_can_be_taken_back(services: Services, mia: UUID, clock: FakeClock) -> None:
    away = pull(services)
    tap = services.journal.check_in(mia, R)
    taken = services.journal.take_back(tap)
    clock.advance(timedelta(seconds=1))
    assert services.journal.take_back(tap) == taken
    assert services.journal.zone_now(mia) is None
    put_back(services, away)
    services.journal.save_held()
    assert services.stores.check_ins.between(None, None) == [taken]
    assert taken.withdrawn_at is not None


def test_closing_saves_what_is_held(services: Services, mia: UUID, clock: FakeClock) -> None:
    away = pull(services)
    services.journal.check_in(mia, Y)
    put_back(services, away)
    services.close()
    again = app.open_family(services.folder, clock, lambda _: None)
    assert zones(again) == [Y]
    again.close()


@pytest.mark.parametrize("taken_back", [False, True])
def test_what_the_disk_kept_although_it_said_no_is_not_kept_twice(
    services: Services, mia: UUID, monkeypatch: pytest.MonkeyPatch, *, taken_back: bool
) -> None:
    keep = CheckIns.add

    def kept_and_denied(store: CheckIns, tapped: CheckIn) -> None:
        keep(store, tapped)
        raise NoAccess(services.folder)

    with monkeypatch.context() as patch:
        patch.setattr(CheckIns, "add", kept_and_denied)
        tap = services.journal.check_in(mia, R)
    assert services.journal.zone_now(mia) is R
    if taken_back:
        tap = services.journal.take_back(tap)
        assert services.journal.zone_now(mia) is None
    assert services.journal.save_held()
    assert services.stores.check_ins.between(None, None) == [tap]


def test_a_full_disk_is_said_at_once_and_nothing_is_held(
    services: Services, mia: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NoSpace(services.folder)

    with monkeypatch.context() as patch:
        patch.setattr(CheckIns, "add", full)
        with pytest.raises(NoSpace):
            services.journal.check_in(mia, R)
    assert said(services) == []
    assert zones(services) == []


def test_nobodys_zone_is_made_up(services: Services, mia: UUID) -> None:
    away = pull(services)
    with pytest.raises(NoAccess):
        services.journal.zone_now(mia)
    put_back(services, away)


def test_a_zone_known_before_lasts_120_minutes_without_the_disk_too(
    services: Services, mia: UUID, clock: FakeClock
) -> None:
    services.journal.check_in(mia, Y)
    assert services.journal.zone_now(mia) is Y
    away = pull(services)
    clock.advance(timedelta(minutes=120))
    assert services.journal.zone_now(mia) is Y
    clock.advance(timedelta(microseconds=1))
    assert services.journal.zone_now(mia) is None
    put_back(services, away)


def test_who_is_not_in_the_file_is_in_nobodys_way(
    services: Services, mia: UUID, clock: FakeClock, tmp_path: Path
) -> None:
    away = pull(services)
    services.journal.check_in(mia, R)
    tom = UUID(int=7)
    services.journal.check_in(tom, G)
    clock.advance(timedelta(minutes=1))
    services.journal.check_in(mia, Y)
    put_back(services, away)
    assert services.journal.save_held()
    assert zones(services) == [R, Y]
    assert said(services) == []
    services.journal.check_in(mia, G)
    assert [one.person for one in services.journal.unsaved()] == [tom]
    services.close()
    other = app.open_family(tmp_path / "other", clock, lambda _: None)
    other.journal.take_over(services.journal.unsaved())
    assert other.stores.check_ins.between(None, None) == []
    assert [one.person for one in other.journal.unsaved()] == [tom]
    other.close()


def test_closing_lets_go_of_the_file_whatever_happens(
    services: Services, mia: UUID, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = pull(services)
    services.journal.check_in(mia, R)
    put_back(services, away)

    def mistaken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(CheckIns, "of_ids", mistaken)
        with pytest.raises(ZeroDivisionError):
            services.close()
    app.open_family(services.folder, clock, lambda _: None).close()


def test_what_is_handed_on_is_held_where_the_disk_is_away_again(
    services: Services, mia: UUID
) -> None:
    away = pull(services)
    services.journal.check_in(mia, R)
    handed = services.journal.unsaved()
    services.journal.take_over(handed)
    assert services.journal.unsaved() == handed
    assert str(services.folder) in said(services)[0]
    put_back(services, away)


def test_a_damaged_disk_is_said_and_nothing_is_lost(
    services: Services, mia: UUID, tmp_path: Path
) -> None:
    away = pull(services)
    services.journal.check_in(mia, R)
    services.folder.mkdir()
    file = services.folder / "family.db"
    file.write_bytes(b"no database at all, but long enough")
    disk = services.pulled_disk()
    assert not disk.may_be_opened()
    assert "is damaged" in said(services)[0]
    assert services.stores.database.found_damaged
    services.folder.rename(tmp_path / "damaged")
    assert not disk.look()
    assert "is damaged" not in said(services)[0]
    put_back(services, away)
    assert not disk.look()
    assert zones(services) == [R]
