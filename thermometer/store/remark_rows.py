"""The tables of what is said afterwards, private to this package; see :mod:`.rows`."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field

from thermometer.domain.remarks import Mistake, Remark, Subject
from thermometer.store.rows import Found, KeptRow, Values
from thermometer.store.values import Micros, instant_of, maybe_id, maybe_text, micros


class RemarkRow(KeptRow, table=True):
    """A remark about an episode."""

    __tablename__: ClassVar[str] = "remark"

    id: str = Field(primary_key=True, sa_type=Text)
    check_in: str = Field(sa_type=Text)
    subject: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    entered_at: int = Field(sa_type=Micros)
    replaces: str | None = Field(sa_type=Text)

    @staticmethod
    def of(remark: Remark) -> Values:
        """The row of ``remark``."""
        return {
            "id": str(remark.id),
            "check_in": str(remark.check_in),
            "subject": remark.subject.value,
            "text": remark.text,
            "entered_at": micros(remark.entered_at),
            "replaces": maybe_text(remark.replaces),
        }

    @staticmethod
    def to_domain(row: Found) -> Remark:
        """The remark of ``row``."""
        return Remark(
            id=UUID(row.id),
            check_in=UUID(row.check_in),
            subject=Subject(row.subject),
            text=row.text,
            entered_at=instant_of(row.entered_at),
            replaces=None if row.replaces is None else UUID(row.replaces),
        )


class MistakeRow(KeptRow, table=True):
    """Who made a tap that was a mistake."""

    __tablename__: ClassVar[str] = "mistake"

    id: str = Field(primary_key=True, sa_type=Text)
    check_in: str = Field(sa_type=Text)
    made_by: str | None = Field(sa_type=Text)
    entered_at: int = Field(sa_type=Micros)

    @staticmethod
    def of(mistake: Mistake) -> Values:
        """The row of ``mistake``."""
        return {
            "id": str(mistake.id),
            "check_in": str(mistake.check_in),
            "made_by": maybe_text(mistake.made_by),
            "entered_at": micros(mistake.entered_at),
        }

    @staticmethod
    def to_domain(row: Found) -> Mistake:
        """The mistake of ``row``."""
        return Mistake(
            id=UUID(row.id),
            check_in=UUID(row.check_in),
            made_by=maybe_id(row.made_by),
            entered_at=instant_of(row.entered_at),
        )
