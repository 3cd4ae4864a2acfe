"""Run under strace: taps so many times in the folder given, and says each tap when it is kept.

``NORMAL`` as the last argument is the mistake that the replay must find.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.store import records
from thermometer.store import opening
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People


def main() -> None:
    """Opens, taps, checkpoints now and then, and ends without closing."""
    folder, taps = Path(sys.argv[1]), int(sys.argv[2])
    if sys.argv[3:] == ["NORMAL"]:
        opening._AFTER = tuple(p.replace("FULL", "NORMAL") for p in opening._AFTER)
    database = Database.open(folder)
    # Soon enough for what goes from the log into the file to be among the crash points.
    database.connection.execute("PRAGMA wal_autocheckpoint = 30")
    (mia,) = People(database).all()
    check_ins = CheckIns(database)
    for _ in range(taps):
        tap = records.check_in(mia.id)
        check_ins.add(tap)
        os.write(1, f"{tap.id}\n".encode())
    os._exit(0)


if __name__ == "__main__":
    main()
