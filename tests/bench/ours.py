"""Starts the real program, unchanged, with a window and zones that tell when they are painted."""

from __future__ import annotations

import runpy
import sys
from typing import Any

from thermometer import app

ZONE = "ZoneButton"


def watch() -> None:
    """Lets window and zones tell; only now, for the program itself has not loaded Qt before."""
    from PySide6 import QtWidgets  # noqa: PLC0415 - as above

    from tests.bench.watch import FirstPaint, painted, ready, stop_at_errors  # noqa: PLC0415

    class WatchedWindow(QtWidgets.QMainWindow):
        """Tells its first paint."""

        def __init__(self) -> None:
            super().__init__()
            FirstPaint(self, painted)

    class WatchedButton(QtWidgets.QAbstractButton):
        """The first of Home's zones to be made tells that it was painted, and so can be tapped."""

        is_watched = False

        def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
            super().__init__(parent)
            if type(self).__name__ == ZONE and not WatchedButton.is_watched:
                WatchedButton.is_watched = True
                FirstPaint(self, then=ready)

    stop_at_errors()
    setattr(QtWidgets, "QMainWindow", WatchedWindow)  # noqa: B010 - a type, to mypy
    setattr(QtWidgets, "QAbstractButton", WatchedButton)  # noqa: B010


def main() -> None:
    run_window = app.run_window

    def run_watched(**options: Any) -> int:
        watch()
        return run_window(**options)

    setattr(app, "run_window", run_watched)  # noqa: B010 - as above
    sys.argv[0] = "thermometer"
    runpy.run_module("thermometer", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
