"""The tables of what a family makes its own, private to this package; see :mod:`.rows`."""

from __future__ import annotations

from typing import Any, ClassVar, cast
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field

from thermometer.domain.own_things import (
    Media,
    MediaKind,
    OwnCard,
    OwnTool,
    card_id,
    clean_card,
    clean_tool,
    tool_id,
)
from thermometer.domain.people import AgeBand
from thermometer.domain.problems import Problem
from thermometer.domain.tools import Audience, Pace, Step, Tool, ToolKind
from thermometer.domain.zones import Zone
from thermometer.store.rows import Found, KeptRow, Values
from thermometer.store.values import (
    Bytes,
    Flag,
    Json,
    Micros,
    Real,
    Words,
    joined,
    json_of,
    json_text,
    maybe_id,
    maybe_text,
    split,
)


class MediaRow(KeptRow, table=True):
    """A photo or a recorded voice."""

    __tablename__: ClassVar[str] = "media"

    id: str = Field(primary_key=True, sa_type=Text)
    owner: str | None = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    data: bytes = Field(sa_type=Bytes)
    changed_at: int = Field(sa_type=Micros)

    @staticmethod
    def of(media: Media) -> Values:
        """The row of ``media``, without the time of the change."""
        return {
            "id": str(media.id),
            "owner": maybe_text(media.owner),
            "kind": media.kind.value,
            "data": media.data,
        }

    @staticmethod
    def to_domain(row: Found) -> Media:
        """The media of ``row``."""
        media = Media(
            id=UUID(row.id),
            owner=maybe_id(row.owner),
            kind=MediaKind(row.kind),
            data=bytes(row.data),
        )
        if not media.fits:
            raise ValueError(row.id)
        return media


class OwnCardRow(KeptRow, table=True):
    """What a person has changed on the card of a tool; changed in place."""

    __tablename__: ClassVar[str] = "own_card"

    id: str = Field(primary_key=True, sa_type=Text)
    person: str = Field(sa_type=Text)
    tool: str = Field(sa_type=Text)
    name: str | None = Field(sa_type=Text)
    picture: str | None = Field(sa_type=Text)
    sentence: str | None = Field(sa_type=Text)
    recording: str | None = Field(sa_type=Text)
    changed_at: int = Field(sa_type=Micros)

    @staticmethod
    def of(card: OwnCard) -> Values:
        """The row of ``card``, without the time of the change."""
        return {
            "id": str(card.id),
            "person": str(card.person),
            "tool": card.tool,
            "name": card.name,
            "picture": card.picture,
            "sentence": card.sentence,
            "recording": maybe_text(card.recording),
        }

    @staticmethod
    def to_domain(row: Found) -> OwnCard:
        """The card of ``row``."""
        card = OwnCard(
            person=UUID(row.person),
            tool=row.tool,
            name=row.name,
            picture=row.picture,
            sentence=row.sentence,
            recording=maybe_id(row.recording),
        )
        if UUID(row.id) != card_id(card.person, card.tool):
            raise ValueError(row.id)
        try:
            return clean_card(card)
        except Problem as problem:
            raise ValueError(problem.key) from problem


class OwnToolRow(KeptRow, table=True):
    """A tool of the family's own; changed in place."""

    __tablename__: ClassVar[str] = "own_tool"

    id: str = Field(primary_key=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    what: str = Field(sa_type=Text)
    picture: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    zones: str = Field(sa_type=Words)
    audience: str = Field(sa_type=Text)
    from_band: str = Field(sa_type=Text)
    steps: str = Field(sa_type=Json)
    minutes: float | None = Field(sa_type=Real)
    pace: str | None = Field(sa_type=Json)
    gone: int = Field(sa_type=Flag)
    changed_at: int = Field(sa_type=Micros)

    @staticmethod
    def of(own: OwnTool) -> Values:
        """The row of ``own``, without the time of the change."""
        tool = own.tool
        return {
            "id": str(own.id),
            "name": tool.name,
            "what": tool.what,
            "picture": tool.picture,
            "kind": tool.kind.value,
            "zones": joined(tuple(zone.value for zone in tool.zones)),
            "audience": tool.audience.value,
            "from_band": tool.from_band.value,
            "steps": json_text([_of_step(step) for step in tool.steps]),
            "minutes": tool.minutes,
            "pace": None if tool.pace is None else json_text(_of_pace(tool.pace)),
            "gone": int(own.gone),
        }

    @staticmethod
    def to_domain(row: Found) -> OwnTool:
        """The tool of ``row``."""
        id_ = UUID(row.id)
        tool = Tool(
            id=tool_id(id_),
            name=row.name,
            what=row.what,
            picture=row.picture,
            kind=ToolKind(row.kind),
            zones=tuple(map(Zone, split(row.zones))),
            audience=Audience(row.audience),
            from_band=AgeBand(row.from_band),
            steps=tuple(map(_step, cast("list[dict[str, Any]]", json_of(row.steps)))),
            minutes=row.minutes,
            pace=None if row.pace is None else _pace(cast("dict[str, Any]", json_of(row.pace))),
        )
        try:
            return OwnTool(id=id_, tool=clean_tool(tool), gone=bool(row.gone))
        except Problem as problem:
            raise ValueError(problem.key) from problem


def _of_step(step: Step) -> dict[str, object]:
    return {"picture": step.picture, "text": step.text, "seconds": step.seconds}


def _step(value: dict[str, Any]) -> Step:
    seconds = value.get("seconds")
    return Step(
        picture=value.get("picture", ""),
        text=value.get("text", ""),
        seconds=None if seconds is None else float(seconds),
    )


def _of_pace(pace: Pace) -> dict[str, object]:
    return {"inhale": pace.inhale, "exhale": pace.exhale, "breaths": pace.breaths}


def _pace(value: dict[str, Any]) -> Pace:
    return Pace(
        inhale=float(value.get("inhale", 0)),
        exhale=float(value.get("exhale", 0)),
        breaths=int(value.get("breaths", 0)),
    )
