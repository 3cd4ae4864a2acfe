"""Opening a family's data, with whoever was begun to be erased out of it before anybody sees it.

The backups, which take long, follow once Home is there. Where something cannot be erased just now,
because a disk is full or one backup cannot be written, the family opens all the same: nobody sees
them, and it is tried again later.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from thermometer.domain.problems import Problem
from thermometer.store.database import Database
from thermometer.store.erasing_journal import is_pending

if TYPE_CHECKING:
    from thermometer.clock import Clock

log = logging.getLogger(__name__)


def opened(folder: Path, clock: Clock) -> Database:
    """The data file in ``folder``, or a new one.

    Raises:
        NotAllGone: everything was to be erased, and something cannot be removed just now.
        Problem: as :meth:`thermometer.store.database.Database.open`.
    """
    if not is_pending(folder):
        return Database.open(folder, clock)
    from thermometer.store import erasing  # noqa: PLC0415 - hardly any start needs it

    erasing.before_opening(folder)
    database = Database.open(folder, clock)
    try:
        erasing.hide(database)
    except Problem as problem:
        log.warning("erasing is not done: %s", problem.key)
    except BaseException:
        database.close()
        raise
    return database
