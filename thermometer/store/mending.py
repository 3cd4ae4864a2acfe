"""What goes with repairs, in the file: drafts, what was put off, moments that are one, lines."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from thermometer.domain.drafts import Draft, OwnLine, SameMoment, Snooze
from thermometer.domain.ruptures import Resolution, Rupture
from thermometer.store import in_place
from thermometer.store.database import Database
from thermometer.store.mending_rows import DraftRow, OwnLineRow, SameMomentRow, SnoozeRow
from thermometer.store.records import Records
from thermometer.store.repairs import Repairs
from thermometer.store.rows import table_of
from thermometer.store.values import micros

_DRAFT = table_of(DraftRow)
_LINE = table_of(OwnLineRow)
_LINES = select(_LINE).where(_LINE.c.gone == 0).order_by(_LINE.c.changed_at, _LINE.c.id)


class MendingNotes:
    """Everything about repairs that is no fact of a hard moment, a bid or a follow-up."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._repairs = Repairs(database)
        self._drafts: Records[Draft] = Records(database, DraftRow)
        self._snoozes: Records[Snooze] = Records(database, SnoozeRow)
        self._same: Records[SameMoment] = Records(database, SameMomentRow)
        self._lines: Records[OwnLine] = Records(database, OwnLineRow)

    def keep_draft(self, draft: Draft) -> None:
        """Keeps ``draft`` in place of the one that its bid had.

        Raises:
            Problem: nothing was changed.
        """
        in_place.keep(self._database, _DRAFT, DraftRow.of(draft))

    def drafts(self, bids: Iterable[UUID]) -> dict[UUID, Draft]:
        """The drafts of ``bids``, by bid."""
        return self._drafts.of_ids(bids)

    def snooze(self, snooze: Snooze) -> None:
        """Keeps that a repair was put off.

        Raises:
            Problem: it was not kept.
        """
        self._snoozes.add(snooze)

    def snoozes(self, ruptures: Iterable[UUID]) -> list[Snooze]:
        """When repairs of ``ruptures`` were put off, in the order of entry."""
        return self._snoozes.where("rupture", ruptures)

    def say_same(self, said: SameMoment, instead: Rupture | None = None) -> None:
        """Keeps whether two hard moments are one; the one that is replaced is let be.

        Args:
            said: the answer.
            instead: the hard moment that replaces it, where it is not in the file yet.

        Raises:
            Problem: nothing was changed.
        """

        def work(_: Session) -> None:
            self._repairs.add_ruptures(() if instead is None else (instead,))
            self._same.add(said)
            if said.same:
                self._repairs.fill_rupture(said.rupture, resolution=Resolution.LET_BE)

        self._database.write(work)

    def same_moments(self, ruptures: Iterable[UUID]) -> list[SameMoment]:
        """What was said of ``ruptures`` and others, whichever of the two they are."""
        ids = tuple(ruptures)
        found = (*self._same.where("rupture", ids), *self._same.where("other", ids))
        return list(dict.fromkeys(found))

    def let_be(self, rupture: UUID, draft: Draft | None) -> None:
        """Keeps that a repair is let be, together with the ``draft`` that was set aside.

        Raises:
            Problem: nothing was changed.
        """

        def work(_: Session) -> None:
            self._repairs.fill_rupture(rupture, resolution=Resolution.LET_BE)
            if draft is not None:
                self.keep_draft(draft)

        self._database.write(work)

    def keep_line(self, line: OwnLine) -> None:
        """Keeps a line of the family's own as it is now.

        Raises:
            Problem: nothing was changed.
        """
        now = micros(self._database.clock.now())
        in_place.keep(self._database, _LINE, OwnLineRow.of(line) | {"changed_at": now})

    def lines(self) -> list[OwnLine]:
        """The family's own lines, the oldest first; without those that are gone."""
        return self._lines.read(_LINES)
