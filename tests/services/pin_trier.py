"""Run as a process: tries a PIN and never gets to the end of the check."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.fakes import FakeSteadyClock
from thermometer.services.parent_lock import ParentLock
from thermometer.store.database import Database
from thermometer.store.locks import Locks


class Endless:
    """A check that tells that it has begun, and waits for whoever ends the process."""

    def hash(self, secret: str) -> str:
        return secret

    def matches(self, hashed: str, secret: str) -> bool:
        sys.stdout.write("checking\n")
        sys.stdout.flush()
        sys.stdin.readline()
        return hashed == secret


def main() -> None:
    """Tries the right PIN in the folder that is the first argument."""
    database = Database.open(Path(sys.argv[1]))
    lock = ParentLock(Locks(database), tuple, FakeSteadyClock(), Endless)
    lock.try_pin(None, sys.argv[2])


if __name__ == "__main__":
    main()
