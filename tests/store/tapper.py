"""Run as a process: taps until it is killed, and says each tap after it has been kept."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.store import records
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People


def main() -> None:
    """Taps on and on in the folder that is the first argument."""
    database = Database.open(Path(sys.argv[1]))
    (mia,) = People(database).all()
    check_ins = CheckIns(database)
    while True:
        tap = records.check_in(mia.id)
        check_ins.add(tap)
        sys.stdout.write(f"{tap.id}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
