"""The signs that go with a yellow tap: what is offered, what is put by, what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.changes import Change
from thermometer.domain.checkins import CheckIn
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.problems import Problem
from thermometer.domain.zones import Zone
from thermometer.services.bundle import Services
from thermometer.services.early_signs import KEY
from thermometer.store.checkins import CheckIns
from thermometer.store.problems import NoAccess, NoSpace

MINE = ("tight-fists", "hot-face", "louder")


@pytest.fixture
def told() -> list[Change]:
    return []


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock, told: list[Change]) -> Iterator[Services]:
    opened = app.open_family(tmp_path / "family", clock, told.append)
    yield opened
    opened.close()


@pytest.fixture
def mia(services: Services) -> Person:
    one = services.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    return services.family.change(replace(one, signs=MINE))


@pytest.fixture
def tap(services: Services, mia: Person, told: list[Change]) -> CheckIn:
    made = services.journal.check_in(mia.id, Zone.YELLOW)
    told.clear()
    return made


def kept(services: Services, tap: CheckIn) -> tuple[str, ...]:
    return services.stores.check_ins.of_ids([tap.id])[tap.id].signs


def test_their_own_signs_are_offered_in_yellow_alone(services: Services, mia: Person) -> None:
    offered = services.early_signs().offered(mia, Zone.YELLOW)
    assert tuple(sign.id for sign in offered) == MINE
    assert [sign.text for sign in offered] == ["Tight fists", "Hot face", "Louder"]
    assert services.early_signs().offered(mia, Zone.RED) == ()
    assert services.early_signs().offered(mia, Zone.GREEN) == ()


def test_without_own_signs_nothing_is(services: Services, mia: Person) -> None:
    assert services.early_signs().offered(replace(mia, signs=()), Zone.YELLOW) == ()


def test_a_sign_of_another_time_is_left_out(services: Services, mia: Person) -> None:
    signs = ("steam", "hot-face", "tight-jaw")
    offered = services.early_signs().offered(replace(mia, signs=signs), Zone.YELLOW)
    assert [sign.id for sign in offered] == ["hot-face", "tight-jaw"]


def test_marks_are_kept_once_with_their_check_in(
    services: Services, tap: CheckIn, told: list[Change]
) -> None:
    signs = services.early_signs()
    signs.mark(tap, ("hot-face",))
    signs.mark(tap, ("hot-face", "louder"))
    assert kept(services, tap) == ()
    assert told == []
    done = signs.keep()
    assert done is not None
    assert done.signs == kept(services, tap) == ("hot-face", "louder")
    assert told == [Change.CHECK_INS]
    assert signs.keep() is None
    signs.mark(tap, ("tight-fists",))
    signs.keep()
    assert kept(services, tap) == ("hot-face", "louder")


def test_marks_that_could_not_be_kept_are_not_lost_by_the_next(
    services: Services, mia: Person, tap: CheckIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    signs, later = services.early_signs(), services.journal.check_in(mia.id, Zone.YELLOW)
    signs.mark(tap, ("hot-face",))

    def full(*_: object) -> None:
        raise NoSpace(services.folder)

    with monkeypatch.context() as patch:
        patch.setattr(type(services.journal), "signs", full)
        with pytest.raises(NoSpace):
            signs.keep()
        with pytest.raises(NoSpace):
            signs.mark(later, ("louder",))
    signs.mark(later, ("louder",))
    signs.mark(later, ("louder", "tight-fists"))
    assert kept(services, tap) == ("hot-face",)
    signs.keep()
    assert kept(services, later) == ("louder", "tight-fists")


def test_after_a_sudden_end_they_are_still_there(
    services: Services, tap: CheckIn, clock: FakeClock
) -> None:
    services.early_signs().mark(tap, ("louder",))
    services.held.pop_all().close()
    again = app.open_family(services.folder, clock, lambda _: None)
    again.early_signs().keep()
    assert kept(again, tap) == ("louder",)
    again.close()


def test_what_was_taken_back_keeps_its_marks_and_counts_as_little(
    services: Services, tap: CheckIn
) -> None:
    signs = services.early_signs()
    signs.mark(tap, ("hot-face",))
    services.journal.take_back(tap)
    done = signs.keep()
    assert done is not None
    assert kept(services, tap) == ("hot-face",)
    assert not done.counts
    assert services.stores.settings.get(KEY) is None


def test_a_mark_let_go_again_leaves_none(services: Services, tap: CheckIn) -> None:
    signs = services.early_signs()
    signs.mark(tap, ("hot-face",))
    signs.mark(tap, ())
    assert signs.keep() is None
    assert kept(services, tap) == ()


@pytest.mark.parametrize(
    "put_by",
    [
        "nonsense",
        {"check_in": "no id", "signs": ["hot-face"]},
        {"check_in": str(uuid4()), "signs": ["hot-face"]},
        {"check_in": str(uuid4()), "signs": "hot-face"},
        {"signs": []},
    ],
)
def test_what_cannot_be_read_is_let_go(services: Services, put_by: object) -> None:
    services.stores.settings.set(KEY, put_by)
    assert services.early_signs().keep() is None
    assert services.stores.settings.get(KEY) is None


def test_what_cannot_be_written_is_said(services: Services, tap: CheckIn) -> None:
    signs = services.early_signs()
    signs.mark(tap, ("hot-face",))
    services.stores.database.path.unlink()
    with pytest.raises(Problem):
        signs.mark(tap, ("louder",))


def test_marks_of_a_tap_that_is_held_wait_for_it(
    services: Services, mia: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = services.folder.rename(services.folder.with_name("away"))
    tap, signs = services.journal.check_in(mia.id, Zone.YELLOW), services.early_signs()
    away.rename(services.folder)
    signs.mark(tap, ("hot-face",))

    def gone(*_: object) -> None:
        raise NoAccess(services.folder)

    with monkeypatch.context() as patch:
        patch.setattr(CheckIns, "add_if_it_fits", gone)
        assert signs.keep() is None
    assert services.stores.settings.get(KEY) is not None
    done = signs.keep()
    assert done is not None
    assert done.signs == kept(services, tap) == ("hot-face",)
    assert services.stores.settings.get(KEY) is None
