"""Hard moments, bids and what goes with them, with everything that does not matter filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from tests.builders import MIA
from tests.fakes import BERLIN, SUNDAY_EVENING
from thermometer.domain.drafts import Draft, Snooze
from thermometer.domain.mending import Repair
from thermometer.domain.ruptures import Bid, ChildCard, FollowUp, Outcome, Rupture

MUM = UUID("00000000-0000-4000-8000-000000000002")
DAD = UUID("00000000-0000-4000-8000-000000000003")
NOW = SUNDAY_EVENING
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MOMENT = timedelta(microseconds=1)


def a_rupture(after: timedelta = timedelta(), **fields: Any) -> Rupture:
    """A hard moment of Mum's and Mia's, so long after Sunday evening."""
    whole = Rupture(id=uuid4(), at=NOW + after, time_zone=BERLIN, grown_up=MUM, child=MIA)
    return replace(whole, **fields)


def a_bid(rupture: Rupture, after: timedelta, outcome: Outcome | None, **fields: Any) -> Bid:
    """A bid of Mum's, so long after Sunday evening."""
    at = NOW + after
    whole = Bid(id=uuid4(), rupture=rupture.id, at=at, time_zone=BERLIN, by=MUM, outcome=outcome)
    return replace(whole, **fields)


def a_draft(bid: Bid, **fields: Any) -> Draft:
    """The draft of a bid, changed last when it began."""
    return replace(Draft(bid=bid.id, changed_at=bid.at), **fields)


def a_snooze(rupture: Rupture, bid: Bid | None, since: timedelta, lasts: timedelta) -> Snooze:
    """A repair put off, so long after Sunday evening."""
    return Snooze(
        id=uuid4(),
        rupture=rupture.id,
        bid=bid.id if bid else None,
        until=NOW + since + lasts,
        entered_at=NOW + since,
    )


def a_follow_up(rupture: Rupture, after: timedelta, card: ChildCard | None = None) -> FollowUp:
    """A follow-up, so long after Sunday evening."""
    at = NOW + after
    return FollowUp(id=uuid4(), rupture=rupture.id, at=at, time_zone=BERLIN, card=card)


def a_repair(*outcomes: Outcome | None, **fields: Any) -> Repair:
    """A repair with one bid for each outcome, an hour apart, each with a draft."""
    rupture = fields.pop("rupture", None) or a_rupture()
    bids = tuple(a_bid(rupture, n * HOUR, outcome) for n, outcome in enumerate(outcomes, 1))
    whole = Repair(rupture=rupture, bids=bids, drafts={bid.id: a_draft(bid) for bid in bids})
    return replace(whole, **fields)
