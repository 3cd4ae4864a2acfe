"""Starts the real program, unchanged, in an application that tells when Home can be tapped."""

from __future__ import annotations

import runpy
import sys

from PySide6 import QtWidgets
from PySide6.QtCore import QObject

from tests.bench.watch import WatchedApplication


def is_zone(widget: QObject) -> bool:
    """Whether it is one of Home's zones; the module is looked up, not imported."""
    module = sys.modules.get("thermometer.ui.widgets.zone_button")
    return module is not None and isinstance(widget, module.ZoneButton)


def main() -> None:
    WatchedApplication.is_goal = staticmethod(is_zone)
    setattr(QtWidgets, "QApplication", WatchedApplication)  # noqa: B010 - a type, to mypy
    sys.argv[0] = "thermometer"
    runpy.run_module("thermometer", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
