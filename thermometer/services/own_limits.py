"""How many things of its own a family may have: every backup holds all of them again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import MEDIA_BYTES_MOST, MEDIA_MOST, OWN_TOOLS_MOST

if TYPE_CHECKING:
    from thermometer.store.own_things import OwnThings


def check_media(store: OwnThings, size: int) -> None:
    """Makes sure that there is room for one photo or voice more, of ``size`` bytes.

    Raises:
        Problem: ``own-media-full``.
    """
    held = store.held()
    if held.count >= MEDIA_MOST or held.size + size > MEDIA_BYTES_MOST:
        raise _media_full()


def check_tools(store: OwnThings) -> None:
    """Makes sure that there is room for one tool more.

    Raises:
        Problem: ``own-tools-full``.
    """
    if _tools(store) >= OWN_TOOLS_MOST:
        raise _tools_full()


def exceeded(store: OwnThings) -> Iterator[Problem]:
    """What there is more of than there may be."""
    held = store.held()
    if held.count > MEDIA_MOST or held.size > MEDIA_BYTES_MOST:
        yield _media_full()
    if _tools(store) > OWN_TOOLS_MOST:
        yield _tools_full()


def _tools(store: OwnThings) -> int:
    return sum(not own.gone for own in store.tools())


def _media_full() -> Problem:
    return Problem("own-media-full", limit=MEDIA_MOST, size=MEDIA_BYTES_MOST // 1024**2)


def _tools_full() -> Problem:
    return Problem("own-tools-full", limit=OWN_TOOLS_MOST)
