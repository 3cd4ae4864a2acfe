"""The file is written anew, without what was erased, beside those who tap."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeClock
from tests.store.erased_family import ZOE, traces
from tests.store.erased_home import is_done
from thermometer.store import erasing, erasing_journal, interrupting
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.turns import Turns


def test_sweeping_steps_aside_for_a_tap(
    home_of_three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interrupting, "LOOK_EVERY", 1)
    asked = [False, True]  # first before sweeping, then in the midst of it
    wanted = property(lambda _: asked.pop(0) if asked else False)
    monkeypatch.setattr(Turns, "wanted", wanted)
    with closing(Database.open(home_of_three)) as database:
        erasing.erase_person(database, ZOE.id)
        assert asked == []
        with database.transaction(), pytest.raises(sqlite3.OperationalError, match="VACUUM"):
            erasing._has_swept(database, lambda: None, politely=True)
    assert traces(home_of_three) == []


class EnoughError(Exception):
    """The window is closed."""


def test_sweeping_can_be_stopped_and_is_done_later(
    home_of_three: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interrupting, "LOOK_EVERY", 1)
    told: list[float] = []

    def stop_in_the_last(done: int, total: int) -> None:
        told.append(done / total)
        if told.count(told[-1]) > 3:  # no file is told about so often: it looks up in the midst
            raise EnoughError

    with closing(Database.open(home_of_three, clock)) as database:
        with pytest.raises(EnoughError):
            erasing.erase_person(database, ZOE.id, stop_in_the_last)
        assert told[-1] == max(told) < 1
        assert people_in(database) == {"Leo", "Mum"}
        assert erasing_journal.is_pending(home_of_three)
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert traces(home_of_three)
        assert erasing.finish(database)
    assert traces(home_of_three) == []
    is_done(home_of_three)


def people_in(database: Database) -> set[str]:
    return {one.name for one in People(database).all(archived=True)}


def test_after_some_tries_whoever_taps_waits_once(
    home_of_three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interrupting, "LOOK_EVERY", 1)
    tries: list[bool] = []
    sweep = erasing._has_swept

    def counted(*args: Any, politely: bool) -> bool:
        tries.append(politely)
        monkeypatch.setattr(Turns, "wanted", True)
        done = sweep(*args, politely=politely)
        monkeypatch.setattr(Turns, "wanted", False)
        return done

    monkeypatch.setattr(erasing, "_has_swept", counted)
    with closing(Database.open(home_of_three)) as database:
        erasing.erase_person(database, ZOE.id)
    assert tries == [True] * 5 + [False]
    assert traces(home_of_three) == []
