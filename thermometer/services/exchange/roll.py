"""Who and what the rows of an import may speak of: people by name, ruptures by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from thermometer.domain.people import Person, Role, clean_text
from thermometer.domain.problems import Problem
from thermometer.services.exchange.cells import guard, quoted, unguard

SPELLINGS_KEPT = 10_000
"""Distinct spellings of names remembered, so that a large file cannot fill the memory with them."""


class Roll:
    """The family as an import or an export sees it, archived people included.

    Args:
        people: everybody who is here already.
        ruptures: the instants of the ruptures that are here already.
        now: the time given to rows that do not say when they were entered.
    """

    def __init__(
        self, people: Iterable[Person], ruptures: Mapping[UUID, datetime], now: datetime
    ) -> None:
        self._by_name: dict[str, Person] = {}
        self._by_id: dict[UUID, Person] = {}
        self._spellings: dict[str, Person] = {}
        self._ruptures = dict(ruptures)
        self.now = now
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """From now on rows may name ``person``."""
        self._by_name[person.name.casefold()] = person
        self._by_id[person.id] = person
        self._spellings.clear()

    def add_rupture(self, rupture: UUID, at: datetime) -> None:
        """From now on bids and follow-ups may speak of ``rupture``."""
        self._ruptures[rupture] = at

    def named(self, name: str) -> Person | None:
        """The person of that name, whatever its capitals."""
        return self._by_name.get(name.casefold())

    def person(self, cell: str) -> Person:
        """The person whom a cell names.

        Raises:
            Problem: ``import-person``.
        """
        known = self._spellings.get(cell)
        if known is None:
            known = self.named(clean_text(unguard(cell)))
            if known is None:
                raise Problem("import-person", value=quoted(unguard(cell)))
            if len(self._spellings) < SPELLINGS_KEPT:
                self._spellings[cell] = known
        return known

    def cell(self, person: UUID) -> str:
        """The cell that names a person."""
        return guard(self._by_id[person].name)

    def role(self, person: UUID) -> Role:
        """The role of a known person."""
        return self._by_id[person].role

    def check_after_rupture(self, rupture: UUID, at: datetime) -> None:
        """Makes sure that a bid or a follow-up comes after a rupture that is known.

        Raises:
            Problem: ``import-rupture`` or ``import-before-rupture``.
        """
        happened = self._ruptures.get(rupture)
        if happened is None:
            raise Problem("import-rupture", value=str(rupture))
        if at < happened:
            raise Problem("import-before-rupture")
