"""What a copy of a family's records holds, before anybody decides about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from thermometer.domain.people import same_name


class Worry(StrEnum):
    """What a parent should know about the family's records."""

    DAMAGED = "damaged"
    ALMOST_NO_SPACE = "almost-no-space"
    ERASING = "erasing"
    NO_BACKUP = "no-backup"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is in a file of records.

    ``first`` and ``last`` are the instants of the first and the last check-in; none if there are
    no check-ins. ``people`` are names by id, also those set aside.
    """

    people: dict[str, str]
    check_ins: int
    first: datetime | None
    last: datetime | None

    def is_family_of(self, other: Holdings) -> bool:
        """Whether both may be the same family: somebody is in both, or one has nobody yet."""
        if not self.people or not other.people or self.people.keys() & other.people.keys():
            return True
        return any(same_name(a, b) for a in self.people.values() for b in other.people.values())


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was verified when it was made."""

    path: Path
    made_at: datetime
    holds: Holdings


@dataclass(frozen=True, slots=True)
class Found:
    """What an examination of the records found.

    Attributes:
        faults: what SQLite finds wrong with the file, in its words; none is sound.
        unreadable: rows that are there but cannot be read.
        holds: what can be read; none if the file cannot even be opened.
    """

    faults: tuple[str, ...]
    unreadable: int
    holds: Holdings | None

    @property
    def sound(self) -> bool:
        """Whether everything is as it should be."""
        return not self.faults and not self.unreadable


@dataclass(frozen=True, slots=True)
class Examined:
    """When somebody last looked at every byte of the records, and what came of it.

    Attributes:
        at: when.
        sound: whether SQLite found nothing wrong.
    """

    at: datetime
    sound: bool
