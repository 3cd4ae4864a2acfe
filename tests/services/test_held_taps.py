"""The disk is pulled while people tap: what was tapped is held, said, and saved once it is back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.changes import Change
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


@pytest.mark.parametrize("anew", [False, True], ids=["the same files", "plugged in again"])
def test_what_is_tapped_is_held_and_saved_when_the_disk_is_back(
    services: Services, mia: UUID, clock: FakeClock, told: list[Change], *, anew: bool
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
    put_back(services, away, anew=anew)
    told.clear()
    clock.advance(timedelta(minutes=5))
    assert services.journal.save_held()
    assert told == [Change.CHECK_INS]
    assert said(services) == []
    found = services.stores.check_ins.between(None, None)
    assert [one.zone for one in found] == [G, Y, R]
    assert found[1:] == tapped
    assert not services.journal.save_held()
    services.journal.check_in(mia, G)
    assert zones(services) == [G, Y, R, G]


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
    keep = CheckIns.add_all

    def kept_and_denied(store: CheckIns, taps: object) -> None:
        keep(store, taps)  # type: ignore[arg-type]
        raise NoAccess(services.folder)

    with monkeypatch.context() as patch:
        patch.setattr(CheckIns, "add_all", kept_and_denied)
        tap = services.journal.check_in(mia, R)
    if taken_back:
        tap = services.journal.take_back(tap)
    assert services.journal.save_held()
    assert services.stores.check_ins.between(None, None) == [tap]


def test_a_full_disk_is_said_at_once_and_nothing_is_held(
    services: Services, mia: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NoSpace(services.folder)

    with monkeypatch.context() as patch:
        patch.setattr(CheckIns, "add_all", full)
        with pytest.raises(NoSpace):
            services.journal.check_in(mia, R)
    assert said(services) == []
    assert zones(services) == []


def test_nobodys_zone_is_made_up(services: Services, mia: UUID) -> None:
    away = pull(services)
    with pytest.raises(NoAccess):
        services.journal.zone_now(mia)
    put_back(services, away)


@pytest.mark.parametrize("what", ["nothing", "empty", "no database", "another family", "no device"])
def test_what_is_not_this_family_is_not_written_to(
    services: Services, mia: UUID, clock: FakeClock, tmp_path: Path, what: str
) -> None:
    away = pull(services)
    services.folder.mkdir()
    file = services.folder / "family.db"
    if what in ("another family", "no device"):
        app.open_family(services.folder, clock, lambda _: None).close()
        if what == "no device":
            with closing(sqlite3.connect(file)) as harmed:
                harmed.execute("DROP TABLE device")
    elif what != "nothing":
        file.write_bytes(b"" if what == "empty" else b"no database at all, but long enough")
    before = file.read_bytes() if file.exists() else None
    services.journal.check_in(mia, Y)
    assert said(services) != []
    assert (file.read_bytes() if file.exists() else None) == before
    services.folder.rename(tmp_path / "other")
    put_back(services, away, anew=True)
    assert services.journal.save_held()
    assert zones(services) == [Y]
