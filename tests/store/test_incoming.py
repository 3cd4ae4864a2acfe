"""New rows of a copy into the family's file: all or nothing, and whoever comes goes first."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from tests.store import records
from tests.store.test_turns import until
from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.store import interrupting, loading, logs, turns, whole
from thermometer.store.checkins import CheckIns
from thermometer.store.copies import Copy, copy_of
from thermometer.store.database import FILE, Database
from thermometer.store.incoming import Incoming
from thermometer.store.people import People


class EnoughError(Exception):
    """It is to stop."""


def nothing() -> None:
    """Asks for nothing and goes on."""


def unheard(_done: int, _total: int) -> None:
    """Nobody listens."""


def bring(
    database: Database,
    write: Callable[[Copy], object],
    check_data: Callable[[], None] = nothing,
    go_on: Callable[[], None] = nothing,
    report: Callable[[int, int], None] = unheard,
) -> None:
    """Lets ``write`` add to a copy, and takes over what it added."""
    with copy_of(database) as copy:
        incoming = Incoming(database, copy)
        write(copy)
        with incoming.waiting(report):
            incoming.take(check_data, go_on)


def adds(person: Person, count: int = 1) -> Callable[[Copy], None]:
    """Adds check-ins of ``person``."""
    return lambda copy: CheckIns(copy).add_all(records.check_in(person.id) for _ in range(count))


def sequences(database: Database, table: str = "check_in") -> list[tuple[object, object]]:
    """Who wrote each row of a table down, and as which of theirs."""
    return [(row["device"], row["sequence"]) for row in whole.dump(database)[table]]


def nothing_waits(database: Database) -> bool:
    (count,) = database.connection.execute("SELECT count(*) FROM temp.sqlite_schema").fetchone()
    return bool(count == 0)


def test_rows_are_taken_over_as_this_device_s_own(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:
    check_ins.add(records.check_in(mia.id))
    told: list[tuple[int, int]] = []
    bring(database, adds(mia, 600), report=lambda done, total: told.append((done, total)))
    here = str(database.device)
    assert sequences(database) == [(here, n) for n in range(2, 603)]  # the first is Mia's own row
    assert told[0] == (0, 600)
    assert told[-1] == (600, 600)
    assert nothing_waits(database)
    check_ins.add(records.check_in(mia.id))
    assert sequences(database)[-1] == (here, 603)


def test_people_come_before_what_names_them(database: Database) -> None:
    leo = records.child("Leo")

    def write(copy: Copy) -> None:
        People(copy).add(leo)
        CheckIns(copy).add(records.check_in(leo.id))

    bring(database, write)
    assert People(database).all() == [leo]
    assert len(sequences(database)) == 1


def test_taps_that_came_meanwhile_keep_their_numbers(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:
    def write(copy: Copy) -> None:
        adds(mia, 2)(copy)
        check_ins.add(records.check_in(mia.id))

    bring(database, write)
    here = str(database.device)
    assert sequences(database) == [(here, 2), (here, 3), (here, 4)]


def test_rows_of_other_devices_keep_their_own(
    database: Database, mia: Person, tmp_path: Path
) -> None:
    other = Database.open(tmp_path / "other")
    leo = records.child("Leo")
    People(other).add(leo)
    CheckIns(other).add(records.check_in(leo.id))
    tables, there = whole.dump(other), str(other.device)
    other.close()

    def write(copy: Copy) -> None:
        loading.load(copy, tables)
        adds(mia)(copy)

    bring(database, write)
    assert set(sequences(database)) == {(there, 2), (str(database.device), 2)}
    devices = {row["id"]: row["sequence"] for row in whole.dump(database)["device"]}
    assert devices == {there: 2, str(database.device): 2}
    bring(database, lambda copy: loading.load(copy, tables))
    assert len(sequences(database)) == 2


def test_what_has_come_by_itself_meanwhile_is_a_change(
    database: Database, check_ins: CheckIns, mia: Person
) -> None:
    both = records.check_in(mia.id)

    def write(copy: Copy) -> None:
        CheckIns(copy).add_all([records.check_in(mia.id), both])
        check_ins.add(both)

    with pytest.raises(Problem, match="import-changed"):
        bring(database, write)
    assert check_ins.between(None, None) == [both]
    assert nothing_waits(database)


def test_it_can_be_stopped_at_any_time(
    database: Database, check_ins: CheckIns, mia: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interrupting, "LOOK_EVERY", 1)

    def stop(*_: object) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        bring(database, adds(mia), check_data=stop)
    with pytest.raises(EnoughError):
        bring(database, adds(mia), go_on=stop)
    with pytest.raises(EnoughError):
        bring(database, adds(mia), report=stop)
    assert check_ins.between(None, None) == []
    assert nothing_waits(database)
    bring(database, adds(mia))
    assert len(check_ins.between(None, None)) == 1


def test_a_mistake_of_ours_is_not_taken_for_an_interruption(
    database: Database, mia: Person
) -> None:
    def wrong() -> None:
        with database.transaction() as session:
            session.connection().exec_driver_sql("SELECT * FROM nowhere")

    with pytest.raises(Exception, match="no such table"):
        bring(database, adds(mia), check_data=wrong)


def test_whoever_comes_goes_first(
    database: Database, check_ins: CheckIns, mia: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interrupting, "LOOK_EVERY", 1)
    monkeypatch.setattr(turns, "QUIET_SECONDS", 0.05)
    taps: list[threading.Thread] = []

    def tap_once() -> None:
        if not taps:
            tap = threading.Thread(target=lambda: check_ins.add(records.check_in(mia.id)))
            taps.append(tap)
            tap.start()
            until(lambda: database.turns.wanted)

    bring(database, adds(mia, 300), check_data=tap_once)
    taps[0].join()
    here = str(database.device)
    # The tap has the first number: it was kept while the rows were still waiting.
    assert sequences(database) == [(here, n) for n in range(2, 303)]
    assert len(check_ins.between(None, None)) == 301


def test_the_log_reaches_the_disk_bit_by_bit_and_is_emptied(
    database: Database, mia: Person, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interrupting, "LOOK_EVERY", 1)
    monkeypatch.setattr(logs, "SETTLED_EVERY_SECONDS", 0)
    monkeypatch.setattr(logs, "LONG", 1)
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    bring(database, adds(mia, 50))
    assert synced
    assert (folder / f"{FILE}-wal").stat().st_size == 0
    (pages,) = database.connection.execute("PRAGMA wal_autocheckpoint").fetchone()
    assert pages == 1000


class Interrupted:
    """A connection on which nothing comes to an end."""

    tries = 0

    def execute(self, _statement: str) -> NoReturn:
        self.tries += 1
        raise sqlite3.OperationalError

    def interrupt(self) -> None:
        """Nobody waits here."""


def test_a_log_that_cannot_be_emptied_now_is_left_to_sqlite(
    database: Database, mia: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "LONG", 1)
    log, connection = logs.Log(database), Interrupted()
    monkeypatch.setattr(log, "_connection", connection)
    log.empty()
    assert connection.tries > 1


def test_a_log_that_has_gone_is_no_trouble(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = logs.Log(database)
    (folder / f"{FILE}-wal").unlink()
    log.empty()
    monkeypatch.setattr(logs, "SETTLED_EVERY_SECONDS", 0)
    log.settle()
