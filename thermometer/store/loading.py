"""Rows of the family's lossless export, back into a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection, Table, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from thermometer.domain.device_settings import DEVICE_SETTINGS
from thermometer.domain.progress import Report
from thermometer.store.database import Database, part
from thermometer.store.json_values import Raw, from_json
from thermometer.store.locks import is_private, is_setting
from thermometer.store.reading import UNREADABLE, rows_of
from thermometer.store.values import Tint
from thermometer.store.whole import DEVICE, READERS, key_of

_AT_ONCE = 500
# Who wrote a row down, and when, does not make it another row.
_NOT_CONTENT = frozenset({"device", "sequence", "changed_at", "here", "made_at"})


class Reason(StrEnum):
    """Why a row was not taken."""

    DIFFERS = "differs"
    """Its key is here already, with other content."""
    UNREADABLE = "unreadable"
    """It is no row of that table."""
    NOT_ALLOWED = "not-allowed"
    """It names what is not there, holds what its table forbids, or takes what is taken."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken; ``number`` counts the rows of its table from 1."""

    table: str
    number: int
    key: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of the rows: how many by table, and which were not taken."""

    added: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Parsed:
    number: int
    key: str
    values: dict[str, Raw]
    unsaid: frozenset[str] = frozenset()
    """Columns that a file of before does not have."""

    def is_same_as(self, known: _Parsed) -> bool:
        """Whether what is told here is what is known."""
        told = self.values.keys() - _NOT_CONTENT - self.unsaid
        return all(self.values[name] == known.values[name] for name in told)


def load(database: Database, tables: Mapping[str, object], report: Report | None = None) -> Loaded:
    """Adds every row that is not here yet, with its own key, device and sequence number.

    Whether anything is kept although some rows were refused is up to the caller, who holds a
    transaction around this and leaves it by raising, or not.

    Args:
        database: where to.
        tables: as :func:`thermometer.store.whole.dump` made them; anything may be wrong in it.
        report: told how many rows have been looked at of how many; may raise to give up.

    Raises:
        Problem: nothing was added.
    """
    loaded = Loaded()
    count = _Count(report, sum(len(rows) for rows in tables.values() if isinstance(rows, list)))
    with database.transaction() as session:
        for name in sorted(tables.keys() - {table.name for table in READERS}):
            loaded.refused.append(Refused(name, 0, "", Reason.UNREADABLE))
        for table in READERS:
            rows = tables.get(table.name, [])
            if isinstance(rows, list):
                _Loading(session, table, loaded).take_all(rows, count)
            else:
                loaded.refused.append(Refused(table.name, 0, "", Reason.UNREADABLE))
    return loaded


class _Count:
    """How many rows have been looked at."""

    def __init__(self, report: Report | None, total: int) -> None:
        self._report, self._done, self._total = report, 0, total

    def add(self, rows: int) -> None:
        self._done += rows
        if self._report:
            self._report(self._done, self._total)


class _Loading:
    """The rows of one table on their way into the file."""

    def __init__(self, session: Session, table: Table, loaded: Loaded) -> None:
        self._session = session
        self._table = table
        self._key = key_of(table)
        self._columns = {column.name: column for column in table.columns}
        self._later = {c.name for c in table.columns if isinstance(c.type, Tint)}
        self._loaded = loaded

    def take_all(self, rows: Sequence[object], count: _Count) -> None:
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            count.add(len(some))
            self._take([p for n, row in enumerate(some, start + 1) for p in self._parsed(n, row)])

    def _parsed(self, number: int, row: object) -> Iterable[_Parsed]:
        key = row.get(self._key, "") if isinstance(row, dict) else ""
        if is_private(self._table, str(key)) or is_setting(self._table, str(key), DEVICE_SETTINGS):
            return
        try:
            if not isinstance(row, dict) or row.keys() | self._later != self._columns.keys():
                raise TypeError(row)
            values = {n: from_json(column, row.get(n)) for n, column in self._columns.items()}
        except UNREADABLE:
            self._refuse(_Parsed(number, str(key), {}), Reason.UNREADABLE)
        else:
            if self._table is DEVICE:
                values["here"] = 0
            yield _Parsed(number, str(key), values, frozenset(self._later - row.keys()))

    def _take(self, some: list[_Parsed]) -> None:
        here = self._here([parsed.key for parsed in some])
        new = []
        for parsed in some:
            known = here.setdefault(parsed.key, parsed)
            if known is parsed:
                new.append(parsed)
            elif parsed.is_same_as(known):
                self._loaded.same[self._table.name] += 1
            else:
                self._refuse(parsed, Reason.DIFFERS)
        taken = self._insert(new) if new else []
        self._read_back(taken)
        self._count_on(some if self._table is DEVICE else taken)

    def _here(self, keys: list[str]) -> dict[str, _Parsed]:
        """The rows with ``keys`` that are in the file."""
        statement = select(self._table).where(self._table.c[self._key].in_(keys))
        rows = rows_of(self._connection, statement, {})
        known = [dict(zip(self._columns, row, strict=True)) for row in rows]
        return {values[self._key]: _Parsed(0, "", values) for values in known}

    def _insert(self, new: list[_Parsed]) -> list[_Parsed]:
        """Puts ``new`` into the file, one by one only if they do not all fit; those that did."""
        try:
            with part(self._session):
                self._connection.execute(insert(self._table), [row.values for row in new])
        except IntegrityError:
            if len(new) == 1:
                self._refuse(new[0], Reason.NOT_ALLOWED)
                return []
            return [row for one in new for row in self._insert([one])]
        self._loaded.added[self._table.name] += len(new)
        return new

    def _read_back(self, taken: list[_Parsed]) -> None:
        """Refuses what is in the file now but could not be read from it again."""
        numbers = {row.key: row for row in taken}
        statement = select(self._table).where(self._table.c[self._key].in_(list(numbers)))
        for row in rows_of(self._connection, statement, {}):
            try:
                READERS[self._table](row)
            except UNREADABLE:
                self._refuse(numbers[getattr(row, self._key)], Reason.UNREADABLE)

    def _count_on(self, taken: list[_Parsed]) -> None:
        """Sees to it that no device gives a number again that is in the file."""
        highest: Counter[str] = Counter()
        for row in taken:
            device = str(row.values["id" if self._table is DEVICE else "device"])
            highest[device] = max(highest[device], int(row.values["sequence"] or 0))
        for device, number in highest.items():
            self._connection.execute(
                update(DEVICE)
                .where(DEVICE.c.id == device)
                .values(sequence=func.max(DEVICE.c.sequence, number))
            )

    def _refuse(self, row: _Parsed, reason: Reason) -> None:
        self._loaded.refused.append(Refused(self._table.name, row.number, row.key, reason))

    @property
    def _connection(self) -> Connection:
        return self._session.connection()
