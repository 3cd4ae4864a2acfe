"""Check-ins in the file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, or_, select
from sqlalchemy.exc import IntegrityError

from thermometer.domain.checkins import CheckIn
from thermometer.store.database import Database
from thermometer.store.records import Records, bounds
from thermometer.store.rows import CheckInRow, PersonRow, table_of
from thermometer.store.values import joined, micros

_TABLE = table_of(CheckInRow)
_ROW_ORDER = (_TABLE.c.sequence, _TABLE.c.device)
_IN_TIME = and_(_TABLE.c.at >= bindparam("start"), _TABLE.c.at < bindparam("end"))
_ORDER = (_TABLE.c.at, _TABLE.c.entered_at, *_ROW_ORDER)
_OF_ONE = select(_TABLE).where(_TABLE.c.person == bindparam("person"), _IN_TIME).order_by(*_ORDER)
# Naming the people lets SQLite use the index that begins with the person.
_EVERYBODY = select(table_of(PersonRow).c.id)
_OF_ALL = select(_TABLE).where(_TABLE.c.person.in_(_EVERYBODY), _IN_TIME).order_by(*_ORDER)
_SINCE: BindParameter[int] = bindparam("since")
_LATEST = (
    select(_TABLE)
    .where(
        or_(
            and_(_TABLE.c.person == bindparam("person"), _TABLE.c.entered_at >= _SINCE),
            and_(_TABLE.c.person == bindparam("person"), _TABLE.c.at >= _SINCE),
        )
    )
    .order_by(_TABLE.c.entered_at, *_ROW_ORDER)
)


class CheckIns:
    """What the family tapped."""

    def __init__(self, database: Database) -> None:
        self._records: Records[CheckIn] = Records(database, CheckInRow)

    def add(self, check_in: CheckIn) -> None:
        """Keeps a check-in; when this returns it is on the disk.

        Raises:
            Problem: it was not kept.
        """
        self._records.add(check_in)

    def add_all(self, check_ins: Iterable[CheckIn]) -> None:
        """Keeps many, all or none, in their order.

        Raises:
            Problem: none was kept.
        """
        self._records.add_all(check_ins)

    def add_if_it_fits(self, check_in: CheckIn) -> bool:
        """As :meth:`add`, but False where the file does not know who it is about, or has its id.

        Raises:
            Problem: it was not kept.
        """
        try:
            self.add(check_in)
        except IntegrityError:
            return False
        return True

    def withdraw(self, id_: UUID, at: datetime) -> CheckIn:
        """Takes a check-in back; one that was taken back before stays so since then.

        Raises:
            Gone: it is not in the file any more.
            Problem: nothing was changed.
        """
        return self._records.fill(id_, {"withdrawn_at": micros(at)})

    def describe(
        self, id_: UUID, *, signs: tuple[str, ...] = (), contexts: tuple[str, ...] = ()
    ) -> CheckIn:
        """Adds signs and context tags to a check-in that has none yet; what it has stays.

        Raises:
            Gone: it is not in the file any more.
            Problem: nothing was changed.
        """
        return self._records.fill(id_, {"signs": joined(signs), "contexts": joined(contexts)})

    def latest(self, person: UUID, since: datetime) -> list[CheckIn]:
        """Those of ``person`` entered since, or for a time since, in order of entry.

        A clock that was set back leaves some that lie in the future: they are among them.
        """
        return self._records.read(_LATEST, {"person": str(person), "since": micros(since)})

    def between(
        self, start: datetime | None, end: datetime | None, person: UUID | None = None
    ) -> list[CheckIn]:
        """Those with ``start <= at < end``, by ``at``, then in order of entry.

        Args:
            start: None for since ever.
            end: None for those that lie in the future too.
            person: None for everybody.
        """
        if person is None:
            return self._records.read(_OF_ALL, bounds(start, end))
        return self._records.read(_OF_ONE, bounds(start, end) | {"person": str(person)})

    def of_ids(self, ids: Iterable[UUID]) -> dict[UUID, CheckIn]:
        """Those that are in the file, by id."""
        return self._records.of_ids(ids)
