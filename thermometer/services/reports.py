"""The week and the episodes, as numbers and in the JSON of the command line.

What a caller uses:

- ``Reports(people, check_ins, tool_uses, repairs).week(days, now)`` reads what a week needs and
  gives its numbers (``domain.weeks.Week``); ``.episodes(first_day, last_day, now)`` gives every
  derived episode of these local days.
- ``week_json(week, only=person_id)`` and ``episodes_json(episodes, names)`` turn them into the
  structure of ``thermometer week --json`` and ``thermometer episodes --json``: plain dictionaries
  and lists with the defined keys in the defined order, ready for ``json.dumps(..., indent=2)``.
- the days come from ``domain.week_days``: ``WeekDays.of_iso`` (``--week``), ``WeekDays.starting``
  (``--from``), ``WeekDays.holding(local_day(now, zone), first_weekday)`` for neither.
- the sentences of ``thermometer week`` are made by ``services.week_text``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from uuid import UUID

from thermometer.domain.episodes import Episode
from thermometer.domain.minutes import MinutesSummary, minutes
from thermometer.domain.person_weeks import PersonWeek
from thermometer.domain.repair_numbers import RepairNumbers
from thermometer.domain.week_days import WeekDays
from thermometer.domain.weeks import FamilyWeek, Week

Json = dict[str, object]


def week_json(week: Week, *, only: UUID | None = None) -> Json:
    """A week as ``thermometer week --json`` prints it.

    Args:
        week: its numbers.
        only: narrows ``people`` to this person and leaves ``family`` as it is.
    """
    people = (w for w in week.people if only is None or w.person.id == only)
    return {
        "week": _days_json(week.days),
        "people": [_person_json(person) for person in people],
        "family": _family_json(week.family),
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


def _person_json(week: PersonWeek) -> Json:
    return {
        "name": week.person.name,
        "role": week.person.role.value,
        "episodes": week.episodes,
        "peak_yellow": week.peak_yellow,
        "peak_red": week.peak_red,
        "caught_in_yellow": week.caught_in_yellow,
        "end_known": week.end_known,
        "minutes_to_green": _minutes_json(week.minutes_to_green),
        "minutes_in_red": week.minutes_in_red,
        "by_day": [
            {"day": d.day.isoformat(), "yellow": d.yellow, "red": d.red} for d in week.by_day
        ],
        "first_signs": [{"sign": s.sign, "count": s.count} for s in week.first_signs],
        "tools": [
            {"tool": t.tool, "uses": t.uses, "known": t.known, "helped": t.helped}
            for t in week.tools
        ],
    }


def _family_json(week: FamilyWeek) -> Json:
    return {
        "days_used": week.days_used,
        **_repairs_json(week.repairs),
        "together": {"pairs": week.together.pairs, "of": week.together.of},
        "came_down_together": week.together.came_down,
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
