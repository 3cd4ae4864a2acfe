"""Uses of tools in the file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, bindparam, select

from thermometer.domain.tools import Answer, ToolUse
from thermometer.store.database import Database
from thermometer.store.records import Records, bounds
from thermometer.store.rows import PersonRow, ToolUseRow, table_of
from thermometer.store.values import micros

_TABLE = table_of(ToolUseRow)
_IN_TIME = and_(_TABLE.c.started_at >= bindparam("start"), _TABLE.c.started_at < bindparam("end"))
_ORDER = (_TABLE.c.started_at, _TABLE.c.sequence, _TABLE.c.device)
_OF_ONE = select(_TABLE).where(_TABLE.c.person == bindparam("person"), _IN_TIME).order_by(*_ORDER)
_EVERYBODY = select(table_of(PersonRow).c.id)
_OF_ALL = select(_TABLE).where(_TABLE.c.person.in_(_EVERYBODY), _IN_TIME).order_by(*_ORDER)


class ToolUses:
    """Which tools were used, and how it went. Each fact that comes later is kept once."""

    def __init__(self, database: Database) -> None:
        self._records: Records[ToolUse] = Records(database, ToolUseRow)

    def start(self, use: ToolUse) -> None:
        """Keeps a use that begins.

        Raises:
            Problem: it was not kept.
        """
        self._records.add(use)

    def add_all(self, uses: Iterable[ToolUse]) -> None:
        """Keeps many, all or none, in their order.

        Raises:
            Problem: none was kept.
        """
        self._records.add_all(uses)

    def end(self, id_: UUID, at: datetime) -> ToolUse:
        """Ends a use that has not ended.

        Raises:
            Gone: it is not in the file any more.
            Problem: nothing was changed.
        """
        return self._records.fill(id_, {"ended_at": micros(at)})

    def answer(self, id_: UUID, answer: Answer) -> ToolUse:
        """Keeps the first answer to "smaller, same, bigger".

        Raises:
            Gone: the use is not in the file any more.
            Problem: nothing was changed.
        """
        return self._records.fill(id_, {"answer": answer.value})

    def came(self, id_: UUID, person: UUID) -> ToolUse:
        """Keeps who came to a call.

        Raises:
            Gone: the use is not in the file any more.
            Problem: nothing was changed.
        """
        return self._records.fill(id_, {"came": str(person)})

    def between(
        self, start: datetime | None, end: datetime | None, person: UUID | None = None
    ) -> list[ToolUse]:
        """Those with ``start <= started_at < end``, in order; None means all."""
        if person is None:
            return self._records.read(_OF_ALL, bounds(start, end))
        return self._records.read(_OF_ONE, bounds(start, end) | {"person": str(person)})

    def of_ids(self, ids: Iterable[UUID]) -> dict[UUID, ToolUse]:
        """Those that are in the file, by id."""
        return self._records.of_ids(ids)
