"""Putting a backup in the place of what is in the data file: all of it or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from thermometer.clock import Clock
from thermometer.domain.device_settings import CHOSEN_HERE, DEVICE_SETTINGS
from thermometer.store import backups, devices, opening
from thermometer.store.copying import AT_ONCE, Steps, copy, looked_into, to_disk, verify
from thermometer.store.database import FILE, Database
from thermometer.store.locks import Garbled, Locks
from thermometer.store.problems import told_as_problems
from thermometer.store.settings import Settings

STAGE = "restoring"
"""The folder beside the data file in which a backup is made ready; of no worth after a crash."""


@contextmanager
def stage(beside: Path) -> Iterator[Path]:
    """An empty private folder for a file that is being made ready; gone afterwards.

    Args:
        beside: the data file.

    Raises:
        Problem: it cannot be made.
    """
    folder = beside.with_name(STAGE)
    with told_as_problems(beside):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def clear(beside: Path) -> None:
    """Removes what a crash has left of a file that was being made ready: it holds a family's data.

    Args:
        beside: the data file.
    """
    shutil.rmtree(beside.with_name(STAGE), ignore_errors=True)


def make_ready(backup: Path, folder: Path, clock: Clock, steps: Steps = AT_ONCE) -> Path:
    """Copies ``backup`` into ``folder``, proves that it is whole and brings it to this schema.

    Args:
        backup: a file of ours.
        folder: private.
        clock: tells now.
        steps: what to do between two steps of it.

    Raises:
        NotABackup: it cannot be put back, and why.
        Problem: it cannot be copied.
    """
    backups.look(backup, whole=True, report=steps.of(0, 0.3).between)
    ready = folder / FILE
    with told_as_problems(backup):
        with looked_into(backup) as source:
            contents = copy(source, ready, steps.of(0.3, 0.6))
        verify(ready, contents, backup, steps.of(0.6, 1).between)
    of_here = backup.parent == opening.backups_folder(folder)
    with closing(Database.open(folder, clock)) as database:
        begin_anew(database, keeps=CHOSEN_HERE if of_here else ())
    return ready


def begin_anew(database: Database, keeps: Collection[str] = ()) -> None:
    """From now on the file's new rows are those of another device.

    What was tapped after the backup had numbers of the old one, and may still come from elsewhere.

    Args:
        database: open.
        keeps: which settings of the old device are those of the new one.

    Raises:
        Problem: nothing was changed.
    """
    with database.transaction() as session:
        Settings(database).remove(DEVICE_SETTINGS.difference(keeps))
        connection = session.connection()
        connection.exec_driver_sql("UPDATE device SET here = 0 WHERE here = 1")
        database.device = devices.this_device(connection, database.clock.now())


def keep_own(ready: Path, database: Database) -> None:
    """The parents' lock, and what was chosen for this device, stay as they are in the open file.

    Whoever restores knows this PIN; and nothing goes sooner because of an older choice.

    Args:
        ready: from :func:`make_ready`; keeps its own lock if the open file has none.
        database: the open file.

    Raises:
        Problem: it cannot be written.
    """
    read = Locks(database).read()
    chosen = Settings(database).all()
    with closing(Database.open(ready.parent, database.clock)) as coming:
        if read:
            Locks(coming).write(_lock_of(read, Locks(coming).read()))
        Settings(coming).remove(CHOSEN_HERE)
        for key in CHOSEN_HERE:
            if chosen.get(key) is not None:
                Settings(coming).set(key, chosen[key])


def _lock_of(here: dict[str, object], coming: dict[str, object]) -> dict[str, object]:
    """What is here; in the place of what cannot be read what comes, or else what opens nothing."""
    sound = {name: value for name, value in coming.items() if not isinstance(value, Garbled)}
    values = {
        name: sound.get(name, {}) if isinstance(value, Garbled) else value
        for name, value in here.items()
    }
    return dict.fromkeys(coming) | values


def pour(ready: Path, database: Database) -> None:
    """Puts what is in ``ready`` in the place of everything in the open data file.

    It is one transaction of SQLite: a crash leaves what was there or what comes, never a mixture.

    Args:
        ready: of this schema, closed, from :func:`make_ready`.
        database: open; nobody is in a transaction of it.

    Raises:
        Problem: nothing was changed.
    """
    with database.turns, told_as_problems(database.path):
        with looked_into(ready) as source:
            source.backup(database.connection)
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.unreadable.clear()
        database.know_device()


def put_in_place(ready: Path, path: Path) -> None:
    """Gives ``ready`` the name of the data file, which is not there any more.

    Args:
        ready: closed, from :func:`make_ready`.
        path: of the data file; nothing lies there and no log beside it.

    Raises:
        Problem: it is where it was.
    """
    with told_as_problems(path):
        to_disk(ready)
        ready.rename(path)
        to_disk(path.parent)


def set_aside(path: Path, stamp: str) -> Path | None:
    """Keeps a damaged data file and its log as ``corrupt-…``; says where, if there is one.

    Args:
        path: the data file, open nowhere.
        stamp: the time, as it goes into a name.

    Raises:
        Problem: it is where it was.
    """
    kept = path.with_name(f"corrupt-{stamp}.db")
    if kept.exists():
        kept = path.with_name(f"corrupt-{stamp}-{uuid4().hex[:8]}.db")
    moved = None
    with told_as_problems(path):
        for tail in ("", "-wal"):
            old = path.with_name(path.name + tail)
            if old.exists():
                old.rename(kept.with_name(kept.name + tail))
                moved = kept
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
        to_disk(path.parent)
    return moved
