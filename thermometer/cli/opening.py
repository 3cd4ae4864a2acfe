"""The window and its pictures: apart, for a start of the window loads nothing else."""

from __future__ import annotations

import sys
from argparse import Namespace

from thermometer import app
from thermometer.cli import screen
from thermometer.cli.endings import NO_SCREEN
from thermometer.cli.places import data_folder
from thermometer.cli.wording import Wording
from thermometer.clock import Clock, ShiftedClock, SystemClock


def open_window(options: Namespace, wording: Wording) -> int:
    """The app itself, on the family's data or on the sample family."""
    lacking = screen.missing()
    if lacking:
        sys.stderr.write(wording.say("screen", lacking) + "\n")
        return NO_SCREEN
    return app.run_window(
        folder=data_folder(options),
        clock=_running_clock(options),
        sample=options.sample,
        fullscreen=options.fullscreen,
        language=options.language,
    )


def tour(options: Namespace, _wording: Wording) -> int:
    """Pictures of every page."""
    return app.run_tour(
        folder=options.folder,
        size=options.size,
        theme=options.theme,
        language=options.language,
        clock=_running_clock(options),
    )


def _running_clock(options: Namespace) -> Clock:
    return SystemClock() if options.now is None else ShiftedClock(options.now)
