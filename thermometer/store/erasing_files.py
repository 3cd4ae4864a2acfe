"""The files beside the data that hold something of somebody: backups, damaged ones, leftovers."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from thermometer.domain.erasing import BackupFate, Names
from thermometer.domain.progress import Report, nobody_listens, part
from thermometer.store import backups, erasing_person, opening, restoring
from thermometer.store.attempts import Attempts
from thermometer.store.copying import copy, looked_into, to_disk, verify
from thermometer.store.opening import begin_private
from thermometer.store.problems import Damaged

_LEFT = ("corrupt-*.db", "corrupt-*.db-*", "examined.part", f"*.db-wal{opening.KEPT}")
_TAILS = ("", "-wal", f"-wal{opening.KEPT}", "-shm", "-journal")


def fates(path: Path, report: Report) -> tuple[BackupFate, ...]:
    """What becomes of each backup of the data file ``path`` if somebody is erased.

    Args:
        path: the data file.
        report: told about how far it has come; may raise to stop.
    """
    found = sorted(backups_of(path), reverse=True)
    told = (part(report, n / len(found), (n + 1) / len(found)) for n in range(len(found)))
    return tuple(
        BackupFate(one, backups.made_at(one), _can_be_read(one, tell))
        for one, tell in zip(found, told, strict=True)
    )


def backups_of(path: Path) -> list[Path]:
    """The backups, also those that somebody has given another name; files of others are none."""
    found = sorted(opening.backups_folder(path).glob("*.db"))
    return [one for one in found if backups.made_at(one) or _can_be_read(one)]


def damaged(path: Path) -> tuple[Path, ...]:
    """The files that were kept aside after damage."""
    return tuple(sorted(path.parent.glob("corrupt-*.db")))


def clear(path: Path) -> None:
    """Removes what cannot be rewritten: damaged files, and what a crash has left.

    Raises:
        OSError: one cannot be removed.
    """
    restoring.clear(path)
    found = [left for name in _LEFT for left in path.parent.glob(name)]
    begun = opening.backups_folder(path).glob("*.part")
    attempts = Attempts()
    for left in (*found, *(one for one in begun if one.is_file())):
        with attempts.each():
            left.unlink()
    attempts.tell()


def rewrite(backup: Path, person: str, names: set[str], *, inside: bool = False) -> None:
    """A backup without somebody; one that cannot be read is removed.

    Args:
        backup: a file of ours.
        person: their id.
        names: theirs; one that only this file knows is found in it.
        inside: whether names go from longer words, too.

    Raises:
        sqlite3.Error, OSError, Damaged: it could not be written; it is as it was.
    """
    if not _can_be_read(backup):
        backup.unlink()
    elif _is_about(backup, person, names, inside=inside):
        part = backup.with_suffix(".part")
        part.unlink(missing_ok=True)
        begin_private(part)
        with looked_into(backup) as source:
            copy(source, part)
        _erase_in(part, person, names, inside=inside)
        part.replace(backup)
    to_disk(backup.parent)


def _is_about(backup: Path, person: str, names: set[str], *, inside: bool) -> bool:
    with looked_into(backup) as connection:
        known = Names(names | erasing_person.name_of(connection, person), inside=inside)
        if erasing_person.is_about(connection, person, known):
            return True
    return person.encode() in backup.read_bytes()


def _erase_in(part: Path, person: str, names: set[str], *, inside: bool) -> None:
    """Erases somebody in a file that nobody else has open."""
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # it is thrown away if anything happens
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("BEGIN IMMEDIATE")
        known = Names(names | erasing_person.name_of(connection, person), inside=inside)
        erasing_person.erase(connection, person, known)
        connection.execute("COMMIT")
        if erasing_person.is_about(connection, person, known):
            raise Damaged(part)
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode = DELETE")
    verify(part, None, part)
    if person.encode() in part.read_bytes():
        raise Damaged(part)
    to_disk(part)


def _can_be_read(backup: Path, report: Report = nobody_listens) -> bool:
    try:
        backups.look(backup, whole=True, report=report)
    except backups.NotABackup as problem:
        return problem.key == "backup-no-access"  # for now: that says nothing about the file
    return True


def remove_everything(path: Path) -> None:
    """Removes all that is ours in the folder of the data file ``path``, but for the journal.

    Files of others stay, and then the folder with them.

    Raises:
        OSError: one cannot be removed; all that can be is.
    """
    attempts = Attempts()
    log = opening.log_path(path)
    ours = (
        *(path.with_name(path.name + tail) for tail in _TAILS),
        opening.reserve_path(path),
        *backups_of(path),
        *log.parent.glob(f"{log.name}*"),
    )
    for file in ours:
        with attempts.each():
            file.unlink(missing_ok=True)
    with attempts.each():
        clear(path)
    for folder in (opening.backups_folder(path), log.parent):
        with attempts.each():
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
    attempts.tell()
    to_disk(path.parent)


def room_needed(path: Path) -> int:
    """Bytes that erasing somebody may need for a while."""
    return 3 * max(one.stat().st_size for one in (path, *backups_of(path)))


def has_room(path: Path) -> bool:
    """Whether there is room enough on the disk to begin."""
    return shutil.disk_usage(path.parent).free > room_needed(path)
