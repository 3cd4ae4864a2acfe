"""The family's data, open for one command, and what the command says."""

from __future__ import annotations

import logging
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TextIO

from thermometer import app
from thermometer.cli.places import data_folder
from thermometer.clock import Clock, FixedClock, SystemClock
from thermometer.domain.changes import Change
from thermometer.domain.problems import Problem

if TYPE_CHECKING:
    from thermometer.services.bundle import Services


log = logging.getLogger(__name__)


def still_clock(options: Namespace) -> Clock:
    """One instant for the whole of a command, so that its output does not depend on its speed."""
    return FixedClock(SystemClock().now() if options.now is None else options.now)


@contextmanager
def opened(options: Namespace, *, begins: bool = False, tries: bool = False) -> Iterator[Services]:
    """The family's data, open.

    Args:
        options: say where it lies.
        begins: whether a family may begin here; otherwise its data must be there.
        tries: whether a family that is not there yet is only made somewhere else, to try on.

    Raises:
        Problem: ``data-none``, or the data cannot be opened.
    """
    folder = data_folder(options)
    has_begun = _has_begun(folder)
    if not has_begun and not begins:
        raise Problem("data-none", folder=str(folder))
    with TemporaryDirectory(prefix="thermometer-") as nothing:
        place = Path(nothing) if tries and not has_begun else folder
        services = app.open_family(place, still_clock(options), _nobody, options.language)
        try:
            _finish_erasing(services)
            yield services
        finally:
            services.close()


def _finish_erasing(services: Services) -> None:
    """What was begun: the window does it once Home is there, a command before anything else."""
    try:
        services.erasing().go_on()
    except Problem as problem:  # nobody sees them all the same, and it is tried again
        log.warning("erasing is not done: %s", problem.key)


def _has_begun(folder: Path) -> bool:
    from thermometer.store.database import FILE  # noqa: PLC0415 - help and usage need no store
    from thermometer.store.opening import has_begun  # noqa: PLC0415 - as above

    with suppress(OSError):
        return has_begun(folder / FILE)
    return True  # opening it says what is wrong


def _nobody(_change: Change) -> None:
    """No window has to be told of a change."""


def say(lines: Iterable[str], to: TextIO | None = None) -> None:
    """Writes ``lines``, to standard output if nothing else is named."""
    (to or sys.stdout).writelines(f"{line}\n" for line in lines)
