"""Taps that cannot be saved while the disk is away: held in memory until it is back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thermometer.domain.problems import Problem
from thermometer.store.problems import NoAccess

if TYPE_CHECKING:
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
    """

    def __init__(self, check_ins: CheckIns) -> None:
        self._check_ins = check_ins
        self._held: dict[UUID, CheckIn] = {}
        self._path = ""

    def __bool__(self) -> bool:
        return bool(self._held)

    def of(self, person: UUID) -> list[CheckIn]:
        """Those of ``person``, in order of entry."""
        return [one for one in self._held.values() if one.person == person]

    def save(self, tap: CheckIn) -> None:
        """Saves ``tap`` and whatever was held before it, or holds it where the disk is away.

        Raises:
            Problem: it cannot be saved for another reason, and is not held.
        """
        try:
            self._save(tap)
        except NoAccess as away:
            self._held[tap.id] = tap
            self._path = str(away.values["path"])

    def _save(self, *more: CheckIn) -> None:
        # A disk that fails in the midst of saving may have kept what it said that it did not.
        there = self._check_ins.of_ids(self._held) if self._held else {}
        for id_ in there:
            at = self._held[id_].withdrawn_at
            if at is not None:
                self._check_ins.withdraw(id_, at)
        waiting = (tap for tap in self._held.values() if tap.id not in there)
        self._check_ins.add_all((*waiting, *more))
        self._held.clear()

    def withdraw(self, id_: UUID, at: datetime) -> CheckIn | None:
        """Takes one of them back; None where it is not held."""
        tap = self._held.get(id_)
        if tap is None:
            return None
        self._held[id_] = tap if tap.withdrawn_at else replace(tap, withdrawn_at=at)
        return self._held[id_]

    def try_again(self) -> bool:
        """Saves what is held, if the disk is back; whether anything was saved."""
        if not self._held:
            return False
        try:
            self._save()
        except Problem:
            return False
        return True

    def problem(self) -> Problem:
        """What a family is told while something is held."""
        return Problem("tap-not-saved-yet", path=self._path)
