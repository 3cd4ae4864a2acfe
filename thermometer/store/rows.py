"""The tables as SQLModel classes, private to this package.

They say which columns there are and how a row becomes a domain value; what the file itself
enforces (STRICT types, checks, triggers) is written in the migrations. Rows are written and read
through their tables, without an object of the mapper for each: that costs a tap half as much, and
a review of a week a tenth.
"""

from __future__ import annotations

from typing import Any, ClassVar, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Row as SqlRow
from sqlalchemy import Table, Text
from sqlmodel import Field, SQLModel

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.colours import PersonColour
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.zones import ByZone, Zone
from thermometer.store.values import (
    Flag,
    Json,
    Micros,
    Tint,
    Words,
    id_of,
    instant_of,
    joined,
    known_id,
    maybe_id,
    maybe_instant,
    maybe_micros,
    maybe_text,
    maybe_value,
    maybe_word,
    micros,
    split,
)

T = TypeVar("T")
_ZONES = {zone.value: zone for zone in Zone}
_SOURCES = {source.value: source for source in Source}
"""By their words: to ask the enumeration itself takes longer, and a week has hundreds of rows."""
Found = SqlRow[*tuple[Any, ...]]
"""A row that was read."""
Values = dict[str, Any]
"""A row to be written: values by column, without ``device`` and ``sequence``."""


class Row(Protocol[T]):
    """A table whose rows are values of the domain."""

    @staticmethod
    def of(thing: T, /) -> Values:
        """The row that keeps ``thing``."""

    @staticmethod
    def to_domain(row: Found, /) -> T:
        """The value kept in ``row``.

        Raises:
            ValueError, TypeError, AttributeError, OverflowError: it cannot be read.
        """


def table_of(row: type[Any]) -> Table:
    """The table that a row class declares."""
    table: Table = row.__table__
    return table


class KeptRow(SQLModel):
    """What every row of a family's data has."""

    device: str = Field(sa_type=Text)
    sequence: int


class DeviceRow(SQLModel, table=True):
    """A device that has made rows of this file; ``here`` for the one that this file lives on."""

    __tablename__: ClassVar[str] = "device"

    id: str = Field(primary_key=True, sa_type=Text)
    here: int = Field(sa_type=Flag)
    sequence: int
    made_at: int = Field(sa_type=Micros)


class PersonRow(KeptRow, table=True):
    """A person; changed in place, with the time of the change."""

    __tablename__: ClassVar[str] = "person"

    id: str = Field(primary_key=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    role: str = Field(sa_type=Text)
    age_band: str = Field(sa_type=Text)
    picture: str = Field(sa_type=Text)
    word_green: str = Field(sa_type=Text)
    word_yellow: str = Field(sa_type=Text)
    word_red: str = Field(sa_type=Text)
    tools_green: str | None = Field(sa_type=Words)
    tools_yellow: str | None = Field(sa_type=Words)
    tools_red: str | None = Field(sa_type=Words)
    signs: str | None = Field(sa_type=Words)
    archived: int = Field(sa_type=Flag)
    position: int
    changed_at: int = Field(sa_type=Micros)
    colour: str = Field(sa_type=Tint)

    @staticmethod
    def of(person: Person) -> Values:
        """The row of ``person``, without the time of the change."""
        return {
            "id": str(person.id),
            "name": person.name,
            "role": person.role.value,
            "age_band": person.age_band.value,
            "picture": person.picture,
            "word_green": person.words.green,
            "word_yellow": person.words.yellow,
            "word_red": person.words.red,
            "tools_green": joined(person.tools.green),
            "tools_yellow": joined(person.tools.yellow),
            "tools_red": joined(person.tools.red),
            "signs": joined(person.signs),
            "archived": int(person.archived),
            "position": person.position,
            "colour": person.colour.value,
        }

    @staticmethod
    def to_domain(row: Found) -> Person:
        """The person of ``row``."""
        return Person(
            id=UUID(row.id),
            name=row.name,
            role=Role(row.role),
            age_band=AgeBand(row.age_band),
            picture=row.picture,
            words=ByZone(row.word_green, row.word_yellow, row.word_red),
            tools=ByZone(split(row.tools_green), split(row.tools_yellow), split(row.tools_red)),
            signs=split(row.signs),
            archived=bool(row.archived),
            position=row.position,
            colour=PersonColour.of(row.colour),
        )


class CheckInRow(KeptRow, table=True):
    """A check-in."""

    __tablename__: ClassVar[str] = "check_in"

    id: str = Field(primary_key=True, sa_type=Text)
    person: str = Field(sa_type=Text)
    zone: str = Field(sa_type=Text)
    at: int = Field(sa_type=Micros)
    time_zone: str = Field(sa_type=Text)
    source: str = Field(sa_type=Text)
    observed_by: str | None = Field(sa_type=Text)
    about: int = Field(sa_type=Flag)
    practice: int = Field(sa_type=Flag)
    entered_at: int = Field(sa_type=Micros)
    withdrawn_at: int | None = Field(sa_type=Micros)
    signs: str | None = Field(sa_type=Words)
    contexts: str | None = Field(sa_type=Words)

    @staticmethod
    def of(check_in: CheckIn) -> Values:
        """The row of ``check_in``."""
        return {
            "id": str(check_in.id),
            "person": str(check_in.person),
            "zone": check_in.zone.value,
            "at": micros(check_in.at),
            "time_zone": check_in.time_zone,
            "source": check_in.source.value,
            "observed_by": maybe_text(check_in.observed_by),
            "about": int(check_in.about),
            "practice": int(check_in.practice),
            "entered_at": micros(check_in.entered_at),
            "withdrawn_at": maybe_micros(check_in.withdrawn_at),
            "signs": joined(check_in.signs),
            "contexts": joined(check_in.contexts),
        }

    @staticmethod
    def to_domain(row: Found) -> CheckIn:
        """The check-in of ``row``, unpacked in the order above: there are very many of them."""
        _, _, id_, person, zone, at, time_zone, source, by, about, practice, entered, *rest = row
        withdrawn, signs, contexts = rest
        return CheckIn(
            id=id_of(id_),
            person=known_id(person),
            zone=_ZONES.get(zone) or Zone(zone),
            at=instant_of(at),
            time_zone=time_zone,
            source=_SOURCES.get(source) or Source(source),
            observed_by=maybe_id(by),
            about=about == 1,
            practice=practice == 1,
            entered_at=instant_of(entered),
            withdrawn_at=maybe_instant(withdrawn),
            signs=split(signs),
            contexts=split(contexts),
        )


class ToolUseRow(KeptRow, table=True):
    """A use of a tool."""

    __tablename__: ClassVar[str] = "tool_use"

    id: str = Field(primary_key=True, sa_type=Text)
    person: str = Field(sa_type=Text)
    tool: str = Field(sa_type=Text)
    zone: str = Field(sa_type=Text)
    started_at: int = Field(sa_type=Micros)
    time_zone: str = Field(sa_type=Text)
    practice: int = Field(sa_type=Flag)
    ended_at: int | None = Field(sa_type=Micros)
    answer: str | None = Field(sa_type=Text)
    came: str | None = Field(sa_type=Text)

    @staticmethod
    def of(use: ToolUse) -> Values:
        """The row of ``use``."""
        return {
            "id": str(use.id),
            "person": str(use.person),
            "tool": use.tool,
            "zone": use.zone.value,
            "started_at": micros(use.started_at),
            "time_zone": use.time_zone,
            "practice": int(use.practice),
            "ended_at": maybe_micros(use.ended_at),
            "answer": maybe_value(use.answer),
            "came": maybe_text(use.came),
        }

    @staticmethod
    def to_domain(row: Found) -> ToolUse:
        """The use of a tool of ``row``."""
        return ToolUse(
            id=UUID(row.id),
            person=known_id(row.person),
            tool=row.tool,
            zone=Zone(row.zone),
            started_at=instant_of(row.started_at),
            time_zone=row.time_zone,
            practice=bool(row.practice),
            ended_at=maybe_instant(row.ended_at),
            answer=maybe_word(Answer, row.answer),
            came=maybe_id(row.came),
        )


class SettingRow(KeptRow, table=True):
    """A setting; changed in place, with the time of the change."""

    __tablename__: ClassVar[str] = "setting"

    key: str = Field(primary_key=True, sa_type=Text)
    value: str = Field(sa_type=Json)
    changed_at: int = Field(sa_type=Micros)
