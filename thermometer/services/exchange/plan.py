"""What an import would do, before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from thermometer.domain.people import Person
from thermometer.domain.problems import Problem
from thermometer.services.exchange.tables import CellProblem, Kind


class Place(NamedTuple):
    """Where something stands: ``line`` is None where it is about the whole file."""

    file: Path
    line: int | None = None


class Row(NamedTuple):
    """One record of a file, and what it says of its own entry."""

    place: Place
    thing: Any
    says_when_entered: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row, or a whole file, that cannot be taken, and why."""

    place: Place
    reason: Problem

    @property
    def column(self) -> str | None:
        """The column of the cell it is about, if it is about one."""
        return self.reason.column if isinstance(self.reason, CellProblem) else None


@dataclass(frozen=True, slots=True)
class Kept:
    """A person who is here already, with another role or age band than the file says."""

    place: Place
    here: Person


@dataclass(frozen=True, slots=True)
class Count:
    """Of one kind of record: how many are new and how many are here already."""

    new: int = 0
    here: int = 0


@dataclass(slots=True)
class Plan:
    """What an import would do. It can be carried out if there are no refusals.

    ``family`` is how the people were when the plan was made. ``whole`` holds the tables of each
    ``export.json``, and ``loaded`` how many of their rows are new; ``new`` holds the new records
    of the CSV files by kind.
    """

    family: tuple[Person, ...]
    whole: list[dict[str, Any]] = field(default_factory=list)
    loaded: Counter[Kind] = field(default_factory=Counter)
    new: dict[Kind, list[Any]] = field(default_factory=dict)
    here: Counter[Kind] = field(default_factory=Counter)
    refusals: list[Refusal] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    kept_settings: list[tuple[Path, str]] = field(default_factory=list)

    @property
    def counts(self) -> dict[Kind, Count]:
        """Each kind that is in the files, in a fixed order."""
        return {
            kind: Count(len(self.new.get(kind, ())) + self.loaded[kind], self.here[kind])
            for kind in Kind
            if kind in self.new or kind in self.here or kind in self.loaded
        }

    @property
    def changes_anything(self) -> bool:
        """Whether there is a single new record."""
        return any(self.new.values()) or self.loaded.total() > 0

    def refuse(self, place: Place, reason: Problem) -> None:
        """Notes what cannot be taken."""
        self.refusals.append(Refusal(place, reason))

    def meet(self, kind: Kind, count: int = 1) -> None:
        """Notes that ``count`` records of ``kind`` are here already."""
        self.here[kind] += count

    def plan_for(self, kind: Kind) -> list[Any]:
        """The list of new records of ``kind``, to be added to."""
        return self.new.setdefault(kind, [])
