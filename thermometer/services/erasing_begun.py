"""Opening a family's data, with what was begun to be erased finished before anybody sees it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thermometer.store.database import Database
from thermometer.store.erasing_journal import is_pending

if TYPE_CHECKING:
    from thermometer.clock import Clock


def opened(folder: Path, clock: Clock) -> Database:
    """The data file in ``folder``, or a new one.

    Raises:
        Problem: as :meth:`thermometer.store.database.Database.open`, or what was begun to be
            erased is not done.
    """
    if not is_pending(folder):
        return Database.open(folder, clock)
    from thermometer.store import erasing  # noqa: PLC0415 - hardly any start needs it

    erasing.before_opening(folder)
    database = Database.open(folder, clock)
    try:
        erasing.finish(database)
    except BaseException:
        database.close()
        raise
    return database
