"""Slow work on a thread of its own, beside which the window stays as quick as ever."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from enum import Enum
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


class _End(Enum):
    """How a job may end."""

    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class _Thread(QThread):
    """Does one job after another; ``ended`` tells the job's number, how it ended and with what."""

    progressed = Signal(int, int)
    ended = Signal(int, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.number = 0
        self._job: Job | None = None
        self.stop = Event()

    def do(self, job: Job) -> None:
        """Begin ``job``; none is under way."""
        self.number += 1
        self._job = job
        self.stop.clear()
        self.start(QThread.Priority.LowPriority)

    @override
    def run(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        try:
            end, result = _End.DONE, job(Work(self.progressed.emit, self.stop.is_set))
        except Stopped:
            end, result = _End.STOPPED, None
        except Problem as problem:
            end, result = _End.FAILED, problem
        except Exception:
            log.exception("long work failed")
            end, result = _End.FAILED, Problem("unexpected")
        self.ended.emit(self.number, end, result)


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
        self._is_working = False
        # One for good: of thousands that came and went, now and then one was destroyed twice.
        self._thread = _Thread(self)
        # To a method, not to a function: only that is called on the window's thread.
        self._thread.progressed.connect(self._tell_progress)
        self._thread.ended.connect(self._tell_end)

    def is_working(self) -> bool:
        """Whether it has not ended yet."""
        return self._is_working

    def start(self, job: Job) -> None:
        """Begin ``job``, unless another is under way."""
        if self._is_working:
            return
        self._is_working = True
        sys.setswitchinterval(SWITCH_SECONDS)  # for good: to a single thread it makes no difference
        # Besides, among a million records one search for rubbish stops everything for a second.
        RUBBISH.leave()
        self._thread.do(job)

    def stop(self) -> None:
        """Ask it to stop; nothing of it will be left."""
        self._thread.stop.set()

    def finish(self) -> None:
        """Stop it and wait until it has: the data is about to be let go of."""
        self.stop()
        self._end()

    @Slot(int, int)
    def _tell_progress(self, done: int, total: int) -> None:
        if self._is_working:
            self.progressed.emit(done, total)

    @Slot(int, object, object)
    def _tell_end(self, number: int, end: _End, result: object) -> None:
        if number != self._thread.number or not self._end():
            return  # it was finished, and perhaps another has begun
        if end is _End.DONE:
            self.done.emit(result)
        elif end is _End.FAILED:
            self.failed.emit(result)
        else:
            self.stopped.emit()

    def _end(self) -> bool:
        """Waits for the thread; whether anything was under way."""
        if not self._is_working:
            return False
        self._is_working = False
        self._thread.wait()
        RUBBISH.look_again()
        return True
