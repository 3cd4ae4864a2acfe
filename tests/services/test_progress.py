"""Long work tells how far it has come, and can be stopped with nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from thermometer import app
from thermometer.domain.people import AgeBand, Role
from thermometer.domain.zones import Zone
from thermometer.services.bundle import Services
from thermometer.services.exchange import Stopped
from thermometer.services.rescue import Rescue
from thermometer.services.shares import part
from thermometer.store import copying

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
    opened = app.open_family(tmp_path / "family", clock, lambda _: None)
    child = opened.family.add("Mia", Role.CHILD, AgeBand.SIX_TO_EIGHT, "fox")
    for _ in range(20):
        opened.journal.check_in(child.id, Zone.GREEN)
    yield opened
    opened.close()


def moves(shares: list[float]) -> None:
    """It never goes back, is somewhere in between, and never beyond the end."""
    assert shares == sorted(shares)
    assert len(set(shares)) > 3
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


WORKS: list[Callable[[Services, Progress], object]] = [look_into, restore, undo]


@pytest.mark.parametrize("work", [restore, undo])
def test_putting_back_tells_how_far_it_is(
    work: Callable[[Services, Progress], object], services: Services
) -> None:
    services.safekeeping().make()
    progress = Progress()
    work(services, progress)
    moves(progress.shares)


def test_looking_into_an_encrypted_backup_tells_how_far_it_is(
    services: Services, tmp_path: Path
) -> None:
    services.safekeeping().save(tmp_path / "copy", passphrase=PASSPHRASE)
    progress = Progress()
    services.safekeeping().look_into(tmp_path / "copy", PASSPHRASE, progress)
    assert progress.shares == [0, 1 / 3, 2 / 3]


@pytest.mark.parametrize("so_far", [0.0, 0.3, 0.45, 0.6])
@pytest.mark.parametrize("work", WORKS)
def test_stopped_at_any_time_everything_is_as_it_was(
    work: Callable[[Services, Progress], object], so_far: float, services: Services
) -> None:
    services.safekeeping().make()
    mia = services.family.people()[0]
    services.journal.check_in(mia.id, Zone.RED)
    before = services.stores.check_ins.between(None, None)
    with pytest.raises(Stopped):
        work(services, Progress(so_far))
    assert services.stores.check_ins.between(None, None) == before
    assert not (services.folder / "restoring").exists()


@pytest.mark.parametrize("with_backup", ["with a backup", "without"])
def test_a_rescue_tells_how_far_it_is_and_can_be_stopped(
    services: Services, clock: FakeClock, with_backup: str
) -> None:
    if with_backup == "with a backup":
        services.safekeeping().make()
    folder = services.folder
    services.close()
    before = (folder / "family.db").read_bytes()
    rescue, progress = Rescue(folder, clock), Progress()
    ready = rescue.prepare(report=progress)
    moves(progress.shares)
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
