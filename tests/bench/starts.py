"""First frame, and Home that can be tapped: our start and its floors, one after the other."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.bench.figures import Row, median
from tests.bench.watch import PAINTED, READY

if TYPE_CHECKING:
    from pathlib import Path

FIRST_FRAME_BAR = 1.3
HOME_BAR = 1.25
LONGEST_SECONDS = 30


def environment() -> dict[str, str]:
    """Where Python may keep what it has compiled: an installed program is compiled already."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def start(module: str, *arguments: str) -> dict[str, float]:
    """Starts ``module`` in a process of its own; milliseconds from there to what it tells."""
    begun = time.monotonic_ns()
    told = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
        timeout=LONGEST_SECONDS,
    ).stdout
    found = {}
    for line in told.splitlines():
        what, _, at = line.partition(" ")
        found[what] = (int(at) - begun) / 1e6
    return found


def measure(folder: Path, rounds: int) -> list[Row]:
    """Both rows, with the ten years in ``folder``.

    The floors and ours take turns, so that whatever else the computer does falls on all of them.
    """
    bare, query, frame, home = [], [], [], []
    for turn in range(rounds + 1):
        floor = start("tests.bench.bare")[PAINTED]
        one_query = start("tests.bench.bare", str(folder / "family.db"))[READY]
        ours = start("tests.bench.ours", "--data", str(folder))
        if turn:  # the first turn only warms the disk's cache
            bare.append(floor)
            query.append(one_query)
            frame.append(ours[PAINTED])
            home.append(ours[READY])
    return [
        Row("first frame / bare window", median(bare), median(frame), FIRST_FRAME_BAR),
        Row("Home can be tapped / SQLModel and a query", median(query), median(home), HOME_BAR),
    ]
