"""Backups of an open family: made, listed, looked into, put back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from thermometer.domain.backups import Backup, Found, Holdings, Worry
from thermometer.domain.changes import Change, Notify
from thermometer.domain.local_time import local_day
from thermometer.domain.problems import Problem
from thermometer.domain.progress import Report, nobody_listens, part
from thermometer.services import sealing
from thermometer.services.backup_files import opened, told_of
from thermometer.services.whole_file import write_whole
from thermometer.store import backups, restoring
from thermometer.store.copying import Steps, to_disk
from thermometer.store.problems import Damaged, told_as_problems

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.store.database import Database

TOO_LONG = timedelta(days=7)
"""After so long without a verified backup a parent is told."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A backup that may be put back, beside what is here now."""

    file: Path
    passphrase: str | None
    holds: Holdings
    here: Holdings

    @property
    def is_same_family(self) -> bool:
        """Whether it may be of this family."""
        return self.holds.is_family_of(self.here)


class Safekeeping:
    """Sees to the backups of one open family.

    Args:
        database: the family's, open.
        clock: tells now and where.
        notify: told after what is here was replaced.
    """

    def __init__(self, database: Database, clock: Clock, notify: Notify) -> None:
        self._database = database
        self._clock = clock
        self._notify = notify

    def is_due(self) -> bool:
        """Whether there is no backup of today yet, and somebody whose records it would hold."""
        zone = self._clock.time_zone()
        today = local_day(self._clock.now(), zone)
        # Any of today, as one may lie in the future: the clock was wrong for a while.
        if any(local_day(at, zone) == today for at, _ in backups.dated(self._database.path)):
            return False
        return self._is_anybody_here()

    def make(self, report: Report = nobody_listens) -> Backup | None:
        """Makes a verified backup beside the data, and lets go of old ones that need not stay.

        May run on a thread of its own: a tap waits for no more than a few hundredths of a second.

        Args:
            report: told how far it has come; may raise to stop.

        Returns:
            The backup; None where there is nobody whose records it would hold.

        Raises:
            Problem: it could not be made; those that are there stay.
        """
        if not self._is_anybody_here():
            return None
        path, now = self._database.path, self._clock.now()
        try:
            with self._database.one_copy, told_as_problems(path):
                restoring.clear(path)
                made = backups.make(self._database.connection, path, now, self._steps(report))
                backups.thin(path, now, self._clock.time_zone())
        except Damaged:
            self._database.found_damaged = True
            raise
        return Backup(made, now, backups.look(made))

    def examine_beside(self, report: Report = nobody_listens, *, rows: bool = False) -> None:
        """Looks at every byte of the data while people go on tapping; see ``worries``.

        Args:
            report: told how far it has come; may raise to stop.
            rows: whether each row is read as well, and those that cannot be read are counted.

        Raises:
            Problem: it is damaged, or cannot be looked at just now.
        """
        from thermometer.store import examining  # noqa: PLC0415 - rarely, and it is slow

        copied = self._database.path.with_name("examined.part")
        try:
            with self._database.one_copy:
                restoring.clear(self._database.path)
                examining.examine_copy(self._database, copied, self._steps(report), rows=rows)
        except Damaged:
            self._database.found_damaged = True
            raise

    def examine(self, report: Report = nobody_listens) -> Found:
        """Looks at every byte and every row; nobody can tap meanwhile.

        Raises:
            Problem: it cannot be looked at just now.
        """
        from thermometer.store import examining  # noqa: PLC0415 - rarely, and it is slow

        return examining.examine(self._database, report)

    def worries(self) -> tuple[Worry, ...]:
        """What a parent should know, the most urgent first."""
        database = self._database
        told = {
            Worry.DAMAGED: database.found_damaged,
            Worry.ALMOST_NO_SPACE: database.low_space,
            Worry.NO_BACKUP: self._is_too_long(),
        }
        return tuple(worry for worry, is_so in told.items() if is_so)

    def _is_too_long(self) -> bool:
        now = self._clock.now()
        past = (at for at, _ in backups.dated(self._database.path) if at <= now)
        since = next(past, None) or self._here_since()
        return since is not None and now - since > TOO_LONG

    def _here_since(self) -> datetime | None:
        """Since when there has been something to lose on this device."""
        database = self._database
        with database.turns, told_as_problems(database.path):
            since = backups.here_since(database.connection)
            return since if backups.is_anybody_in(database.connection) else None

    def backups(self) -> tuple[Backup, ...]:
        """Those beside the data that can be put back, the newest first."""
        return tuple(backups.listed(self._database.path))

    def newest(self) -> Backup | None:
        """The newest one beside the data that can be put back."""
        return next(backups.listed(self._database.path), None)

    def save(
        self,
        file: Path,
        *,
        passphrase: str | None = None,
        replace: bool = False,
        report: Report = nobody_listens,
    ) -> Holdings:
        """Writes a verified backup to a place of the family's choice.

        Args:
            file: where to.
            passphrase: encrypts it, if given.
            replace: whether a file that is already there may be replaced.
            report: told how far it has come; may raise to stop.

        Returns:
            What it holds.

        Raises:
            Problem: ``file-exists``, ``file-no-access``, ``file-no-space`` and others; what was
                there is there still.
        """
        if passphrase is not None:
            return self._save_sealed(file, passphrase, replace=replace, report=report)
        part = file.with_name(f".{file.name}.part")
        with told_of(file):
            if not replace and file.exists():
                raise Problem("file-exists", file=str(file))
            part.unlink(missing_ok=True)
            self._write(part, report)
            holds = backups.look(part)
            part.replace(file)
            to_disk(file.parent)
        return holds

    def _save_sealed(
        self, file: Path, passphrase: str, *, replace: bool, report: Report
    ) -> Holdings:
        with self._stage() as folder:
            plain = folder / "plain.db"
            with told_as_problems(self._database.path):
                self._write(plain, report)
            holds, data = backups.look(plain), plain.read_bytes()
        write_whole(file, sealing.seal(data, passphrase), replace=replace)
        return holds

    def _write(self, part: Path, report: Report) -> None:
        database = self._database
        backups.write(database.connection, database.path, part, self._steps(report))

    def look_into(
        self, file: Path, passphrase: str | None = None, report: Report = nobody_listens
    ) -> Coming:
        """What putting ``file`` back would bring; nothing is changed.

        Args:
            file: a backup, encrypted or not.
            passphrase: for an encrypted one.
            report: told how far it has come; may raise to stop.

        Raises:
            Problem: it cannot be put back, and why.
        """
        report(0, 10)
        with self._stage() as folder:
            plain = opened(file, passphrase, folder)
            report(3, 10)
            holds = backups.look(plain, whole=True, report=part(report, 0.3, 0.9))
        report(9, 10)
        return Coming(file, passphrase, holds, self._here())

    def restore(self, coming: Coming, report: Report = nobody_listens) -> Backup | None:
        """Puts a backup in the place of everything that is here, after a backup of that.

        Args:
            coming: from ``look_into``.
            report: told how far it has come; may raise to stop, for the last time when it is told
                that all is done: the last step is one of SQLite's, which takes a second or two.

        Returns:
            What was here, so that this can be undone; None if there was nobody.

        Raises:
            Problem: everything is as it was.
        """
        before = self.make(part(report, 0, 0.4))
        with self._stage() as folder:
            plain = opened(coming.file, coming.passphrase, folder)
            report(4, 10)
            steps = Steps(between=part(report, 0.4, 0.9))
            ready = restoring.make_ready(plain, folder, self._clock, steps)
            restoring.keep_own(ready, self._database)
            report(10, 10)
            restoring.pour(ready, self._database)
        self._notify(Change.EVERYTHING)
        return before

    def undo(self, before: Backup, report: Report = nobody_listens) -> Backup | None:
        """Puts back what was here before ``restore``, which can be undone in the same way.

        Args:
            before: from :meth:`restore`.
            report: as for :meth:`restore`.

        Returns:
            What was here, so that this can be undone too.

        Raises:
            Problem: everything is as it was.
        """
        coming = self.look_into(before.path, report=part(report, 0, 0.2))
        return self.restore(coming, part(report, 0.2, 1))

    @contextmanager
    def _stage(self) -> Iterator[Path]:
        with self._database.one_copy, restoring.stage(self._database.path) as folder:
            yield folder

    def _is_anybody_here(self) -> bool:
        with self._database.turns, told_as_problems(self._database.path):
            return backups.is_anybody_in(self._database.connection)

    def _here(self) -> Holdings:
        with self._database.turns, told_as_problems(self._database.path):
            return backups.holdings_of(self._database.connection)

    def _steps(self, report: Report) -> Steps:
        return Steps(lambda: self._database.turns, report)
