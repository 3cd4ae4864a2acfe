"""How far long work, such as an import or a backup, has come, and whether it should go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from thermometer.domain.progress import Report, nobody_listens

T = TypeVar("T")

ShouldStop = Callable[[], bool]

EVERY = 1_000
"""Rows between two reports: some hundredths of a second."""


def portions(things: Iterable[T], size: int = 2 * EVERY) -> Iterator[list[T]]:
    """``things`` in lists of at most ``size``."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def let_go(things: list[T]) -> None:
    """Empties ``things`` bit by bit: freeing many thousands at once stops all other threads."""
    while things:
        del things[-EVERY:]


class Stopped(Exception):
    """The work was asked to stop; nothing was changed."""


def _never() -> bool:
    """The default for stopping."""
    return False


@dataclass(frozen=True, slots=True)
class Work:
    """Whom to tell, and whom to ask, now and then. Both are called on the working thread."""

    progress: Report = nobody_listens
    should_stop: ShouldStop = _never

    def check(self) -> None:
        """Asks whether to go on.

        Raises:
            Stopped: it should not.
        """
        if self.should_stop():
            raise Stopped

    def report(self, done: int, total: int) -> None:
        """Says how far it has come.

        Raises:
            Stopped: it should not go on.
        """
        self.check()
        self.progress(done, total)

    def after(self, before: int, total: int) -> Work:
        """The same, for a part of the work that ``before`` of ``total`` came before."""
        return Work(lambda done, _: self.progress(before + done, total), self.should_stop)

    def over(self, rows: Iterable[T], done: int, total: int) -> Iterator[T]:
        """The same rows, reporting now and then, where ``done`` of ``total`` came before them.

        Raises:
            Stopped: it should not go on.
        """
        self.report(done, total)
        number = 0
        for number, row in enumerate(rows, start=1):
            yield row
            if number % EVERY == 0:
                self.report(done + number, total)
        self.report(done + number, total)
