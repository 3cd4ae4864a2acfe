"""One target under atheris: ``python -m tests.fuzz.harness csv 150`` tries for 150 seconds."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import time
import traceback
from hashlib import sha256
from pathlib import Path
from random import Random
from types import TracebackType
from typing import TYPE_CHECKING

import atheris
from PySide6.QtGui import QGuiApplication

from tests.fuzz.kept import FOUND, SLOW_SECONDS, inputs

if TYPE_CHECKING:
    from tests.fuzz.targets import Target

LONGEST = 65_536
"""Bytes of one input."""
AS_A_FILE = 0.6
"""So often an input is changed by who knows what it is."""
HANGS_SECONDS = 30
MOST_MEGABYTES = 2_048
INSTRUMENTED = ["thermometer.services", "thermometer.store", "thermometer.domain", "thermometer.ui"]


class Trial:
    """Gives inputs to a target and keeps those that it did not bear, one for each reason."""

    def __init__(self, name: str, target: Target) -> None:
        self._target = target
        self._folder = FOUND / name
        self._folder.mkdir(parents=True, exist_ok=True)
        self._reasons: set[str] = set()

    def __call__(self, data: bytes) -> None:
        since = time.process_time()
        try:
            self._target.take(data)
        except Exception as error:
            self._keep(data, type(error).__name__, _where(error.__traceback__), error)
        if time.process_time() - since > SLOW_SECONDS:
            self._keep(data, "slow", str(round(time.process_time() - since)), None)

    def _keep(self, data: bytes, kind: str, where: str, error: Exception | None) -> None:
        if (reason := f"{kind} {where}") in self._reasons:
            return
        self._reasons.add(reason)
        path = self._folder / f"{kind}-{sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
        sys.stderr.write(f"\nFOUND {path} {where}\n")
        traceback.print_exception(error) if error else None


def _where(found: TracebackType | None) -> str:
    """The last line of ours."""
    ours = [f for f in traceback.extract_tb(found) if "/thermometer/" in f.filename]
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""


def main() -> None:
    name, seconds = sys.argv[1], int(sys.argv[2])
    logging.disable()
    with atheris.instrument_imports(include=INSTRUMENTED):
        from tests.fuzz.mutations import EDITS  # noqa: PLC0415 - as below
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - instrumented on the way in
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    held = QGuiApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="fuzz-") as made:
        folder = Path(made)
        (folder / "corpus").mkdir()
        target: Target = TARGETS[name](folder)
        for number, seed in enumerate([*target.seeds(), *map(Path.read_bytes, inputs(name))]):
            (folder / "corpus" / str(number)).write_bytes(seed)
        words = (
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            f"-timeout={HANGS_SECONDS}",
            f"-rss_limit_mb={MOST_MEGABYTES}",
            f"-artifact_prefix={FOUND / name}/",
            "-print_final_stats=1",
        )

        def mutated(data: bytes, most: int, seed: int) -> bytes:
            random = Random(seed)
            if random.random() < AS_A_FILE:
                return EDITS[name](data, random)[:most]
            return bytes(atheris.Mutate(data, len(data)))[:most]

        arguments = [sys.argv[0], *words, str(folder / "corpus")]
        atheris.Setup(arguments, Trial(name, target), custom_mutator=mutated)
        atheris.Fuzz()
    held.quit()


if __name__ == "__main__":
    main()
