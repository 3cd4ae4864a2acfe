"""The tables of what goes with a repair, private to this package; see :mod:`.rows`."""

from __future__ import annotations

from typing import ClassVar, cast
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field

from thermometer.domain.drafts import Draft, OwnLine, SameMoment, Snooze
from thermometer.domain.repair_steps import Part, RepairStep
from thermometer.domain.ruptures import ChildCard, RuptureKind
from thermometer.store.rows import Found, KeptRow, Values
from thermometer.store.values import (
    Flag,
    Json,
    Micros,
    Words,
    instant_of,
    joined,
    json_of,
    json_text,
    maybe_text,
    maybe_value,
    maybe_word,
    micros,
    split,
)


class DraftRow(KeptRow, table=True):
    """How far a bid has come, under the id of the bid; changed in place, with the time of it."""

    __tablename__: ClassVar[str] = "draft"

    id: str = Field(primary_key=True, sa_type=Text)
    step: str = Field(sa_type=Text)
    done: str | None = Field(sa_type=Words)
    words: str = Field(sa_type=Json)
    kind: str | None = Field(sa_type=Text)
    card: str | None = Field(sa_type=Text)
    set_aside: int = Field(sa_type=Flag)
    changed_at: int = Field(sa_type=Micros)

    @staticmethod
    def of(draft: Draft) -> Values:
        """The row of ``draft``."""
        return {
            "id": str(draft.bid),
            "step": draft.step.value,
            "done": joined(tuple(step.value for step in draft.done)),
            "words": json_text({part.value: list(said) for part, said in draft.words.items()}),
            "kind": maybe_value(draft.kind),
            "card": maybe_value(draft.card),
            "set_aside": int(draft.set_aside),
            "changed_at": micros(draft.changed_at),
        }

    @staticmethod
    def to_domain(row: Found) -> Draft:
        """The draft of ``row``."""
        words = cast("dict[str, list[str]]", json_of(row.words))
        return Draft(
            bid=UUID(row.id),
            step=RepairStep(row.step),
            done=tuple(map(RepairStep, split(row.done))),
            words={Part(part): tuple(map(str, said)) for part, said in words.items()},
            kind=maybe_word(RuptureKind, row.kind),
            card=maybe_word(ChildCard, row.card),
            set_aside=bool(row.set_aside),
            changed_at=instant_of(row.changed_at),
        )


class OwnLineRow(KeptRow, table=True):
    """A line of the family's own; changed in place, with the time of the change."""

    __tablename__: ClassVar[str] = "own_line"

    id: str = Field(primary_key=True, sa_type=Text)
    part: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    gone: int = Field(sa_type=Flag)
    changed_at: int = Field(sa_type=Micros)

    @staticmethod
    def of(line: OwnLine) -> Values:
        """The row of ``line``, without the time of the change."""
        return {
            "id": str(line.id),
            "part": line.part.value,
            "text": line.text,
            "gone": int(line.gone),
        }

    @staticmethod
    def to_domain(row: Found) -> OwnLine:
        """The line of ``row``."""
        return OwnLine(id=UUID(row.id), part=Part(row.part), text=row.text, gone=bool(row.gone))


class SnoozeRow(KeptRow, table=True):
    """That a repair was put off."""

    __tablename__: ClassVar[str] = "snooze"

    id: str = Field(primary_key=True, sa_type=Text)
    rupture: str = Field(sa_type=Text)
    bid: str | None = Field(sa_type=Text)
    until: int = Field(sa_type=Micros)
    entered_at: int = Field(sa_type=Micros)

    @staticmethod
    def of(snooze: Snooze) -> Values:
        """The row of ``snooze``."""
        return {
            "id": str(snooze.id),
            "rupture": str(snooze.rupture),
            "bid": maybe_text(snooze.bid),
            "until": micros(snooze.until),
            "entered_at": micros(snooze.entered_at),
        }

    @staticmethod
    def to_domain(row: Found) -> Snooze:
        """The snooze of ``row``."""
        return Snooze(
            id=UUID(row.id),
            rupture=UUID(row.rupture),
            bid=None if row.bid is None else UUID(row.bid),
            until=instant_of(row.until),
            entered_at=instant_of(row.entered_at),
        )


class SameMomentRow(KeptRow, table=True):
    """Whether two hard moments are one."""

    __tablename__: ClassVar[str] = "same_moment"

    id: str = Field(primary_key=True, sa_type=Text)
    rupture: str = Field(sa_type=Text)
    other: str = Field(sa_type=Text)
    same: int = Field(sa_type=Flag)
    entered_at: int = Field(sa_type=Micros)

    @staticmethod
    def of(said: SameMoment) -> Values:
        """The row of ``said``."""
        return {
            "id": str(said.id),
            "rupture": str(said.rupture),
            "other": str(said.other),
            "same": int(said.same),
            "entered_at": micros(said.entered_at),
        }

    @staticmethod
    def to_domain(row: Found) -> SameMoment:
        """What ``row`` says."""
        return SameMoment(
            id=UUID(row.id),
            rupture=UUID(row.rupture),
            other=UUID(row.other),
            same=bool(row.same),
            entered_at=instant_of(row.entered_at),
        )
