"""PySide6 6.12.0 lost a reference to None per call on Python before 3.12, and then aborted."""

from __future__ import annotations

import subprocess
import sys

CALLS = 20_000
CHILD = f"""
import sys
from PySide6.QtCore import QObject

thing = QObject()
before = sys.getrefcount(None)
for _ in range({CALLS}):
    thing.setObjectName("name")
    thing.setProperty("size", 1)
    thing.blockSignals(False)
print(before - sys.getrefcount(None))
"""


def test_twenty_thousand_calls_lose_no_none() -> None:
    child = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, check=False, timeout=120
    )
    assert child.returncode == 0, child.stderr
    assert int(child.stdout) < CALLS / 10
