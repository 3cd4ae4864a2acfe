"""The lines that a family keeps as its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from thermometer.domain.changes import Change, Notify
from thermometer.domain.drafts import OwnLine
from thermometer.domain.problems import Problem
from thermometer.services.notes import kept_line

if TYPE_CHECKING:
    from thermometer.domain.repair_steps import Part
    from thermometer.store.mending import MendingNotes


class OwnLines:
    """Lines to choose from besides those that come with the program.

    Args:
        notes: where they are kept.
        notify: told after each change.
    """

    def __init__(self, notes: MendingNotes, notify: Notify) -> None:
        self._notes = notes
        self._notify = notify

    def of(self, part: Part) -> tuple[OwnLine, ...]:
        """Those for ``part``, the oldest first."""
        return tuple(line for line in self._notes.lines() if line.part is part)

    def keep(self, part: Part, text: str) -> OwnLine:
        """Keeps a line; one that is there already is kept once.

        Raises:
            Problem: ``line-empty``, ``note-too-long``, or it was not kept.
        """
        line = kept_line(text)
        if not line:
            raise Problem("line-empty")
        known = next((one for one in self.of(part) if one.text == line), None)
        if known:
            return known
        new = OwnLine(id=uuid4(), part=part, text=line)
        self._notes.keep_line(new)
        self._notify(Change.REPAIRS)
        return new

    def drop(self, line: OwnLine) -> None:
        """Does not offer a line any more.

        Raises:
            Problem: nothing was changed.
        """
        self._notes.keep_line(replace(line, gone=True))
        self._notify(Change.REPAIRS)
