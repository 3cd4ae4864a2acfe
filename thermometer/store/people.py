"""The family's people in the file."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import insert, select, update
from sqlmodel import Session

from thermometer.domain.people import Person
from thermometer.store import devices
from thermometer.store.database import Database
from thermometer.store.problems import Gone
from thermometer.store.records import Records
from thermometer.store.rows import PersonRow, table_of
from thermometer.store.values import micros

_TABLE = table_of(PersonRow)
_ALL = select(_TABLE).order_by(_TABLE.c.position, _TABLE.c.name)
_PRESENT = _ALL.where(_TABLE.c.archived == 0)


class People:
    """Who has a thermometer; changed in place, with the time of the change."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records: Records[Person] = Records(database, PersonRow)

    def all(self, *, archived: bool = False) -> list[Person]:
        """The people in their order on Home; with ``archived`` also those set aside.

        Somebody who is being erased is not among them.
        """
        found = self._records.read(_ALL if archived else _PRESENT)
        leaving = self._database.leaving
        return [one for one in found if leaving is None or one.id != leaving.person]

    def leaving(self) -> str | None:
        """The name of somebody who is being erased: nobody else can have it yet."""
        leaving = self._database.leaving
        everybody = self._records.read(_ALL) if leaving else ()
        return next((one.name for one in everybody if leaving and one.id == leaving.person), None)

    def add(self, person: Person) -> None:
        """Keeps a new person, whose name nobody else has.

        Raises:
            Problem: nothing was kept.
        """
        self.add_all((person,))

    def add_all(self, people: Iterable[Person]) -> None:
        """Keeps new people, all or none.

        Raises:
            Problem: nobody was kept.
        """
        now = micros(self._database.clock.now())
        device = str(self._database.device)
        values = [PersonRow.of(person) | {"device": device, "changed_at": now} for person in people]

        def work(session: Session) -> None:
            connection = session.connection()
            first = devices.take_numbers(connection, len(values))
            for number, row in enumerate(values, first):
                row["sequence"] = number
            connection.execute(insert(_TABLE), values)

        if values:
            self._database.write(work)

    def change(self, person: Person) -> None:
        """Keeps ``person`` as it is now.

        Raises:
            Gone: there is no such person in the file any more.
            Problem: nothing was changed.
        """
        self.change_all((person,))

    def change_all(self, people: Iterable[Person]) -> None:
        """Keeps each of ``people`` as they are now, all or none.

        Raises:
            Gone: one of them is not in the file any more; nothing was changed.
            Problem: nothing was changed.
        """
        now = micros(self._database.clock.now())
        rows = [PersonRow.of(person) | {"changed_at": now} for person in people]

        def work(session: Session) -> None:
            for values in rows:
                statement = update(_TABLE).where(_TABLE.c.id == values["id"]).values(values)
                if session.connection().execute(statement).rowcount == 0:
                    raise Gone

        self._database.write(work)
