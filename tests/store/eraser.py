"""Run as a process: erases somebody, and says before each file that it is about to be done."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

from thermometer.store import erasing
from thermometer.store.database import Database


def main() -> None:
    """Erases in the folder that is the first argument whoever has the id that is the second."""
    database = Database.open(Path(sys.argv[1]))

    def report(done: int, _all: int) -> None:
        sys.stdout.write(f"{done}\n")
        sys.stdout.flush()

    erasing.erase_person(database, UUID(sys.argv[2]), report)


if __name__ == "__main__":
    main()
