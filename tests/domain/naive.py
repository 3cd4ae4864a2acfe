"""A second way to the same episodes: slow, literal, sharing no step with the program.

Each rule is asked of the whole history for each check-in, as the definitions put it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from thermometer.domain.checkins import CheckIn

TWO_HOURS = timedelta(hours=2)
TWO_MINUTES = timedelta(minutes=2)
HEIGHT = {"green": 0, "yellow": 1, "red": 2}


@dataclass
class NaiveEpisode:
    check_ins: list[CheckIn]
    state: str
    first_zone: str
    peak: str
    caught: bool
    duration: timedelta | None
    in_red: timedelta
    about: bool


def naive_sequence(history: list[CheckIn]) -> list[CheckIn]:
    counting = [c for c in history if c.withdrawn_at is None and c.practice is False]
    kept = []
    for one in counting:
        shadowed = one.source.value == "observed" and any(
            other.source.value == "self" and abs(other.at - one.at) <= TWO_MINUTES
            for other in counting
        )
        if not shadowed:
            kept.append(one)
    numbered = [(c.at, c.entered_at, n) for n, c in enumerate(kept)]
    return [kept[n] for _, _, n in sorted(numbered)]


def naive_episodes(history: list[CheckIn], now: datetime) -> list[NaiveEpisode]:
    ordered = naive_sequence(history)
    found, place = [], 0
    while place < len(ordered):
        if ordered[place].zone.value == "green":
            place += 1
            continue
        last = place
        while (
            ordered[last].zone.value != "green"
            and last + 1 < len(ordered)
            and ordered[last + 1].at - ordered[last].at <= TWO_HOURS
        ):
            last += 1
        found.append(described(ordered[place : last + 1], now, is_last=last + 1 == len(ordered)))
        place = last + 1
    return found


def described(check_ins: list[CheckIn], now: datetime, *, is_last: bool) -> NaiveEpisode:
    zones = [c.zone.value for c in check_ins]
    if zones[-1] == "green":
        state = "known"
    elif is_last and now - check_ins[-1].at <= TWO_HOURS:
        state = "open"
    else:
        state = "unknown"
    in_red = timedelta()
    for n, zone in enumerate(zones[:-1]):
        if zone == "red":
            in_red += check_ins[n + 1].at - check_ins[n].at
    peak = max(zones, key=HEIGHT.__getitem__)
    return NaiveEpisode(
        check_ins=check_ins,
        state=state,
        first_zone=zones[0],
        peak=peak,
        caught=zones[0] == "yellow" and peak == "yellow" and state == "known",
        duration=check_ins[-1].at - check_ins[0].at if state == "known" else None,
        in_red=in_red,
        about=check_ins[0].about or (state != "open" and check_ins[-1].about),
    )
