"""A family's week: everybody's numbers, and those of the family."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from thermometer.domain.checkins import CheckIn
from thermometer.domain.episodes import by_person
from thermometer.domain.histories import History
from thermometer.domain.local_time import local_day
from thermometer.domain.people import Person
from thermometer.domain.person_weeks import PersonWeek, person_week
from thermometer.domain.repair_numbers import Mending, RepairNumbers, mendings, repair_numbers
from thermometer.domain.ruptures import Bid, Rupture
from thermometer.domain.together import Together, together
from thermometer.domain.tools import ToolUse
from thermometer.domain.week_days import WeekDays


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What a week is made of, each kind in the order of the rows; see ``reading`` for how much.

    ``people`` is everybody, the archived too. ``bids`` are all those of the week's
    ruptures, also those made later, and those made in the week.
    """

    people: tuple[Person, ...]
    check_ins: tuple[CheckIn, ...] = ()
    tool_uses: tuple[ToolUse, ...] = ()
    ruptures: tuple[Rupture, ...] = ()
    bids: tuple[Bid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyWeek:
    """The numbers of the whole family; ``mendings`` are the week's ruptures with their bids."""

    days_used: int
    mendings: tuple[Mending, ...]
    repairs: RepairNumbers
    together: Together


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week in numbers: ``people`` in the family's order, and the family."""

    days: WeekDays
    people: tuple[PersonWeek, ...]
    family: FamilyWeek


def histories_of(records: Records, now: datetime) -> dict[UUID, History]:
    """Everybody's history by their id, as far as ``records`` go."""
    theirs = by_person(records.check_ins)
    return {p.id: History.of(theirs.get(p.id, ()), now) for p in records.people}


def week(days: WeekDays, records: Records, now: datetime) -> Week:
    """The numbers of one week.

    Args:
        days: the seven days.
        records: what was read; more than needed changes nothing.
        now: decides what is open and what is 24 hours old.
    """
    return week_told(days, records, histories_of(records, now), now)


def week_told(
    days: WeekDays, records: Records, histories: dict[UUID, History], now: datetime
) -> Week:
    """The numbers of one week from histories derived before, once for several weeks."""
    uses, family = _by_user(records.tool_uses), in_family_order(records.people)
    everybody = tuple(person_week(days, p, histories[p.id], uses.get(p.id, ())) for p in family)
    recorded = archived_with_records(days, records)
    return Week(
        days=days,
        people=tuple(w for w in everybody if not w.person.archived or w.person.id in recorded),
        family=_family_week(days, records, everybody, histories, now),
    )


def in_family_order(people: Iterable[Person]) -> list[Person]:
    """``people`` by their place on Home, ties by name."""
    return sorted(people, key=lambda p: (p.position, p.name))


def archived_with_records(days: WeekDays, records: Records) -> set[UUID]:
    """Which of the archived have a record of any kind in the week, whether it counts or not.

    A rupture is a record of both its people, a bid of whoever made it.
    """
    archived = {p.id for p in records.people if p.archived}
    if not archived:
        return archived
    dated: list[tuple[UUID, datetime, str]] = [
        *((c.person, c.at, c.time_zone) for c in records.check_ins),
        *((u.person, u.started_at, u.time_zone) for u in records.tool_uses),
        *((who, r.at, r.time_zone) for r in records.ruptures for who in (r.grown_up, r.child)),
        *((b.by, b.at, b.time_zone) for b in records.bids),
    ]
    return {who for who, at, zone in dated if who in archived and local_day(at, zone) in days}


def _by_user(uses: Iterable[ToolUse]) -> dict[UUID, list[ToolUse]]:
    theirs: dict[UUID, list[ToolUse]] = {}
    for use in uses:
        theirs.setdefault(use.person, []).append(use)
    return theirs


def _family_week(
    days: WeekDays,
    records: Records,
    everybody: tuple[PersonWeek, ...],
    histories: dict[UUID, History],
    now: datetime,
) -> FamilyWeek:
    found = mendings(days, records.ruptures, records.bids)
    of_children = [e for w in everybody if w.person.is_child for e in w.found]
    parents = [histories[p.id] for p in records.people if not p.is_child]
    return FamilyWeek(
        days_used=sum(any(h.used_on(day) for h in histories.values()) for day in days.days),
        mendings=found,
        repairs=repair_numbers(found, {p.id: p.role for p in records.people}, now),
        together=together(of_children, parents, now),
    )
