"""Taps that cannot be saved while the disk is away: held in memory until it is back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thermometer.domain.problems import Problem
from thermometer.store.problems import NoAccess

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from thermometer.domain.checkins import CheckIn
    from thermometer.store.checkins import CheckIns


class HeldTaps:
    """What was tapped and is not saved yet, in its order.

    A full disk is none of its business: the reserve is for that, and what even that cannot keep is
    said at once. Memory ends with the program.

    Args:
        check_ins: where they belong.

    Attributes:
        is_damaged: whether what lies there now is damaged.
    """

    def __init__(self, check_ins: CheckIns) -> None:
        self._check_ins = check_ins
        self._held: dict[UUID, CheckIn] = {}
        self._apart: dict[UUID, CheckIn] = {}
        self._path = ""
        self.is_damaged = False

    def __bool__(self) -> bool:
        return bool(self._held)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._held

    def all(self) -> tuple[CheckIn, ...]:
        """Those, and those of people whom the file does not know: perhaps the next one does."""
        return (*self._apart.values(), *self._held.values())

    def of(self, person: UUID) -> list[CheckIn]:
        """Those of ``person``, in order of entry."""
        return [one for one in self._held.values() if one.person == person]

    def hold(self, taps: Iterable[CheckIn]) -> None:
        """Holds what was not saved before the file was opened."""
        self._held |= {tap.id: tap for tap in taps}

    def save(self, tap: CheckIn) -> None:
        """Saves ``tap`` and whatever was held before it, or holds it where the disk is away.

        Raises:
            Problem: it cannot be saved for another reason, and is not held.
        """
        try:
            self._save()
            self._check_ins.add(tap)
        except NoAccess as away:
            self._held[tap.id] = tap
            self._path = str(away.values["path"])

    def _save(self) -> None:
        """One by one: what does not fit into the file is put apart, and is in nobody's way."""
        # A disk that fails in the midst of saving may have kept what it said that it did not.
        there = self._check_ins.of_ids(self._held) if self._held else {}
        for id_, tap in tuple(self._held.items()):
            if id_ not in there:
                if not self._check_ins.add_if_it_fits(tap):
                    self._apart[id_] = tap
            elif tap.withdrawn_at is not None:
                self._check_ins.withdraw(id_, tap.withdrawn_at)
            del self._held[id_]

    def withdraw(self, id_: UUID, at: datetime) -> CheckIn | None:
        """Takes one of them back; None where it is not held."""
        tap = self._held.get(id_)
        if tap is None:
            return None
        self._held[id_] = tap if tap.withdrawn_at else replace(tap, withdrawn_at=at)
        return self._held[id_]

    def try_again(self) -> bool:
        """Saves what is held, if the disk is back; whether anything was saved."""
        before = len(self._held)
        if before:
            try:
                self._save()
            except Problem as problem:
                self._path = str(problem.values.get("path", self._path))
        return len(self._held) < before

    def problem(self) -> Problem:
        """What a family is told while something is held."""
        key = "tap-not-saved-damaged" if self.is_damaged else "tap-not-saved-yet"
        return Problem(key, path=self._path)
