"""Durations in minutes: computed exactly, rounded once, at the end, to one decimal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from thermometer.domain.thresholds import MEDIAN_FROM

_MICROSECOND = timedelta(microseconds=1)
_TENTH = timedelta(minutes=1) // 10 // _MICROSECOND


def minutes(duration: timedelta) -> float:
    """``duration`` (not negative) in minutes to one decimal, halves up."""
    return mean_minutes((duration,))


def mean_minutes(durations: tuple[timedelta, ...]) -> float:
    """The mean of one or more durations in minutes to one decimal, halves up.

    Whole numbers all the way: a half of a microsecond is not lost before the one rounding.
    """
    total = sum(duration // _MICROSECOND for duration in durations)
    parts = len(durations)
    return (2 * total + _TENTH * parts) // (2 * _TENTH * parts) / 10


def plain(number: float) -> str:
    """``number``, which has at most one decimal, without a decimal that says nothing."""
    return f"{number:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesSummary:
    """Median, shortest and longest of the known durations, in minutes to one decimal.

    With fewer than three known there is no median, and ``shortest`` and ``longest`` are the list.
    """

    known: int
    median: float | None = None
    shortest: float | None = None
    longest: float | None = None

    @property
    def listed(self) -> tuple[float, ...]:
        """The durations themselves, in order, where they are too few for a median."""
        if self.median is not None or self.shortest is None or self.longest is None:
            return ()
        return (self.shortest, self.longest)[: self.known]


def summary(durations: Iterable[timedelta]) -> MinutesSummary:
    """The three numbers that stand for ``durations``, and how many they are."""
    ordered = sorted(durations)
    known = len(ordered)
    if not known:
        return MinutesSummary(known=0)
    middle = tuple(ordered[(known - 1) // 2 : known // 2 + 1])
    return MinutesSummary(
        known=known,
        median=mean_minutes(middle) if known >= MEDIAN_FROM else None,
        shortest=minutes(ordered[0]),
        longest=minutes(ordered[-1]),
    )
