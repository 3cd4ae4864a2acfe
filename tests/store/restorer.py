"""Run as a process: puts a backup into the open data file, until it is killed.

Says ``ready`` when the backup is about to go in. Arguments: the folder, the backup.
"""

from __future__ import annotations

import sys
from pathlib import Path

from thermometer.clock import SystemClock
from thermometer.store import restoring
from thermometer.store.database import Database


def main() -> None:
    """Restores on and on."""
    database = Database.open(Path(sys.argv[1]))
    with restoring.stage(database.path) as folder:
        ready = restoring.make_ready(Path(sys.argv[2]), folder, SystemClock())
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        restoring.pour(ready, database)
        sys.stdout.write("done\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
