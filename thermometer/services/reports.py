"""The week and the episodes, as numbers and in the JSON of the command line.

What a caller uses:

- ``Reports(people, check_ins, tool_uses, repairs)`` takes the store's readers.
  ``.week(days, now)`` reads what a week needs and gives its numbers (``domain.weeks.Week``);
  ``.episodes(now, first_day, last_day, only=person_id)`` gives the derived episodes of these
  local days, both included, None for without end; ``.names()`` everybody's name by id.
- ``week_json(week, only=person_id)`` and ``episodes_json(episodes, names)`` turn them into the
  structure of ``thermometer week --json`` and ``thermometer episodes --json``: plain dictionaries
  and lists with the defined keys in the defined order, ready for ``json.dumps(..., indent=2)``.
- the days come from ``domain.week_days``: ``WeekDays.of_iso`` (``--week``), ``WeekDays.starting``
  (``--from``), ``WeekDays.holding(local_day(now, zone), first_weekday)`` for neither, and
  ``day_called`` for the ``--from`` and ``--to`` of episodes.
- the sentences of ``thermometer week`` are made by ``services.week_text``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from thermometer.domain import reading
from thermometer.domain.checkins import CheckIn
from thermometer.domain.episodes import Episode, by_person
from thermometer.domain.histories import History
from thermometer.domain.minutes import MinutesSummary, minutes
from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.repair_numbers import RepairNumbers
from thermometer.domain.ruptures import Bid
from thermometer.domain.tools import ToolUse
from thermometer.domain.week_days import FIRST_DAY, LAST_DAY, WeekDays
from thermometer.domain.weeks import FamilyWeek, Records, Week, week

if TYPE_CHECKING:
    from thermometer.store.checkins import CheckIns
    from thermometer.store.people import People
    from thermometer.store.repairs import Repairs
    from thermometer.store.tools import ToolUses

Json = dict[str, object]


class Reports:
    """Reads as little as the numbers of a few days need, and works them out.

    Args:
        people: where people are kept.
        check_ins: where check-ins are kept.
        tool_uses: where uses of tools are kept.
        repairs: where ruptures and bids are kept.
    """

    def __init__(
        self, people: People, check_ins: CheckIns, tool_uses: ToolUses, repairs: Repairs
    ) -> None:
        self._people = people
        self._check_ins = check_ins
        self._tool_uses = tool_uses
        self._repairs = repairs

    def names(self) -> dict[UUID, str]:
        """Everybody's name by their id, those set aside too."""
        return {person.id: person.name for person in self._people.all(archived=True)}

    def week(self, days: WeekDays, now: datetime) -> Week:
        """The numbers of one week; ``now`` decides what is open and what is 24 hours old."""
        return week(days, self.records(days, now), now)

    def records(self, days: WeekDays, now: datetime) -> Records:
        """What the numbers of ``days`` are made of, and a little around it."""
        return self.records_between(days.first_day, days.last_day, now)

    def records_between(self, first_day: date, last_day: date, now: datetime) -> Records:
        """What the numbers of the days from ``first_day`` to ``last_day`` are made of."""
        wanted = reading.span_of(first_day, last_day)
        uses = self._tool_uses.between(wanted.start, wanted.end)
        ruptures = self._repairs.ruptures(wanted.start, wanted.end)
        ids = {rupture.id for rupture in ruptures}
        people = tuple(self._people.all(archived=True))
        others = self._bids_made(wanted) if any(p.archived for p in people) else ()
        return Records(
            people=people,
            check_ins=tuple(self._read(wanted, uses, now)),
            tool_uses=tuple(uses),
            ruptures=tuple(ruptures),
            bids=(*self._repairs.bids(ids), *(bid for bid in others if bid.rupture not in ids)),
        )

    def episodes(
        self,
        now: datetime,
        first_day: date | None = None,
        last_day: date | None = None,
        *,
        only: UUID | None = None,
    ) -> list[Episode]:
        """The episodes whose first check-in has its local day from ``first_day`` to ``last_day``.

        Args:
            now: decides what is open.
            first_day: None for since ever.
            last_day: None for those that lie in the future too.
            only: leaves out everybody else.
        """
        first, last = first_day or FIRST_DAY, last_day or LAST_DAY
        wanted = reading.span_of(first, last)
        if last_day is None:
            start = reading.first_reading(wanted).start
            check_ins = self._check_ins.between(start, None, only)
        else:
            check_ins = self._read(wanted, (), now, only)
        return [
            episode
            for theirs in by_person(check_ins).values()
            for episode in History.of(theirs, now).episodes
            if first <= episode.day <= last
        ]

    def _bids_made(self, wanted: reading.Span) -> list[Bid]:
        """Bids of whichever rupture: they may be all that one of the archived did in a week."""
        return self._repairs.bids_between(wanted.start, wanted.end)

    def _read(
        self,
        wanted: reading.Span,
        uses: Iterable[ToolUse],
        now: datetime,
        only: UUID | None = None,
    ) -> list[CheckIn]:
        span = reading.first_reading(wanted)
        found = self._check_ins.between(span.start, span.end, only)
        while wider := reading.wider_reading(span, wanted, found, uses, now):
            found += self._check_ins.between(span.end, wider.end, only)
            span = wider
        return found


def week_json(numbers: Week, *, only: UUID | None = None) -> Json:
    """A week as ``thermometer week --json`` prints it.

    Args:
        numbers: what ``Reports.week`` gives.
        only: narrows ``people`` to this person and leaves ``family`` as it is.
    """
    people = (w for w in numbers.people if only is None or w.person.id == only)
    return {
        "week": _days_json(numbers.days),
        "people": [_person_json(person) for person in people],
        "family": _family_json(numbers.family),
    }


def episodes_json(episodes: Iterable[Episode], names: Mapping[UUID, str]) -> list[Json]:
    """Episodes as ``thermometer episodes --json`` prints them: by start, ties by name.

    Args:
        episodes: any number of them, of anybody.
        names: everybody's name by their id.
    """
    ordered = sorted(episodes, key=lambda e: (e.start, names[e.person]))
    return [_episode_json(episode, names[episode.person]) for episode in ordered]


def instant(at: datetime) -> str:
    """``at`` by RFC 3339 in UTC, with a fraction of a second only where there is one."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _days_json(days: WeekDays) -> Json:
    return {"first_day": days.first_day.isoformat(), "last_day": days.last_day.isoformat()}


def _person_json(numbers: PersonWeek) -> Json:
    return {
        "name": numbers.person.name,
        "role": numbers.person.role.value,
        "episodes": numbers.episodes,
        "peak_yellow": numbers.peak_yellow,
        "peak_red": numbers.peak_red,
        "caught_in_yellow": numbers.caught_in_yellow,
        "end_known": numbers.end_known,
        "minutes_to_green": _minutes_json(numbers.minutes_to_green),
        "minutes_in_red": numbers.minutes_in_red,
        "by_day": [
            {"day": d.day.isoformat(), "yellow": d.yellow, "red": d.red} for d in numbers.by_day
        ],
        "first_signs": [{"sign": s.sign, "count": s.count} for s in numbers.first_signs],
        "tools": [
            {"tool": t.tool, "uses": t.uses, "known": t.known, "helped": t.helped}
            for t in numbers.tools
        ],
    }


def _family_json(numbers: FamilyWeek) -> Json:
    return {
        "days_used": numbers.days_used,
        **_repairs_json(numbers.repairs),
        "together": {"pairs": numbers.together.pairs, "of": numbers.together.of},
        "came_down_together": numbers.together.came_down,
    }


def _repairs_json(numbers: RepairNumbers) -> Json:
    return {
        "ruptures": numbers.ruptures,
        "repaired": numbers.repaired,
        "open": numbers.open,
        "countable": numbers.countable,
        "minutes_to_repair": _minutes_json(numbers.minutes_to_repair),
        "first_bid_by": {
            "grown_up": numbers.first_bid_by_grown_up,
            "child": numbers.first_bid_by_child,
        },
        "calm_first": {"bids": numbers.bids, "calm": numbers.calm_first},
        "came_again": {"not_yet": numbers.not_yet, "again": numbers.came_again},
    }


def _minutes_json(numbers: MinutesSummary) -> Json:
    return {
        "median": numbers.median,
        "shortest": numbers.shortest,
        "longest": numbers.longest,
        "known": numbers.known,
    }


def _episode_json(episode: Episode, name: str) -> Json:
    return {
        "person": name,
        "start": instant(episode.start),
        "end": None if episode.end is None else instant(episode.end),
        "state": episode.state.value,
        "first_zone": episode.first_zone.value,
        "peak": episode.peak.value,
        "caught_in_yellow": episode.caught_in_yellow,
        "minutes": None if episode.duration is None else minutes(episode.duration),
        "minutes_in_red": minutes(episode.time_in_red),
        "about": episode.about,
        "checkins": len(episode.check_ins),
    }
