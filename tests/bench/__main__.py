"""``make bench``: how fast it is, each figure beside a floor measured in the same run.

Figures are ratios because milliseconds say more about the computer than about the program. On a
computer that is busy with something else even the ratios say little.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import starts, years

BUILD = Path(__file__).resolve().parents[2] / "build"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="starts of each kind (at least 7)")
    parser.add_argument("--taps", type=int, default=300, help="taps (at least 200)")
    asked = parser.parse_args()
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    BUILD.mkdir(exist_ok=True)
    # Beside the project and not in /tmp, which may lie in memory and know no fsync.
    with tempfile.TemporaryDirectory(dir=BUILD, prefix="bench-") as name:
        folder = Path(name)
        now = datetime.now(UTC)
        _say(f"{years.write(folder, now):,} check-ins written, five people over ten years.")
        if hasattr(os, "sync"):
            os.sync()  # or the disk goes on writing while the starts are measured
        for row in starts.measure(folder, max(7, asked.rounds)):
            _say(str(row))
        years.write(folder / "week", now, days=7)
        rounds = str(max(7, asked.rounds))
        # Each in a process of its own: what was measured before has left nothing in it.
        return (
            _run("reviews", str(folder), str(folder / "week"), now.isoformat())
            or _run("taps", str(folder), str(max(200, asked.taps)))  # they add to the week
            or _run("week_pages", str(folder), rounds)
            or _run("breathing", str(folder), rounds)
            or _run("paper", rounds)
            or _run("memory", str(folder))
            or _run("beside", str(folder))
        )


def _run(name: str, *arguments: str) -> int:
    command = [sys.executable, "-m", f"tests.bench.{name}", *arguments]
    return subprocess.run(command, check=False, env=starts.environment()).returncode


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
