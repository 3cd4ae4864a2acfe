"""Children and parents who were out of green at the same time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from thermometer.domain.episodes import Episode
from thermometer.domain.histories import History
from thermometer.domain.thresholds import CAME_DOWN_WITHIN, TOGETHER_WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """``pairs`` of ``of`` children's episodes came with a parent's; ``came_down`` of those too."""

    pairs: int
    of: int
    came_down: int


def overlap(one: Episode, other: Episode, now: datetime) -> bool:
    """Whether two episodes share at least one instant, ends included."""
    return one.start <= other.lasts_until(now) and other.start <= one.lasts_until(now)


def pair(child: Episode, parent: Episode, now: datetime) -> bool:
    """Whether a child's and a parent's episode overlap or start within 15 minutes."""
    near = abs(child.start - parent.start) <= TOGETHER_WITHIN
    return near or overlap(child, parent, now)


def _partners(child: Episode, parent: History, now: datetime) -> list[Episode]:
    """The parent's episodes that pair with the child's, without a look at all the others.

    One person's episodes never overlap, so they are in order by their ends too.
    """
    reach = max(child.lasts_until(now), child.start + TOGETHER_WITHIN)
    begin = bisect_left(
        parent.episodes, child.start - TOGETHER_WITHIN, key=lambda e: e.lasts_until(now)
    )
    end = bisect_right(parent.episodes, reach, key=lambda e: e.start)
    return [e for e in parent.episodes[begin:end] if pair(child, e, now)]


def came_down_together(child: Episode, parent: Episode) -> bool:
    """Whether both ends are known and at most 15 minutes apart."""
    if not (child.end_known and parent.end_known):
        return False
    return abs(child.check_ins[-1].at - parent.check_ins[-1].at) <= CAME_DOWN_WITHIN


def together(of_children: Iterable[Episode], parents: Iterable[History], now: datetime) -> Together:
    """How many of the children's episodes came together with a parent's.

    A parent takes part on the days on which there is a counting check-in of their own person.

    Args:
        of_children: the children's episodes that start in the week.
        parents: every parent's history, with episodes of other weeks where they may pair.
        now: an open episode lasts until then.
    """
    histories = tuple(parents)
    pairs = of = came_down = 0
    for child in of_children:
        present = [h for h in histories if h.used_on(child.day)]
        of += bool(present)
        partners = [e for h in present for e in _partners(child, h, now)]
        pairs += bool(partners)
        came_down += any(came_down_together(child, e) for e in partners)
    return Together(pairs=pairs, of=of, came_down=came_down)
