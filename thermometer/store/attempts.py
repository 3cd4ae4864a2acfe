"""Several things to be tried, of which one that goes wrong must not stop the others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from thermometer.domain.problems import Problem


class Attempts:
    """Goes on after what goes wrong, and tells the first of it at the end."""

    def __init__(self) -> None:
        self._first: Exception | None = None

    @contextmanager
    def each(self) -> Iterator[None]:
        """One of them is inside."""
        try:
            yield
        except (Problem, OSError, sqlite3.Error, DBAPIError) as error:
            self._first = self._first or error

    def tell(self) -> None:
        """To be called after the last one.

        Raises:
            Problem, OSError, sqlite3.Error, DBAPIError: the first that went wrong.
        """
        if self._first:
            raise self._first
