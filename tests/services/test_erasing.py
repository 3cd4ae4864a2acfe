"""Erasing as a verb: who may go, what is told, and that it is finished before anybody looks."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes import FakeClock
from tests.services.locks import PIN
from tests.store import erased_family as family
from tests.store.erased_family import LEO, MUM, ZOE, traces
from thermometer import app
from thermometer.domain.backups import Worry
from thermometer.domain.changes import Change
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.problems import Problem
from thermometer.services.bundle import Services
from thermometer.store import erasing_journal, erasing_person
from thermometer.store.problems import NoSpace


@pytest.fixture
def told() -> list[Change]:
    return []


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock, told: list[Change]) -> Iterator[Services]:
    opened = app.open_family(tmp_path / "family", clock, told.append)
    family.begin(opened.stores.database)
    yield opened
    opened.close()


def names(services: Services) -> list[str]:
    return [one.name for one in services.stores.people.all(archived=True)]


def test_somebody_is_erased_for_good(services: Services, told: list[Change]) -> None:
    chosen = services.preferences.now
    assert ZOE.id in chosen.hidden_on_home
    assert services.erasing().going(ZOE.id).reach.rows["check_in"] == 2
    steps: list[tuple[int, int]] = []
    services.erasing().person(ZOE.id, lambda done, total: steps.append((done, total)))
    assert names(services) == ["Mum", "Leo"]
    assert told == [Change.EVERYTHING]
    assert steps == [(0, 1)]
    services.preferences.keep(services.preferences.now)  # what is at hand has forgotten her too
    assert traces(services.folder) == []


def test_without_anybody_listening(services: Services) -> None:
    services.erasing().person(LEO.id)
    assert "Leo" not in names(services)


def test_the_last_one_on_home_stays(services: Services) -> None:
    services.family.archive(LEO.id)
    services.family.archive(ZOE.id)
    for verb in (services.erasing().going, services.erasing().person):
        with pytest.raises(Problem, match="erase-last"):
            verb(MUM.id)
        with pytest.raises(Problem, match="data-record-gone"):
            verb(uuid4())
    services.erasing().person(LEO.id)
    assert len(names(services)) == 2


def left_of_zoe(services: Services) -> list[object]:
    """What the open family still holds of hers."""
    everything = services.stores.check_ins.between(None, None)
    return [one for one in everything if ZOE.id in (one.person, one.observed_by)]


def mark_of(services: Services) -> int:
    """The journal whose leaving the open file knows."""
    (mark,) = services.stores.database.connection.execute("PRAGMA user_version").fetchone()
    return int(mark)


def test_an_interrupted_one_is_hidden_when_it_is_opened_and_finished_later(
    services: Services, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.safekeeping().make()
    erasing_journal.begin(services.folder, ZOE.id)
    services.close()
    for again_and_again in range(2):
        with monkeypatch.context() as patch:
            if again_and_again:
                patch.delattr(erasing_person, "erase")  # a later start does not look again
            with closing(app.open_family(services.folder, clock, lambda _: None)) as again:
                assert names(again) == ["Mum", "Leo"]
                assert again.erasing().is_leaving(ZOE.id)
                assert left_of_zoe(again) == []
                assert mark_of(again) == erasing_journal.mark(services.folder) > 0
        assert traces(services.folder) != []
    with closing(app.open_family(services.folder, clock, lambda _: None)) as again:
        assert again.erasing().go_on()
        assert names(again) == ["Mum", "Leo"]
        assert mark_of(again) == 0
    assert traces(services.folder) == []


def test_a_backup_that_is_put_back_meanwhile_shows_nothing_of_her_at_the_next_start(
    services: Services, clock: FakeClock
) -> None:
    made = services.safekeeping().make()
    assert made is not None
    erasing_journal.begin(services.folder, ZOE.id)
    services.close()
    with closing(app.open_family(services.folder, clock, lambda _: None)) as again:
        keeping = again.safekeeping()
        keeping.restore(keeping.look_into(made.path))
        assert left_of_zoe(again) != []
    with closing(app.open_family(services.folder, clock, lambda _: None)) as again:
        assert left_of_zoe(again) == []
        assert again.erasing().go_on()
    assert traces(services.folder) == []


def test_what_cannot_be_finished_opens_without_her(
    services: Services, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NoSpace(services.folder)

    services.close()
    erasing_journal.begin(services.folder, ZOE.id)
    told: list[Change] = []
    with monkeypatch.context() as patch:
        patch.setattr(erasing_person, "erase", full)
        again = app.open_family(services.folder, clock, told.append)
        with pytest.raises(NoSpace):
            again.erasing().go_on()
    assert names(again) == ["Mum", "Leo"]
    assert again.family.person(ZOE.id) is None
    assert again.erasing().is_leaving(ZOE.id)
    assert Worry.ERASING in again.worries()
    with pytest.raises(Problem, match="name-leaving"):
        again.family.add(ZOE.name.upper(), Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    assert told == []
    assert again.erasing().go_on()
    assert told == [Change.EVERYTHING]
    assert Worry.ERASING not in again.worries()
    assert not again.erasing().go_on()
    assert traces(services.folder) == []
    again.close()


def test_a_mistake_of_ours_lets_go_of_the_file(
    services: Services, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    services.close()
    erasing_journal.begin(services.folder, ZOE.id)
    with monkeypatch.context() as patch:
        patch.setattr(erasing_person, "erase", wrong)
        with pytest.raises(ZeroDivisionError):
            app.open_family(services.folder, clock, lambda _: None)
    with closing(app.open_family(services.folder, clock, lambda _: None)) as again:
        assert again.erasing().go_on()
    assert traces(services.folder) == []


def test_it_can_be_held_again_when_it_could_not_be_finished(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NoSpace(services.folder)

    with monkeypatch.context() as patch:
        patch.setattr(erasing_person, "erase", full)
        with pytest.raises(NoSpace):
            services.erasing().person(ZOE.id)
    services.erasing().person(ZOE.id)
    assert names(services) == ["Mum", "Leo"]
    assert not services.erasing().is_leaving(ZOE.id)
    assert traces(services.folder) == []


def test_everything_goes_when_it_is_opened_again(services: Services, clock: FakeClock) -> None:
    services.lock.set_pin(MUM.id, PIN)
    services.safekeeping().make()
    log = services.log_file()
    logging.getLogger("thermometer.somewhere").warning("before")
    services.erasing().begin_everything()
    log.close()
    services.close()
    with closing(app.open_family(services.folder, clock, lambda _: None)) as again:
        assert not log.path.parent.exists()
        with closing(again.log_file()):
            logging.getLogger("thermometer.somewhere").warning("after")
        (line,) = log.path.read_text(encoding="utf-8").splitlines()
        assert line.endswith("after")
        assert names(again) == []
        assert not again.lock.state().is_set
        assert again.safekeeping().backups() == ()
