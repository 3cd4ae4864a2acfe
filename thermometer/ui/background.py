"""Long work on a thread of its own, beside which the window stays as quick as ever."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal, Slot
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.services.work import Stopped, Work
from thermometer.ui.rubbish import RUBBISH

SWITCH_SECONDS = 0.001
"""A tap takes the interpreter some ten times; each time it waits for no longer than this."""
Job = Callable[[Work], object]
log = logging.getLogger(__name__)


@contextmanager
def _beside_taps() -> Iterator[None]:
    """Lets the window's thread have the interpreter soon, whenever it wants it."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class _Thread(QThread):
    """Does one job."""

    progressed = Signal(int, int)
    done = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self.stop = Event()

    @override
    def run(self) -> None:
        try:
            with _beside_taps():
                result = self._job(Work(self.progressed.emit, self.stop.is_set))
        except Stopped:
            self.stopped.emit()
        except Problem as problem:
            self.failed.emit(problem)
        except Exception:
            log.exception("long work failed")
            self.failed.emit(Problem("unexpected"))
        else:
            self.done.emit(result)


class Background(QObject):
    """One piece of work at a time.

    ``progressed`` tells how far it has come; one of ``done`` (with its result), ``stopped`` and
    ``failed`` (with a ``Problem``) tells how it ended.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None

    def is_working(self) -> bool:
        """Whether it has not ended yet."""
        return self._thread is not None

    def start(self, job: Job) -> None:
        """Begin ``job``, unless another is under way."""
        if self._thread is not None:
            return
        thread = self._thread = _Thread(job)
        # To methods, not to functions: only these are called on the window's thread.
        thread.progressed.connect(self.progressed)
        thread.done.connect(self._tell_done)
        thread.failed.connect(self._tell_failed)
        thread.stopped.connect(self._tell_stopped)
        # Besides, among a million records one search for rubbish stops everything for a second.
        RUBBISH.leave()
        thread.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        """Ask it to stop; nothing of it will be left."""
        if self._thread is not None:
            self._thread.stop.set()

    def finish(self) -> None:
        """Stop it and wait until it has: the data is about to be let go of."""
        self.stop()
        self._end()

    @Slot(object)
    def _tell_done(self, result: object) -> None:
        if self._end():
            self.done.emit(result)

    @Slot(object)
    def _tell_failed(self, problem: Problem) -> None:
        if self._end():
            self.failed.emit(problem)

    @Slot()
    def _tell_stopped(self) -> None:
        if self._end():
            self.stopped.emit()

    def _end(self) -> bool:
        """Lets go of the thread; whether there was one."""
        thread, self._thread = self._thread, None
        if thread is None:
            return False
        thread.wait()
        thread.deleteLater()
        RUBBISH.look_again()
        return True
