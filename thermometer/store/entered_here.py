"""Check-ins in the order in which this device wrote them, whatever its clock said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlmodel import Session

from thermometer.domain.checkins import CheckIn
from thermometer.domain.remarks import Mistake, Remark
from thermometer.store.checkins import CheckIns
from thermometer.store.database import Database
from thermometer.store.reading import UNREADABLE, rows_of
from thermometer.store.remarks import Remarks
from thermometer.store.rows import CheckInRow, PersonRow, table_of
from thermometer.store.values import micros

_TABLE = table_of(CheckInRow)
_STANDING = (_TABLE.c.device == bindparam("device"), _TABLE.c.withdrawn_at.is_(None))
_NUMBERED = (
    select(_TABLE)
    .where(
        *_STANDING,
        _TABLE.c.sequence > bindparam("since"),
        _TABLE.c.sequence <= bindparam("last"),
    )
    .order_by(_TABLE.c.sequence)
)
# Naming the people lets SQLite use the index that begins with the person.
_AHEAD = (
    select(_TABLE)
    .where(
        *_STANDING,
        _TABLE.c.person.in_(select(table_of(PersonRow).c.id)),
        _TABLE.c.entered_at > bindparam("now"),
        _TABLE.c.sequence > bindparam("since"),
    )
    .order_by(_TABLE.c.sequence)
)
Entry = tuple[int, CheckIn]
"""A check-in with the number of its row on this device."""


class EnteredHere:
    """What this device has entered, by the numbers of its rows; withdrawn check-ins left out."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._check_ins, self._remarks = CheckIns(database), Remarks(database)

    def last(self) -> int:
        """The last number that was given to a row of this device."""
        statement = "SELECT sequence FROM device WHERE here = 1"
        with self._database.transaction() as session:
            return int(session.connection().exec_driver_sql(statement).scalar_one())

    def numbered(self, since: int, last: int) -> list[Entry]:
        """Those with ``since < number <= last``, in their order."""
        return self._entries(_NUMBERED, {"since": since, "last": last})

    def ahead_of(self, now: datetime, since: int) -> list[Entry]:
        """Those entered later than ``now``, with a number above ``since``, in their order."""
        return self._entries(_AHEAD, {"now": micros(now), "since": since})

    def enter_anew(
        self, check_ins: Sequence[CheckIn], mistakes: Sequence[Mistake], remarks: Sequence[Remark]
    ) -> None:
        """Withdraws what the mistakes name, and keeps what takes its place: all, or nothing.

        Args:
            check_ins: the new ones.
            mistakes: for each the one whose place it takes, with the id of the new one.
            remarks: what was said of the old ones, now of the new ones.

        Raises:
            Problem: nothing was changed.
        """

        def work(_: Session) -> None:
            for mistake in mistakes:
                self._remarks.withdraw(mistake)
            self._check_ins.add_all(check_ins)
            for remark in remarks:
                self._remarks.add(remark)

        self._database.write(work)

    def _entries(self, statement: Select[Any], values: dict[str, int]) -> list[Entry]:
        parameters = {"device": str(self._database.device), **values}
        with self._database.transaction() as session:
            rows = rows_of(session.connection(), statement, parameters)
        found = []
        for row in rows:
            try:
                found.append((int(row.sequence), CheckInRow.to_domain(row)))
            except UNREADABLE:
                self._database.unreadable.add((_TABLE.name, str(row.id)))
        return found
