"""Where something is erased for good: frozen values, as in places."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ErasePerson:
    """Everything that goes with one person, and the button that lets it go."""

    person: UUID


@dataclass(frozen=True, slots=True)
class EraseAll:
    """Everything goes, and the family begins anew."""


ErasingPlace = ErasePerson | EraseAll
