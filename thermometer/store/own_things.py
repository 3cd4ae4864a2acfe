"""What a family makes its own, in the file: photos, recorded voices, cards, tools."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Table, delete, exists, func, literal, or_, select
from sqlmodel import Session

from thermometer.domain.own_things import OWN_PICTURE, Media, OwnCard, OwnTool, card_id
from thermometer.domain.people import Person
from thermometer.domain.thresholds import MEDIA_UNUSED_FOR
from thermometer.store import in_place
from thermometer.store.database import Database
from thermometer.store.own_rows import MediaRow, OwnCardRow, OwnToolRow
from thermometer.store.people import People
from thermometer.store.records import Records
from thermometer.store.rows import PersonRow, Values, table_of
from thermometer.store.values import micros

_PERSON = table_of(PersonRow)
_MEDIA, _CARD, _TOOL = table_of(MediaRow), table_of(OwnCardRow), table_of(OwnToolRow)
_TOOLS = select(_TOOL).order_by(_TOOL.c.name, _TOOL.c.id)


@dataclass(frozen=True, slots=True)
class Held:
    """How many photos and voices there are, and how many bytes they have together."""

    count: int
    size: int


class OwnThings:
    """A family's own things; changed in place, with the time of the change.

    A photo or a voice goes by itself once the last card, tool or person that referred to it
    refers to it no more: see the triggers of migration 0004.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._media: Records[Media] = Records(database, MediaRow)
        self._cards: Records[OwnCard] = Records(database, OwnCardRow)
        self._tools: Records[OwnTool] = Records(database, OwnToolRow)

    def keep_media(self, media: Media) -> None:
        """Keeps a photo or a voice, and removes those that nothing ever referred to.

        Raises:
            Problem: it was not kept.
        """

        def work(_: Session) -> None:
            self._keep(_MEDIA, MediaRow.of(media))
            before = micros(self._database.clock.now() - MEDIA_UNUSED_FOR)
            self._sweep(_MEDIA.c.changed_at < before)

        self._database.write(work)

    def media(self, id_: UUID) -> Media | None:
        """One photo or voice; None where there is none of this id."""
        return self._media.of_ids((id_,)).get(id_)

    def held(self) -> Held:
        """How much there is of photos and voices."""
        sums = select(func.count(), func.coalesce(func.sum(func.length(_MEDIA.c.data)), 0))
        with self._database.transaction() as session:
            count, size = session.connection().execute(sums.select_from(_MEDIA)).one()
        return Held(int(count), int(size))

    def let_go(self, id_: UUID) -> bool:
        """Removes a photo or a voice, unless something refers to it; whether it was removed.

        Raises:
            Problem: nothing was changed.
        """
        return self._database.write(lambda _: self._sweep(_MEDIA.c.id == str(id_))) > 0

    def card(self, person: UUID, tool: str) -> OwnCard | None:
        """What ``person`` has changed on the card of ``tool``; None where it is as it came."""
        found = self._cards.of_ids((card_id(person, tool),)).values()
        return next((card for card in found if not card.is_plain), None)

    def cards(self, person: UUID) -> list[OwnCard]:
        """Every card that ``person`` has changed, by the ids of the tools."""
        found = self._cards.where("person", (person,))
        return sorted((c for c in found if not c.is_plain), key=lambda card: card.tool)

    def keep_card(self, card: OwnCard) -> None:
        """Keeps a person's card as it is now.

        Raises:
            Problem: nothing was changed.
        """
        self._database.write(lambda _: self._keep(_CARD, OwnCardRow.of(card)))

    def tools(self) -> list[OwnTool]:
        """The family's own tools by name, also those that are gone."""
        return self._tools.read(_TOOLS)

    def tool(self, id_: UUID) -> OwnTool | None:
        """One of the family's own tools, gone or not; None where there is none of this id."""
        return self._tools.of_ids((id_,)).get(id_)

    def keep_tool(self, own: OwnTool, people: Iterable[Person] = ()) -> None:
        """Keeps a tool as it is now, and with it ``people`` as they are now: all or nothing.

        Raises:
            Gone: one of the people is not in the file any more.
            Problem: nothing was changed.
        """

        def work(_: Session) -> None:
            self._keep(_TOOL, OwnToolRow.of(own))
            People(self._database).change_all(people)

        self._database.write(work)

    def _keep(self, table: Table, row: Values) -> None:
        now = micros(self._database.clock.now())
        in_place.keep(self._database, table, row | {"changed_at": now})

    def _sweep(self, which: ColumnElement[bool]) -> int:
        """Removes those media that nothing refers to; how many."""
        ref = literal(OWN_PICTURE).concat(_MEDIA.c.id)
        referred = (
            select(_PERSON.c.id).where(_PERSON.c.picture == ref),
            select(_CARD.c.id).where(or_(_CARD.c.picture == ref, _CARD.c.recording == _MEDIA.c.id)),
            select(_TOOL.c.id).where(
                or_(_TOOL.c.picture == ref, func.instr(_TOOL.c.steps, ref) > 0)
            ),
        )
        statement = delete(_MEDIA).where(which, *(~exists(one) for one in referred))
        with self._database.transaction() as session:
            return int(session.connection().execute(statement).rowcount)
