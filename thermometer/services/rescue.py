"""A damaged or lost data file: the newest sound backup, and what can still be read, made one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from thermometer.domain.backups import Backup, Holdings
from thermometer.domain.problems import Problem
from thermometer.domain.progress import Report, nobody_listens, part
from thermometer.services.backup_files import opened
from thermometer.store import backups, merging, restoring
from thermometer.store.copying import Steps
from thermometer.store.database import FILE, Database
from thermometer.store.problems import told_as_problems
from thermometer.store.salvage import Rows, salvage

if TYPE_CHECKING:
    from datetime import datetime

    from thermometer.clock import Clock


@dataclass(frozen=True, slots=True)
class Ready:
    """What would lie in the place of the damaged file.

    Attributes:
        file: the backup with which it begins; none where there is no sound one.
        backup: what is in that.
        made_at: when that was made, by its name.
        salvaged: check-ins that come from the damaged file alone.
        holds: all of it.
    """

    file: Path | None
    backup: Holdings | None
    made_at: datetime | None
    salvaged: int
    holds: Holdings


class Rescue:
    """Makes a sound file beside a damaged one, says what is in it, and then puts it in place.

    The damaged file is kept as ``corrupt-…``; nothing is ever deleted.

    Args:
        folder: of the family's data; nobody has it open.
        clock: names the file that is set aside.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._path = folder / FILE
        self._clock = clock
        self._held = ExitStack()

    def backups(self) -> tuple[Backup, ...]:
        """Those beside the data that can be put back, the newest first."""
        return tuple(backups.listed(self._path))

    def set_aside_before(self) -> list[Path]:
        """Damaged files that were kept, the oldest first."""
        return sorted(self._path.parent.glob("corrupt-*.db"))

    def newest(self, report: Report = nobody_listens) -> Backup | None:
        """The newest backup beside the data in which every byte is sound.

        Args:
            report: told about how far it has come; may raise to stop.
        """
        for number, backup in enumerate(backups.listed(self._path)):
            told = part(report, 1 - 0.5**number, 1 - 0.5 ** (number + 1))  # mostly it is the first
            with suppress(Problem):
                holds = backups.look(backup.path, whole=True, report=told)
                return Backup(backup.path, backup.made_at, holds)
        return None

    def prepare(
        self,
        file: Path | None = None,
        passphrase: str | None = None,
        report: Report = nobody_listens,
    ) -> Ready:
        """Makes the sound file, beside the damaged one, which is not touched.

        Args:
            file: the backup to begin with; the newest sound one if not given.
            passphrase: for an encrypted one.
            report: told how far it has come; may raise to stop.

        Raises:
            Problem: it cannot be made; everything is as it was.
        """
        self.drop()
        with ExitStack() as held:
            folder = held.enter_context(restoring.stage(self._path))
            ready = self._make(folder, file, passphrase, report)
            self._held = held.pop_all()
        return ready

    def _make(
        self, folder: Path, file: Path | None, passphrase: str | None, report: Report
    ) -> Ready:
        report(0, 10)
        newest = self.newest(part(report, 0, 0.2))
        chosen = newest.path if file is None and newest else file
        begun = None
        if chosen:
            plain = opened(chosen, passphrase, folder)
            steps = Steps(between=part(report, 0.2, 0.5))
            restoring.make_ready(plain, folder, self._clock, steps)
            begun = backups.look(plain)
        with closing(Database.open(folder, self._clock)) as database, told_as_problems(self._path):
            before = backups.holdings_of(database.connection)
            damaged = self._damaged()
            if damaged:
                like = newest.path if newest else None
                told = _Told(part(report, 0.5, 1))
                rows = _of_family(salvage(damaged, folder, like, told.expect, told.still), before)
                merging.merge(database, told.over(rows))
            holds = backups.holdings_of(database.connection)
        made_at = backups.made_at(chosen) if chosen else None
        return Ready(chosen, begun, made_at, holds.check_ins - before.check_ins, holds)

    def _damaged(self) -> Path | None:
        """The damaged file, or the last one that was set aside when the file itself is gone."""
        if self._path.exists() and self._path.stat().st_size > 1:
            return self._path
        aside = self.set_aside_before()
        return aside[-1] if aside else None

    def finish(self) -> Path | None:
        """Sets the damaged file aside and puts the prepared one in its place.

        Returns:
            Where the damaged file is kept; None if there was none any more.

        Raises:
            Problem: it could not be done; what was damaged is still there.
        """
        with self._held:
            stamp = self._clock.now().astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
            aside = restoring.set_aside(self._path, stamp)
            restoring.put_in_place(self._path.with_name(restoring.STAGE) / FILE, self._path)
        return aside

    def drop(self) -> None:
        """Leaves everything as it is."""
        self._held.close()


class _Told:
    """Tells how many rows have been read of about how many there are."""

    def __init__(self, report: Report) -> None:
        self._report, self._done, self._total = report, 0, 0

    def expect(self, rows: int) -> None:
        self._total = rows

    def still(self) -> None:
        """It goes on, though nothing more was found yet."""
        self._report(self._done, max(self._done, self._total))

    def over(self, rows: Iterator[tuple[str, Rows]]) -> Iterator[tuple[str, Rows]]:
        for table, some in rows:
            self._done += len(some)
            self.still()
            yield table, some


def _of_family(rows: Iterator[tuple[str, Rows]], begun: Holdings) -> Iterator[tuple[str, Rows]]:
    """``rows``, unless they are of another family than the one that is there."""
    for table, some in rows:
        if table == "person":
            people = {str(row["id"]): str(row["name"]) for row in some}
            if not begun.is_family_of(Holdings(people, 0, None, None)):
                return
        yield table, some
