"""How long taps take while ten years are written into files and read from them."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.figures import percentile
from tests.bench.pausing import pause
from thermometer.app import open_family
from thermometer.clock import SystemClock
from thermometer.domain.zones import Zone
from thermometer.services.bundle import Services
from thermometer.services.exchange import Plan, Work
from thermometer.ui.background import Background
from thermometer.ui.window import application

BETWEEN_MS = (20, 60)
MOST_TAPS = 150
"""Then nobody taps any more: the last step of an import waits for a moment of quiet."""


class Tapping:
    """Taps while something is done in the background."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._person = services.family.people()[0].id
        self._background = Background(application())
        self.result: object = None
        self._background.done.connect(self._keep)

    def during(self, job: Callable[[Work], object]) -> list[float]:
        """Milliseconds of each tap until ``job`` has ended."""
        taken: list[float] = []
        self._background.start(job)
        while self._background.is_working():
            if len(taken) < MOST_TAPS:
                taken.append(self._tap())
            pause(random.randint(*BETWEEN_MS))
        return taken

    def alone(self, taps: int) -> list[float]:
        """The same with nothing beside it."""
        taken = []
        for _ in range(taps):
            taken.append(self._tap())
            pause(random.randint(*BETWEEN_MS))
        return taken

    def _tap(self) -> float:
        begun = time.perf_counter_ns()
        self._services.journal.check_in(self._person, random.choice(list(Zone)))
        self._services.journal.zone_now(self._person)
        return (time.perf_counter_ns() - begun) / 1e6

    def _keep(self, result: object) -> None:
        self.result = result


def row(what: str, floor: list[float], ours: list[float]) -> str:
    """p50, p99 and the longest, beside p50 and p99 of taps that are alone."""
    return (
        f"{what:<44} floor {percentile(floor, 50):6.1f} /{percentile(floor, 99):6.1f} ms   "
        f"ours {percentile(ours, 50):6.1f} /{percentile(ours, 99):6.1f} ms   "
        f"longest {max(ours):6.1f} ms"
    )


def measure(folder: Path) -> list[str]:
    """Export from ``folder``, then import of the same into a family of nobody."""
    out, lines = folder / "out", []
    services = open_family(folder, SystemClock(), lambda _change: None)
    tapping = Tapping(services)
    floor = tapping.alone(MOST_TAPS)
    export = services.exporting()
    lines.append(
        row(
            "taps beside an export of ten years",
            floor,
            tapping.during(lambda work: export.write(out, work=work)),
        )
    )
    services.close()
    services = open_family(folder / "other", SystemClock(), lambda _change: None)
    importing = services.importing()
    importing.take(importing.preview([out / "people.csv"]))
    tapping = Tapping(services)
    looked = tapping.during(lambda work: importing.preview([out / "checkins.csv"], work))
    lines.append(row("taps while the import is looked at", floor, looked))
    plan = tapping.result
    if not isinstance(plan, Plan) or plan.refusals:
        raise TypeError(plan)
    lines.append(
        row(
            "taps beside the import", floor, tapping.during(lambda work: importing.take(plan, work))
        )
    )
    services.close()
    return lines


if __name__ == "__main__":
    application()
    sys.stdout.write("\n".join(measure(Path(sys.argv[1]))) + "\n")
