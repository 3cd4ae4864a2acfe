"""Slow work in a worker thread, its result back in the window's own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

from thermometer.domain.problems import Problem
from thermometer.ui.rubbish import RUBBISH
from thermometer.ui.unexpected import where

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Unexpected:
    """A mistake of ours in the worker: what and where, without any value."""

    what: str


class _Task(QRunnable):
    """One piece of work; whatever comes of it goes through ``tell``."""

    def __init__(self, work: Callable[[], object], tell: Callable[[object], None]) -> None:
        super().__init__()
        self._work, self._tell = work, tell

    @override
    def run(self) -> None:
        try:
            result: object = self._work()
        except Problem as problem:
            result = problem
        except Exception as error:
            result = _Unexpected(f"{type(error).__name__} at {where(error.__traceback__)}")
        self._tell(result)


class InBackground(QObject):
    """Does one thing at a time: ``done`` tells its result, ``failed`` the problem."""

    done = Signal(object)
    failed = Signal(object)
    _finished = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._count, self._busy, self._leaves = 0, False, False
        self._finished.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._busy

    def start(self, work: Callable[[], object]) -> None:
        """Do ``work`` in a worker thread."""
        self._count += 1
        number, self._busy = self._count, True
        self._leave_rubbish()
        self._pool.start(_Task(work, lambda result: self._finished.emit(number, result)))

    def forget(self) -> None:
        """Wait for what is under way and tell nobody of it."""
        self._count += 1
        self._busy = False
        self._pool.waitForDone()
        self._look_again()

    def _leave_rubbish(self) -> None:
        if not self._leaves:
            self._leaves = True
            RUBBISH.leave()

    def _look_again(self) -> None:
        if self._leaves:
            self._leaves = False
            RUBBISH.look_again()

    def _take(self, number: int, result: object) -> None:
        if number != self._count:
            return
        self._busy = False
        self._look_again()
        if isinstance(result, _Unexpected):
            log.error("unexpected %s", result.what)
            self.failed.emit(Problem("unexpected"))
        elif isinstance(result, Problem):
            self.failed.emit(result)
        else:
            self.done.emit(result)
