"""When a repair is shown: the chip on Home, the follow-up, the Repairs page and its stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from thermometer.domain.mending import Repair, State
from thermometer.domain.ruptures import Bid, ChildCard, Outcome, Resolution
from thermometer.domain.thresholds import FOLLOW_UP_AFTER, FOLLOW_UP_WITHIN
from thermometer.domain.zones import Zone

ZonesNow = Mapping[UUID, Zone | None]
"""The zone now of everybody who is not archived; None counts as green."""


def both_green(repair: Repair, zones: ZonesNow) -> bool:
    """Whether the grown-up and the child are both here and both green again."""
    two = (_grown_up(repair), repair.rupture.child)
    return all(one in zones and zones[one] in {Zone.GREEN, None} for one in two)


def shows_chip(repair: Repair, zones: ZonesNow, now: datetime) -> bool:
    """Whether it may bring out the quiet chip on Home.

    Never for a frightening one or a practice, never before both are green, never while it was
    put off or where one of the two is archived.
    """
    quiet = repair.rupture.practice or repair.frightening or not repair.is_open
    return not quiet and not repair.rests(now) and both_green(repair, zones)


def follow_up_due(repair: Repair, zones: ZonesNow, now: datetime) -> bool:
    """Whether "what was that like for you?" may be offered."""
    bid = repair.together
    if bid is None or repair.follow_ups or repair.rupture.practice:
        return False
    since = now - repair.ended_at(bid)
    return FOLLOW_UP_AFTER <= since <= FOLLOW_UP_WITHIN and both_green(repair, zones)


def follow_up_from(repair: Repair, zones: ZonesNow, now: datetime) -> datetime | None:
    """From when on "what was that like for you?" may be asked; maybe over already.

    None where it will not be asked: it was, too much time has passed, it is a practice, one of
    the two is archived; nor where it was frightening, for then nobody is told when to ask.
    """
    bid = repair.together
    if bid is None or repair.follow_ups or repair.rupture.practice or repair.frightening:
        return None
    ended = repair.ended_at(bid)
    here = _grown_up(repair) in zones and repair.rupture.child in zones
    return ended + FOLLOW_UP_AFTER if here and ended <= now <= ended + FOLLOW_UP_WITHIN else None


def goes_on(repair: Repair, now: datetime) -> bool:
    """Whether it is under way and was not put off."""
    return repair.state is State.UNDER_WAY and not repair.rests(now)


def in_line(repairs: Iterable[Repair], now: datetime) -> tuple[Repair, ...]:
    """Open ones as they are offered: those that go on, those that wait, those put off.

    Among equals a frightening one comes last, and the latest hard moment first. Who is in which
    zone changes nothing here, so that a list never moves under a hand.
    """
    latest = sorted(repairs, key=lambda r: r.rupture.at, reverse=True)
    return tuple(sorted(latest, key=lambda r: (r.rests(now), not goes_on(r, now), r.frightening)))


def _grown_up(repair: Repair) -> UUID:
    """The grown-up who made the bid that brought them together, or whose hard moment it was."""
    bid = repair.together
    made_by_child = bid is None or bid.by == repair.rupture.child
    return repair.rupture.grown_up if bid is None or made_by_child else bid.by


class Shelf(StrEnum):
    """The three parts of the Repairs page, in their order."""

    OPEN = "open"
    TOGETHER = "together"
    LET_BE = "let-be"


def shelf_of(repair: Repair) -> Shelf:
    """Where it stands on the Repairs page."""
    if repair.is_open:
        return Shelf.OPEN
    return Shelf.LET_BE if repair.state is State.LET_BE else Shelf.TOGETHER


def shelves(repairs: Iterable[Repair]) -> dict[Shelf, tuple[Repair, ...]]:
    """The Repairs page: each shelf with the latest hard moment first; practice left out."""
    latest = sorted(repairs, key=lambda r: r.rupture.at, reverse=True)
    real = [repair for repair in latest if not repair.rupture.practice]
    return {shelf: tuple(r for r in real if shelf_of(r) is shelf) for shelf in Shelf}


class Happening(StrEnum):
    """One part of the small story of a repair."""

    HARD_MOMENT = "hard-moment"
    UNDER_WAY = "under-way"
    TOGETHER = "together"
    A_BIT = "a-bit"
    NOT_YET = "not-yet"
    FOLLOW_UP = "follow-up"
    ALREADY_DID = "already-did"
    LET_BE = "let-be"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What happened and when; ``at`` is None where only the fact is known.

    Of a bid ``at`` is its outcome; where that time is not known, ``begun`` is when it began.
    """

    what: Happening
    at: datetime | None
    begun: datetime | None = None
    by: UUID | None = None
    card: ChildCard | None = None


_OF_OUTCOME = {
    None: Happening.UNDER_WAY,
    Outcome.TOGETHER: Happening.TOGETHER,
    Outcome.A_BIT: Happening.A_BIT,
    Outcome.NOT_YET: Happening.NOT_YET,
}


def small_story(repair: Repair) -> tuple[Moment, ...]:
    """Hard moment, bids, follow-up, and how it was put aside, in order."""
    rupture = repair.rupture
    story = [Moment(what=Happening.HARD_MOMENT, at=rupture.at, by=rupture.grown_up)]
    story += [_of_bid(repair, bid) for bid in repair.bids]
    story += [
        Moment(what=Happening.FOLLOW_UP, at=one.at, card=one.card) for one in repair.follow_ups
    ]
    if rupture.resolution is Resolution.ALREADY_DID:
        story.append(Moment(what=Happening.ALREADY_DID, at=None))
    elif repair.state is State.LET_BE:
        story.append(Moment(what=Happening.LET_BE, at=None))
    return tuple(story)


def _of_bid(repair: Repair, bid: Bid) -> Moment:
    """A bid's record has only its beginning; its draft knows when it had its outcome."""
    what, draft = _OF_OUTCOME[bid.outcome], repair.drafts.get(bid.id)
    if bid.outcome is None:
        return Moment(what=what, at=bid.at, by=bid.by)
    if draft is None or draft.changed_at < bid.at:
        return Moment(what=what, at=None, begun=bid.at, by=bid.by)
    return Moment(what=what, at=draft.changed_at, by=bid.by)
