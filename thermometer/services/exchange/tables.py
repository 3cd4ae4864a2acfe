"""The six kinds of CSV file, as tables of columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any
from uuid import UUID

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.people import AgeBand, Person, Role, clean_name
from thermometer.domain.problems import Problem
from thermometer.domain.ruptures import (
    Bid,
    ChildCard,
    FollowUp,
    Outcome,
    Resolution,
    Rupture,
    RuptureKind,
)
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.zones import Zone
from thermometer.services.exchange import cells, columns
from thermometer.services.exchange.columns import Column
from thermometer.services.exchange.roll import Roll

NO_ID = UUID(int=0)
"""Stands for the id of a row that has none, until it is given one."""


class Kind(StrEnum):
    """What the rows of a file are, in the order in which they can be understood."""

    PEOPLE = "people"
    CHECK_INS = "checkins"
    TOOL_USES = "tool_uses"
    RUPTURES = "ruptures"
    BIDS = "bids"
    FOLLOW_UPS = "follow_ups"
    SETTINGS = "settings"
    OWN_THINGS = "own_things"
    """The last two only in ``export.json``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """What ``people.csv`` says of somebody."""

    name: str
    role: Role
    age_band: AgeBand


Record = CheckIn | ToolUse | Rupture | Bid | FollowUp
Exported = Record | Person


class CellProblem(Problem):
    """One cell of a row cannot be taken; ``column`` says which."""

    def __init__(self, reason: Problem, column: str) -> None:
        super().__init__(reason.key, **reason.values)
        self.column = column


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of file: its columns, what its rows become and what must hold in each."""

    kind: Kind
    columns: tuple[Column, ...]
    make: Callable[..., Any]
    check: Callable[[Any, Roll], None]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns in their order."""
        return tuple(column.name for column in self.columns)

    @property
    def file_name(self) -> str:
        """The name of the file in an export."""
        return f"{self.kind}.csv"

    def read(self, row: Sequence[str], roll: Roll) -> Any:  # noqa: ANN401 - any of the records
        """The record that the cells of one row say, in the order of the columns.

        Raises:
            Problem: why the row cannot be taken; a CellProblem where it is about one cell.
        """
        if len(row) != len(self.columns):
            raise Problem("import-cells", found=len(row), expected=len(self.columns))
        values: dict[str, Any] = {}
        for column, cell in zip(self.columns, row, strict=True):
            if cell:
                values[column.field] = _read_cell(column, cell, roll)
            elif not column.optional:
                raise CellProblem(Problem("import-cell-empty"), column.name)
        thing = self.make(roll, values)
        self.check(thing, roll)
        return thing

    def write(self, thing: Exported, roll: Roll) -> list[str]:
        """The cells of one record."""
        zone = getattr(thing, "time_zone", "")
        values = ((column, getattr(thing, column.field)) for column in self.columns)
        return ["" if value is None else c.write(value, roll, zone) for c, value in values]

    def content(self, *, without: tuple[str, ...] = ()) -> Callable[[Exported], Any]:
        """What tells two records apart: everything that the file holds but ``without``."""
        return attrgetter(*(c.field for c in self.columns if c.field not in without))


def _read_cell(column: Column, cell: str, roll: Roll) -> Any:  # noqa: ANN401 - any field
    try:
        return column.read(cell, roll)
    except Problem as problem:
        raise CellProblem(problem, column.name) from problem


def _nothing(_thing: object, _roll: Roll) -> None:
    """Each cell has been looked at; no two of them can contradict each other."""


def _check_check_in(check_in: CheckIn, _roll: Roll) -> None:
    """An observation may be by nobody any more: who is erased is taken out of it."""
    if check_in.source is Source.SELF and check_in.observed_by is not None:
        raise Problem("import-self-observed")


def _check_tool_use(use: ToolUse, _roll: Roll) -> None:
    if use.ended_at is not None and use.ended_at < use.started_at:
        raise Problem("import-ends-before-start")


def _check_rupture(rupture: Rupture, roll: Roll) -> None:
    if roll.role(rupture.grown_up) is not Role.PARENT or roll.role(rupture.child) is not Role.CHILD:
        raise Problem("import-rupture-roles")
    roll.add_rupture(rupture.id, rupture.at)


def _check_after_rupture(thing: Bid | FollowUp, roll: Roll) -> None:
    roll.check_after_rupture(thing.rupture, thing.at)


def _check_in(roll: Roll, values: dict[str, Any]) -> CheckIn:
    whole: dict[str, Any] = {"id": NO_ID, "entered_at": roll.now}
    return CheckIn(**whole | values)


def _plainly(make: Callable[..., Any]) -> Callable[[Roll, dict[str, Any]], Any]:
    return lambda _roll, values: make(**values)


_PEOPLE = Table(
    Kind.PEOPLE,
    (
        columns.text("name", clean_name),
        columns.choice("role", Role, "import-role"),
        columns.choice("age_band", AgeBand, "import-age-band"),
    ),
    _plainly(PersonRow),
    _nothing,
)
_CHECK_INS = Table(
    Kind.CHECK_INS,
    (
        columns.identity("id", optional=True),
        columns.person("person"),
        columns.instant("at"),
        columns.place(),
        columns.choice("zone", Zone, "import-zone"),
        columns.choice("source", Source, "import-source"),
        columns.person("observed_by", optional=True),
        columns.yes_no("about"),
        columns.yes_no("practice"),
        columns.instant("withdrawn_at", optional=True),
        columns.words("signs"),
        columns.words("contexts"),
        columns.instant("entered_at", optional=True),
    ),
    _check_in,
    _check_check_in,
)
_TOOL_USES = Table(
    Kind.TOOL_USES,
    (
        columns.identity("id"),
        columns.person("person"),
        columns.text("tool", cells.read_word),
        columns.choice("zone", Zone, "import-zone"),
        columns.instant("started_at"),
        columns.place(),
        columns.instant("ended_at", optional=True),
        columns.choice("answer", Answer, "import-answer", optional=True),
        columns.yes_no("practice"),
    ),
    _plainly(ToolUse),
    _check_tool_use,
)
_RUPTURES = Table(
    Kind.RUPTURES,
    (
        columns.identity("id"),
        columns.instant("at"),
        columns.place(),
        columns.yes_no("about"),
        columns.person("grown_up"),
        columns.person("child"),
        columns.choice("kind", RuptureKind, "import-kind", optional=True),
        columns.choice("resolution", Resolution, "import-resolution", optional=True),
    ),
    _plainly(Rupture),
    _check_rupture,
)
_BIDS = Table(
    Kind.BIDS,
    (
        columns.identity("id"),
        columns.identity("rupture"),
        columns.instant("at"),
        columns.place(),
        columns.person("by"),
        columns.yes_no("calm_first", optional=True),
        columns.choice("outcome", Outcome, "import-outcome", optional=True),
        columns.instant("try_again_at", optional=True),
    ),
    _plainly(Bid),
    _check_after_rupture,
)
_FOLLOW_UPS = Table(
    Kind.FOLLOW_UPS,
    (
        columns.identity("id"),
        columns.identity("rupture"),
        columns.instant("at"),
        columns.place(),
        columns.choice("card", ChildCard, "import-card", optional=True),
    ),
    _plainly(FollowUp),
    _check_after_rupture,
)
TABLES = {
    table.kind: table for table in (_PEOPLE, _CHECK_INS, _TOOL_USES, _RUPTURES, _BIDS, _FOLLOW_UPS)
}


def table_of(header: Sequence[str]) -> Table | None:
    """The table whose columns these are, in any order."""
    for table in TABLES.values():
        if len(header) == len(table.columns) and set(header) == set(table.header):
            return table
    return None
