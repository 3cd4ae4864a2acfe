"""A private copy: everything of one moment, and nothing left behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.store import records
from thermometer.domain.people import Person
from thermometer.store import copies, whole
from thermometer.store.checkins import CheckIns
from thermometer.store.copies import copy_of
from thermometer.store.database import Database
from thermometer.store.problems import NoSpace


def test_a_copy_holds_everything(database: Database, check_ins: CheckIns, mia: Person) -> None:
    check_ins.add_all(records.check_in(mia.id) for _ in range(3))
    with copy_of(database) as copy:
        assert whole.dump(copy) == whole.dump(database)
        assert copy.device == database.device


def test_neither_sees_what_happens_to_the_other(
    database: Database, check_ins: CheckIns, mia: Person, folder: Path
) -> None:
    before = sorted(path.name for path in folder.iterdir())
    with copy_of(database) as copy:
        CheckIns(copy).add(records.check_in(mia.id))
        assert check_ins.between(None, None) == []
        check_ins.add(records.check_in(mia.id))
        check_ins.add(records.check_in(mia.id))
        assert len(CheckIns(copy).between(None, None)) == 1
    assert len(check_ins.between(None, None)) == 2
    assert sorted(path.name for path in folder.iterdir()) == before


class Tapping:
    """A connection at whose copy somebody taps after each step."""

    def __init__(self, connection: sqlite3.Connection, tap: Callable[[], None]) -> None:
        self._connection, self._tap = connection, tap

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def backup(self, target: sqlite3.Connection, **how: Any) -> None:
        self._connection.backup(target, progress=lambda *_: self._tap(), **how)


def test_taps_while_it_is_made_are_in_it_or_not_but_never_halves(
    database: Database, check_ins: CheckIns, mia: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "PAGES_AT_ONCE", 1)
    check_ins.add_all(records.check_in(mia.id) for _ in range(50))
    taps = iter(range(5))

    def tap() -> None:
        if next(taps, None) is not None:
            check_ins.add(records.check_in(mia.id))

    with ExitStack() as made:
        with monkeypatch.context() as patch:
            patch.setattr(database, "connection", Tapping(database.connection, tap))
            copy = made.enter_context(copy_of(database))
        (found,) = copy.connection.execute("PRAGMA integrity_check").fetchone()
        assert found == "ok"
        assert 50 <= len(CheckIns(copy).between(None, None)) <= 55
    assert len(check_ins.between(None, None)) == 55


def test_a_full_disk_of_a_copy_leaves_the_reserve_alone(database: Database, folder: Path) -> None:
    def fill() -> None:
        with copy_of(database) as copy, copy.transaction():
            raise NoSpace(copy.path)

    with pytest.raises(NoSpace):
        fill()
    assert (folder / "reserve").exists()
    assert not database.low_space


def test_new_rows_of_a_copy_can_be_told_from_all_others(database: Database, mia: Person) -> None:
    with copy_of(database) as copy:
        new = copy.begin_device()
        assert new == copy.device != database.device
        CheckIns(copy).add(records.check_in(mia.id))
        (row,) = whole.dump(copy)["check_in"]
        assert (row["device"], row["sequence"]) == (str(new), 1)
