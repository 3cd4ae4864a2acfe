"""Records to put into a file, with everything that a test does not care about filled in."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from tests.fakes import BERLIN, SUNDAY_EVENING
from thermometer.domain.checkins import CheckIn, Source
from thermometer.domain.drafts import Draft, OwnLine, SameMoment, Snooze
from thermometer.domain.people import AgeBand, Person, Role
from thermometer.domain.remarks import Mistake, Remark, Subject
from thermometer.domain.repair_steps import Part
from thermometer.domain.ruptures import Bid, FollowUp, Rupture
from thermometer.domain.tools import ToolUse
from thermometer.domain.zones import ByZone, Zone

NOW = SUNDAY_EVENING
SECOND = timedelta(seconds=1)


def child(name: str = "Mia", **own: object) -> Person:
    """A child of seven."""
    values: dict[str, object] = {
        "id": uuid4(),
        "name": name,
        "role": Role.CHILD,
        "age_band": AgeBand.SIX_TO_EIGHT,
        "picture": "fox",
        "words": ByZone("calm", "wobbly; a bit", "too much"),
        "tools": ByZone(("flower-candle",), (), ("come-please", "heavy-hands")),
        "signs": ("hot", "louder"),
        "position": 1,
    }
    return Person(**(values | own))  # type: ignore[arg-type]


def parent(name: str = "Papa", **own: object) -> Person:
    """A grown-up."""
    return child(name, **({"role": Role.PARENT, "age_band": AgeBand.ADULT} | own))


def check_in(person: UUID, zone: Zone = Zone.YELLOW, at: datetime = NOW, **own: object) -> CheckIn:
    """A tap of ``person``, entered when it happened."""
    values: dict[str, object] = {
        "id": uuid4(),
        "person": person,
        "zone": zone,
        "at": at,
        "time_zone": BERLIN,
        "entered_at": at,
    }
    return CheckIn(**(values | own))  # type: ignore[arg-type]


def observed(person: UUID, by: UUID, **own: object) -> CheckIn:
    """An observation of ``person`` with every field filled."""
    values: dict[str, object] = {
        "source": Source.OBSERVED,
        "observed_by": by,
        "about": True,
        "practice": True,
        "entered_at": NOW + 40 * SECOND,
        "withdrawn_at": NOW + timedelta(microseconds=1),
        "signs": ("hot", "louder"),
        "contexts": ("school",),
    }
    return check_in(person, **(values | own))  # type: ignore[arg-type]


def tool_use(person: UUID, started_at: datetime = NOW, **own: object) -> ToolUse:
    """A use of a tool that goes on."""
    values: dict[str, object] = {
        "id": uuid4(),
        "person": person,
        "tool": "flower-candle",
        "zone": Zone.RED,
        "started_at": started_at,
        "time_zone": BERLIN,
    }
    return ToolUse(**(values | own))  # type: ignore[arg-type]


def rupture(grown_up: UUID, child_: UUID, at: datetime = NOW, **own: object) -> Rupture:
    """A hard moment of which nothing else is known yet."""
    values: dict[str, object] = {
        "id": uuid4(),
        "at": at,
        "time_zone": BERLIN,
        "grown_up": grown_up,
        "child": child_,
    }
    return Rupture(**(values | own))  # type: ignore[arg-type]


def bid(rupture_: UUID, by: UUID, at: datetime = NOW, **own: object) -> Bid:
    """A bid that is under way."""
    values: dict[str, object] = {
        "id": uuid4(),
        "rupture": rupture_,
        "at": at,
        "time_zone": BERLIN,
        "by": by,
    }
    return Bid(**(values | own))  # type: ignore[arg-type]


def follow_up(rupture_: UUID, at: datetime = NOW, **own: object) -> FollowUp:
    """A follow-up without a card."""
    values: dict[str, object] = {
        "id": uuid4(),
        "rupture": rupture_,
        "at": at,
        "time_zone": BERLIN,
    }
    return FollowUp(**(values | own))  # type: ignore[arg-type]


def remark(check_in_: UUID, text: str = "a tired evening", **own: object) -> Remark:
    """A note about the episode that begins with a check-in."""
    values: dict[str, object] = {
        "id": uuid4(),
        "check_in": check_in_,
        "subject": Subject.NOTE,
        "text": text,
        "entered_at": NOW,
    }
    return Remark(**(values | own))  # type: ignore[arg-type]


def mistake(check_in_: UUID, made_by: UUID | None, at: datetime = NOW) -> Mistake:
    """Says that a tap was a mistake."""
    return Mistake(id=uuid4(), check_in=check_in_, made_by=made_by, entered_at=at)


def draft(bid_: UUID, **own: object) -> Draft:
    """The draft of a bid in which something was written."""
    values: dict[str, object] = {
        "bid": bid_,
        "words": {Part.MY_SIDE: ("so tired;\nso late",), Part.DID: ("I shouted.", "I left.")},
        "changed_at": NOW,
    }
    return Draft(**(values | own))  # type: ignore[arg-type]


def snooze(rupture_: UUID, bid_: UUID | None = None, **own: object) -> Snooze:
    """A repair put off until tomorrow."""
    values: dict[str, object] = {
        "id": uuid4(),
        "rupture": rupture_,
        "bid": bid_,
        "until": NOW + timedelta(days=1),
        "entered_at": NOW,
    }
    return Snooze(**(values | own))  # type: ignore[arg-type]


def same_moment(rupture_: UUID, other: UUID, *, same: bool = True) -> SameMoment:
    """Says that a hard moment is another one, or is not."""
    return SameMoment(id=uuid4(), rupture=rupture_, other=other, same=same, entered_at=NOW)


def own_line(text: str = "Shall we dance?", part: Part = Part.IDEA) -> OwnLine:
    """A line of the family's own."""
    return OwnLine(id=uuid4(), part=part, text=text)
