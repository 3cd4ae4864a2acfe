"""A day's axis: from when to when one looks at first, which times have room, which labels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from math import nan
from uuid import UUID

from PySide6.QtGui import QFontMetricsF

from thermometer.domain.day_lines import DayLine
from thermometer.domain.episodes import Episode
from thermometer.domain.local_time import local_time
from thermometer.ui.theme.theme import Theme
from thermometer.ui.widgets.week_timeline import DayPicture
from thermometer.ui.widgets.week_words import clock_time

HOUR = 3600.0
MARGIN = HOUR / 2
WIDE_TIME = datetime(2000, 1, 1, 22, 44, tzinfo=UTC)
USUAL_HOURS = (7, 20)
STEPS = (300, 600, 900, 1800, 3600, 7200, 10800, 14400, 21600)
"""Seconds between the times on the axis."""
CLOSE = 0.8
"""Of a step: two times that are nearer, as clocks were changed between them, would touch."""
SHIFT = 1800
"""Clocks are put back or forward by a multiple of so many seconds, wherever on earth."""


def seconds(picture: DayPicture, at: datetime) -> float:
    """Seconds from the day's midnight to ``at``."""
    return (at - picture.span.start).total_seconds()


def first_look(picture: DayPicture) -> tuple[float, float]:
    """From when to when, in seconds: the usual hours, and all that was recorded on the day."""
    whole = seconds(picture, picture.span.end)
    recorded = [
        seconds(picture, at)
        for line in picture.lines
        for run in line.runs
        for at in (run.check_ins[0].at, run.until)
    ]
    inside = [x for x in recorded if 0 <= x <= whole]
    early, late = (hour * HOUR for hour in USUAL_HOURS)
    start = min([early, *(x - MARGIN for x in inside)])
    end = max([late + MARGIN, *(x + MARGIN for x in inside)])
    return max(0.0, start), min(whole, end)


def steps(picture: DayPicture, line: DayLine) -> tuple[list[float], list[float]]:
    """``line`` as steps: seconds and levels, with a gap where nothing is known."""
    xs: list[float] = []
    ys: list[float] = []
    for run in line.runs:
        ends = [*(c.at for c in run.check_ins[1:]), run.until]
        for check_in, end in zip(run.check_ins, ends, strict=True):
            xs += [seconds(picture, check_in.at), seconds(picture, end)]
            ys += [float(check_in.zone.level)] * 2
        xs.append(nan)
        ys.append(nan)
    return xs, ys


def reach(picture: DayPicture, episode: Episode) -> tuple[float, float]:
    """From when to when ``episode`` lasts, in seconds."""
    return (
        seconds(picture, episode.start),
        seconds(picture, max(episode.start, episode.lasts_until(picture.now))),
    )


def nearest(picture: DayPicture, x: float, near: float) -> UUID | None:
    """The id of the first person's episode that lies nearest to ``x``, at most ``near`` away."""
    found = [
        (max(start - x, x - end, 0.0), episode.id)
        for episode in picture.lines[0].episodes
        for start, end in (reach(picture, episode),)
    ]
    distance, id_ = min(found, default=(near + 1, None), key=lambda each: each[0])
    return id_ if distance <= near else None


def most_times(theme: Theme, width: float) -> float:
    """How many times have room on an axis of ``width`` pixels."""
    metrics = QFontMetricsF(theme.font("small"))
    return width / (metrics.horizontalAdvance(clock_time(WIDE_TIME)) * 1.7)


def times(picture: DayPicture, seen: tuple[float, float], most: float) -> list[tuple[float, str]]:
    """The times to write on the axis and where, in seconds; no more than ``most``.

    They are round by the clock on the wall, also on a day on which it is put back or forward.
    """
    start, end = seen
    step = next((s for s in STEPS if (end - start) / s <= most), STEPS[-1])
    fine, free = min(step, SHIFT), start
    written = []
    for number in range(int(start // fine), int(end // fine) + 1):
        x = float(number * fine)
        local = local_time(picture.span.start + timedelta(seconds=x), picture.time_zone)
        is_round = (local.hour * 60 + local.minute) * 60 % step == 0
        if is_round and free <= x <= end:
            written.append((x, clock_time(local)))
            free = x + CLOSE * step
    return written


def fitted(
    seen: tuple[float, float], wanted: Sequence[tuple[float, float, float]]
) -> list[float | None]:
    """Where the middle of each label goes, or None where it has no room beside the ones before.

    Args:
        seen: from when to when one sees.
        wanted: of each label, in order, the start and the end of what it names and its width.
    """
    start, end = seen
    free, places = start, list[float | None]()
    for first, last, width in wanted:
        middle = min(max((first + last) / 2, start + width / 2), end - width / 2)
        in_sight = last >= start and first <= end and middle - width / 2 >= free
        places.append(middle if in_sight else None)
        free = middle + width / 2 if in_sight else free
    return places
