"""How the family's records, the disk and the clock are: one value for whoever wants to know."""

from __future__ import annotations

import platform
import shutil
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from thermometer import __version__
from thermometer.domain.backups import Backup, Examined
from thermometer.domain.clock_changes import ClockChange
from thermometer.domain.device_settings import EXAMINED
from thermometer.domain.problems import Problem
from thermometer.services import log_file
from thermometer.store import schema
from thermometer.store.problems import Damaged

if TYPE_CHECKING:
    from collections.abc import Callable

    from thermometer.clock import Clock
    from thermometer.services.clock_changes import ClockChanges
    from thermometer.services.safekeeping import Safekeeping
    from thermometer.store.database import Database
    from thermometer.store.settings import Settings

KEY = EXAMINED


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What the program is made of."""

    program: str
    python: str
    qt: str
    sqlite: str
    schema: str
    system: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How everything is.

    Attributes:
        backup: the newest verified one; None if there is none.
        examined: the last examination; None if there was none.
        damaged: whether the open file was found damaged.
        low_space: whether the disk was or is nearly full.
        free: bytes left where the data is; None where nobody can tell.
        now: what the clock says.
        time_zone: where it says it is; UTC where that is not known.
        clock: the last time that the clock was set and nobody has looked at; None mostly.
        unreadable: how many records are there but cannot be read.
        versions: what the program is made of.
        log: where it notes down what went wrong.
    """

    backup: Backup | None
    examined: Examined | None
    damaged: bool
    low_space: bool
    free: int | None
    now: datetime
    time_zone: str
    clock: ClockChange | None
    unreadable: int
    versions: Versions
    log: Path


class HealthCheck:
    """Looks how everything is.

    Args:
        database: the family's, open.
        keeping: its backups.
        changes: of the clock.
        settings: where the last examination is kept.
        clock: tells now and where.
    """

    def __init__(
        self,
        database: Database,
        keeping: Safekeeping,
        changes: ClockChanges,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._database, self._keeping, self._changes = database, keeping, changes
        self._settings, self._clock = settings, clock

    def read(self, qt: str) -> Health:
        """How everything is now.

        Args:
            qt: the version of what draws the window.

        Raises:
            Problem: the file cannot be read.
        """
        database, changes = self._database, self._changes.all()
        return Health(
            backup=self._keeping.newest(),
            examined=self.last_examined(),
            damaged=database.found_damaged,
            low_space=database.low_space,
            free=self._free(),
            now=self._clock.now(),
            time_zone=self._clock.time_zone(),
            clock=changes[0] if changes else None,
            unreadable=len(database.unreadable),
            versions=versions(qt),
            log=log_file.path_in(database.path.parent),
        )

    def last_examined(self) -> Examined | None:
        """The last examination that was kept."""
        match self._settings.get(KEY):
            case {"at": str() as at, "sound": bool() as sound}:
                with suppress(ValueError):
                    instant = datetime.fromisoformat(at)
                    return Examined(instant, sound) if instant.tzinfo else None
        return None

    def examine(self, report: Callable[[int, int], None], *, rows: bool = False) -> Examined:
        """Looks at every byte while people go on tapping.

        Args:
            report: told how far it has come; may raise to stop.
            rows: whether each row is read as well.

        Raises:
            Problem: it cannot be looked at just now, which says nothing about damage.
        """
        try:
            self._keeping.examine_beside(report, rows=rows)
        except Damaged:
            return self.note(sound=False)
        return self.note(sound=True)

    def note(self, *, sound: bool) -> Examined:
        """Keeps what an examination has found, if the file can still be written."""
        examined = Examined(self._clock.now(), sound)
        with suppress(Problem):
            self._settings.set(KEY, {"at": examined.at.isoformat(), "sound": sound})
        return examined

    def _free(self) -> int | None:
        with suppress(OSError):
            return shutil.disk_usage(self._database.path.parent).free
        return None


def versions(qt: str) -> Versions:
    """What the program is made of, drawn by the version ``qt``."""
    return Versions(
        program=__version__,
        python=platform.python_version(),
        qt=qt,
        sqlite=sqlite3.sqlite_version,
        schema=schema.REVISIONS[-1],
        system=f"{platform.system()} {platform.release()}",
    )
