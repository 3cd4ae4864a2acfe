"""A full disk: the reserve is given back, the tap is kept, and nobody speaks of damage."""

from __future__ import annotations

import errno
import json
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.store import records
from thermometer.domain.checkins import CheckIn
from thermometer.domain.people import Person
from thermometer.sentences import Sentences
from thermometer.store import problems, reserve
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.reserve import Reserve

ROOT = Path(__file__).parents[2]


class Disk:
    """Makes the file unable to grow, until the reserve is deleted, like a disk that is full."""

    def __init__(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        self._connection = database.connection
        self._monkeypatch = monkeypatch

    def fill(self) -> None:
        (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
        self._limit(pages)
        unlink = Path.unlink

        def unlink_and_make_room(path: Path, *, missing_ok: bool = False) -> None:
            unlink(path, missing_ok=missing_ok)
            self._limit(pages + reserve.SIZE // 4096)

        self._monkeypatch.setattr(Path, "unlink", unlink_and_make_room)

    def _limit(self, pages: int) -> None:
        self._connection.execute(f"PRAGMA max_page_count = {pages}")


@pytest.fixture
def disk(database: Database, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk under the data file."""
    return Disk(database, monkeypatch)


def taps(mia: Person, count: int) -> list[CheckIn]:
    return [records.check_in(mia.id, at=records.NOW + n * records.SECOND) for n in range(count)]


def test_a_tap_on_a_full_disk_is_kept(
    database: Database, check_ins: CheckIns, mia: Person, disk: Disk
) -> None:
    low_before = database.low_space
    disk.fill()
    kept = taps(mia, 200)
    for tap in kept:
        check_ins.add(tap)
    assert (low_before, database.low_space) == (False, True)
    assert check_ins.between(None, None) == kept
    numbers = database.connection.execute("SELECT sequence FROM check_in ORDER BY 1").fetchall()
    assert numbers == [(n,) for n in range(2, 202)]  # after Mia's own, none twice, none left out


def test_when_the_reserve_is_used_up_it_is_said(
    database: Database, check_ins: CheckIns, mia: Person, disk: Disk
) -> None:
    kept: list[CheckIn] = []

    def tap_on() -> None:
        for start in range(0, 40_000, 100):
            check_ins.add_all(many[start : start + 100])
            kept.extend(many[start : start + 100])

    many = taps(mia, 40_000)
    disk.fill()
    with pytest.raises(problems.NoSpace) as caught:
        tap_on()
    assert not caught.value.try_again
    assert str(database.path) in Sentences().of(caught.value)
    assert check_ins.between(None, None) == kept != []
    assert database.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_longer_block_is_undone_and_may_be_tried_again(
    database: Database, check_ins: CheckIns, mia: Person, disk: Disk
) -> None:
    disk.fill()
    many = taps(mia, 200)

    def tap_on() -> None:
        with database.transaction():
            for tap in many:
                check_ins.add(tap)

    with pytest.raises(problems.NoSpace) as caught:
        tap_on()
    assert (caught.value.try_again, database.low_space) == (True, True)
    assert check_ins.between(None, None) == []
    tap_on()
    assert check_ins.between(None, None) == many


def test_a_nearly_full_disk_opens_and_puts_nothing_by(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=reserve.SIZE))
    with closing(Database.open(folder)) as database:
        assert database.low_space
        assert not (folder / "reserve").exists()
        People(database).add(records.child())
        assert len(People(database).all()) == 1


def test_a_reserve_that_was_used_is_put_by_again_at_the_next_start(folder: Path) -> None:
    Database.open(folder).close()
    (folder / "reserve").unlink()
    with closing(Database.open(folder)) as database:
        assert not database.low_space
    assert (folder / "reserve").stat().st_size == reserve.SIZE


def test_half_a_reserve_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_size: int) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "reserve"
    path.write_bytes(b"half")
    monkeypatch.setattr("thermometer.store.reserve.os.urandom", no_room)
    assert not Reserve(path).keep()
    assert not path.exists()
    assert not Reserve(path).free()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, problems.NoSpace),
        (errno.EDQUOT, problems.NoSpace),
        (errno.EROFS, problems.NoAccess),
        (errno.EACCES, problems.NoAccess),
    ],
)
def test_a_folder_that_cannot_be_made_says_why(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    def mkdir(*_: object, **__: object) -> None:
        raise OSError(number, "from the system")

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(kind):
        Database.open(folder)


# A mount of the test's own, where the system lets anybody make one.
MOUNT = 'mount -t tmpfs -o size=24m tmpfs "$0" && exec "$@"'


def mounted(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", MOUNT, str(folder), *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    if not shutil.which("unshare") or mounted(tmp_path, "true").returncode:
        pytest.skip("this system lets nobody mount a small disk")
    done = mounted(tmp_path, sys.executable, "-m", "tests.store.small_disk", str(tmp_path))
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["acknowledged"] > 1000  # the reserve lasts for weeks
    assert told == {
        "acknowledged": told["acknowledged"],
        "kept": told["acknowledged"],
        "integrity": "ok",
        "low_space": True,
        "low_space_later": False,
    }
