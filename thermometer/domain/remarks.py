"""What a family says about an episode afterwards, and about a tap that was a mistake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Subject(StrEnum):
    """What a remark is about."""

    NOTE = "note"
    """Private words of a parent."""
    CONTEXTS = "contexts"
    """What else was going on: ids of context tags."""
    MEND = "mend"
    """The answer to "anything to mend?"."""


class Mend(StrEnum):
    """The answer to "anything to mend?"."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing said about an episode; it stands, and a change is a new one that ``replaces`` it.

    An episode is derived, so ``check_in`` is the id of its first check-in. ``text`` are the words
    of a note, the ids of tags joined with ``;``, or an answer; nothing where it was taken back.
    """

    id: UUID
    check_in: UUID
    subject: Subject
    text: str
    entered_at: datetime
    replaces: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Says that a tap was a mistake, and who made it; None is somebody outside the family.

    Where it was the clock that was wrong, the check-in was entered anew at another time, and the
    mistake has the id of the new one: so each names the other.
    """

    id: UUID
    check_in: UUID
    made_by: UUID | None
    entered_at: datetime


def standing(remarks: Iterable[Remark]) -> dict[Subject, Remark]:
    """Of the remarks about one episode the one that stands, for each subject.

    Where two devices each replaced the same one, both stand side by side and the later is shown.

    Args:
        remarks: in the order of the rows.
    """
    said = list(remarks)
    replaced = {remark.replaces for remark in said}
    left = [remark for remark in said if remark.id not in replaced]
    return {r.subject: r for r in sorted(left, key=lambda remark: remark.entered_at)}
