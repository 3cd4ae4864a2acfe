"""kill -9 in the midst of taps: nothing that was acknowledged is lost, and all opens at once."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

from tests.store import records
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.people import People

ROOT = Path(__file__).parents[2]
LOOPS = 20


def tap_until_killed(folder: Path, taps: int) -> set[UUID]:
    """Lets a process tap, kills it after about so many taps; the taps it acknowledged."""
    command = [sys.executable, "-m", "tests.store.tapper", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(taps)]
        process.kill()
        told += process.stdout.readlines()
    assert process.returncode == -9
    return {UUID(line.strip()) for line in told if line.endswith("\n")}


def test_nothing_acknowledged_is_lost(folder: Path) -> None:
    with closing(Database.open(folder)) as database:
        People(database).add(records.child())
    chance = random.Random(20)
    acknowledged: set[UUID] = set()
    for _ in range(LOOPS):
        acknowledged |= tap_until_killed(folder, chance.randrange(1, 60))
        with closing(Database.open(folder)) as database:
            kept = {tap.id for tap in CheckIns(database).between(None, None)}
            assert database.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert acknowledged <= kept
        assert len(kept - acknowledged) <= LOOPS  # at most the one under way, at each kill
