"""Run as a process inside a mounted folder: fills the disk, taps until nothing goes, reopens.

Says as JSON how many taps were acknowledged and how many are found again.
"""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path

from tests.store import records
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People
from thermometer.store.problems import NoSpace


def fill(path: Path) -> None:
    """Writes until there is not one byte left."""
    for size in (1 << 20, 4096, 1):
        with path.open("ab", buffering=0) as file:
            while True:
                try:
                    file.write(bytes(size))
                except OSError:
                    break


def main() -> None:
    """Does it in the folder that is the first argument."""
    folder, filler = Path(sys.argv[1]) / "data", Path(sys.argv[1]) / "films"
    told: dict[str, object] = {"acknowledged": 0}
    with closing(Database.open(folder)) as database:
        mia = records.child()
        People(database).add(mia)
        fill(filler)
        taps = 0
        try:
            while True:
                CheckIns(database).add(records.check_in(mia.id))
                taps += 1
        except NoSpace:
            told["acknowledged"] = taps
    fill(filler)
    with closing(Database.open(folder)) as database:
        told["low_space"] = database.low_space
        told["kept"] = len(CheckIns(database).between(None, None))
        (found,) = database.connection.execute("PRAGMA integrity_check").fetchone()
        told["integrity"] = found
    filler.unlink()
    with closing(Database.open(folder)) as database:
        told["low_space_later"] = database.low_space
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
