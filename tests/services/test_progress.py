"""Long work tells how far it has come, and can be stopped with nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.progress import part
from thermometer.domain.zones import Zone
from thermometer.services.bundle import Services
from thermometer.services.exchange import Stopped
from thermometer.services.rescue import Rescue
from thermometer.store import copying, interrupting

PASSPHRASE = "a horse"


class Progress:
    """What was told; stops the work when it has come ``so_far``, if that is given."""

    def __init__(self, so_far: float | None = None) -> None:
        self.shares: list[float] = []
        self._so_far = so_far

    def __call__(self, done: int, total: int) -> None:
        self.shares.append(done / total)
        if self._so_far is not None and self.shares[-1] >= self._so_far:
            raise Stopped


@pytest.fixture
def services(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Services]:
    monkeypatch.setattr(copying, "PAGES", 8)
    monkeypatch.setattr(interrupting, "LOOK_EVERY", 1_000)
    opened = app.open_family(tmp_path / "family", clock, lambda _: None)
    child = opened.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    opened.family.add("Leo", Role.CHILD, AgeBand.SIX_TO_EIGHT, "owl")
    for _ in range(20):
        opened.journal.check_in(child.id, Zone.GREEN)
    yield opened
    opened.close()


def moves(shares: list[float], at_least: int) -> None:
    """It never goes back, is in so many places, and never beyond the end."""
    assert shares == sorted(shares)
    assert len(set(shares)) >= at_least
    assert 0 <= shares[0] < 1
    assert shares[-1] <= 1


def look_into(services: Services, report: Progress) -> object:
    made = services.safekeeping().newest()
    assert made is not None
    return services.safekeeping().look_into(made.path, report=report)


def restore(services: Services, report: Progress) -> object:
    keeping = services.safekeeping()
    made = keeping.newest()
    assert made is not None
    return keeping.restore(keeping.look_into(made.path), report)


def undo(services: Services, report: Progress) -> object:
    keeping = services.safekeeping()
    made = keeping.newest()
    assert made is not None
    return keeping.undo(made, report)


def make(services: Services, report: Progress) -> object:
    return services.safekeeping().make(report)


def save(services: Services, report: Progress) -> object:
    return services.safekeeping().save(services.folder.parent / "copy", replace=True, report=report)


def examine(services: Services, report: Progress) -> None:
    services.safekeeping().examine_beside(report, rows=True)


def going(services: Services, report: Progress) -> object:
    return services.erasing().going(services.family.people()[0].id, report)


Works = Callable[[Services, Progress], object]
LEAST: dict[Works, int] = {
    look_into: 4,
    restore: 20,
    undo: 20,
    make: 10,
    save: 10,
    examine: 20,
    going: 3,  # a beginning and an end for each file, and a look into one of so few pages
}
"""In how many places each of them is told to be, at the least."""
WORKS = list(LEAST)


@pytest.mark.parametrize("work", WORKS)
def test_it_tells_how_far_it_is(work: Works, services: Services) -> None:
    services.safekeeping().make()
    progress = Progress()
    work(services, progress)
    moves(progress.shares, LEAST[work])


@pytest.mark.parametrize("work", WORKS)
def test_it_looks_up_while_every_byte_is_looked_at(
    work: Works, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.safekeeping().make()
    told: list[list[float]] = []
    for steps in (10**9, 1_000):
        monkeypatch.setattr(interrupting, "LOOK_EVERY", steps)
        progress = Progress()
        work(services, progress)
        told.append(progress.shares)
    assert len(told[0]) < len(told[1])


def test_looking_into_an_encrypted_backup_tells_how_far_it_is(
    services: Services, tmp_path: Path
) -> None:
    services.safekeeping().save(tmp_path / "copy", passphrase=PASSPHRASE)
    progress = Progress()
    services.safekeeping().look_into(tmp_path / "copy", PASSPHRASE, progress)
    moves(progress.shares, 4)
    assert set(progress.shares) >= {0, 0.3, 0.9}  # opened, looked at, counted


@pytest.mark.parametrize("so_far", [0.0, 0.3, 0.45, 0.6, 0.95])
@pytest.mark.parametrize("work", WORKS)
def test_stopped_at_any_time_everything_is_as_it_was(
    work: Works, so_far: float, services: Services
) -> None:
    services.safekeeping().make()
    so_far = min(so_far, 0.9) if work is look_into else so_far  # then it only counts
    mia = services.family.people()[0]
    services.journal.check_in(mia.id, Zone.RED)
    before = services.stores.check_ins.between(None, None)
    with pytest.raises(Stopped):
        work(services, Progress(so_far))
    assert services.stores.check_ins.between(None, None) == before
    assert not [*services.folder.parent.rglob("*.part"), *services.folder.glob("restoring")]
    assert not (services.folder.parent / "copy").exists()


@pytest.mark.parametrize(("with_backup", "at_least"), [("with a backup", 15), ("without", 4)])
def test_a_rescue_tells_how_far_it_is_and_can_be_stopped(
    services: Services, clock: FakeClock, with_backup: str, at_least: int
) -> None:
    if with_backup == "with a backup":
        services.safekeeping().make()
    folder = services.folder
    services.close()
    before = (folder / "family.db").read_bytes()
    rescue, progress = Rescue(folder, clock), Progress()
    ready = rescue.prepare(report=progress)
    moves(progress.shares, at_least)
    assert progress.shares[-1] == 1
    assert ready.holds.check_ins == 20
    for so_far in (0, 0.2, 0.5, 0.9):
        with pytest.raises(Stopped):
            rescue.prepare(report=Progress(so_far))
        assert not (folder / "restoring").exists()
    assert (folder / "family.db").read_bytes() == before


def test_a_part_of_nothing_is_at_its_beginning() -> None:
    progress = Progress()
    tell = part(progress, 0.5, 1)
    for done, total in ((0, 0), (1, 2), (5, 2)):
        tell(done, total)
    assert progress.shares == [0.5, 0.75, 1]
