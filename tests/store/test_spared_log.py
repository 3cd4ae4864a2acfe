"""A disk that answers with errors, an older copy, and a log that was spared by a killed program."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeClock
from tests.store.test_coming_back import plug_in, pull, write
from thermometer.store import opening
from thermometer.store.coming_back import ComingBack
from thermometer.store.database import Database
from thermometer.store.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "family"


@pytest.fixture
def database(folder: Path, clock: FakeClock) -> Iterator[Database]:
    opened = Database.open(folder, clock)
    yield opened
    opened.close()


def broken_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on whoever asks after a file in ``folder`` hears of an error of the disk."""
    stat = os.stat

    def fails(path: Any, *more: Any, **rest: Any) -> os.stat_result:
        if str(path).startswith(str(folder)):
            raise OSError(errno.EIO, "Input/output error", str(path))
        return stat(path, *more, **rest)

    monkeypatch.setattr(os, "stat", fails)


def test_a_disk_that_answers_with_errors_is_away_and_can_be_let_go_of(
    folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database.open(folder, clock)
    write(database, 1)
    with monkeypatch.context() as broken:
        broken_disk(folder, broken)
        assert database.is_away()
        assert not ComingBack(database).look()
        database.close()
    with closing(Database.open(folder, clock)) as again:
        assert Settings(again).get("a setting") == 1


def test_an_older_copy_is_told_from_what_is_not_ours(database: Database, folder: Path) -> None:
    older = Path(shutil.copytree(folder, folder.with_name("older")))
    write(database, 1)
    pull(folder)
    plug_in(folder, older)
    disk = ComingBack(database)
    assert not disk.look()
    assert disk.is_older
    shutil.rmtree(folder)
    assert not disk.look()
    assert not disk.is_older


def no_links(*_: object) -> None:
    raise PermissionError


def nothing_at_all(*_: object) -> None:
    raise OSError


@pytest.mark.parametrize("has_links", [True, False])
def test_to_let_go_of_the_old_file_spares_a_log_that_is_not_its_own(
    folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    # SQLite removes it by its name where it takes the file for the same one.
    database = Database.open(folder, clock)
    write(database, 1)
    log = folder / "family.db-wal"
    log.rename(folder / "ours")
    log.write_bytes(b"the log of another file")
    if not has_links:
        monkeypatch.setattr("os.link", no_links)
    database.close()
    assert log.read_bytes() == b"the log of another file"
    assert not log.with_name("family.db-wal-kept").exists()


def test_where_nothing_can_be_put_aside_the_old_file_is_let_go_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", nothing_at_all)
    monkeypatch.setattr(Path, "replace", nothing_at_all)
    let_go = []
    with opening.spared(tmp_path / "log"):
        let_go.append(1)
    assert let_go


def killed_while_sparing(folder: Path, clock: FakeClock) -> Path:
    """A family whose last setting is in a log that was put aside; the log's place."""
    first = Database.open(folder, clock)
    write(first, 1)
    copied = Path(shutil.copytree(folder, folder.with_name("killed")))
    first.close()
    shutil.rmtree(folder)
    copied.rename(folder)
    log = folder / "family.db-wal"
    log.rename(folder / "family.db-wal-kept")
    return log


def test_a_log_that_was_spared_by_a_killed_program_is_put_back(
    folder: Path, clock: FakeClock
) -> None:
    killed_while_sparing(folder, clock)
    with closing(Database.open(folder, clock)) as opened:
        assert Settings(opened).get("a setting") == 1
    assert not (folder / "family.db-wal-kept").exists()


def test_a_spared_log_of_before_the_file_was_written_is_none(
    folder: Path, clock: FakeClock
) -> None:
    log = killed_while_sparing(folder, clock)
    kept = log.with_name(log.name + opening.KEPT)
    past = (folder / "family.db").stat().st_mtime_ns - 1
    os.utime(kept, ns=(past, past))
    with closing(Database.open(folder, clock)) as opened:
        assert Settings(opened).get("a setting") is None
    assert not kept.exists()


def test_a_spared_log_beside_the_same_log_or_no_file_goes(folder: Path, clock: FakeClock) -> None:
    log = killed_while_sparing(folder, clock)
    kept = log.with_name(log.name + opening.KEPT)
    os.link(kept, log)
    opening.give_back_spared(folder / "family.db")
    assert (log.exists(), kept.exists()) == (True, False)
    log.rename(kept)
    (folder / "family.db").unlink()
    opening.give_back_spared(folder / "family.db")
    assert (log.exists(), kept.exists()) == (False, False)
