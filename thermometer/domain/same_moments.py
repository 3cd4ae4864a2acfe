"""The same hard moment, logged twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from thermometer.domain.drafts import SameMoment
from thermometer.domain.mending import Repair
from thermometer.domain.ruptures import Rupture
from thermometer.domain.thresholds import SAME_MOMENT_WITHIN


@dataclass(frozen=True, slots=True)
class Twins:
    """Two hard moments that may be one; where they are joined, ``goes`` is replaced."""

    stays: Repair
    goes: Repair


def can_be_replaced(repair: Repair) -> bool:
    """Whether a hard moment can still be replaced by another record of it.

    Once something was done about it, it stands: its bids belong to it.
    """
    return not repair.bids and not repair.follow_ups and repair.rupture.resolution is None


def replaced(said: Iterable[SameMoment]) -> dict[UUID, UUID]:
    """By which other each hard moment was replaced.

    Where two devices each replaced one of a pair by the other, the answer with the smaller id
    holds: one of the two always stands.
    """
    same = {one.id: one for one in said if one.same}
    by_pair: dict[frozenset[UUID], list[SameMoment]] = {}
    for one in same.values():
        by_pair.setdefault(frozenset((one.rupture, one.other)), []).append(one)
    held = (min(pair, key=lambda one: one.id) for pair in by_pair.values())
    return {one.rupture: one.other for one in held}


def twins(repairs: Iterable[Repair], said: Iterable[SameMoment]) -> tuple[Twins, ...]:
    """The pairs to ask about: the same two people, at most half an hour apart.

    Args:
        repairs: of those that were joined only the one that stays.
        said: the answers that were given already.
    """
    answered = {frozenset((one.rupture, one.other)) for one in said}
    real = [repair for repair in repairs if not repair.rupture.practice]
    ordered = sorted(real, key=lambda r: (r.rupture.at, str(r.id)))
    return tuple(
        _pair(first, second)
        for first, second in combinations(ordered, 2)
        if _near(first.rupture, second.rupture)
        and (can_be_replaced(first) or can_be_replaced(second))
        and frozenset((first.id, second.id)) not in answered
    )


def _pair(first: Repair, second: Repair) -> Twins:
    """The later one goes, unless something was done about it only."""
    if can_be_replaced(second):
        return Twins(stays=first, goes=second)
    return Twins(stays=second, goes=first)


def _near(one: Rupture, other: Rupture) -> bool:
    same_two = (one.grown_up, one.child) == (other.grown_up, other.child)
    return same_two and abs(other.at - one.at) <= SAME_MOMENT_WITHIN
