"""A mistake of ours in the middle of a tap: nothing saved is lost, nobody sees a traceback."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from thermometer.domain.problems import Problem

log = logging.getLogger(__name__)


def where(trace: TracebackType | None) -> str:
    """The places in the code, without any value: a message may hold a name."""
    frames = traceback.extract_tb(trace)
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))


def catch(say: Callable[[Problem], None]) -> None:
    """From now on log what nobody caught, without names, and ``say`` that something went wrong."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("unexpected %s at %s", kind.__name__, where(trace))
        say(error if isinstance(error, Problem) else Problem("unexpected"))

    sys.excepthook = hook
