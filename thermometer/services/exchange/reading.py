"""From files to rows: every row of every file is looked at, whatever is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from thermometer.domain.people import AgeBand, Person, Role, free_colour
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import PEOPLE_ON_HOME
from thermometer.services.exchange import csv_source
from thermometer.services.exchange.csv_source import Source, Unreadable
from thermometer.services.exchange.plan import Kept, Place, Plan, Row
from thermometer.services.exchange.roll import Roll
from thermometer.services.exchange.tables import Kind, PersonRow, Table
from thermometer.services.family import newcomer
from thermometer.services.work import EVERY, Work

if TYPE_CHECKING:
    from thermometer.services.content import Content

Rows = dict[Kind, list[Row]]


def examine(paths: Iterable[Path], plan: Plan) -> list[Source]:
    """Which of the files can be imported; the others are refused in ``plan``."""
    found = []
    for path in dict.fromkeys(paths):
        try:
            found.append(csv_source.examine(path))
        except Unreadable as problem:
            plan.refuse(Place(path, problem.line), problem)
    return found


class CsvReader:
    """Reads CSV files in the order in which their rows can be understood.

    Args:
        roll: whom and what rows may speak of; grows with what is read.
        family: everybody who is here.
        plan: takes new people and refusals.
        content: what new people begin with.
        work: told how many bytes have been read.
    """

    def __init__(
        self, roll: Roll, family: Iterable[Person], plan: Plan, content: Content, work: Work
    ) -> None:
        self._roll = roll
        self._family = list(family)
        self._plan = plan
        self._content = content
        self._work = work
        self._total = 0
        self._done = 0

    def read(self, sources: Iterable[Source]) -> Rows:
        """Every row that can be taken, by kind; people are in the plan at once.

        Raises:
            Stopped: it was asked to stop.
        """
        kinds = list(Kind)
        tables = [(source.table, source) for source in sources if source.table]
        tables.sort(key=lambda pair: kinds.index(pair[0].kind))
        self._total = sum(source.size for _, source in tables)
        rows: Rows = {}
        for table, source in tables:
            try:
                self._read_file(table, source, rows)
            except Unreadable as problem:
                self._plan.refuse(Place(source.path, problem.line), problem)
        self._work.report(self._total, self._total)
        return rows

    def _read_file(self, table: Table, source: Source, rows: Rows) -> None:
        is_people = table.kind is Kind.PEOPLE
        taken = [] if is_people else rows.setdefault(table.kind, [])
        self._plan.meet(table.kind, 0)
        found = csv_source.rows(source.path, table, self._count_bytes)
        for number, (line, cells) in enumerate(found):
            if number % EVERY == 0:
                self._work.report(min(self._done, self._total), self._total)
            place = Place(source.path, line)
            try:
                thing = table.read(cells, self._roll)
                if is_people:
                    self._meet(thing, place)
                else:
                    taken.append(Row(place, thing, says_when_entered=cells[-1] != ""))
            except Problem as problem:
                self._plan.refuse(place, problem)

    def _count_bytes(self, size: int) -> None:
        self._done += size

    def _meet(self, row: PersonRow, place: Place) -> None:
        """Somebody of a ``people.csv``: known here, or new."""
        known = self._roll.named(row.name)
        if known is None:
            self._roll.add(self._newcomer(row))
        else:
            self._plan.meet(Kind.PEOPLE)
            if (known.role, known.age_band) != (row.role, row.age_band):
                self._plan.kept.append(Kept(place, known))

    def _newcomer(self, row: PersonRow) -> Person:
        if row.role is Role.PARENT and row.age_band is not AgeBand.ADULT:
            raise Problem("import-parent-age", value=row.age_band.value)
        if sum(not one.archived for one in self._family) >= PEOPLE_ON_HOME:
            raise Problem("family-full", limit=PEOPLE_ON_HOME)
        person = joined(row, self._family, self._content)
        self._family.append(person)
        self._plan.plan_for(Kind.PEOPLE).append(person)
        return person


def joined(row: PersonRow, everybody: list[Person], content: Content) -> Person:
    """Somebody new beside ``everybody``: with a free picture and colour, in the next place."""
    pictures = list(content.people_pictures())
    taken = {one.picture for one in everybody}
    position = max((one.position for one in everybody), default=-1) + 1
    return replace(
        newcomer(content, row.name, row.role, row.age_band),
        picture=next((p for p in pictures if p not in taken), pictures[position % len(pictures)]),
        position=position,
        colour=free_colour(everybody),
    )
