"""Whose turn it is with the one connection: long work sees who waits, and steps aside."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

QUIET_SECONDS = 0.3
"""Long work goes on once nobody has come for so long: a tap reads and writes several times."""
_LOOK_SECONDS = 0.02


class Wanted(Exception):
    """Somebody waits: what is under way is to be begun again later."""


class Turns:
    """A lock that one thread may take several times, and that counts those who wait for it."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._counting = threading.Lock()
        self._never = threading.Event()
        self._waiting = 0
        self._left = threading.Event()
        self._last, self._by = 0.0, 0
        self._hurry: Callable[[], None] | None = None

    @property
    def wanted(self) -> bool:
        """Whether somebody waits."""
        return self._waiting > 0

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=False):
            self._wait()
        self._last, self._by = time.monotonic(), threading.get_ident()

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._lock.release()
        self._left.set()

    def _wait(self) -> None:
        with self._counting:
            self._waiting += 1
        try:
            hurry = self._hurry
            if hurry is not None:
                hurry()
            self._lock.acquire()
        finally:
            with self._counting:
                self._waiting -= 1

    def step_aside(self) -> None:
        """To be called in the midst of long work.

        Raises:
            Wanted: somebody waits.
        """
        if self.wanted:
            raise Wanted

    @contextmanager
    def hurried_by(self, hurry: Callable[[], None]) -> Iterator[None]:
        """Inside, whoever has to wait calls ``hurry`` first, on their own thread."""
        self._hurry = hurry
        try:
            yield
        finally:
            self._hurry = None

    def wait_for_quiet(self, check: Callable[[], None] | None = None) -> None:
        """Waits until no other thread has come for a while.

        Args:
            check: called again and again; may raise to give up.
        """
        while self.wanted or (self._by != threading.get_ident() and self._is_recent()):
            if check is not None:
                check()
            self._left.wait(_LOOK_SECONDS)
            self._left.clear()

    def _is_recent(self) -> bool:
        return time.monotonic() - self._last < QUIET_SECONDS
