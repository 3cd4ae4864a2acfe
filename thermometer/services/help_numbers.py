"""The numbers that a family wants at hand on the help page: it enters them itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thermometer.domain.changes import Change, Notify
from thermometer.services.notes import kept_line

if TYPE_CHECKING:
    from thermometer.store.settings import Settings

_KEY = "help-numbers"


@dataclass(frozen=True, slots=True)
class HelpNumber:
    """Somebody to call, in the family's own words."""

    name: str
    number: str


class HelpNumbers:
    """What stands on the help page besides its text.

    Args:
        settings: where the numbers are kept.
        notify: told after each change.
    """

    def __init__(self, settings: Settings, notify: Notify) -> None:
        self._settings = settings
        self._notify = notify

    def all(self) -> tuple[HelpNumber, ...]:
        """The numbers in their order; those that cannot be read are left out."""
        found = self._settings.get(_KEY, [])
        rows = found if isinstance(found, list) else []
        return tuple(
            HelpNumber(*map(str, row)) for row in rows if isinstance(row, list) and len(row) == 2
        )

    def keep(self, numbers: Iterable[HelpNumber]) -> tuple[HelpNumber, ...]:
        """Keeps these numbers instead of those that were there; empty ones are left out.

        Raises:
            Problem: ``note-too-long``, or nothing was changed.
        """
        clean = [HelpNumber(kept_line(one.name), kept_line(one.number)) for one in numbers]
        kept = tuple(one for one in clean if one.name or one.number)
        self._settings.set(_KEY, [[one.name, one.number] for one in kept])
        self._notify(Change.SETTINGS)
        return kept
