"""Reads a sample family's CSV files with nothing of the program but its domain values."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid5

from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.ruptures import Bid, Outcome, Resolution, Rupture, RuptureKind
from thermometer.domain.tools import Answer, ToolUse
from thermometer.domain.weeks import Records
from thermometer.domain.zones import ByZone, Zone

FAMILY_A = Path(__file__).parent / "family-a"
T = TypeVar("T")
Row = dict[str, str]


def person_id(name: str) -> UUID:
    return uuid5(UUID(int=0), name)


def rows(name: str) -> Iterator[Row]:
    with (FAMILY_A / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def expected(name: str) -> Any:
    return json.loads((FAMILY_A / name).read_text(encoding="utf-8"))


def now() -> datetime:
    return instant((FAMILY_A / "now.txt").read_text(encoding="utf-8").strip())


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def maybe(text: str, kind: Callable[[str], T]) -> T | None:
    return kind(text) if text else None


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def a_person(position: int, row: Row) -> Person:
    return Person(
        id=person_id(row["name"]),
        name=row["name"],
        role=Role(row["role"]),
        age_band=AgeBand(row["age_band"]),
        picture="fox",
        words=ByZone("a", "b", "c"),
        tools=ByZone((), (), ()),
        position=position,
    )


def a_check_in(row: Row) -> CheckIn:
    return CheckIn(
        id=UUID(row["id"]),
        person=person_id(row["person"]),
        zone=Zone(row["zone"]),
        at=instant(row["at"]),
        time_zone=row["time_zone"],
        source=Source(row["source"]),
        observed_by=maybe(row["observed_by"], person_id),
        about=row["about"] == "1",
        practice=row["practice"] == "1",
        withdrawn_at=maybe(row["withdrawn_at"], instant),
        signs=words(row["signs"]),
        contexts=words(row["contexts"]),
        entered_at=instant(row["entered_at"]),
    )


def a_tool_use(row: Row) -> ToolUse:
    return ToolUse(
        id=UUID(row["id"]),
        person=person_id(row["person"]),
        tool=row["tool"],
        zone=Zone(row["zone"]),
        started_at=instant(row["started_at"]),
        time_zone=row["time_zone"],
        ended_at=maybe(row["ended_at"], instant),
        answer=maybe(row["answer"], Answer),
        practice=row["practice"] == "1",
    )


def a_rupture(row: Row) -> Rupture:
    return Rupture(
        id=UUID(row["id"]),
        at=instant(row["at"]),
        time_zone=row["time_zone"],
        about=row["about"] == "1",
        grown_up=person_id(row["grown_up"]),
        child=person_id(row["child"]),
        kind=maybe(row["kind"], RuptureKind),
        resolution=maybe(row["resolution"], Resolution),
    )


def a_bid(row: Row) -> Bid:
    return Bid(
        id=UUID(row["id"]),
        rupture=UUID(row["rupture"]),
        at=instant(row["at"]),
        time_zone=row["time_zone"],
        by=person_id(row["by"]),
        calm_first=maybe(row["calm_first"], lambda text: text == "1"),
        outcome=maybe(row["outcome"], Outcome),
        try_again_at=maybe(row["try_again_at"], instant),
    )


def family_a() -> Records:
    """Everything that the files hold, in the order of their rows."""
    return Records(
        people=tuple(a_person(n, row) for n, row in enumerate(rows("people.csv"))),
        check_ins=tuple(map(a_check_in, rows("checkins.csv"))),
        tool_uses=tuple(map(a_tool_use, rows("tool_uses.csv"))),
        ruptures=tuple(map(a_rupture, rows("ruptures.csv"))),
        bids=tuple(map(a_bid, rows("bids.csv"))),
    )
