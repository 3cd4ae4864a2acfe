"""``make soak``: a simulated kitchen year through the real window, and what has grown in it.

Ends with 1 if memory, threads, timers, open files, windows, widgets or objects of Qt have grown.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
DAYS = 365


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--events", type=int, default=200_000, help="in the whole year")
    parser.add_argument("--days", type=int, default=DAYS, help="live no more than so many of them")
    parser.add_argument("--seed", type=int, default=1, help="another year with another number")
    asked = parser.parse_args()
    screen = ROOT / "resources" / "tour" / "screen.json"
    os.environ |= {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "TZ": "Europe/Berlin"}
    time.tzset()
    (ROOT / "build").mkdir(exist_ok=True)
    # Beside the project and not in /tmp, which may lie in memory.
    with tempfile.TemporaryDirectory(dir=ROOT / "build", prefix="soak-") as name:
        os.environ |= {"HOME": name, "XDG_DATA_HOME": name, "XDG_RUNTIME_DIR": name}
        return _live(Path(name) / "family", asked.events, asked.days, Random(asked.seed))


def _live(folder: Path, events: int, days: int, random: Random) -> int:
    from tests.fakes import FakeClock  # noqa: PLC0415 - the screen is chosen first
    from tests.soak import measures  # noqa: PLC0415 - as above
    from tests.soak.kitchen import Kitchen  # noqa: PLC0415 - as above
    from tests.soak.world import midnight  # noqa: PLC0415 - as above
    from tests.soak.year import NEW_YEAR, Year  # noqa: PLC0415 - as above
    from thermometer.ui import language  # noqa: PLC0415 - as above
    from thermometer.ui.window import application  # noqa: PLC0415 - as above

    language.install(application(), "en")
    began = time.monotonic()
    kitchen = Kitchen(folder, FakeClock(midnight(NEW_YEAR)), random)
    year = Year(kitchen, math.ceil(events / DAYS))

    def say(when: str) -> measures.Measure:
        kitchen.rest()
        now, passed = measures.take(), (time.monotonic() - began) / 60
        _say(f"{when}: {kitchen.events:,} events in {passed:.1f} min; {now}")
        return now

    def check(when: str) -> measures.Checked:
        standing = say(when)
        kitchen.let_go()
        return measures.Checked(standing, say("  every page thrown away"))

    year.live_a_day()
    first, month = check("first day"), None
    while (year.day - NEW_YEAR).days < days:
        year.live_a_day()
        if year.day.day == 1:
            now = say(f"{year.day:%Y-%m-%d}")
            month = month or now
    last = check("the end")
    too_much = measures.grown(first, month or last.standing, last)
    kept = len(kitchen.tablet.check_ins())
    backups = len(kitchen.services.safekeeping().backups())
    kitchen.close()
    _say(f"{kitchen.events:,} events, {kept:,} check-ins kept, {backups} backups stay.")
    for words in too_much:
        _say(f"GROWN {words}")
    _say(
        f"memory at the end {last.standing.memory / first.standing.memory:.2f} x that after the"
        f" first day (at most {measures.MOST_MEMORY}): {'not in order' if too_much else 'in order'}"
    )
    return 1 if too_much else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
