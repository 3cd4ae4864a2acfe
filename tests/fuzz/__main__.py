"""``make fuzz``: bytes that find their own way into every line that reads files (atheris).

Whatever raises anything but a ``Problem``, takes longer than a second or is half written is put
into ``tests/fuzz/found``; what was found once belongs into ``tests/fuzz/kept``.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys

from tests.fuzz.kept import FOUND

NAMES = ("csv", "json", "backup", "picture")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="for all of them together")
    parser.add_argument("names", nargs="*", default=NAMES, metavar="NAME", help=", ".join(NAMES))
    asked = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        _say("atheris is not here (it has no wheel for this system): nothing was tried.")
        return 0
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "TZ": "Europe/Berlin"}
    found = 0
    for name in asked.names:
        seconds = max(1, round(asked.minutes * 60 / len(asked.names)))
        found += _run_beside(name, seconds)
    _say(f"{found} inputs found, in {FOUND}" if found else "Nothing found.")
    return 1 if found else 0


def _run_beside(name: str, seconds: int) -> int:
    """Each in a process of its own; how many inputs it has found."""
    folder = FOUND / name
    folder.mkdir(parents=True, exist_ok=True)
    before = set(folder.iterdir())
    child = [sys.executable, "-m", "tests.fuzz.harness", name, str(seconds)]
    code = subprocess.run(child, check=False).returncode
    new = sorted(set(folder.iterdir()) - before)
    _say(f"{name}: {seconds} s, {len(new)} found {[one.name for one in new] or ''}")
    return len(new) + (code != 0)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
